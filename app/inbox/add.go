package inbox

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// adding is the page on which an item is written down: it stands where the list is
// otherwise.
type adding struct {
	box                           *fyne.Container
	title, outlet, url, published *typed
	text                          *typed
	problem                       *widget.Label
	how                           string
	author, language              string
	date                          func(string) (string, error)
	keep                          func(Draft)
	leave                         func()
}

func newAdding(hints look.Hinter, date func(string) (string, error), keep func(Draft), leave func()) *adding {
	a := &adding{date: date, keep: keep, leave: leave, problem: widget.NewLabel("")}
	a.problem.Importance, a.problem.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	a.problem.Hide()
	line := func(holder string) *typed { return newTyped(holder, a.done, a.leave) }
	a.title, a.outlet = line("What it is headed"), line("Who published it, such as Reuters")
	a.url, a.published = line("https://…"), line("When it came out, such as 4 July 2025 14:30")
	a.text = line("What it says: paste it here")
	a.text.MultiLine, a.text.Wrapping = true, fyne.TextWrapWord
	keepIt := look.NewButton("Keep it", look.UIIcon("check"), "Put the item into the inbox (Ctrl+Enter)", hints, a.done)
	keepIt.Importance = widget.HighImportance
	cancel := look.NewButton("Cancel", nil, "Back to the inbox (Escape)", hints, a.leave)
	rows := container.New(look.Rows{Gap: look.Grid})
	for _, f := range []struct {
		name  string
		field *typed
	}{{"Title", a.title}, {"Outlet", a.outlet}, {"Address", a.url}, {"Published", a.published}} {
		rows.Add(container.New(labelled{}, look.FieldName(f.name), f.field))
	}
	rows.Add(look.FieldName("Text"))
	// Tab follows the order of the objects: the text comes behind the lines above it.
	buttons := container.New(look.Rows{Gap: look.Grid}, a.problem, container.NewHBox(keepIt, cancel))
	a.box = container.New(look.Around(2*look.Grid), container.New(layout.NewBorderLayout(rows, buttons, nil, nil), rows, a.text, buttons))
	return a
}

// begin shows what is known of an item already.
func (a *adding) begin(d Draft, c fyne.Canvas) {
	a.how, a.author, a.language = d.How, d.Author, d.Language
	a.title.SetText(d.Title)
	a.outlet.SetText(d.Outlet)
	a.url.SetText(d.URL)
	a.published.SetText(d.Published)
	a.text.SetText(d.Text)
	a.problem.Hide()
	if c != nil {
		c.Focus(a.title)
	}
}

// done keeps the item, or says what is missing.
func (a *adding) done() {
	d := Draft{
		Title: oneLine(a.title.Text), Outlet: oneLine(a.outlet.Text), URL: strings.TrimSpace(a.url.Text), Text: tidy(a.text.Text),
		Author: a.author, Language: a.language, How: a.how,
	}
	published, err := a.date(a.published.Text)
	d.Published = published
	switch {
	case d.Title == "":
		a.refuse("The item needs a title: what it is headed, or a few words of yours.", a.title)
	case d.URL != "" && !IsAddress(d.URL):
		a.refuse("The address is not one of a page: it begins with https:// or http://.", a.url)
	case err != nil:
		a.refuse("Published: "+look.Sentence(err), a.published)
	case len(d.Text) > MaxText:
		a.refuse("The text is longer than 1 MB: leave out what does not matter.", a.text)
	case d.Text == "" && d.URL == "" && d.Outlet == "":
		a.refuse("Give its text, its address or at least its outlet, so that it can be found again.", a.text)
	default:
		a.keep(d)
	}
}

func (a *adding) refuse(sentence string, at fyne.Focusable) {
	a.problem.SetText(sentence)
	a.problem.Show()
	a.box.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(a.title); c != nil {
		c.Focus(at)
	}
}

// labelled sets a caption before a field.
type labelled struct{}

const captionWidth = 18 * look.Grid

// Layout implements fyne.Layout.
func (labelled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(captionWidth, h))
	o[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	o[1].Resize(fyne.NewSize(size.Width-captionWidth, size.Height))
	o[1].Move(fyne.NewPos(captionWidth, 0))
}

// MinSize implements fyne.Layout.
func (labelled) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(captionWidth+o[1].MinSize().Width, o[1].MinSize().Height)
}

// typed is a field of the page: Ctrl+Enter keeps the item, Escape leaves, Enter in
// one of a single line goes on.
type typed struct {
	widget.Entry
	done, leave func()
}

func newTyped(holder string, done, leave func()) *typed {
	t := &typed{done: done, leave: leave}
	t.PlaceHolder = holder
	t.ExtendBaseWidget(t)
	return t
}

// AcceptsTab implements fyne.Tabbable: Tab always goes to the next field.
func (t *typed) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (t *typed) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape:
		t.leave()
	case !t.MultiLine && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter):
		if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
			c.FocusNext()
		}
	default:
		t.Entry.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *typed) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && k.Modifier == fyne.KeyModifierControl && (k.KeyName == fyne.KeyReturn || k.KeyName == fyne.KeyEnter) {
		t.done()
		return
	}
	t.Entry.TypedShortcut(s)
}
