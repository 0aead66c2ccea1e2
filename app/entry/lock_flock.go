//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package entry

import (
	"fmt"
	"os"
	"syscall"
)

// lock is a file that is locked for as long as the process lives: the system takes
// the lock back whichever way the process ends.
type lock struct{ file *os.File }

// acquire makes a file of one owner and locks it.
func acquire(path string) (*lock, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = file.Close() // the first error tells more
		return nil, fmt.Errorf("locking %s: %w", path, err)
	}
	return &lock{file}, nil
}

// release gives the lock back and removes its file; that of no lock does nothing.
func (l *lock) release() {
	if l != nil {
		_ = os.Remove(l.file.Name()) // an empty file left behind does no harm
		_ = l.file.Close()
	}
}

// held reports whether a lock is held by a process that lives. If that cannot be
// found out it is: a draft that is offered later is better than one that is lost.
func held(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return !os.IsNotExist(err)
	}
	defer func() { _ = file.Close() }() // nothing was written
	return syscall.Flock(int(file.Fd()), syscall.LOCK_SH|syscall.LOCK_NB) != nil
}
