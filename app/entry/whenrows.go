package entry

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/when"
)

// whenExample shows what the field of a time takes.
const whenExample = "4 Jul 2025 01:30 Kyiv · night of 3-4 July"

// whenRows are the fields of a time: the words as people write them, below them
// how they are understood on both clocks, and on Ctrl+M the bounds by hand.
func (f *Form) whenRows(label, path string, w *draft.When, example string) (fyne.CanvasObject, *field.Complete) {
	before := f.part
	defer func() { f.part = before }()

	rest := container.NewVBox()
	rest.Hide()
	var row *field.Row
	var hand []*field.Entry
	show := func() { row.SetHint(f.understood(*w)) }
	key := "when:" + path
	toggle := func(open bool) {
		f.unfolded[key] = open
		if open && len(rest.Objects) == 0 {
			rest.Objects, hand = f.whenDetails(path, w, show)
		}
		rest.Hidden = !open
		rest.Refresh()
		f.relayout()
	}
	part := &field.Part{Details: func() { toggle(rest.Hidden) }}
	if before != nil {
		part.Remove = before.Remove
	}
	f.part = part

	e := field.NewComplete(f.panel, func(string) []field.Option { return f.whenChoices(*w) })
	e.Part, e.PlaceHolder = f.part, example
	e.Set(w.Text)
	set := func(s string) {
		w.SetText(s, f.reader().When)
		for i, p := range []*string{&w.Earliest, &w.Latest, &w.Precision} {
			if i < len(hand) && hand[i].Text != *p {
				hand[i].SetText(*p)
			}
		}
		show()
		f.touched(path)
	}
	e.OnTyped = set
	e.OnPick = func(o field.Option) { set(o.Text) }
	buttons := []fyne.CanvasObject{e, field.NewIcon(theme.MoreHorizontalIcon(), part.Details)}
	if f.d.Revision == 0 && (path == "when" || path == "planned") {
		pin, button := f.pin(path)
		part.Pin, buttons = pin, []fyne.CanvasObject{e, button, buttons[1]}
	}
	row = f.row(label, path, field.Beside(append([]float32{1}, make([]float32, len(buttons)-1)...), buttons...))
	f.clocks[path] = show
	show()
	if f.unfolded[key] {
		toggle(true)
	}
	return container.New(stacked{}, row.Object, rest), e
}

// whenChoices are the times that words with more than one meaning can be written as,
// each with how it is read. Nothing is taken until one is chosen.
func (f *Form) whenChoices(w draft.When) []field.Option {
	c := f.reader().When
	_, _, err := w.Read(c)
	var asked *when.Error
	if !errors.As(err, &asked) || !asked.Ask {
		return nil
	}
	var out []field.Option
	for _, text := range asked.Choices {
		w.Text = text
		local := ""
		if got, _, err := w.Read(c); err == nil {
			local, _ = when.Show(got)
		}
		out = append(out, field.Option{Text: text, Detail: local})
	}
	return out
}

// whenDetails are the bounds by hand, their precision, the zone, and the date it
// counts on.
func (f *Form) whenDetails(path string, w *draft.When, show func()) ([]fyne.CanvasObject, []*field.Entry) {
	watched := func(p *string, placeholder string) *field.Entry {
		e := f.line(path, p, placeholder)
		set := e.OnChanged
		e.OnChanged = func(s string) { set(s); show() }
		return e
	}
	precision := f.choice(path, &w.Precision, "as the words say", plainPrecisions)
	typed, picked := precision.OnTyped, precision.OnPick
	precision.OnTyped = func(s string) { typed(s); show() }
	precision.OnPick = func(o field.Option) { picked(o); show() }
	earliest, latest := watched(&w.Earliest, "2025-07-03 22:00"), watched(&w.Latest, "2025-07-04 06:00")
	zone, counts := watched(&w.Zone, "Europe/Kyiv, or a city"), watched(&w.CountsOn, "2025-07-04")
	plainRow := func(label string, o fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(field.NewLabel(label), o).Object
	}
	return []fyne.CanvasObject{
		plainRow("  earliest", earliest), plainRow("  latest", latest), plainRow("  precision", precision),
		plainRow("  zone", zone), plainRow("  counts on", counts),
	}, []*field.Entry{earliest, latest, &precision.Entry}
}

func plainPrecisions() []field.Option {
	var out []field.Option
	for _, p := range draft.Precisions() {
		out = append(out, field.Option{Text: string(p), Value: string(p)})
	}
	return out
}

// understood tells how a time is read, on the clock of its zone and in UTC, or why
// it can't be.
func (f *Form) understood(w draft.When) string {
	got, notes, err := w.Read(f.reader().When)
	var asked *when.Error
	switch {
	case errors.As(err, &asked) && len(asked.Choices) > 0:
		return err.Error() + " ↓ chooses."
	case err != nil:
		return err.Error()
	}
	local, utc := when.Show(got)
	var lines []string
	if local != "" {
		lines = append(lines, local)
		if utc != local {
			lines = append(lines, utc)
		}
	}
	if said := f.zoneSaid(w); said != "" && local != "" {
		lines = append(lines, said)
	}
	lines = append(lines, notes...)
	lines = append(lines, when.Remarks(got)...)
	return strings.Join(lines, "\n")
}
