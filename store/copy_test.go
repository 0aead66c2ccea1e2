package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestSaveCopy(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	busy(t, path)
	s := reopen(t, path, store.Options{User: "Olha"})
	// What the copy must have, besides events.
	low := 7.0
	_, err := s.Save(ctx, store.Action{Put: []store.Put{
		{Kind: &store.Kind{Code: "strike", Name: "Hit", Icon: "strike", Colour: "#a50f15", Form: store.FormStrike, Order: 1}, Base: 1},
		{Kind: &store.Kind{Code: "flood", Name: "Flood", Icon: "other", Colour: "#000080", Form: store.FormGeneral}},
		{Term: &store.Term{Vocabulary: "qualifier", Code: "a handful", Name: "a handful", Low: &low}},
		{Actor: &store.Actor{ID: storetest.ID(9, 77), Name: "Nobody’s party"}},
		{Item: &store.Item{ID: storetest.ID(9, 78), Title: "Unread", Inbox: "new"}},
	}, Delete: []store.Delete{{Entity: store.EntityTerm, ID: "weapon/mortar"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := encodeAll(t, s)
	for name, o := range map[string]store.CopyOptions{"with": {History: true}, "without": {}} {
		t.Run(name+" history", func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "copy.gpkg")
			calls := 0
			if err := s.SaveCopy(ctx, to, o, func(int64, int64) { calls++ }); err != nil {
				t.Fatal(err)
			}
			if got := files(t, filepath.Dir(to)); !slices.Equal(got, []string{"copy.gpkg"}) || calls == 0 {
				t.Errorf("files %v, %d calls", got, calls)
			}
			c := reopen(t, to, store.Options{})
			mustCheck(t, c)
			if !bytes.Equal(want, encodeAll(t, c)) {
				t.Error("the events differ")
			}
			kinds, err := c.Kinds(ctx)
			if err != nil || len(kinds) != 15 || !slices.ContainsFunc(kinds, func(k store.Kind) bool { return k.Name == "Hit" }) {
				t.Errorf("kinds: %v, %v", kinds, err)
			}
			if pov, err := c.Setting(ctx, "pov"); err != nil || pov != "other" {
				t.Errorf("point of view: %q, %v", pov, err)
			}
			weapons, err := c.Terms(ctx, store.VocabularyWeapon)
			if err != nil || slices.ContainsFunc(weapons, func(t store.Term) bool { return t.Code == "mortar" }) {
				t.Errorf("a deleted term came along, %v", err)
			}
			items, err := c.Items(ctx)
			if err != nil || !slices.ContainsFunc(items, func(i store.Stored[store.Item]) bool { return i.Value.Title == "Unread" }) {
				t.Errorf("an item that no event cites is missing, %v", err)
			}
			published, err := c.Publications(ctx)
			if err != nil || o.History != (len(published) == 1) {
				t.Errorf("publications: %v, %v", published, err)
			}
			if o.History != (c.ID() == s.ID()) {
				t.Errorf("id %s of %s", c.ID(), s.ID())
			}
			deleted := storetest.ID(1, 3)
			if _, err := c.Event(ctx, deleted); o.History == errors.Is(err, store.ErrNotFound) && !o.History {
				t.Error("a deleted event came along")
			}
			raw, err := os.ReadFile(to)
			if err != nil {
				t.Fatal(err)
			}
			if found := bytes.Contains(raw, []byte("Edited twice")); found != o.History {
				t.Errorf("an earlier state is in the copy’s bytes: %v", found)
			}
			if err := s.SaveCopy(ctx, to, o, nil); !errors.Is(err, store.ErrExists) {
				t.Errorf("over a file: %v", err)
			}
		})
	}
}

func TestBackupDaily(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	now := date(2025, time.July, 1).Add(12 * time.Hour)
	s, err := store.Create(ctx, path, store.Options{Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	save(t, s, simple(0, "Kept"), 0)
	for range 9 {
		backup, err := s.BackupDaily(ctx)
		if err != nil || backup == "" {
			t.Fatalf("%q, %v", backup, err)
		}
		if again, err := s.BackupDaily(ctx); err != nil || again != "" {
			t.Errorf("twice a day: %q, %v", again, err)
		}
		now = now.AddDate(0, 0, 1)
	}
	backups, err := filepath.Glob(filepath.Join(filepath.Dir(path), "s.backup-*.gpkg"))
	if err != nil || len(backups) != 7 || filepath.Base(backups[0]) != "s.backup-2025-07-03.gpkg" {
		t.Errorf("kept: %v, %v", backups, err)
	}
	b := reopen(t, backups[6], store.Options{ReadOnly: true})
	if got := titles(t, b, store.Filter{}); !slices.Equal(got, []string{"Kept"}) {
		t.Errorf("the backup holds %v", got)
	}
	mustCheck(t, b)
}
