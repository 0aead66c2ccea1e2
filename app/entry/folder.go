package entry

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// folder keeps drafts as files, one a draft, each named after whoever wrote it.
// While a writer lives it holds a lock, and what it has written is its own: no
// other process is shown it or may drop it.
type folder struct {
	dir     string
	process string // the same for all folders of a process
	owner   string // this folder's writer
	lock    *lock  // nil until something is kept
}

// thisProcess tells the process from all others, those in other containers
// included, whose process ids may be the same.
var thisProcess = uuid.NewString()

// Folder keeps drafts as files in a folder of the user's, readable by the user
// alone. Drafts of other processes are found once those have ended; drafts of this
// one, which has one form at a time, at once.
func Folder(dir string) Drafts { return newFolder(dir, thisProcess) }

func newFolder(dir, process string) *folder {
	return &folder{dir: dir, process: process, owner: process + "~" + uuid.NewString()}
}

// A draft's file is draft-KEY_OWNER.json; beside it lies owner-OWNER.lock.
const (
	draftPrefix, draftSuffix = "draft-", ".json"
	lockPrefix, lockSuffix   = "owner-", ".lock"
	ownerMark                = "_"
)

// full is the key with its owner: without one it is this folder's.
func (f *folder) full(key string) string {
	if strings.Contains(key, ownerMark) {
		return key
	}
	return key + ownerMark + f.owner
}

func (f *folder) path(key string) (string, error) {
	if key == "" || strings.ContainsAny(key, `/\.`) {
		return "", fmt.Errorf("%q cannot be a file's name", key)
	}
	return filepath.Join(f.dir, draftPrefix+strings.TrimSuffix(f.full(key), ownerMark)+draftSuffix), nil
}

func (f *folder) lockPath(owner string) string {
	return filepath.Join(f.dir, lockPrefix+owner+lockSuffix)
}

// Keep implements [Drafts].
func (f *folder) Keep(key string, state []byte) error {
	path, err := f.path(key)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return fmt.Errorf("making the folder for drafts: %w", err)
	}
	if f.lock == nil { // before the first draft: without a lock it is anybody's
		if f.lock, err = acquire(f.lockPath(f.owner)); err != nil {
			return fmt.Errorf("locking a draft: %w", err)
		}
	}
	// A crash while writing leaves the earlier state.
	if err := os.WriteFile(path+".new", state, 0o600); err != nil {
		return fmt.Errorf("writing a draft: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("writing a draft: %w", err)
	}
	return nil
}

// Kept implements [Drafts].
func (f *folder) Kept() ([]Kept, error) {
	names, err := filepath.Glob(filepath.Join(f.dir, draftPrefix+"*"+draftSuffix))
	if err != nil {
		return nil, fmt.Errorf("looking for drafts: %w", err)
	}
	var out []Kept
	for _, name := range names {
		key := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), draftPrefix), draftSuffix)
		mine, owner, _ := strings.Cut(key, ownerMark)
		if f.othersAlive(owner) {
			continue
		}
		info, err := os.Stat(name)
		if err != nil {
			continue // dropped meanwhile
		}
		state, err := os.ReadFile(name)
		if err != nil {
			return out, fmt.Errorf("reading a draft: %w", err)
		}
		switch owner {
		case f.owner:
			key = mine
		case "":
			key = mine + ownerMark // nobody's, from before drafts had owners
		}
		out = append(out, Kept{ID: key, At: info.ModTime(), State: state})
	}
	slices.SortFunc(out, func(a, b Kept) int { return b.At.Compare(a.At) })
	return out, nil
}

// othersAlive reports whether an owner is another process that still runs.
func (f *folder) othersAlive(owner string) bool {
	return owner != "" && !strings.HasPrefix(owner, f.process+"~") && held(f.lockPath(owner))
}

// Drop implements [Drafts].
func (f *folder) Drop(key string) error {
	path, err := f.path(key)
	if err != nil {
		return err
	}
	_, owner, _ := strings.Cut(f.full(key), ownerMark)
	if f.othersAlive(owner) {
		return fmt.Errorf("the draft %s is being written in another window", key)
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forgetting a draft: %w", err)
	}
	f.tidy(owner)
	return nil
}

// tidy takes away the lock of an owner of whom no draft is left.
func (f *folder) tidy(owner string) {
	left, err := filepath.Glob(filepath.Join(f.dir, draftPrefix+"*"+ownerMark+owner+draftSuffix))
	if err != nil || len(left) > 0 || owner == "" {
		return
	}
	if owner == f.owner {
		f.lock.release()
		f.lock = nil
		return
	}
	if !held(f.lockPath(owner)) {
		_ = os.Remove(f.lockPath(owner)) // an empty file left behind does no harm
	}
}
