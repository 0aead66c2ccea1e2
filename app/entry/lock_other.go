//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package entry

import (
	"os"
	"strconv"
)

// lock is a file that names the process that holds it.
type lock struct{ path string }

// acquire makes a file of one owner.
func acquire(path string) (*lock, error) {
	if err := os.WriteFile(path, []byte(strconv.Itoa(os.Getpid())), 0o600); err != nil {
		return nil, err
	}
	return &lock{path}, nil
}

// release removes the file of a lock; that of no lock does nothing.
func (l *lock) release() {
	if l != nil {
		_ = os.Remove(l.path) // left behind, it names a process that will have ended
	}
}

// held reports whether a lock is held by a process that lives. If that cannot be
// found out it is: a draft that is offered later is better than one that is lost.
func held(path string) bool {
	text, err := os.ReadFile(path)
	if err != nil {
		return !os.IsNotExist(err)
	}
	pid, err := strconv.Atoi(string(text))
	if err != nil {
		return false // cut short while it was made: nothing was kept before that
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release() // only looked at
	return true
}
