package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// LabelWidth is the width of the column of labels.
const LabelWidth = 88

// Row is a label, a field, and below it a message where there is something to say.
type Row struct {
	Object  *fyne.Container
	message *widget.Label
	hint    string
	quote   string
	problem string
}

// NewRow returns a row; fields stand side by side, the first as wide as the rest
// leaves it unless it is wrapped in [Wide] or [Narrow].
func NewRow(label fyne.CanvasObject, field fyne.CanvasObject) *Row {
	r := &Row{message: NewMessage()}
	r.Object = container.New(rowLayout{}, label, field, r.message)
	return r
}

// NewRowOf returns a row that is laid out by others: arrange is given the message
// and says where it stands.
func NewRowOf(arrange func(message fyne.CanvasObject) *fyne.Container) *Row {
	r := &Row{message: NewMessage()}
	r.Object = arrange(r.message)
	return r
}

// NewLabel returns the label of a row.
func NewLabel(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// NewMessage returns a hidden line of small print.
func NewMessage() *widget.Label {
	m := widget.NewLabel("")
	m.SizeName = theme.SizeNameCaptionText
	m.Wrapping = fyne.TextWrapWord
	m.Importance = widget.LowImportance
	m.Hide()
	return m
}

// SetHint says how the field is understood; a problem hides it.
func (r *Row) SetHint(s string) {
	if r.hint != s {
		r.hint = s
		r.show()
	}
}

// SetProblem says what is wrong with the field; "" takes it back.
func (r *Row) SetProblem(s string) {
	if r.problem != s {
		r.problem = s
		r.show()
	}
}

// SetQuote says in whose words the field is held; "" takes it back.
func (r *Row) SetQuote(s string) {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		if letters := []rune(s); len(letters) > quoteShown {
			s = strings.TrimSpace(string(letters[:quoteShown])) + "…"
		}
		s = "“" + s + "”"
	}
	if r.quote != s {
		r.quote = s
		r.show()
	}
}

// quoteShown is how many letters of a quote stand below a field.
const quoteShown = 90

// Message is what stands below the field.
func (r *Row) Message() string {
	said := r.hint
	if r.problem != "" {
		said = r.problem
	}
	if said != "" && r.quote != "" {
		said += "\n"
	}
	return said + r.quote
}

func (r *Row) show() {
	r.message.Importance = widget.LowImportance
	if r.problem != "" {
		r.message.Importance = widget.DangerImportance
	}
	r.message.SetText(r.Message())
	was := r.message.Hidden
	if r.message.Hidden = r.Message() == ""; was != r.message.Hidden {
		r.message.Refresh()
	}
	r.Object.Refresh()
}

// rowLayout puts a label before a field and a message below the field.
type rowLayout struct{}

func (rowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := max(o[0].MinSize().Height, o[1].MinSize().Height)
	if o[2].Visible() {
		h += max(0, o[2].MinSize().Height-theme.Padding())
	}
	return fyne.NewSize(LabelWidth+100, h)
}

func (rowLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := max(o[0].MinSize().Height, o[1].MinSize().Height)
	lh := o[0].MinSize().Height
	if _, text := o[0].(*widget.Label); !text {
		lh = h
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(LabelWidth-4, lh))
	o[1].Move(fyne.NewPos(LabelWidth, 0))
	o[1].Resize(fyne.NewSize(s.Width-LabelWidth, h))
	if o[2].Visible() {
		o[2].Move(fyne.NewPos(LabelWidth, h-theme.Padding()/2))
		o[2].Resize(fyne.NewSize(s.Width-LabelWidth, s.Height-h+theme.Padding()))
	}
}

// Beside stands fields side by side; their widths are shares of the whole, a
// share of 0 being the field's least width.
func Beside(shares []float32, fields ...fyne.CanvasObject) *fyne.Container {
	return container.New(beside(shares), fields...)
}

type beside []float32

const gap = 4

func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, f := range o {
		m := f.MinSize()
		s.Height = max(s.Height, m.Height)
		s.Width += gap
		if b[i] == 0 {
			s.Width += m.Width
		} else {
			s.Width += 30
		}
	}
	return s
}

func (b beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	rest, sum := s.Width-gap*float32(len(o)-1), float32(0)
	for i, f := range o {
		if b[i] == 0 {
			rest -= f.MinSize().Width
		}
		sum += b[i]
	}
	var x float32
	for i, f := range o {
		w := f.MinSize().Width
		if b[i] > 0 {
			w = rest * b[i] / sum
		}
		f.Move(fyne.NewPos(x, 0))
		f.Resize(fyne.NewSize(w, s.Height))
		x += w + gap
	}
}
