package window

import (
	"context"
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/store"
)

// told is what the banner tells of this user's corrections.
type told struct {
	seq      int64 // newest change of this user that was looked at; 0: none
	once     bool  // the first look, at what was there when the store was opened, is taken
	head     int64 // newest change of anybody then
	standing []correction
	said     string // what the banner says of them; "": nothing was told
	aside    bool   // taken off the banner while the window shows the past
	no       int    // of the newest look
}

// tellTouched says, after a change that puts something right, which publications it
// touches: whoever has them has it as it was. What is told goes when the change is
// undone, and is counted again after every other one.
func (d *desk) tellTouched() {
	o := d.open
	if o == nil || o.past != nil || o.turning {
		return
	}
	t := &o.told
	if !d.saysTouched() && !t.aside {
		t.standing = nil // read and put away, or something else has been said since
	}
	first, was, head := !t.once, *t, int64(0)
	t.no++
	no := t.no
	var next []correction
	var newest *store.Change
	d.work(job{
		title: "Looking for publications that this touches",
		do: func(ctx context.Context, _ store.Progress) error {
			st := o.sit.Store()
			now, err := st.Head(ctx)
			if err != nil || now.Seq == was.head && !was.aside {
				head, next = was.head, was.standing
				return err
			}
			head = now.Seq
			if newest, _, err = st.Undoable(ctx); err != nil {
				return err
			}
			if next = was.standing; newest != nil && newest.Seq > was.seq && !first {
				next = append(next[:len(next):len(next)], correctionOf(*newest))
			}
			next, err = touching(ctx, st, next, d.names)
			return err
		},
		done: func(err error) bool {
			if d.open != o || no != t.no || err != nil {
				return d.open != o || no != t.no
			}
			fresh := false
			t.once = true
			if t.head = head; newest != nil {
				fresh = newest.Seq > t.seq
				t.seq = max(t.seq, newest.Seq)
			}
			t.standing = next
			d.sayTouched(o, fresh)
			return true
		},
	})
}

// sayTouched puts the newest correction that stands on the banner, or takes one that
// does not off it. What was put away does not come back, unless a fresh one is told.
func (d *desk) sayTouched(o *opened, fresh bool) {
	t := &o.told
	says := d.saysTouched()
	switch {
	case o.past != nil || o.turning:
		t.aside = t.aside || fresh && len(t.standing) > 0
		return
	case len(t.standing) == 0:
		t.said, t.aside = "", false
		if says {
			d.banner.Clear()
		}
		return
	case !says && !fresh && !t.aside:
		t.standing = nil
		return
	}
	c := t.standing[len(t.standing)-1]
	t.aside = false
	if text := touches(c.list); !says || text != t.said {
		t.said = text
		d.banner.Say(look.Caution, text, look.Action{Name: "Open them", Do: func() { d.openTouched(c) }})
	}
}

// saysTouched reports whether the banner tells of a correction.
func (d *desk) saysTouched() bool {
	return d.open != nil && d.open.told.said != "" && d.banner.Text() == d.open.told.said
}

// hideTouched takes a correction off the banner while the window shows the past, in
// which it has not been made.
func (d *desk) hideTouched() {
	if d.saysTouched() {
		d.open.told.aside = true
		d.banner.Clear()
	}
}

// touches is the sentence that names publications, newest first.
func touches(list []store.Publication) string {
	var names []string
	for i, p := range list {
		if i == 3 && len(list) > 4 {
			names = append(names, fmt.Sprintf("and %d more", len(list)-i))
			break
		}
		name := p.File
		if p.Title != "" {
			name = "“" + look.Shorten(p.Title, 48) + "”, " + p.File
		}
		names = append(names, name+" of "+p.Time.Format("2 January"))
	}
	them := "them"
	if len(list) == 1 {
		them = "it"
	}
	return fmt.Sprintf("This touches %s: %s. Whoever has %s still reads what was said before.", look.Count(len(list), "publication"), strings.Join(names, "; "), them)
}

// openTouched shows in the book what a correction touches.
func (d *desk) openTouched(c correction) {
	if d.open == nil {
		return
	}
	if len(c.touching) == 1 {
		d.publications.Touching(c.touching[0].ID, c.touching[0].Title)
	} else {
		d.publications.Touching("", "")
	}
	d.showBook(d.shelf.books[1])
}
