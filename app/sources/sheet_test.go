package sources

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"sitmap/app/dossier"
	"sitmap/store"
)

// TestHistoryOfASourceNamesWhatChanged: an item that goes to another outlet names both,
// though its states have only their ids, and an outlet is told of in the form's words.
func TestHistoryOfASourceNamesWhatChanged(t *testing.T) {
	ctx := context.Background()
	st, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = st.Close() }()
	put := func(p store.Put) {
		t.Helper()
		if _, err := st.Save(ctx, store.Action{Put: []store.Put{p}}); err != nil {
			t.Fatal(err)
		}
	}
	wire, post := store.Outlet{ID: st.NewID(), Name: "Wire"}, store.Outlet{ID: st.NewID(), Name: "Post"}
	it := store.Item{ID: st.NewID(), Title: "A depot burns", Outlet: &wire}
	put(store.Put{Item: &it})
	put(store.Put{Outlet: &post})
	it.Outlet = &post
	put(store.Put{Item: &it, Base: 1})
	post.Reliability = "B"
	put(store.Put{Outlet: &post, Base: 1})

	for _, c := range []struct {
		entity store.Entity
		title  string
		want   dossier.Edit
	}{
		{store.EntityItem, "A depot burns", dossier.Edit{Member: "outlet", Before: "Wire", After: "Post"}},
		{store.EntityOutlet, "Post", dossier.Edit{Member: "reliability", After: "B, usually reliable"}},
	} {
		for n := range int64(4) {
			s, err := readSheet(ctx, st, c.entity, n)
			if err != nil || s.title() != c.title {
				continue
			}
			newest := s.history[len(s.history)-1].Items[0]
			if got := s.edits(time.UTC, newest); len(got) != 1 || got[0] != c.want {
				t.Errorf("of the %s is told %+v, want %+v", c.entity, got, c.want)
			}
			c.title = ""
			break
		}
		if c.title != "" {
			t.Errorf("there is no %s %q", c.entity, c.title)
		}
	}
}
