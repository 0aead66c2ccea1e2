package command

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
)

// The event that the help of add shows is one that a store would take.
func TestTheEventInTheHelpIsOne(t *testing.T) {
	help := addCommand{}.Help()
	at := strings.LastIndex(help, "{\"kind\"")
	end := strings.LastIndex(help, "}\n")
	if at < 0 || end < at {
		t.Fatal("the help shows no event")
	}
	var e store.Event
	dec := json.NewDecoder(strings.NewReader(help[at : end+1]))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		t.Fatal(err)
	}
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	judge, err := st.Judge(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := judge(e); err != nil || len(e.Places) != 1 || e.When.IsZero() {
		t.Errorf("%v: %+v", err, e)
	}
}
