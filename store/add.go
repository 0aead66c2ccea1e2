package store

import (
	"context"
	"fmt"
	"iter"
)

// AddResult says what Add did.
type AddResult struct {
	Added     []string // ids, in the order given
	Unchanged int      // same id, same content
	Change    Change   // without its items; zero when nothing was added
}

// Add adds many events as one change. An id that is there with the same content
// is passed over, with other content it is ErrDifferent and nothing is added; so it
// is with the actors, items and outlets that events carry. What was deleted comes
// back. Absent ids are made; an
// actor, item or outlet without one is matched by its name (and outlet). An error
// that the sequence yields ends it, and nothing is added.
func (s *Store) Add(ctx context.Context, events iter.Seq2[Event, error], reason Reason, note string, p Progress) (AddResult, error) {
	if reason == "" {
		reason = ReasonNew
	}
	var res AddResult
	change, err := s.write(ctx, "adding events to", always(reason, note), func(w *writer) error {
		w.strict = true
		w.v.oneOf("the change's reason", string(reason), reasons...)
		w.v.text("the change's note", note)
		if err := w.v.take(); err != nil {
			return err
		}
		total := int64(0)
		for e, err := range events {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			total++
			added, err := w.putEvent(&e, nil)
			if err != nil {
				return fmt.Errorf("event %d%s: %w", total, titled(e.Title), err)
			}
			if added {
				res.Added = append(res.Added, e.ID)
			} else {
				res.Unchanged++
			}
			if p != nil && total%256 == 0 {
				p(total, 0)
			}
		}
		if p != nil {
			p(total, total)
		}
		return nil
	})
	if err != nil {
		return AddResult{}, err
	}
	res.Change = change
	return res, nil
}

func titled(title string) string {
	if title == "" {
		return ""
	}
	return " ‘" + title + "’"
}
