//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package entry

import (
	"os"
	"testing"
)

// die lets a folder's lock name a process that does not run.
func die(t *testing.T, f *folder) {
	t.Helper()
	if err := os.WriteFile(f.lock.path, []byte("-1"), 0o600); err != nil {
		t.Fatal(err)
	}
}
