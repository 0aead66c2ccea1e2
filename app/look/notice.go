package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Notice is a strip that says in words what happened, where it happened, with
// what can be done about it. It is hidden while it has nothing to say.
type Notice struct {
	widget.BaseWidget
	tone    Tone
	text    *widget.Label
	actions *fyne.Container
	close   *widget.Button
	// OnClose is called when the user puts the notice away.
	OnClose func()
	// OnChange is called when the notice has come, gone or changed, for who lays it out.
	OnChange func()
}

// Action is something that a notice offers to do.
type Action struct {
	Name string
	Do   func()
}

// NewNotice makes a hidden notice.
func NewNotice() *Notice {
	n := &Notice{text: widget.NewLabel(""), actions: container.NewHBox()}
	n.text.Wrapping = fyne.TextWrapWord
	n.text.Selectable = true
	n.close = widget.NewButtonWithIcon("", theme.CancelIcon(), n.put)
	n.close.Importance = widget.LowImportance
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// Say says text and offers the actions. An action closes the notice.
func (n *Notice) Say(tone Tone, text string, actions ...Action) {
	n.tone = tone
	n.text.SetText(text)
	n.actions.RemoveAll()
	for _, a := range actions {
		n.actions.Add(widget.NewButton(a.Name, func() {
			n.Clear()
			a.Do()
		}))
	}
	n.Show()
	n.Refresh()
	n.changed()
}

// Clear takes the notice away.
func (n *Notice) Clear() {
	n.text.SetText("")
	n.Hide()
	n.changed()
}

func (n *Notice) changed() {
	if n.OnChange != nil {
		n.OnChange()
	}
}

// Text is what the notice says; "" when it is hidden.
func (n *Notice) Text() string { return n.text.Text }

func (n *Notice) put() {
	n.Clear()
	if n.OnClose != nil {
		n.OnClose()
	}
}

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	back, bar := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	row := container.NewBorder(nil, nil, nil,
		container.NewHBox(container.NewCenter(n.actions), container.NewCenter(n.close)), n.text)
	all := container.NewStack(back, container.NewBorder(nil, nil, container.New(Width(Grid), bar), nil, row))
	r := &noticeRenderer{WidgetRenderer: widget.NewSimpleRenderer(all), notice: n, back: back, bar: bar}
	r.colour()
	return r
}

type noticeRenderer struct {
	fyne.WidgetRenderer
	notice    *Notice
	back, bar *canvas.Rectangle
}

func (r *noticeRenderer) Refresh() {
	r.colour()
	r.WidgetRenderer.Refresh()
}

func (r *noticeRenderer) colour() {
	p := Current()
	r.back.FillColor, _ = r.notice.tone.wash(p)
	r.bar.FillColor = r.notice.tone.Colour(p)
}

// Width is a layout that makes its objects at least so wide.
type Width float32

// Layout implements fyne.Layout.
func (w Width) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

// MinSize implements fyne.Layout.
func (w Width) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(float32(w), 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
