package entry

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"sitmap/app/entry/draft"
)

// keepAfter is how long typing may go on before its state is written.
const keepAfter = 600 * time.Millisecond

// keeper writes the state of the form a moment after it has changed.
type keeper struct {
	deps Deps
	stop func() // of the timer that runs; nil: none

	mu sync.Mutex // one call of Drafts at a time
}

func newKeeper(d Deps) *keeper { return &keeper{deps: d} }

// keep has the draft written soon: at most keepAfter after the first change that
// is not written yet.
func (k *keeper) keep(d *draft.Draft) {
	if k.deps.Drafts == nil || k.stop != nil {
		return
	}
	k.stop = k.deps.After(keepAfter, func() {
		k.stop = nil
		state, err := json.Marshal(d)
		if err != nil {
			k.deps.Log.Error("keeping the form's state", "error", err)
			return
		}
		k.deps.Go(func() {
			k.mu.Lock()
			defer k.mu.Unlock()
			if err := k.deps.Drafts.Keep(d.ID, state); err != nil {
				k.deps.Log.Warn("keeping the form's state", "error", err)
			}
		})
	})
}

// drop forgets a draft that was saved or given up.
func (k *keeper) drop(id string) {
	if k.deps.Drafts == nil {
		return
	}
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	k.deps.Go(func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if err := k.deps.Drafts.Drop(id); err != nil {
			k.deps.Log.Warn("forgetting a draft", "error", err)
		}
	})
}

func (k *keeper) kept() []Kept {
	if k.deps.Drafts == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	all, err := k.deps.Drafts.Kept()
	if err != nil {
		k.deps.Log.Warn("looking for kept drafts", "error", err)
	}
	return all
}

// offer asks about what was typed before a crash.
func (f *Form) offer(kept []Kept) {
	for i, k := range kept {
		var d draft.Draft
		if err := json.Unmarshal(k.State, &d); err != nil || d.ID == "" {
			f.deps.Log.Warn("a kept draft cannot be read", "id", k.ID, "error", err)
			continue
		}
		if d.Store != f.storeID() {
			continue // it waits for its own store
		}
		name := d.Title
		if name == "" {
			name = f.titleFor(&d)
		}
		if name == "" {
			name = "An event without a title"
		}
		f.ask(fmt.Sprintf("%s was not saved. It was last written on %s.", name, k.At.In(f.deps.Zone).Format("2 January 2006 at 15:04")),
			answer{'r', "Bring it back", func() {
				f.opening++
				f.show(&d)
				f.start = "" // it differs from whatever is stored
			}},
			answer{'t', "Throw it away", func() {
				f.keeper.drop(k.ID)
				f.offer(kept[i+1:])
				f.Focus()
			}},
			answer{0, "Later", f.Focus})
		return
	}
}

// Folder keeps drafts as files in a folder of the user's, one a draft, readable by
// the user alone.
type Folder string

const draftFile = "draft-%s.json"

func (dir Folder) path(id string) (string, error) {
	if id == "" || strings.ContainsAny(id, `/\.`) {
		return "", fmt.Errorf("%q cannot be a file's name", id)
	}
	return filepath.Join(string(dir), fmt.Sprintf(draftFile, id)), nil
}

// Keep implements [Drafts].
func (dir Folder) Keep(id string, state []byte) error {
	path, err := dir.path(id)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(string(dir), 0o700); err != nil {
		return fmt.Errorf("making the folder for drafts: %w", err)
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
func (dir Folder) Kept() ([]Kept, error) {
	names, err := filepath.Glob(filepath.Join(string(dir), fmt.Sprintf(draftFile, "*")))
	if err != nil {
		return nil, fmt.Errorf("looking for drafts: %w", err)
	}
	var out []Kept
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			continue // dropped meanwhile
		}
		state, err := os.ReadFile(name)
		if err != nil {
			return out, fmt.Errorf("reading a draft: %w", err)
		}
		id := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "draft-"), ".json")
		out = append(out, Kept{ID: id, At: info.ModTime(), State: state})
	}
	slices.SortFunc(out, func(a, b Kept) int { return b.At.Compare(a.At) })
	return out, nil
}

// Drop implements [Drafts].
func (dir Folder) Drop(id string) error {
	path, err := dir.path(id)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forgetting a draft: %w", err)
	}
	return nil
}
