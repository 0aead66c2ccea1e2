package window

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

// Measures of the bulk edit.
const (
	bulkAtOnce  = 5000 // of so many events the preview follows the typing
	bulkPatient = 350 * time.Millisecond
	bulkListed  = 500 // changes that the preview names
)

// bulkDialog edits a selection of events at a time: it shows what would be changed before
// anything is, and all of it is one undo.
type bulkDialog struct {
	d   *desk
	o   *opened
	dlg *dialog.CustomDialog

	which              *picker
	tag, untag         *field
	assessment         *picker
	why                *field
	review             *picker
	protection         *picker
	embargo            *field
	secret             *tick
	from, to           *choice
	merge              *tick
	note               *field
	says               *widget.Label
	list               *widget.Label
	apply, look        *widget.Button
	marked, shown, one []string
	actors             []store.Actor
	called             []string // how these are offered

	turn    int
	stop    func()
	bulk    store.Bulk
	preview []store.BulkChange
	own     []store.BulkChange // that may not be reviewed by this user
	merging *store.Merging
}

// askBulk opens the bulk edit of what is marked in the list, else of all that is shown.
func (d *desk) askBulk() {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	var actors []store.Actor
	var shown []string
	var uses map[string]int64
	rows := o.sit.Rows()
	d.work(job{
		title: "Reading the selection",
		do: func(ctx context.Context, _ store.Progress) error {
			shown = rows.IDs()
			list, err := o.sit.Store().Actors(ctx)
			for _, a := range list {
				if !a.Deleted {
					actors = append(actors, a.Value)
				}
			}
			if err == nil {
				uses, err = usesOfNamesakes(ctx, o.sit.Store(), actors)
			}
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o {
				d.bulkOf(o, shown, actors, uses)
			}
			return err == nil
		},
	})
}

func (d *desk) bulkOf(o *opened, shown []string, actors []store.Actor, uses map[string]int64) *bulkDialog {
	x := &bulkDialog{d: d, o: o, shown: shown, actors: actors, called: actorLabels(actors, uses), marked: d.list.Marked()}
	if id := o.sit.Selected(); id != "" {
		x.one = []string{id}
	}
	var which [][2]string
	if len(x.marked) > 0 {
		which = append(which, [2]string{"marked", look.Count(len(x.marked), "event") + " marked in the list"})
	}
	which = append(which, [2]string{"shown", x.shownWords()})
	if len(x.one) > 0 {
		which = append(which, [2]string{"one", "The selected event"})
	}
	x.which = d.newPicker(which, x.changed)
	x.tag, x.untag, x.why, x.embargo, x.note = d.newField(""), d.newField(""), d.newField(""), d.newField(""), d.newField("")
	x.tag.PlaceHolder, x.untag.PlaceHolder = "commas between", "commas between"
	x.why.PlaceHolder = "why; a retraction needs it"
	x.embargo.PlaceHolder = "until 2025-07-04 12:00"
	x.note.PlaceHolder = "for the history (may stay empty)"
	levels := [][2]string{{"", "Leave as it is"}}
	for _, a := range []store.Assessment{store.Reported, store.Corroborated, store.Confirmed, store.Disputed, store.Retracted} {
		levels = append(levels, [2]string{string(a), string(a)})
	}
	x.assessment = d.newPicker(levels, x.changed)
	x.review = d.newPicker(reviews(d.author()), x.changed)
	x.protection = d.newPicker(protections(), x.changed)
	x.secret = d.newTick("do not publish", x.changed)
	names := slices.Clone(x.called)
	x.from, x.to = d.newChoice("", names), d.newChoice("", names)
	x.from.PlaceHolder, x.to.PlaceHolder = "actor named now", "actor to name instead"
	x.merge = d.newTick("merge the two for good, in the whole store", x.changed)
	for _, f := range []*field{x.tag, x.untag, x.why, x.embargo} {
		f.OnChanged = func(string) { x.changed() }
	}
	for _, f := range []*field{x.tag, x.untag, x.why, x.embargo, x.note} {
		f.OnSubmitted = func(string) { x.write() } // what the preview shows, or nothing yet
	}
	x.from.OnChanged, x.to.OnChanged = func(string) { x.changed() }, func(string) { x.changed() }

	x.says, x.list = look.Body(""), look.Caption("")
	x.says.Selectable = false
	rows := container.New(look.Rows{Gap: look.Grid},
		labelled("Events", x.which),
		look.NewSection("Tags", ""), labelled("Set", x.tag), labelled("Take away", x.untag),
		look.NewSection("Assessment", ""), labelled("Becomes", x.assessment), labelled("", x.why),
		look.NewSection("Review", ""), labelled("Becomes", x.review),
		look.NewSection("Protection", ""), labelled("Becomes", x.protection), labelled("Embargo", x.embargo), labelled("", x.secret),
		look.NewSection("Actor", ""), labelled("Instead of", x.from), labelled("Name", x.to), labelled("", x.merge),
		look.NewSection("Note", ""), labelled("Why", x.note))
	left := container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid}, rows))
	follow(left, x.which, x.tag, x.untag, x.assessment, x.why, x.review, x.protection, x.embargo, x.secret, x.from, x.to, x.merge, x.note)
	right := container.NewBorder(container.New(look.Rows{Gap: look.Grid}, look.NewSection("What will change", ""), look.Tight(x.says)), nil, nil, nil,
		container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid, Bottom: 2 * look.Grid}, look.Tight(x.list))))

	x.apply = widget.NewButton("Change", x.write)
	x.apply.Importance = widget.HighImportance
	x.look = widget.NewButton("Preview", x.read)
	x.dlg = dialog.NewCustomWithoutButtons("Edit many events", container.New(besides{}, left, right), d.win)
	x.dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", func() { x.dlg.Hide() }), x.look, x.apply})
	x.which.SetSelectedIndex(0)
	x.assessment.choose("")
	x.review.choose("")
	x.protection.choose("")
	x.dlg.Resize(d.within(1080, 760))
	d.show(x.dlg)
	d.win.Canvas().Focus(x.tag)
	x.changed()
	return x
}

