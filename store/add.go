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
		var last string
		if err := w.row(`SELECT coalesce(max(id), '') FROM event`).Scan(&last); err != nil {
			return err
		}
		w.lastEvent = &last
		total := int64(0)
		err := ahead(ctx, events, w.v.codes, func(e *prepared, err error) error {
			total++
			title := ""
			if e != nil {
				title = e.event.Title
			}
			added := false
			if err == nil {
				added, err = w.putEvent(e, nil)
			}
			if err != nil {
				return fmt.Errorf("event %d%s: %w", total, titled(title), err)
			}
			if added {
				res.Added = append(res.Added, e.event.ID)
			} else {
				res.Unchanged++
			}
			if p != nil && total%256 == 0 {
				p(total, 0)
			}
			return nil
		})
		if err != nil {
			return err
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

// aheadBy is how many events are prepared before the writer asks for them, in
// batches: enough that neither waits for the other.
const (
	aheadBy    = 8
	aheadBatch = 32
)

// ahead prepares events on a goroutine of its own while one writes those before
// them; reading a file, too, goes on meanwhile. one is given an event, or why it
// cannot be kept. An error that the sequence yields is returned as it is. When ahead
// returns, nothing reads from the sequence any more.
func ahead(ctx context.Context, events iter.Seq2[Event, error], c *codes, one func(*prepared, error) error) error {
	type outcome struct {
		event *prepared
		bad   error // the event cannot be kept
		end   error // the sequence broke off
	}
	ctx, stop := context.WithCancel(ctx)
	ready := make(chan []outcome, aheadBy)
	go func() {
		defer close(ready)
		v := newValidator(c)
		var list []outcome
		send := func() bool {
			select {
			case ready <- list:
				list = make([]outcome, 0, aheadBatch)
				return true
			case <-ctx.Done():
				return false
			}
		}
		for e, err := range events {
			if err != nil {
				list = append(list, outcome{end: err})
				break
			}
			p, bad := prepare(e, v)
			list = append(list, outcome{event: p, bad: bad})
			if len(list) == aheadBatch && !send() {
				return
			}
		}
		send()
	}()
	defer func() {
		stop()
		for range ready {
		}
	}()
	for list := range ready {
		for _, o := range list {
			if err := ctx.Err(); err != nil {
				return err
			}
			if o.end != nil {
				return o.end
			}
			if err := one(o.event, o.bad); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

func titled(title string) string {
	if title == "" {
		return ""
	}
	return " ‘" + title + "’"
}
