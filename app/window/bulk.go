package window

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/when"
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

	turn    int
	stop    func()
	bulk    store.Bulk
	preview []store.BulkChange
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
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o {
				d.bulkOf(o, shown, actors)
			}
			return err == nil
		},
	})
}

// protections are what the picker offers: codes and names.
func protections() [][2]string {
	return [][2]string{
		{"", "Leave as it is"},
		{"none", "None"},
		{"CLEAR", "TLP:CLEAR, no limit"},
		{"GREEN", "TLP:GREEN, within the community"},
		{"AMBER", "TLP:AMBER, organisation and its clients"},
		{"AMBER+STRICT", "TLP:AMBER+STRICT, within the organisation"},
		{"RED", "TLP:RED, for those named only"},
	}
}

func (d *desk) bulkOf(o *opened, shown []string, actors []store.Actor) *bulkDialog {
	x := &bulkDialog{d: d, o: o, shown: shown, actors: actors, marked: d.list.Marked()}
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
	x.protection = d.newPicker(protections(), x.changed)
	x.secret = d.newTick("do not publish", x.changed)
	var names []string
	for _, a := range actors {
		names = append(names, a.Name)
	}
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
		look.NewSection("Protection", ""), labelled("Becomes", x.protection), labelled("Embargo", x.embargo), labelled("", x.secret),
		look.NewSection("Actor", ""), labelled("Instead of", x.from), labelled("Name", x.to), labelled("", x.merge),
		look.NewSection("Note", ""), labelled("Why", x.note))
	left := container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid}, rows))
	follow(left, x.which, x.tag, x.untag, x.assessment, x.why, x.protection, x.embargo, x.secret, x.from, x.to, x.merge, x.note)
	right := container.NewBorder(container.New(look.Rows{Gap: look.Grid}, look.NewSection("What will change", ""), x.says), nil, nil, nil,
		container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid, Bottom: 2 * look.Grid}, look.Tight(x.list))))

	x.apply = widget.NewButton("Change", x.write)
	x.apply.Importance = widget.HighImportance
	x.look = widget.NewButton("Preview", x.read)
	x.dlg = dialog.NewCustomWithoutButtons("Edit many events", container.New(besides{}, left, right), d.win)
	x.dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", func() { x.dlg.Hide() }), x.look, x.apply})
	x.which.SetSelectedIndex(0)
	x.assessment.choose("")
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
	x.preview, x.merging = nil, nil
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

func empty(b store.Bulk) bool {
	return len(b.Tag) == 0 && len(b.Untag) == 0 && b.Assessment == "" && b.Protection == nil && b.ActorFrom == ""
}

func (x *bulkDialog) say(text string, how widget.Importance) {
	x.says.Importance = how
	x.says.SetText(text)
	x.list.SetText("")
}

