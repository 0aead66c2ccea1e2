package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

// busy is a store with a history: events added, edited, deleted, undone, redone.
func busy(t testing.TB, path string) {
	t.Helper()
	ctx := context.Background()
	s := create(t, path, "Olha")
	if _, err := s.Add(ctx, storetest.Stream(1, 5), store.ReasonImported, "first", nil); err != nil {
		t.Fatal(err)
	}
	e := get(t, s, storetest.ID(1, 0))
	e.Value.Title = "Edited"
	e.Value.Kind = "call"
	e.Value.Parties = nil
	for i, seat := range []store.Seat{
		{Name: "Kyiv", Geometry: storetest.At(30.52, 50.45)},
		{Name: "Tokyo", Geometry: storetest.At(139.69, 35.68)},
	} {
		e.Value.Parties = append(e.Value.Parties, store.Party{
			Role: "participant", Actor: store.Actor{ID: storetest.ID(9, i), Name: "Caller in " + seat.Name, Seat: &seat},
		})
	}
	save(t, s, e.Value, e.Revision)
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: storetest.ID(1, 3)}}}); err != nil {
		t.Fatal(err)
	}
	e = get(t, s, storetest.ID(1, 1))
	e.Value.Title = "Edited twice"
	save(t, s, e.Value, e.Revision)
	for _, f := range []func(context.Context) (store.Change, error){s.Undo, s.Undo, s.Redo} {
		if _, err := f(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.SetSetting(ctx, "pov", "other"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddAttachment(ctx, "photo.jpg", "image/jpeg", strings.NewReader("a photo")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(ctx, store.Publication{File: "map.png", Format: "png"}); err != nil {
		t.Fatal(err)
	}
	r := mustCheck(t, s)
	if r.Changes != 8 || r.Events != 4 || len(r.Head) != 64 {
		t.Errorf("report: %+v", r)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestCheckFinds alters a store past its history, a little each time, as anybody
// can with the sqlite3 shell.
func TestCheckFinds(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good := filepath.Join(dir, "good.gpkg")
	busy(t, good)
	content, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		`UPDATE event SET title = title || 'x' WHERE n = 3`:                                           "event 0197d1e0-5c00-7001-8000-000000000002: ‘Attack",
		`UPDATE event SET earliest = earliest + 1 WHERE n = 3`:                                        "was altered past the history",
		`UPDATE claim SET low = low + 1 WHERE event = 3`:                                              "event 0197d1e0-5c00-7001-8000-000000000002: ",
		`DELETE FROM party WHERE event = 3`:                                                           "was altered past the history",
		`DELETE FROM claim_citation WHERE event = 3`:                                                  "was altered past the history",
		`INSERT INTO tag VALUES (1, 'x'); INSERT INTO event_tag VALUES (3, 0, 1)`:                     "was altered past the history",
		`UPDATE actor SET name = 'X' WHERE n = 1`:                                                     "actor ",
		`DELETE FROM actor WHERE n = 1`:                                                               "is in the history, but missing from the file",
		`UPDATE item SET published = '1999' WHERE n = 1`:                                              "item ",
		`UPDATE outlet SET reliability = 'A' WHERE n = 1`:                                             "outlet ",
		`UPDATE setting SET value = 'un'`:                                                             "setting pov",
		`UPDATE kind SET name = 'X' WHERE n = 2`:                                                      "it is not what Sitmap came with",
		`DELETE FROM term WHERE n = 9`:                                                                "missing from the file",
		`UPDATE event SET deleted = 1 WHERE n = 3`:                                                    "marked as deleted",
		`UPDATE event SET deleted = 0 WHERE n = 4`:                                                    "the mark was taken off",
		`UPDATE event SET revision = 9 WHERE n = 3`:                                                   "revision 9",
		`UPDATE event SET change = 1, item = 0 WHERE n = 3`:                                           "another record",
		`UPDATE event SET point = NULL WHERE n = 3`:                                                   "the point that other programs see",
		`DELETE FROM event WHERE n = 3`:                                                               "missing from the file",
		`UPDATE change SET note = 'First' WHERE n = 1`:                                                "change 1: was altered",
		`UPDATE change SET who = 'X' WHERE n = 2`:                                                     "change 2: was altered",
		`UPDATE change SET time = time + 1 WHERE n = 2`:                                               "change 2: was altered",
		`DELETE FROM change WHERE n = 3`:                                                              "change 3: is missing",
		`DELETE FROM change WHERE n = 8`:                                                              "names a row of change that is not there",
		`DELETE FROM change_item WHERE change = 1 AND pos = 2`:                                        "change 1: item 3 is missing",
		`UPDATE change_item SET after = zeroblob(32) WHERE change = 2`:                                "change 2: was altered",
		`UPDATE change_parent SET parent = 1 WHERE change = 4`:                                        "change 4: was altered",
		`DELETE FROM change_parent WHERE change = 4`:                                                  "does not say which change it follows",
		`UPDATE payload SET body = '{}'`:                                                              "earlier state",
		`DELETE FROM payload`:                                                                         "is missing from the history",
		`UPDATE attachment SET body = 'b photo'`:                                                      "attachment ",
		`UPDATE publication SET head_hash = 'x'`:                                                      "publication ",
		`UPDATE link SET line = x'00'`:                                                                "link ",
		`DELETE FROM link`:                                                                            "the lines that other programs see are not those between its parties (0 where",
		`UPDATE link SET ends = 'X'`:                                                                  "the lines that other programs see",
		`UPDATE link SET event = 3`:                                                                   "the lines that other programs see",
		`INSERT INTO link (event, type, ends, line) SELECT event, type, ends, line FROM link LIMIT 1`: "the lines that other programs see",
		`UPDATE event SET point = (SELECT point FROM event WHERE n = 5) WHERE n = 3`:                  "the point that other programs see",
		`UPDATE publication SET head_hash = '00'`:                                                     "publication ",
		`UPDATE publication SET head = 0, head_hash = '00'`:                                           "publication ",
		`UPDATE publication SET head = head - 1`:                                                      "publication ",
		`DELETE FROM gpkg_contents WHERE table_name = 'links'`:                                        "the layer links",
		`PRAGMA application_id = 7`:                                                                   "application_id",
		`PRAGMA user_version = 7`:                                                                     "user_version",
		`INSERT INTO event_text (event_text, rowid, text) VALUES ('delete', 3, 'attack')`:             "full text",
		`INSERT INTO actor_text (rowid, text) VALUES (77, 'nobody')`:                                  "full text",
	} {
		t.Run(query, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.gpkg")
			if err := os.WriteFile(path, content, 0o644); err != nil {
				t.Fatal(err)
			}
			shell(t, path, query)
			s := reopen(t, path, store.Options{ReadOnly: true})
			r, err := s.Check(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, p := range r.Problems {
				all = append(all, p.Where+": "+p.What)
			}
			if !strings.Contains(strings.Join(all, "\n"), want) {
				t.Errorf("%q is not among %q", want, all)
			}
		})
	}
}

// TestCheckOfADamagedFile writes noise over each page in turn: Check says so, or
// cannot be fooled, but never fails otherwise.
func TestCheckOfADamagedFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good := filepath.Join(dir, "good.gpkg")
	busy(t, good)
	content, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "x.gpkg")
	const page = 4096
	for at := page; at < len(content); at += 5 * page {
		b := append([]byte(nil), content...)
		for i := at; i < at+page && i < len(b); i++ {
			b[i] ^= 0x5a
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
		if err != nil {
			if !errors.Is(err, store.ErrCorrupt) && !errors.Is(err, store.ErrNotStore) {
				t.Errorf("page at %d: opening: %v", at, err)
			}
			continue
		}
		r, err := s.Check(context.Background(), nil)
		if err != nil || r.OK() {
			t.Errorf("page at %d: %v, %v", at, r.Problems, err)
		}
		if err := s.Close(); err != nil {
			t.Errorf("page at %d: closing: %v", at, err)
		}
	}
}

func TestCheckProgressAndCancel(t *testing.T) {
	s := scratch(t)
	if _, err := s.Add(context.Background(), storetest.Stream(1, some(1200)), "", "", nil); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var last, total int64
	_, err := s.Check(ctx, func(done, of int64) {
		if done < last {
			t.Errorf("progress went back from %d to %d", last, done)
		}
		last, total = done, of
	})
	if err != nil || last != total || total < 2*int64(some(1200)) {
		t.Errorf("progress ended at %d of %d, %v", last, total, err)
	}
	_, err = s.Check(ctx, func(int64, int64) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestAlteredRecordsAreNotOverwritten: what was altered past the history is not
// buried under a new revision.
func TestAlteredRecordsAreNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.gpkg")
	busy(t, path)
	shell(t, path, `UPDATE event SET summary = 'forged' WHERE n = 3`)
	s := reopen(t, path, store.Options{User: "Olha"})
	e := get(t, s, storetest.ID(1, 2))
	e.Value.Title = "A new title"
	_, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Event: &e.Value, Base: e.Revision}}})
	if !errors.Is(err, store.ErrCorrupt) || !strings.Contains(err.Error(), "altered by another program") {
		t.Errorf("got %v", err)
	}
}

// TestLinksFollow: the lines that other programs see follow what is undone, and the
// form of a kind.
func TestLinksFollow(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	busy(t, path)
	s := reopen(t, path, store.Options{User: "Olha"})
	ctx := context.Background()
	e := get(t, s, storetest.ID(1, 0))
	e.Value.Parties = nil
	save(t, s, e.Value, e.Revision)
	mustCheck(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	mustCheck(t, s)
	kinds, err := s.Kinds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		if k.Code == "call" {
			k.Form = store.FormGeneral
			if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Kind: &k, Base: 1}}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	mustCheck(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	mustCheck(t, s)
}
