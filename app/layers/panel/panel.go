package panel

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

// Panel lists layers. Its methods belong to the main goroutine, and so do the
// callbacks; nil ones are not called.
type Panel struct {
	OnAdd    func()
	OnClose  func()
	OnEdit   func(id string, alter func(*layers.Layer))
	OnMove   func(id string, by int) // up is positive
	OnRemove func(id string)
	OnZoom   func(id string)
	OnAgain  func(id string)

	hints    look.Hinter
	box      *fyne.Container
	count    *widget.Label
	add      *look.Button   // among layers
	first    *widget.Button // where there are none
	rows     *fyne.Container
	scroll   *container.Scroll
	empty    *look.Empty
	nothing  *container.Scroll // holds empty
	all      []layers.Layer    // the uppermost first
	shown    []*row
	editor   *editor // of the chosen layer; nil: none is open
	writable bool
}

// New makes an empty panel; hints says what is under the pointer.
func New(hints look.Hinter) *Panel {
	p := &Panel{hints: hints, count: look.Caption("")}
	p.count.Selectable = false
	p.add = look.NewButton("Add", look.UIIcon("add"), "Add a GeoJSON file as a layer beneath the events", hints, func() { call(p.OnAdd) }).Quiet()
	shut := look.NewButton("", look.UIIcon("close"), "Close the layers (Ctrl+K)", hints, func() { call(p.OnClose) }).Quiet()
	title := look.Strong("Layers")
	title.Selectable = false
	title.Wrapping = fyne.TextWrapOff
	p.first = widget.NewButton("Add a layer …", func() { call(p.OnAdd) })
	p.first.Importance = widget.HighImportance
	p.empty = look.NewEmpty("No layers yet",
		"Put a GeoJSON file beneath the events: a front line, zones of control, bases. You can also drop a file on the window.", p.first)
	p.nothing = container.NewVScroll(p.empty.Content())
	p.rows = container.New(look.Rows{})
	p.scroll = container.NewVScroll(p.rows)
	head := container.NewBorder(nil, nil, title, container.NewHBox(p.add, shut), p.count)
	p.box = container.NewBorder(container.New(look.Rows{}, look.Hairline(), head, look.Hairline()), nil, nil, nil,
		container.NewStack(p.scroll, p.nothing))
	p.state()
	return p
}

// Content is the panel as it stands in the window.
func (p *Panel) Content() fyne.CanvasObject { return p.box }

// Set shows the layers of a store, the lowest first. What is being typed stays.
func (p *Panel) Set(all []layers.Layer, writable bool) {
	p.all = slices.Clone(all)
	slices.Reverse(p.all)
	p.writable = writable
	ids := func() (out []string) {
		for _, r := range p.shown {
			out = append(out, r.layer.ID)
		}
		return out
	}
	wanted := make([]string, len(p.all))
	for i, l := range p.all {
		wanted[i] = l.ID
	}
	if !slices.Equal(ids(), wanted) {
		p.rebuild()
	}
	for i, r := range p.shown {
		r.set(p.all[i], writable)
	}
	if p.editor != nil {
		if l, ok := p.layer(p.editor.id); !ok {
			p.editor = nil
			p.arrange()
		} else if !p.editor.fits(l, writable) {
			p.open(l.ID)
		} else {
			p.editor.set(l)
		}
	}
	p.state()
}

func (p *Panel) layer(id string) (layers.Layer, bool) {
	for _, l := range p.all {
		if l.ID == id {
			return l, true
		}
	}
	return layers.Layer{}, false
}

// rebuild makes the rows anew. The keyboard stays on the layer that had it.
func (p *Panel) rebuild() {
	old := map[string]*row{}
	for _, r := range p.shown {
		old[r.layer.ID] = r
	}
	p.shown = nil
	for _, l := range p.all {
		r := old[l.ID]
		if r == nil {
			r = p.newRow(l)
		}
		p.shown = append(p.shown, r)
	}
	p.arrange()
}

// arrange puts the rows in their order, the editor beneath its own.
func (p *Panel) arrange() {
	var all []fyne.CanvasObject
	for _, r := range p.shown {
		r.unfolded = p.editor != nil && p.editor.id == r.layer.ID
		all = append(all, r.box, look.Hairline())
		if r.unfolded {
			all = append(all, p.editor.box, look.Hairline())
		}
		r.refresh()
	}
	p.rows.Objects = all
	p.rows.Refresh()
}

// Open unfolds a layer for editing, "" none.
func (p *Panel) Open(id string) {
	p.open(id)
	for _, r := range p.shown {
		if r.layer.ID == id {
			p.scroll.ScrollToOffset(fyne.NewPos(0, r.box.Position().Y))
		}
	}
}

func (p *Panel) open(id string) {
	p.editor = nil
	if l, ok := p.layer(id); ok {
		p.editor = p.newEditor(l)
	}
	p.arrange()
}

// toggle folds a layer open or shut.
func (p *Panel) toggle(id string) {
	if p.editor != nil && p.editor.id == id {
		id = ""
	}
	p.open(id)
}

// Opened is the id of the layer that is unfolded, "" for none.
func (p *Panel) Opened() string {
	if p.editor == nil {
		return ""
	}
	return p.editor.id
}

// Focus puts the keyboard on the layer that is unfolded, else on the first, else on
// the button that adds one.
func (p *Panel) Focus(c fyne.Canvas) {
	for _, r := range p.shown {
		if r.unfolded {
			c.Focus(r.head)
			return
		}
	}
	if len(p.shown) > 0 {
		c.Focus(p.shown[0].head)
		return
	}
	c.Focus(p.first)
}

// Holds reports whether something of the panel has the keyboard.
func (p *Panel) Holds(f fyne.Focusable) bool {
	if f == nil {
		return false
	}
	if f == fyne.Focusable(p.add) || f == fyne.Focusable(p.first) {
		return true
	}
	for _, r := range p.shown {
		if f == fyne.Focusable(r.head) || f == fyne.Focusable(r.check) {
			return true
		}
	}
	return p.editor != nil && slices.Contains(p.editor.focusables, f)
}

func (p *Panel) state() {
	n, visible := len(p.all), 0
	for _, l := range p.all {
		if !l.Hidden {
			visible++
		}
	}
	text := ""
	switch {
	case n > 0 && visible == n:
		text = fmt.Sprint(n)
	case n > 0:
		text = fmt.Sprintf("%d of %d shown", visible, n)
	}
	p.count.SetText(text)
	for _, b := range []fyne.Disableable{p.add, p.first} {
		if p.writable {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	p.add.Hidden = n == 0
	p.add.Refresh()
	if n == 0 {
		p.scroll.Hide()
		p.nothing.Show()
	} else {
		p.nothing.Hide()
		p.scroll.Show()
	}
}

func (p *Panel) edit(id string, alter func(*layers.Layer)) {
	if p.OnEdit != nil && p.writable {
		p.OnEdit(id, alter)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func tell(f func(string), id string) {
	if f != nil {
		f(id)
	}
}
