package dossier

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/app/situation"
)

// SideBySide shows what two states differ in: what it is, and below it each state in a
// column of its own, under the given names.
func SideBySide(edits []Edit, before, after string) fyne.CanvasObject {
	rows := container.New(look.Rows{Gap: look.Grid * 3 / 2})
	head := func(text string) fyne.CanvasObject {
		l := look.Caption(text)
		l.Selectable = false
		return l
	}
	rows.Add(container.New(halves{}, head(before), head(after)))
	for _, e := range edits {
		name := look.Caption(situation.Sentence(e.Member))
		name.TextStyle.Bold = true
		rows.Add(container.New(look.Rows{Gap: 1}, name,
			container.New(halves{}, side(e.Before, look.Bad), side(e.After, look.Good))))
	}
	return rows
}

// side is one state of a member, tinted; an absent one is a dash.
func side(text string, tone look.Tone) fyne.CanvasObject {
	if text == "" {
		return look.Caption("–")
	}
	return look.Tinted(tone, look.Body(text))
}

// halves sets two things side by side, each in half of the width.
type halves struct{}

// Layout implements fyne.Layout.
func (halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := max(0, (size.Width-2*look.Grid)/2)
	for i, x := range o {
		x.Move(fyne.NewPos(float32(i)*(w+2*look.Grid), 0))
		x.Resize(fyne.NewSize(w, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, x := range o {
		m = m.Max(x.MinSize())
	}
	return fyne.NewSize(2*m.Width+2*look.Grid, m.Height)
}
