package sample_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sitmap/app/sample"
	"sitmap/store"
)

func byTitle(t *testing.T, part string) store.Event {
	t.Helper()
	for _, e := range sample.Events() {
		if strings.Contains(e.Title, part) {
			return e
		}
	}
	t.Fatalf("no event named %q", part)
	return store.Event{}
}

func claim(e store.Event, measure, of string) *store.Claim {
	for i, c := range e.Claims {
		if c.Measure == measure && c.Of == of {
			return &e.Claims[i]
		}
	}
	return nil
}

func TestThirteenEventsWithIdsOfTheirOwn(t *testing.T) {
	events := sample.Events()
	if len(events) != 13 {
		t.Fatalf("%d events, want 13", len(events))
	}
	seen := map[string]string{}
	known := map[string]bool{}
	take := func(id, what string) {
		if other, ok := seen[id]; ok {
			t.Errorf("%s has the id of %s: %s", what, other, id)
		}
		seen[id] = what
	}
	for _, e := range events {
		known[e.ID] = true
		take(e.ID, e.Title)
		for _, p := range e.Places {
			take(p.ID, e.Title+": place")
		}
		for _, p := range e.Parties {
			take(p.ID, e.Title+": party")
		}
		for _, c := range e.Claims {
			take(c.ID, e.Title+": claim")
		}
		for _, c := range e.Citations {
			take(c.ID, e.Title+": citation")
		}
		for _, p := range e.Phases {
			take(p.ID, e.Title+": phase")
		}
	}
	for _, e := range events {
		for _, r := range e.Relations {
			if !known[r.Event] {
				t.Errorf("%s: %s an event that is not there", e.Title, r.Type)
			}
		}
	}
}

func TestEachFigureKeepsItsOriginator(t *testing.T) {
	w := byTitle(t, "Wave")
	for _, want := range []struct {
		measure, of string
		low         float64
	}{
		{"launched", "drones", 539},
		{"launched", "missiles", 11},
		{"shot_down", "drones and missiles", 270},
		{"suppressed_or_lost", "drones and missiles", 208},
	} {
		c := claim(w, want.measure, want.of)
		if c == nil || c.Low == nil || *c.Low != want.low || c.AccordingTo == nil || c.AccordingTo.Name != "Ukrainian Air Force" || c.Scope.Country != "UA" {
			t.Errorf("%s of %s: %+v", want.measure, want.of, c)
		}
	}
	k := byTitle(t, "hit Kyiv")
	if c := claim(k, "killed", "civilians"); c == nil || c.AccordingTo != nil || c.Qualifier != "at least" || *c.Low != 1 || c.High != nil {
		t.Errorf("killed: %+v", c)
	}
	if c := claim(k, "shot_down", "drones and missiles"); c == nil || c.AccordingTo == nil || c.Qualifier != "dozens" || *c.Low != 24 {
		t.Errorf("intercepted: %+v", c)
	}
}

func TestSeatsOfLeadersAreAssumed(t *testing.T) {
	for _, title := range []string{"Trump and Putin speak", "Trump and Zelenskyy speak"} {
		e := byTitle(t, title)
		if len(e.Places) != 2 {
			t.Fatalf("%s: %d places", title, len(e.Places))
		}
		for _, p := range e.Places {
			if !p.Assumed {
				t.Errorf("%s: %s is not marked as assumed", title, p.Name)
			}
		}
	}
}

func TestWrittenSituationReadsBackWhole(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	if err := sample.Write(ctx, path); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(ctx, path, store.Options{User: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for _, e := range sample.Events() {
		got, err := st.Event(ctx, e.ID)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := mustJSON(t, e), mustJSON(t, got.Value); a != b {
			t.Errorf("written %s\nread    %s", a, b)
		}
	}
	if r, err := st.Check(ctx, nil); err != nil || !r.OK() {
		t.Errorf("check: %+v, %v", r, err)
	}
}

func TestWriteLeavesAFileInItsWayAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.gpkg")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := sample.Write(context.Background(), path); !errors.Is(err, store.ErrExists) {
		t.Errorf("error is %v, want ErrExists", err)
	}
	if b, err := os.ReadFile(path); err != nil || !reflect.DeepEqual(b, []byte("mine")) {
		t.Errorf("the file is now %q, %v", b, err)
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