// shownWords say how the events that are shown were chosen.
func (x *bulkDialog) shownWords() string {
	s := x.o.sit
	words := "All " + look.Count(len(x.shown), "event")
	if len(x.shown) == 1 {
		words = "The one event"
	}
	var how []string
	if f := s.Filter(); f != "" {
		how = append(how, "match “"+look.Shorten(f, 30)+"”")
	}
	if s.Box() != nil {
		how = append(how, "lie in the box")
	}
	if from, to := s.Window(); !from.IsZero() || !to.IsZero() {
		how = append(how, "are in the time window")
	}
	if len(how) == 0 {
		return words + " of the list"
	}
	return words + " that " + strings.Join(how, ", ")
}

func (x *bulkDialog) ids() []string {
	switch x.which.code() {
	case "marked":
		return x.marked
	case "one":
		return x.one
	}
	return x.shown
}

func (x *bulkDialog) open() bool {
	return slices.ContainsFunc(x.d.dialogs, func(d dialog.Dialog) bool { return d == dialog.Dialog(x.dlg) })
}

// changed follows a change of the fields: the preview comes a moment later.
func (x *bulkDialog) changed() {
	if x.dlg == nil {
		return
	}
	x.turn++
	x.preview, x.own, x.merging = nil, nil, nil
	x.apply.Disable()
	if x.stop != nil {
		x.stop()
	}
	b, merge, err := x.wish()
	switch {
	case err != nil:
		x.say(look.Sentence(err), widget.WarningImportance)
		return
	case merge == nil && empty(b):
		x.say("Fill in what is to change: what is left empty stays as it is.", widget.MediumImportance)
		return
	case len(x.ids()) > bulkAtOnce:
		x.say(fmt.Sprintf("These are %s. Press Preview to see what would change.", look.Count(len(x.ids()), "event")), widget.MediumImportance)
		return
	}
	x.stop = x.d.run.After(bulkPatient, x.read)
}

func (x *bulkDialog) say(text string, how widget.Importance) {
	x.says.Importance = how
	x.says.SetText(text)
	x.list.SetText("")
}
