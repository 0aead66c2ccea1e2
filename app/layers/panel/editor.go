package panel

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

var errNotTaken = errors.New("this cannot be taken")

// none is offered where a property need not be chosen.
const none = "none"

// widths of outlines that are offered.
var widths = []string{"none", "0.5", "1", "1.5", "2", "3", "4", "6"}

// editor is all that can be said of a layer, beneath its row.
type editor struct {
	p          *Panel
	id         string
	box        *fyne.Container
	form       *fyne.Container
	problem    *widget.Label
	warning    fyne.CanvasObject // the label as it stands
	focusables []fyne.Focusable
	sets       []func(layers.Layer) // show what the store holds
	made       string               // what the fields depend on
	quiet      bool                 // fields are being set by the program
}

// made says on what an editor's fields depend: others need another editor.
func made(l *layers.Layer, writable bool) string {
	if l.Data == nil {
		return fmt.Sprint(writable)
	}
	s := l.Data.Shapes
	return fmt.Sprint(writable, s.Areas, s.Lines, s.Points, strings.Join(l.Data.Names, "\x00"))
}

func (e *editor) fits(l layers.Layer, writable bool) bool { return e.made == made(&l, writable) }

func (p *Panel) newEditor(l layers.Layer) *editor {
	e := &editor{p: p, id: l.ID, made: made(&l, p.writable), form: container.New(look.Rows{Gap: look.Grid})}
	e.problem = look.Caption("")
	e.problem.Importance = widget.WarningImportance
	e.warning = look.Tight(e.problem)
	areas, lines, points := true, true, true
	var names []string
	if l.Data != nil {
		areas, lines, points = l.Data.Shapes.Areas, l.Data.Shapes.Lines, l.Data.Shapes.Points
		names = l.Data.Names
	}
	e.text("Name", "what the legend calls it", func(l *layers.Layer) *string { return &l.Name }, notEmpty)

	if areas || points {
		what := "Filling"
		if !areas {
			what = "Markers"
		}
		e.section(what)
		e.colour("Colour", func(l *layers.Layer) *layers.Colour { return &l.Style.Fill })
	}
	if areas {
		e.opacity()
		e.choice("Hatching", layers.Hatches, func(l *layers.Layer) string { return l.Style.Hatch }, func(l *layers.Layer, v string) { l.Style.Hatch = v })
	}
	if points {
		e.choice("Marker", layers.Markers, func(l *layers.Layer) string { return l.Style.Marker }, func(l *layers.Layer, v string) { l.Style.Marker = v })
	}
	if areas || lines {
		what := "Outline"
		if !areas {
			what = "Line"
		}
		e.section(what)
		e.colour("Colour", func(l *layers.Layer) *layers.Colour { return &l.Style.Outline })
		e.choice("Width", widths, func(l *layers.Layer) string { return widthName(l.Style.Width) }, func(l *layers.Layer, v string) { l.Style.Width = widthOf(v) })
		e.choice("Dash", layers.Dashes, func(l *layers.Layer) string { return l.Style.Dash }, func(l *layers.Layer, v string) { l.Style.Dash = v })
	}
	e.section("Names")
	e.property("Label", names, func(l *layers.Layer) *string { return &l.Label })
	e.property("Title", names, func(l *layers.Layer) *string { return &l.Title })
	e.section("Time")
	e.times(names)
	e.section("Source")
	e.text("Whose data", "printed on pictures", func(l *layers.Layer) *string { return &l.Source }, nil)
	e.text("Address", "https://…", func(l *layers.Layer) *string { return &l.Link }, nil)
	e.text("As of", "2025-07-03", func(l *layers.Layer) *string { return &l.AsOf }, func(s string) bool {
		_, err := time.Parse(time.DateOnly, s)
		return s == "" || err == nil
	})
	e.box = container.New(look.Inset{Left: 3 * look.Grid, Top: look.Grid, Right: 3 * look.Grid, Bottom: 2 * look.Grid},
		container.New(look.Rows{Gap: look.Grid}, e.tools(), e.warning, e.form))
	e.set(l)
	return e
}

// set shows what the store and the file hold.
func (e *editor) set(l layers.Layer) {
	e.quiet = true
	defer func() { e.quiet = false }()
	for _, f := range e.sets {
		f(l)
	}
	e.problem.SetText(l.Problem)
	if l.Problem == "" {
		e.warning.Hide()
	} else {
		e.warning.Show()
	}
}

func (e *editor) edit(alter func(*layers.Layer)) {
	if !e.quiet {
		e.p.edit(e.id, alter)
	}
}

// tools are what can be done with the layer as a whole.
func (e *editor) tools() fyne.CanvasObject {
	p, id := e.p, e.id
	b := func(icon, hint string, write bool, do func()) fyne.CanvasObject {
		x := look.NewButton("", look.UIIcon(icon), hint, p.hints, do).Quiet()
		if write && !p.writable {
			x.Disable()
		}
		e.focusables = append(e.focusables, x)
		return x
	}
	return container.NewHBox(
		b("fit", "Show all of the layer on the map", false, func() { tell(p.OnZoom, id) }),
		b("move-up", "Draw it above the next layer (+)", true, func() { p.move(id, 1) }),
		b("move-down", "Draw it below the layer before (−)", true, func() { p.move(id, -1) }),
		b("refresh", "Read the file again", false, func() { tell(p.OnAgain, id) }),
		b("delete", "Take the layer out of the store; its file stays. Undo brings it back", true, func() { tell(p.OnRemove, id) }),
	)
}

