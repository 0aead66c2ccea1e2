package window

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sitmap/app/look"
	published "sitmap/app/publication"
	"sitmap/app/situation"
	"sitmap/store"
)

// mostTouching is of how many events of one change it is asked in which publications
// they went out.
const mostTouching = 50

// touched is what a correction touches.
type touched struct {
	seq    int64 // of the newest change of this user; 0: there is none
	events []store.ChangeItem
	list   []store.Publication
}

// tellTouched says, after a change that puts something right, which publications it
// touches: whoever has them has it as it was.
func (d *desk) tellTouched() {
	o := d.open
	if o == nil || o.past != nil {
		return
	}
	since, first := o.told, !o.toldOnce
	o.toldOnce = true
	var t touched
	d.work(job{
		title: "Looking for publications that this touches",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			t, err = touchedBy(ctx, o.sit.Store(), since, first, d.names)
			return err
		},
		done: func(err error) bool {
			if d.open != o || err != nil {
				return d.open != o
			}
			o.told = max(o.told, t.seq)
			if len(t.list) > 0 {
				d.banner.Say(look.Caution, touches(t), look.Action{Name: "Open them", Do: func() { d.openTouched(t) }})
			}
			return true
		},
	})
}

// touchedBy looks whether this user's newest change, if it is newer than since, puts
// something right that was published. Of the first one it is only told which it is.
func touchedBy(ctx context.Context, st *store.Store, since int64, first bool, names situation.Names) (t touched, err error) {
	c, _, err := st.Undoable(ctx)
	if err != nil || c == nil {
		return t, err
	}
	t.seq = c.Seq
	if first || c.Seq <= since || c.Reason == store.ReasonImported {
		return t, nil
	}
	seen := map[string]bool{}
	for _, item := range c.Items[:min(len(c.Items), mostTouching)] {
		if item.Entity != store.EntityEvent {
			continue
		}
		if right, err := putsRight(ctx, st, item.ID, c.Seq); err != nil || !right {
			if err != nil {
				return t, err
			}
			continue
		}
		list, err := published.Touching(ctx, st, item.ID, names)
		if err != nil {
			return t, err
		}
		if len(list) > 0 {
			t.events = append(t.events, item)
		}
		for _, p := range list {
			if !seen[p.ID] {
				seen[p.ID] = true
				t.list = append(t.list, p)
			}
		}
	}
	slices.SortStableFunc(t.list, func(a, b store.Publication) int { return b.Time.Compare(a.Time) })
	return t, nil
}

// putsRight reports whether a change of an event corrected something.
func putsRight(ctx context.Context, st *store.Store, id string, seq int64) (bool, error) {
	all, err := st.History(ctx, store.EntityEvent, id)
	if err != nil {
		return false, err
	}
	for _, c := range all {
		if c.Seq != seq || len(c.Items) == 0 || c.Items[0].Before == nil {
			continue
		}
		if c.Items[0].After == nil {
			return true, nil // what was published is not there any more
		}
		before, err := store.DecodeEvent(c.Items[0].Before)
		if err != nil {
			return false, err
		}
		after, err := store.DecodeEvent(c.Items[0].After)
		return err == nil && published.Corrects(before, after), err
	}
	return false, nil
}

// touches is the sentence that names the publications.
func touches(t touched) string {
	var names []string
	for i, p := range t.list {
		if i == 3 && len(t.list) > 4 {
			names = append(names, fmt.Sprintf("and %d more", len(t.list)-i))
			break
		}
		name := p.File
		if p.Title != "" {
			name = "“" + look.Shorten(p.Title, 48) + "”, " + p.File
		}
		names = append(names, name+" of "+p.Time.Format("2 January"))
	}
	them := "them"
	if len(t.list) == 1 {
		them = "it"
	}
	return fmt.Sprintf("This touches %s: %s. Whoever has %s still reads what was said before.", look.Count(len(t.list), "publication"), strings.Join(names, "; "), them)
}

// openTouched shows in the book what a correction touches.
func (d *desk) openTouched(t touched) {
	if d.open == nil {
		return
	}
	if len(t.events) == 1 {
		d.publications.Touching(t.events[0].ID, t.events[0].Title)
	} else {
		d.publications.Touching("", "")
	}
	d.showBook(d.shelf.books[1])
}
