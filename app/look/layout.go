package look

import "fyne.io/fyne/v2"

// Grid is the unit of all distances, in device-independent pixels.
const Grid float32 = 4

// Rows stacks objects as tall as they need, Gap apart. Unlike Fyne's box it asks
// each object for its height only after it knows its width, so that wrapped text
// is as tall as it turns out.
type Rows struct{ Gap float32 }

// Layout implements fyne.Layout.
func (r Rows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + r.Gap
	}
}

// MinSize implements fyne.Layout.
func (r Rows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		m.Width = max(m.Width, s.Width)
		if m.Height > 0 {
			m.Height += r.Gap
		}
		m.Height += s.Height
	}
	return m
}

// Flow sets objects side by side, Gap apart, and begins a new line where the width
// is used up. Objects of one line are centred on it.
type Flow struct {
	Gap   float32
	width float32 // of the last layout; the height follows from it
}

// Layout implements fyne.Layout.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, true)
}

// MinSize implements fyne.Layout.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	// Before the first layout any width will do: one line.
	width := f.width
	if width == 0 {
		width = 1 << 20
	}
	return fyne.NewSize(w, f.place(objects, width, false))
}

func (f *Flow) place(objects []fyne.CanvasObject, width float32, move bool) (height float32) {
	var line []fyne.CanvasObject
	x, y, tall := float32(0), float32(0), float32(0)
	flush := func() {
		if !move {
			line = line[:0]
			return
		}
		at := float32(0)
		for _, o := range line {
			s := o.MinSize()
			o.Resize(s)
			o.Move(fyne.NewPos(at, y+(tall-s.Height)/2))
			at += s.Width + f.Gap
		}
		line = line[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			flush()
			y += tall + f.Gap
			x, tall = 0, 0
		}
		line = append(line, o)
		x += s.Width + f.Gap
		tall = max(tall, s.Height)
	}
	flush()
	return y + tall
}

// Inset keeps its objects, laid one over another, away from the edges.
type Inset struct{ Left, Top, Right, Bottom float32 }

// Around is the same distance on all sides.
func Around(d float32) Inset { return Inset{d, d, d, d} }

// Layout implements fyne.Layout.
func (i Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inner := fyne.NewSize(max(0, size.Width-i.Left-i.Right), max(0, size.Height-i.Top-i.Bottom))
	for _, o := range objects {
		o.Resize(inner)
		o.Move(fyne.NewPos(i.Left, i.Top))
	}
}

// MinSize implements fyne.Layout.
func (i Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m = m.Max(o.MinSize())
		}
	}
	return m.AddWidthHeight(i.Left+i.Right, i.Top+i.Bottom)
}
