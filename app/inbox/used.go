package inbox

import (
	"context"
	"slices"

	"sitmap/store"
)

// The states of an item in the inbox. An item that never waited there has none.
const (
	New      = "new"
	Used     = "used"
	Rejected = "rejected"
)

// MarkUsed has an event say of the items that it cites that they are used. Those that
// never waited in the inbox stay out of it.
func MarkUsed(e *store.Event) {
	e.Citations = slices.Clone(e.Citations) // the caller's own stay as they are
	for i := range e.Citations {
		if it := &e.Citations[i].Item; it.Inbox == New || it.Inbox == Rejected {
			it.Inbox, it.InboxNote = Used, ""
		}
	}
}

// Storage is a store for a form: what it saves marks the items that it used, in the
// same change.
type Storage struct{ *store.Store }

// Save carries out an action, see [store.Store.Save].
func (s Storage) Save(ctx context.Context, a store.Action) (store.Change, error) {
	puts := slices.Clone(a.Put)
	for i := range puts {
		if e := puts[i].Event; e != nil {
			marked := *e
			MarkUsed(&marked)
			puts[i].Event = &marked
		}
	}
	a.Put = puts
	return s.Store.Save(ctx, a)
}
