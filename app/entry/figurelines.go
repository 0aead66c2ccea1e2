package entry

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// headline is a figure as it will be shown, and why it is that.
type headline struct {
	value, why string
	differ     bool
}

// asRead is the event as it stands in the form, without the claims whose cells cannot be
// read: they say nothing yet, so they neither count nor agree with anybody.
func (f *Form) asRead() store.Event {
	e, problems := f.d.Event(f.reader())
	unread := map[string]bool{}
	for _, p := range problems {
		unread[p.Path] = true
	}
	e.Claims = slices.DeleteFunc(e.Claims, func(c store.Claim) bool { return unread[draft.Path("claim", c.ID, "figure")] })
	return e
}

// figures are the headlines of an event as it stands in the form.
func (f *Form) figures(e store.Event) []headline {
	var out []headline
	for _, x := range store.Figures(e) {
		h := headline{value: f.figureValue(x), differ: x.Qualifier == store.QualifierRange}
		by := x.Attribution()
		switch {
		case x.Pinned:
			h.why = "pinned: " + by
			if x.Reason != "" {
				h.why += ", " + x.Reason
			}
		case x.Rule != store.RuleRange:
			h.why = "the " + x.Rule + " claim: " + by
		case len(x.By) == 1:
			h.why = by
		case h.differ:
			h.why = fmt.Sprintf("range over %d originators, who disagree: %s", len(x.By), by)
		case slices.ContainsFunc(x.Claims, func(c store.Claim) bool { return c.Amount() != x.Claims[0].Amount() }):
			h.why = by // some tell no number
		default:
			h.why = by + ", who agree"
		}
		if h.differ && slices.ContainsFunc(x.By, store.Originator.Unordered) {
			h.why += ": date the sources, or the cells (as of), to tell which is newest"
		}
		out = append(out, h)
	}
	return out
}

// figureValue is a figure with its measure as the vocabulary names it.
func (f *Form) figureValue(x store.Figure) string {
	x.Measure = f.voc.name(vocMeasure, x.Measure)
	return x.Value()
}

// figureLines shows headlines, a paragraph each.
type figureLines struct {
	object *fyne.Container
	shown  []headline
}

func newFigureLines() *figureLines {
	l := &figureLines{object: container.New(closely{})}
	l.object.Hide()
	return l
}

// closely sets paragraphs below one another without the room that each keeps around
// itself.
type closely struct{}

const tooMuch = 10 // of a paragraph's own margins

func (closely) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, tooMuch)
	for _, c := range o {
		m := c.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height-tooMuch)
	}
	return s
}

func (closely) Layout(o []fyne.CanvasObject, s fyne.Size) {
	var y float32
	for _, c := range o {
		c.Resize(fyne.NewSize(s.Width, c.MinSize().Height)) // the text wraps anew
		h := c.MinSize().Height
		c.Move(fyne.NewPos(-4, y))
		c.Resize(fyne.NewSize(s.Width+8, h))
		y += h - tooMuch
	}
}

// set shows headlines, and reports whether others were shown before.
func (l *figureLines) set(now []headline) bool {
	if slices.Equal(now, l.shown) {
		return false
	}
	l.shown = now
	l.object.Objects = nil
	for _, h := range now {
		value := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameText, ColorName: theme.ColorNameForeground, TextStyle: fyne.TextStyle{Bold: true}}
		why := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameCaptionText, ColorName: theme.ColorNamePlaceHolder}
		if h.differ {
			why.ColorName = theme.ColorNameWarning
		}
		t := widget.NewRichText(&widget.TextSegment{Style: value, Text: h.value + "   "}, &widget.TextSegment{Style: why, Text: h.why})
		t.Wrapping = fyne.TextWrapWord
		l.object.Add(t)
	}
	l.object.Hidden = len(now) == 0
	l.object.Refresh()
	return true
}
