package export_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/app/export"
	"sitmap/store"
)

// TestAttachment writes what was kept byte for byte, and what is protected only when
// asked to.
func TestAttachment(t *testing.T) {
	t.Parallel()
	ctx, dir := context.Background(), t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	const body = "\x00\xff a leak\r\n"
	ref, err := st.Attach(ctx, store.NewAttachment{Name: "leak.bin"}, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	it := store.Item{Title: "The leak", File: &ref, Protection: store.Protection{TLP: "RED"}}
	if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Item: &it}}}); err != nil {
		t.Fatal(err)
	}
	list, err := st.Attachments(ctx)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	out := filepath.Join(dir, "out.bin")
	var protected *export.ProtectedError
	if err := export.Attachment(ctx, st, list[0], out, false); !errors.As(err, &protected) || !strings.Contains(err.Error(), "leak.bin belongs to “The leak”") {
		t.Errorf("a protected file: %v", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("it was written")
	}
	if err := export.Attachment(ctx, st, list[0], out, true); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(out); err != nil || string(got) != body {
		t.Errorf("written: %q, %v", got, err)
	}
	if err := export.Attachment(ctx, st, list[0], st.Path(), true); err == nil {
		t.Error("the store itself was overwritten")
	}
}
