package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Empty is what stands where there is nothing yet: what it would be, and what to
// do first.
type Empty struct {
	box         *fyne.Container
	title, text *widget.Label
}

// NewEmpty makes an empty state; action may be nil.
func NewEmpty(title, text string, action fyne.CanvasObject) *Empty {
	e := &Empty{
		title: widget.NewLabelWithStyle(title, fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		text:  widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{}),
	}
	e.title.Wrapping, e.text.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	e.title.SizeName = theme.SizeNameSubHeadingText
	e.text.Importance = widget.LowImportance
	rows := container.New(Rows{}, e.title, e.text)
	if action != nil {
		rows.Add(container.New(Inset{Top: 3 * Grid}, container.NewCenter(action)))
	}
	e.box = container.New(Inset{Left: 4 * Grid, Top: 12 * Grid, Right: 4 * Grid, Bottom: 4 * Grid}, rows)
	return e
}

// Set changes the words.
func (e *Empty) Set(title, text string) {
	e.title.SetText(title)
	e.text.SetText(text)
}

// Content is the empty state as it stands in its panel.
func (e *Empty) Content() fyne.CanvasObject { return e.box }

// Title is the first line.
func (e *Empty) Title() string { return e.title.Text }

// Text is what to do.
func (e *Empty) Text() string { return e.text.Text }
