package situation

import (
	"context"

	"sitmap/store"
)

// Merge lets one actor, outlet or item become part of another, as [store.Store.Merge]
// does, and reads the events anew.
func (s *Situation) Merge(ctx context.Context, e store.Entity, keep, gone, note string, p store.Progress) (store.Change, error) {
	return s.edit(ctx, func() (store.Change, error) { return s.Store().Merge(ctx, e, keep, gone, note, p) })
}
