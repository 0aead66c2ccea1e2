package situation

import (
	"context"
	"errors"

	"sitmap/store"
)

// Save carries out an action on the store and reads the events anew.
func (s *Situation) Save(ctx context.Context, a store.Action) (store.Change, error) {
	return s.edit(ctx, func() (store.Change, error) { return s.src.Save(ctx, a) })
}

// Delete deletes an event, unless its revision is no longer base (0: whatever it
// is).
func (s *Situation) Delete(ctx context.Context, id string, base int64, note string) (store.Change, error) {
	return s.Save(ctx, store.Action{
		Reason: store.ReasonDeleted, Note: note,
		Delete: []store.Delete{{Entity: store.EntityEvent, ID: id, Base: base}},
	})
}

// Undo undoes this user's newest change.
func (s *Situation) Undo(ctx context.Context) (store.Change, error) {
	return s.edit(ctx, func() (store.Change, error) { return s.src.Undo(ctx) })
}

// Redo does again what Undo undid.
func (s *Situation) Redo(ctx context.Context) (store.Change, error) {
	return s.edit(ctx, func() (store.Change, error) { return s.src.Redo(ctx) })
}

// SetPOV changes the store's point of view.
func (s *Situation) SetPOV(ctx context.Context, name string) error {
	_, err := s.edit(ctx, func() (store.Change, error) { return s.src.SetSetting(ctx, "pov", name) })
	return err
}

// edit changes the store and then reads it, also where the change was refused
// because somebody else had been there. The change stands even if reading fails:
// that error is kept for Err.
func (s *Situation) edit(ctx context.Context, change func() (store.Change, error)) (store.Change, error) {
	if past := s.AsKnownAt(); past != nil {
		return store.Change{}, &LookingBackError{past.Moment()}
	}
	c, err := change()
	if err == nil || errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrNotFound) {
		_ = s.load(ctx)
	}
	return c, err
}
