package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
)

func TestNewestComesFirst(t *testing.T) {
	ctx := t.Context()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i, title := range []string{"Strike on Kharkiv", "Striking workers", "Strike on Kyiv", "Strike on Łódź"} {
		e := simple(10+i, title)
		if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
			t.Fatal(err)
		}
	}
	gone := simple(20, "Strike on nothing")
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &gone}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: gone.ID, Base: 1}}}); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"strike":     "Strike on Łódź, Strike on Kyiv, Striking workers", // by its kind
		"stri":       "Strike on Łódź, Strike on Kyiv, Striking workers",
		"strike kha": "Strike on Kharkiv",
		"LODZ":       "Strike on Łódź",
		"nowhere":    "",
		"“…”":        "",
		"":           "",
	} {
		found, err := s.Newest(ctx, text, 3)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		var titles []string
		for _, e := range found {
			titles = append(titles, e.Value.Title)
		}
		if got := strings.Join(titles, ", "); got != want {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
}

// BenchmarkNewest finds events of a large store by a common word, its beginnings, a
// number's, and what no event has, as the field does with each key.
func BenchmarkNewest(b *testing.B) {
	s := open(b, large(b))
	defer s.Close()
	for name, text := range map[string]string{"word": "strike", "beginning": "str", "letter": "s", "letters": "st", "number": "47", "nothing": "zz", "two": "strike on"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Newest(b.Context(), text, 16); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
