package entry

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"sitmap/app/entry/draft"
)

// keepAfter is how long typing may go on before its state is written.
const keepAfter = 600 * time.Millisecond

// keeper writes the state of the form a moment after it has changed. Each opening
// of the form keeps under a key of its own, so that what was left for later is not
// written over. All but its writing belongs to the main goroutine.
type keeper struct {
	deps Deps
	key  string // what the open draft is kept under
	stop func() // of the timer that runs; nil: none
	turn int    // counts what was asked for

	mu   sync.Mutex     // one call of Drafts at a time
	done map[string]int // the newest turn that was carried out, by key
}

func newKeeper(d Deps) *keeper { return &keeper{deps: d, done: map[string]int{}} }

// begin keeps what follows under a new key; what waits to be written is written.
func (k *keeper) begin(d *draft.Draft, key string) {
	k.flush(d)
	k.key = key
}

// flush writes now what would be written in a moment.
func (k *keeper) flush(d *draft.Draft) {
	if k.stop == nil {
		return
	}
	k.stop()
	k.stop = nil
	if d != nil {
		k.write(d)
	}
}

// keep has the draft written soon: at most keepAfter after the first change that
// is not written yet. One that says nothing by then is forgotten.
func (k *keeper) keep(d *draft.Draft, says func() bool) {
	if k.deps.Drafts == nil || k.stop != nil {
		return
	}
	k.stop = k.deps.After(keepAfter, func() {
		k.stop = nil
		if says() {
			k.write(d)
		} else {
			k.drop(k.key)
		}
	})
}

func (k *keeper) write(d *draft.Draft) {
	if k.deps.Drafts == nil {
		return
	}
	state, err := json.Marshal(d)
	if err != nil {
		k.deps.Log.Error("keeping the form's state", "error", err)
		return
	}
	key := k.key
	k.inTurn(key, "keeping the form's state", func() error { return k.deps.Drafts.Keep(key, state) })
}

// drop forgets a draft that was saved or given up.
func (k *keeper) drop(key string) {
	if k.deps.Drafts == nil {
		return
	}
	if k.stop != nil && key == k.key {
		k.stop()
		k.stop = nil
	}
	k.inTurn(key, "forgetting a draft", func() error { return k.deps.Drafts.Drop(key) })
}

// inTurn runs do off the main goroutine, unless something newer was done for the
// key meanwhile: a draft that was dropped must not come back.
func (k *keeper) inTurn(key, what string, do func() error) {
	k.turn++
	mine := k.turn
	k.deps.Go(func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if mine < k.done[key] {
			return
		}
		k.done[key] = mine
		if err := do(); err != nil {
			k.deps.Log.Warn(what, "error", err)
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
		if f.d.Revision != 0 && d.ID != f.d.ID {
			continue // who edits one event is not asked about another: a new event asks
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
				// It is this form's now, and written as such before the other goes.
				f.keeper.write(&d)
				f.keeper.drop(k.ID)
			}},
			answer{delKey, "Throw it away", func() {
				f.forget(k.ID, &d)
				f.offer(kept[i+1:])
				f.Focus()
			}},
			answer{0, "Later", f.Focus})
		f.asking.first = true
		return
	}
}
