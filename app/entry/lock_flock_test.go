//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package entry

import "testing"

// die lets go of a folder's lock, as the system does when the process ends.
func die(t *testing.T, f *folder) {
	t.Helper()
	if err := f.lock.file.Close(); err != nil {
		t.Fatal(err)
	}
}