// words are what stands between commas.
func words(text string) []string {
	var out []string
	for w := range strings.SplitSeq(text, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// actor is the actor of a name, which must be one of the store's.
func (x *bulkDialog) actor(name string) (string, error) {
	var found []string
	for _, a := range x.actors {
		if store.Fold(a.Name) == store.Fold(name) {
			found = append(found, a.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("there is no actor “%s”: choose one from the list", name)
	}
	return "", fmt.Errorf("%d actors are called “%s”: give them names of their own first (Ctrl+U)", len(found), name)
}

// wish is what the fields say: an edit, or a merge of two actors.
func (x *bulkDialog) wish() (b store.Bulk, merge *[2]string, err error) {
	b = store.Bulk{Tag: words(x.tag.Text), Untag: words(x.untag.Text), Assessment: store.Assessment(x.assessment.code()), AssessmentNote: strings.TrimSpace(x.why.Text)}
	if b.Assessment == "" {
		b.AssessmentNote = ""
	}
	tlp, until := x.protection.code(), strings.TrimSpace(x.embargo.Text)
	switch {
	case tlp == "" && (until != "" || x.secret.Checked):
		return b, nil, errors.New("choose the TLP that goes with the embargo or “do not publish”, or None: they take the place of what there is")
	case tlp != "":
		p := store.Protection{DoNotPublish: x.secret.Checked}
		if tlp != "none" {
			p.TLP = tlp
		}
		if until != "" {
			at, err := when.Instant(until, x.d.zone())
			if err != nil {
				return b, nil, fmt.Errorf("the embargo: %w", err)
			}
			p.Embargo = at.UTC()
		}
		b.Protection = &p
	}
	from, to := strings.TrimSpace(x.from.Text), strings.TrimSpace(x.to.Text)
	if from == "" && to == "" {
		if x.merge.Checked {
			return b, nil, errors.New("name the actor that goes, and the one that is kept")
		}
		return b, nil, nil
	}
	if from == "" || to == "" {
		return b, nil, errors.New("name both: the actor named now, and the one to name instead")
	}
	if b.ActorFrom, err = x.actor(from); err != nil {
		return b, nil, err
	}
	if b.ActorTo, err = x.actor(to); err != nil {
		return b, nil, err
	}
	if b.ActorFrom == b.ActorTo {
		return b, nil, errors.New("an actor is replaced by another one: the two are the same")
	}
	if x.merge.Checked {
		pair := [2]string{b.ActorTo, b.ActorFrom}
		b.ActorFrom, b.ActorTo = "", ""
		if !empty(b) {
			return b, nil, errors.New("a merge is a change of its own: leave the other fields empty")
		}
		return b, &pair, nil
	}
	return b, nil, nil
}

// read asks the store what would change.
func (x *bulkDialog) read() {
	b, merge, err := x.wish()
	if err != nil || merge == nil && empty(b) || !x.open() {
		return
	}
	x.turn++
	mine, ids := x.turn, x.ids()
	x.say("Looking what would change …", widget.LowImportance)
	var list []store.BulkChange
	var m store.Merging
	x.d.work(job{
		title: "Looking what would change",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			if merge != nil {
				m, err = x.o.sit.Store().PlanMerge(ctx, store.EntityActor, merge[0], merge[1])
			} else {
				list, err = x.o.sit.Store().PreviewBulk(ctx, ids, b)
			}
			return err
		},
		done: func(err error) bool {
			switch {
			case mine != x.turn || !x.open():
				return true
			case err != nil:
				x.say(look.Sentence(err), widget.DangerImportance)
				return true
			case merge != nil:
				x.showMerge(m)
			default:
				x.show(b, ids, list)
			}
			return true
		},
	})
}

func (x *bulkDialog) show(b store.Bulk, ids []string, list []store.BulkChange) {
	x.bulk, x.preview = b, list
	if len(list) == 0 {
		x.say(fmt.Sprintf("Nothing: all %s are so already.", look.Count(len(ids), "event")), widget.MediumImportance)
		return
	}
	x.say(fmt.Sprintf("%s of %d. One undo takes it all back.", look.Count(len(list), "event"), len(ids)), widget.MediumImportance)
	var lines []string
	for _, c := range list[:min(len(list), bulkListed)] {
		lines = append(lines, "“"+look.Shorten(c.Title, 70)+"”: "+strings.Join(c.What, "; "))
	}
	if more := len(list) - bulkListed; more > 0 {
		lines = append(lines, fmt.Sprintf("and %s more", look.Count(more, "event")))
	}
	x.list.SetText(strings.Join(lines, "\n"))
	x.apply.SetText("Change " + look.Count(len(list), "event"))
	x.apply.Enable()
}

func (x *bulkDialog) showMerge(m store.Merging) {
	x.merging = &m
	x.say(fmt.Sprintf("“%s” becomes part of “%s”: named in %s and by %s. It is deleted; one undo brings it back.",
		m.GoneTitle, m.KeepTitle, look.Count(m.Events, "event"), look.Count(m.Actors, "other actor")), widget.MediumImportance)
	x.list.SetText(strings.Join(m.Kept, "\n"))
	x.apply.SetText("Merge the two")
	x.apply.Enable()
}

// write carries out what the preview shows.
func (x *bulkDialog) write() {
	if x.apply.Disabled() {
		return
	}
	d, o, b, list, m, note := x.d, x.o, x.bulk, x.preview, x.merging, strings.TrimSpace(x.note.Text)
	x.dlg.Hide()
	d.work(job{
		title: "Changing the events", keep: true,
		do: func(ctx context.Context, p store.Progress) error {
			var err error
			if m != nil {
				_, err = o.sit.Store().Merge(ctx, store.EntityActor, m.Keep, m.Gone, note, p)
			} else {
				_, err = o.sit.Store().ApplyBulk(ctx, list, b, store.ReasonUpdate, note, p)
			}
			if err != nil {
				return err
			}
			return o.sit.Reload(ctx)
		},
		done: func(err error) bool {
			var conflict *store.ConflictError
			if errors.As(err, &conflict) {
				d.fail(fmt.Errorf("nothing was changed: %w; look at the preview again", err))
				return true
			}
			if err != nil || d.open != o {
				return err == nil
			}
			d.list.Unmark()
			d.wordsChanged()
			d.refreshUndo()
			if m != nil {
				d.status.Say("Merged “%s” into “%s”. Undo (Ctrl+Z) takes it back.", m.GoneTitle, m.KeepTitle)
			} else {
				d.status.Say("Changed %s. Undo (Ctrl+Z) takes it all back.", look.Count(len(list), "event"))
			}
			return true
		},
	})
	d.focusList()
}
