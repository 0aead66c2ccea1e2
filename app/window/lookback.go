package window

import (
	"context"
	"errors"
	"fmt"

	"sitmap/app/dossier"
	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// standing is the strip over the window that says in which past it stands.
type standing struct {
	strip *look.Strip
	back  *look.Button
}

func newStanding(d *desk) *standing {
	s := &standing{}
	other := look.NewButton("Another moment …", look.UIIcon("history"), "Look back to another moment (Ctrl+H)", d.status, d.askMoment)
	s.back = look.NewButton("Back to now", look.UIIcon("undo"), "Show the situation as it is known now (Escape, once nothing is selected)", d.status, func() { d.backToNow(nil) })
	s.strip = look.NewStrip("history", other, s.back)
	return s
}

// past is what the window shows instead of the present; nil: the present. There is none
// while no store is open.
func (d *desk) past() *store.Past {
	if d.open == nil {
		return nil
	}
	return d.open.past
}

// lookBack has the whole window stand at a moment of the past: map, list, figures,
// dossier, and then goes on. Where why is not empty it says what the moment is, as “as
// Brief.png showed it”.
func (d *desk) lookBack(title, why string, at func(context.Context) (*store.Past, error), then ...func()) {
	o := d.open
	if o == nil || o.turning {
		return
	}
	d.leaveForm(func() {
		var past *store.Past
		d.turn(o, title, func(ctx context.Context) (err error) {
			was := o.sit.Filter()
			if past, err = at(ctx); err == nil {
				asked := o.sit.Filter()
				if err = o.sit.LookBack(ctx, past); err != nil && asked != was && o.sit.Filter() == asked {
					err = errors.Join(err, o.sit.SetFilter(o.ctx, was)) // it was that of the moment
				}
			}
			return err
		}, func() {
			o.past, o.why = past, why
			d.hideTouched()
			o.then = &dossier.Reader{
				Store: past, Zone: d.zone(), Clock: past.Moment,
				Country: d.names.CountryName, Admin1: d.names.Admin1Name,
			}
			d.status.Say("The situation as known at %s. Nothing can be changed until you go back to now.", situation.FormatInstant(past.Moment(), d.zone()))
			for _, f := range then {
				defer f()
			}
		})
	})
}

// backToNow has the window show the present again, and then goes on.
func (d *desk) backToNow(then func()) {
	o := d.open
	if o == nil || o.turning {
		return
	}
	if o.past == nil {
		if then != nil {
			then()
		}
		return
	}
	d.turn(o, "Going back to now", func(ctx context.Context) error { return o.sit.LookBack(ctx, nil) }, func() {
		o.past, o.why, o.then = nil, "", nil
		d.banner.Clear()
		d.tellTouched()
		d.status.Say("Back to now.")
		if then != nil {
			then()
		}
	})
}

// turn has the situation go to another moment. While it does nothing can be changed.
func (d *desk) turn(o *opened, title string, do func(context.Context) error, turned func()) {
	o.turning = true
	d.work(job{
		title: title,
		do: func(ctx context.Context, p store.Progress) error {
			// Of cancelled work the window hears no more.
			defer d.run.Do(func() { o.turning = false })
			stop := o.sit.Subscribe(func() { p(o.sit.Progress()) })
			defer stop()
			return do(ctx)
		},
		done: func(err error) bool {
			if d.open != o {
				return true
			}
			if err == nil {
				turned()
				d.showStanding()
				d.sync()
			}
			return err == nil
		},
	})
}

// showStanding says over the map in which past the window stands, or nothing.
func (d *desk) showStanding() {
	title := "Sitmap"
	if d.open != nil {
		title = storeName(d.open.path) + " – Sitmap"
	}
	past := d.past()
	if past == nil {
		d.standing.strip.Clear()
		d.win.SetTitle(title)
		d.header.update()
		d.reflow()
		return
	}
	o := d.open
	what := "As known at " + situation.FormatInstant(past.Moment(), d.zone())
	d.win.SetTitle(what + " – " + title)
	more := ""
	if head, err := past.Head(d.ctx); err == nil {
		more = fmt.Sprintf("Up to change %d, %s by %s.", head.Seq, situation.FormatInstant(head.Time, d.zone()), head.By)
	}
	if o.why != "" {
		more = situation.Sentence(o.why) + ". " + more
	}
	if o.layers != nil && len(o.layers.Layers()) > 0 {
		more += " Layers are drawn as they are now."
	}
	d.standing.strip.Say(what+" — read only", more)
	d.header.update()
	d.reflow()
}

// reader reads the pages of what the window shows.
func (o *opened) pages() *dossier.Reader {
	if o.past != nil {
		return o.then
	}
	return o.reader
}

// inThePast reports whether the window stands in the past, or is on its way, and says
// that nothing can be changed there.
func (d *desk) inThePast() bool {
	o := d.open
	switch {
	case o == nil:
		return false
	case o.turning:
		d.status.Say("The window is on its way to another moment: nothing can be changed meanwhile.")
		return true
	case o.past == nil:
		return false
	}
	err := errors.New("the window shows the past, in which nothing can be changed: go back to now first")
	d.banner.Say(look.Caution, look.Sentence(err), look.Action{Name: "Back to now", Do: func() { d.backToNow(nil) }})
	d.status.Fail(err)
	return true
}
