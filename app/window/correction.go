package window

import (
	"context"
	"slices"
	"time"

	published "sitmap/app/publication"
	"sitmap/app/situation"
	"sitmap/store"
)

// mostTouching is of how many events of one change it is asked in which publications
// they went out.
const mostTouching = 50

// correction is a change of this user that may put right what was published.
type correction struct {
	seq      int64
	time     time.Time
	events   []store.ChangeItem  // that it changed
	touching []store.ChangeItem  // those of them that went out otherwise than they are
	list     []store.Publication // in which they did, newest first
}

// correctionOf is what a change may put right: nothing where it only brings in what
// others wrote.
func correctionOf(c store.Change) correction {
	r := correction{seq: c.Seq, time: c.Time}
	if c.Reason == store.ReasonImported {
		return r
	}
	for _, item := range c.Items {
		if item.Entity == store.EntityEvent && len(r.events) < mostTouching {
			r.events = append(r.events, item)
		}
	}
	return r
}

// touching are those of some corrections that were not undone and that touch a
// publication, each counted anew.
func touching(ctx context.Context, st *store.Store, list []correction, names situation.Names) ([]correction, error) {
	var left []correction
	for _, c := range list {
		if err := c.count(ctx, st, names); err != nil {
			return nil, err
		}
		if len(c.list) > 0 {
			left = append(left, c)
		}
	}
	return left, nil
}

// count finds the publications that a correction touches: those made before it that say
// otherwise than what is known now, unless it only added something, or was undone.
func (c *correction) count(ctx context.Context, st *store.Store, names situation.Names) error {
	c.touching, c.list = nil, nil
	seen := map[string]bool{}
	for _, item := range c.events {
		h, err := historyOf(ctx, st, item.ID)
		if err != nil {
			return err
		}
		if right, err := h.putsRight(c.seq); err != nil {
			return err
		} else if !right {
			continue
		}
		all, err := published.Touching(ctx, st, item.ID, names)
		if err != nil {
			return err
		}
		touches := false
		for _, p := range all {
			if p.Time.After(c.time) {
				continue // who exported it then knew
			}
			if other, err := h.otherwise(p.Head); err != nil {
				return err
			} else if !other {
				continue
			}
			touches = true
			if !seen[p.ID] {
				seen[p.ID] = true
				c.list = append(c.list, p)
			}
		}
		if touches {
			c.touching = append(c.touching, item)
		}
	}
	slices.SortStableFunc(c.list, func(a, b store.Publication) int { return b.Time.Compare(a.Time) })
	return nil
}

// history are the changes of one event, oldest first.
type history []store.Change

func historyOf(ctx context.Context, st *store.Store, event string) (history, error) {
	all, err := st.History(ctx, store.EntityEvent, event)
	return slices.DeleteFunc(all, func(c store.Change) bool { return len(c.Items) == 0 }), err
}

// putsRight reports whether a change of the event corrected something, and still
// stands.
func (h history) putsRight(seq int64) (bool, error) {
	i := slices.IndexFunc(h, func(c store.Change) bool { return c.Seq == seq })
	if i < 0 || slices.ContainsFunc(h, func(c store.Change) bool { return c.Undoes == seq }) {
		return false, nil
	}
	return corrects(h[i].Items[0].Before, h[i].Items[0].After)
}

// otherwise reports whether the event as it stood when a change had been made says what
// is corrected now.
func (h history) otherwise(seq int64) (bool, error) {
	var then []byte
	for _, c := range h {
		if c.Seq <= seq {
			then = c.Items[0].After
		}
	}
	return corrects(then, h[len(h)-1].Items[0].After)
}

// corrects compares two states of an event as JSON; nil is none.
func corrects(before, after []byte) (bool, error) {
	if before == nil {
		return false, nil
	}
	if after == nil {
		return true, nil // what was published is not there any more
	}
	was, err := store.DecodeEvent(before)
	if err != nil {
		return false, err
	}
	is, err := store.DecodeEvent(after)
	return err == nil && published.Corrects(was, is), err
}
