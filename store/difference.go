package store

import (
	"bytes"
	"context"
	"slices"
	"time"
)

// Became is what has become of an event since a moment.
type Became string

// What may have become of an event.
const (
	BecameAdded      Became = "added"
	BecameChanged    Became = "changed"
	BecameDeleted    Became = "deleted"
	BecameRetracted  Became = "retracted" // it is said to be wrong; it stays, with the reason
	BecameReinstated Became = "reinstated"
)

// Difference is how an event differs from what it was.
type Difference struct {
	ID     string
	Number int64
	Became Became
	// Fields are the names of the members that differ, in the order of the JSON; those
	// of an actor or a source that the event names count as the event's.
	Fields    []string
	Then, Now *Stored[Event] // nil: it was not there, it is not there any more
	// When, By, Reason and Note are those of the newest change of the event itself;
	// empty where only what it names has changed.
	When   time.Time
	By     string
	Reason Reason
	Note   string
}

// Title is what the event is called now, or was last.
func (d Difference) Title() string {
	if d.Now != nil {
		return d.Now.Value.Title
	}
	if d.Then != nil {
		return d.Then.Value.Title
	}
	return ""
}

// Differences compares events as they were with what they are: of those that changes
// touched, or that name what changes touched, the ones that keep lets pass by their
// number (nil: all), by number. At most limit of them; more says whether there are
// others. Events that are the same again are left out.
func (p *Past) Differences(ctx context.Context, keep func(number int64) bool, limit int) (list []Difference, more bool, err error) {
	err = p.snapshot(ctx, func(r *reader) error {
		near, err := r.near(ctx)
		if err != nil {
			return err
		}
		numbers := near
		for n := range r.then.records[EntityEvent] {
			numbers = append(numbers, n)
		}
		slices.Sort(numbers)
		if keep != nil {
			numbers = slices.DeleteFunc(numbers, func(n int64) bool { return !keep(n) })
		}
		now := newReader(r.q)
		for ns := range slices.Chunk(numbers, batch) {
			were, err := byNumber(ctx, r, ns)
			if err != nil {
				return err
			}
			are, err := byNumber(ctx, now, ns)
			if err != nil {
				return err
			}
			for _, n := range ns {
				d, err := difference(were[n], are[n])
				if err != nil {
					return err
				}
				if d.Became == "" {
					continue
				}
				if len(list) == limit {
					more = true
					return nil
				}
				d.Number = n
				if err := d.explain(ctx, r, p.head.Seq, are[n]); err != nil {
					return err
				}
				list = append(list, d)
			}
		}
		return nil
	})
	return list, more, explain("reading what has changed in", p.file(), err)
}

func byNumber(ctx context.Context, r *reader, ns []int64) (map[int64]*row, error) {
	rows, err := r.eventsWhole(ctx, someEvents(ns))
	out := make(map[int64]*row, len(rows))
	for _, x := range rows {
		out[x.n] = x
	}
	return out, err
}

// difference compares an event with what it is now; nil was not, or is not, there.
func difference(then, now *row) (d Difference, err error) {
	there := func(x *row) *Stored[Event] {
		if x == nil || x.Stored.Deleted {
			return nil
		}
		return &x.Stored
	}
	if d.Then, d.Now = there(then), there(now); d.Then == nil && d.Now == nil {
		return d, nil
	}
	switch {
	case d.Then == nil:
		d.ID, d.Became = d.Now.Value.ID, BecameAdded
		return d, nil
	case d.Now == nil:
		d.ID, d.Became = d.Then.Value.ID, BecameDeleted
		return d, nil
	}
	d.ID = d.Now.Value.ID
	a, err := encode(d.Then.Value)
	if err != nil {
		return d, err
	}
	b, err := encode(d.Now.Value)
	if err != nil || bytes.Equal(a, b) {
		return d, err
	}
	d.Fields = differing(a, b)
	was, is := d.Then.Value.Assessment == Retracted, d.Now.Value.Assessment == Retracted
	switch {
	case is && !was:
		d.Became = BecameRetracted
	case was && !is:
		d.Became = BecameReinstated
	default:
		d.Became = BecameChanged
	}
	return d, nil
}

// explain says by whom, and why, the event was changed last.
func (d *Difference) explain(ctx context.Context, r *reader, since int64, now *row) error {
	if now == nil || !now.change.Valid || now.change.Int64 <= since {
		return nil
	}
	c, err := scanChange(r.q.QueryRowContext(ctx, `SELECT `+changeColumns+` FROM change c WHERE c.n = ?`, now.change.Int64).Scan)
	if err != nil {
		return missing(err)
	}
	d.When, d.By, d.Reason, d.Note = c.Time, c.By, c.Reason, c.Note
	return nil
}
