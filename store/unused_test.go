package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sitmap/store"
)

// Files that nothing names are removed; those that an item names, or named, stay.
func TestDropUnused(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	keep := func(body string) store.FileRef {
		ref, err := s.AddAttachment(ctx, body+".txt", "text/plain", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		return ref
	}
	held := func(ref store.FileRef) bool {
		_, err := s.Attachment(ctx, ref.SHA256)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			t.Fatal(err)
		}
		return err == nil
	}
	unused, named, replaced, deleted := keep("unused"), keep("named"), keep("replaced"), keep("deleted")
	info, err := s.AttachmentInfo(ctx, unused.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	put := func(id string, base int64, f *store.FileRef) {
		i := store.Item{ID: id, Title: "An item", File: f}
		if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Item: &i, Base: base}}}); err != nil {
			t.Fatal(err)
		}
	}
	const a, b, c = "0197d1e0-5c00-7000-8000-0000000000a1", "0197d1e0-5c00-7000-8000-0000000000b1", "0197d1e0-5c00-7000-8000-0000000000c1"
	put(a, 0, &named)
	put(b, 0, &replaced)
	put(b, 1, nil)
	put(c, 0, &deleted)
	if _, err := s.Undo(ctx); err != nil { // it can be done again
		t.Fatal(err)
	}

	sums := []string{unused.SHA256, named.SHA256, replaced.SHA256, deleted.SHA256, strings.Repeat("0", 64)}
	if n, err := s.DropUnused(ctx, info.Added.Add(time.Minute), sums...); n != 0 || err != nil || !held(unused) {
		t.Fatalf("of what was there before %d went, %v", n, err)
	}
	if n, err := s.DropUnused(ctx, info.Added, sums...); n != 1 || err != nil {
		t.Fatalf("%d went, %v", n, err)
	}
	if held(unused) || !held(named) || !held(replaced) || !held(deleted) {
		t.Errorf("unused %v, named %v, once named %v, of a deleted item %v", held(unused), held(named), held(replaced), held(deleted))
	}
	if n, err := s.DropUnused(ctx, info.Added); n != 0 || err != nil {
		t.Errorf("of nothing %d went, %v", n, err)
	}
}
