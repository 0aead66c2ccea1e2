//go:build unix

package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// dropPrivileges makes the process nobody in particular, if it is root.
func dropPrivileges() error {
	if os.Geteuid() != 0 {
		return nil
	}
	if err := syscall.Setgid(65534); err != nil {
		return err
	}
	return syscall.Setuid(65534)
}

// TestReadOnlyMedia opens a store in a folder that may not be written, as somebody
// who is not root.
func TestReadOnlyMedia(t *testing.T) {
	dir, err := os.MkdirTemp("", "sitmap-read-only-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "s.gpkg")
	s := create(t, path, "")
	save(t, s, simple(0, "Carved in stone"), 0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o755) }()
	out := helper(t, "read only", path)
	for _, want := range []string{"true s.gpkg may not be written", "Carved in stone", "nothing can be written to s.gpkg", "checked: true"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if got := files(t, dir); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}