func (e *editor) section(name string) { e.form.Add(look.NewSection(name, "")) }

// labelled sets a field beside its name.
func (e *editor) labelled(name string, o fyne.CanvasObject, f ...fyne.Focusable) {
	label := look.FieldName(name)
	e.form.Add(container.New(beside{}, look.Tight(label), o))
	for _, x := range f {
		e.focusables = append(e.focusables, x)
		if d, ok := x.(fyne.Disableable); ok && !e.p.writable {
			d.Disable()
		}
	}
}

func (e *editor) text(name, hint string, of func(*layers.Layer) *string, good func(string) bool) {
	f := newField(hint, func(text string) bool {
		text = strings.TrimSpace(text)
		if good != nil && !good(text) {
			return false
		}
		e.edit(func(l *layers.Layer) { *of(l) = text })
		return true
	})
	e.sets = append(e.sets, func(l layers.Layer) { f.show(*of(&l)) })
	e.labelled(name, f, f)
}

func notEmpty(s string) bool { return s != "" }

func (e *editor) colour(name string, of func(*layers.Layer) *layers.Colour) {
	c := newColours(name, e.p.hints, func(v layers.Colour) { e.edit(func(l *layers.Layer) { *of(l) = v }) })
	e.sets = append(e.sets, func(l layers.Layer) { c.set(*of(&l)) })
	focusables := []fyne.Focusable{c.other}
	for _, k := range c.chips {
		k.off = !e.p.writable
		focusables = append(focusables, k)
	}
	e.labelled(name, c.box, focusables...)
}

func (e *editor) opacity() {
	s := widget.NewSlider(0, 100)
	s.Step = 1
	value := look.Caption("")
	value.Selectable = false
	value.Wrapping = fyne.TextWrapOff
	value.Alignment = fyne.TextAlignTrailing
	say := func(v float64) { value.SetText(fmt.Sprintf("%.0f %%", v)) }
	s.OnChanged = say
	s.OnChangeEnded = func(v float64) { e.edit(func(l *layers.Layer) { l.Style.Opacity = v / 100 }) }
	e.sets = append(e.sets, func(l layers.Layer) {
		s.SetValue(float64(int(l.Style.Opacity*100 + 0.5)))
		say(s.Value)
	})
	e.labelled("Opacity", container.NewBorder(nil, nil, nil, container.New(look.Width(44), value), s), s)
}

// choice offers names, of which "" stands for the first.
func (e *editor) choice(name string, names []string, of func(*layers.Layer) string, put func(*layers.Layer, string)) {
	s := widget.NewSelect(names, nil)
	s.OnChanged = func(v string) {
		e.edit(func(l *layers.Layer) {
			if v == names[0] {
				v = ""
			}
			put(l, v)
		})
	}
	e.sets = append(e.sets, func(l layers.Layer) {
		v := of(&l)
		if v == "" {
			v = names[0]
		}
		if !slices.Contains(s.Options, v) {
			s.Options = append(slices.Clone(names), v)
		}
		s.SetSelected(v)
	})
	e.labelled(name, look.Framed(s), s)
}

func (e *editor) property(name string, names []string, of func(*layers.Layer) *string) {
	e.choice(name, append([]string{none}, names...), func(l *layers.Layer) string { return *of(l) }, func(l *layers.Layer, v string) { *of(l) = v })
}

// times are the properties by which a layer follows the time window. Without a start
// there is no end.
func (e *editor) times(names []string) {
	all := append([]string{none}, names...)
	e.choice("From", all, func(l *layers.Layer) string { return l.From }, func(l *layers.Layer, v string) {
		if l.From = v; v == "" {
			l.To = ""
		}
	})
	e.choice("To", all, func(l *layers.Layer) string { return l.To }, func(l *layers.Layer, v string) {
		if l.To = v; v != "" && l.From == "" {
			l.From = v
			l.To = ""
		}
	})
	note := look.Caption("")
	note.Selectable = false
	e.sets = append(e.sets, func(l layers.Layer) {
		text := "Features without a date are always shown."
		switch {
		case l.From == "":
			text = "Choose a property with dates and the layer follows the time window (Ctrl+T)."
		case l.Data != nil && l.Undated == l.Data.Len():
			text = "None of the features has a date there that can be read."
		case l.Undated > 0:
			text = look.Count(l.Undated, "feature") + " without a date that can be read: always shown."
		}
		note.SetText(text)
	})
	e.form.Add(look.Tight(note))
}

func widthName(w float64) string {
	if w <= 0 {
		return widths[0]
	}
	return fmt.Sprintf("%g", w)
}

func widthOf(name string) float64 {
	var w float64
	if _, err := fmt.Sscanf(name, "%g", &w); err != nil {
		return 0
	}
	return w
}

// beside sets a field to the right of its name.
type beside struct{}

const nameWidth = 78

// Layout implements fyne.Layout.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(nameWidth, size.Height))
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, min(8, max(0, (size.Height-h)/2))))
	o[1].Move(fyne.NewPos(nameWidth+look.Grid, 0))
	o[1].Resize(fyne.NewSize(max(0, size.Width-nameWidth-look.Grid), size.Height))
}

// MinSize implements fyne.Layout.
func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[1].MinSize()
	return fyne.NewSize(nameWidth+look.Grid+m.Width, max(m.Height, o[0].MinSize().Height))
}
