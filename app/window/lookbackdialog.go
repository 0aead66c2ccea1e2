package window

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// manyPublications is how many publications the dialog offers, newest first.
const manyPublications = 50

// rfc tells an instant that a program wrote from what people write.
var rfc = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d`)

// readLookBack reads a moment to look back to: a change as #12, an instant in RFC 3339,
// or a time as people write it, of which the end counts: “3 July” is all that was known
// that day.
func (d *desk) readLookBack(text string) (situation.Moment, time.Time, error) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "#") {
		m, err := situation.ParseMoment(text)
		return m, time.Time{}, err
	}
	if rfc.MatchString(text) {
		if t, err := time.Parse(time.RFC3339, text); err == nil {
			return situation.MomentAt(t), t, nil
		}
	}
	from, to, err := d.readMoment(text)
	if err != nil {
		return situation.Moment{}, time.Time{}, err
	}
	at := from
	if to.Sub(from) > time.Minute || from.IsZero() {
		at = to.Add(-time.Millisecond)
	}
	switch now := d.now(); {
	case from.IsZero() && to.IsZero():
		return situation.Moment{}, at, errors.New("write a moment, as 3 July 14:00 or yesterday evening")
	case to.IsZero():
		return situation.Moment{}, at, fmt.Errorf("“%s” has no end; write the moment that is meant", text)
	case from.After(now):
		return situation.Moment{}, at, fmt.Errorf("%s is still to come", situation.FormatInstant(at, d.zone()))
	case at.After(now):
		at = now // today is what is known by now
	}
	return situation.MomentAt(at), at, nil
}

// moments is what the dialog offers beside what is typed.
type moments struct {
	head   store.Change
	newest string // what the newest change was
	list   []store.Publication
}

// askMoment asks for a moment to look back to.
func (d *desk) askMoment() {
	o := d.open
	if o == nil || d.modal() {
		return
	}
	var m moments
	d.work(job{
		title: "Reading the history",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			st := o.sit.Store()
			if m.head, err = st.Head(ctx); err != nil {
				return err
			}
			if m.list, err = st.Publications(ctx); err != nil {
				return err
			}
			undo, _, err := st.Undoable(ctx)
			if err == nil && undo != nil && undo.Seq == m.head.Seq {
				m.newest = changeName(*undo)
			}
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o && !d.modal() {
				d.offerMoments(o, m)
			}
			return err == nil
		},
	})
}

func (d *desk) offerMoments(o *opened, m moments) {
	if m.head.Seq == 0 {
		d.status.Say("Nothing was recorded in this store yet: there is no past to look back to.")
		return
	}
	var ask *dialog.ConfirmDialog
	says := widget.NewLabel("")
	says.Wrapping = fyne.TextWrapWord
	typed := d.newField("")
	typed.PlaceHolder = "Such as 3 July 14:00, yesterday evening, 2025-07, #12"
	judge := func(text string) {
		says.Importance = widget.LowImportance
		defer says.Refresh()
		if strings.TrimSpace(text) == "" {
			says.Text = "Times are " + zoneName(d.zone(), d.now()) + ", unless you write another zone. Of a day its end counts."
			return
		}
		_, at, err := d.readLookBack(text)
		switch {
		case err != nil:
			says.Importance, says.Text = widget.DangerImportance, look.Sentence(err)
		case at.IsZero():
			says.Text = "The situation when change " + strings.TrimSpace(text) + " had been made."
		default:
			says.Text = "= " + at.In(d.zone()).Format("Monday, 2 January 2006, 15:04:05 ") + "· " + at.UTC().Format("15:04 UTC")
		}
	}
	judge("")
	typed.OnChanged = judge
	typed.OnSubmitted = func(string) { ask.Confirm() }

	away := func(do func()) func() {
		return func() {
			ask.Hide()
			do()
		}
	}
	rows := container.New(look.Rows{Gap: look.Grid / 2})
	offer := func(icon, name, hint string, do func()) {
		b := look.NewButton(name, look.UIIcon(icon), hint, d.status, away(do)).Quiet()
		b.Alignment = widget.ButtonAlignLeading
		rows.Add(b)
	}
	at := func(t time.Time) func() {
		return func() { d.lookBackTo(situation.MomentAt(t), "") }
	}
	if o.past != nil {
		offer("undo", "Back to now", "Show the situation as it is known now", func() { d.backToNow(nil) })
	}
	now := d.now()
	if m.head.Seq > 1 {
		name := "Before the newest change, of " + situation.FormatInstant(m.head.Time, d.zone())
		if m.newest != "" {
			name += ": " + look.Shorten(m.newest, 48)
		}
		offer("history", name, "The situation as it stood before change "+fmt.Sprint(m.head.Seq), func() { d.lookBackTo(situation.MomentOf(m.head.Seq-1), "") })
	}
	offer("clock", "Yesterday at this time", "The situation as it was known 24 hours ago", at(now.AddDate(0, 0, -1)))
	offer("clock", "A week ago at this time", "The situation as it was known seven days ago", at(now.AddDate(0, 0, -7)))
	if len(m.list) > 0 {
		rows.Add(look.NewSection("As a publication showed it", look.Count(len(m.list), "publication")))
	}
	for i, p := range m.list {
		if i == manyPublications {
			rows.Add(look.Caption(fmt.Sprintf("And %d older ones: type the number of the change printed on them, as #12.", len(m.list)-i)))
			break
		}
		name := look.Shorten(p.File, 40) + ", " + situation.FormatInstant(p.Time, d.zone()) + " by " + look.Shorten(p.By, 20)
		offer("snapshot", name, "The situation when publication "+p.ID+" was made", func() { d.lookBackPublished(p) })
	}

	// Fyne's own border hands the keyboard to its middle before its top.
	top := container.New(look.Rows{Gap: look.Grid}, look.Framed(typed), says)
	page := container.New(layout.NewBorderLayout(top, nil, nil, nil), top, container.NewVScroll(rows))
	ask = dialog.NewCustomConfirm("As known at …", "Look back", "Cancel", page, func(yes bool) {
		if !yes {
			return
		}
		moment, _, err := d.readLookBack(typed.Text)
		if err != nil {
			d.offerMoments(o, m) // Fyne closes what was confirmed
			d.dialogs[len(d.dialogs)-1].(*momentDialog).again(typed.Text)
			return
		}
		d.lookBackTo(moment, "")
	}, d.win)
	ask.Resize(d.within(560, 460))
	d.show(&momentDialog{ask, typed})
	d.win.Canvas().Focus(typed)
}

// momentDialog is the dialog with its field.
type momentDialog struct {
	*dialog.ConfirmDialog
	typed *field
}

// again has what could not be read stand in the field anew.
func (m *momentDialog) again(text string) {
	m.typed.SetText(text)
	m.typed.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// lookBackTo looks back to a moment.
func (d *desk) lookBackTo(m situation.Moment, why string) {
	o := d.open
	if o == nil {
		return
	}
	d.lookBack("Looking back", why, func(ctx context.Context) (*store.Past, error) { return m.Open(ctx, o.sit.Store()) })
}

// lookBackPublished looks back to what a publication showed.
func (d *desk) lookBackPublished(p store.Publication) {
	o := d.open
	if o == nil {
		return
	}
	why := "as " + look.Shorten(p.File, 60) + " showed it, published by " + p.By
	d.lookBack("Looking back", why, func(ctx context.Context) (*store.Past, error) { return o.sit.Store().PublishedState(ctx, p) })
}
