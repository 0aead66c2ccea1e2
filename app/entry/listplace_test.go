package entry

import (
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/field"
	"sitmap/store"
)

// covers reports whether the list that is open lies over its field.
func covers(b *bench) bool {
	p := b.form.panel
	at, ok := p.position(p.anchor)
	top, bottom := p.list.Position().Y, p.list.Position().Y+p.list.Size().Height
	return !ok || top < at.Y+p.anchor.Size().Height-1 && bottom > at.Y+1
}

// In a low window the list stands above or below its field, also after the first
// participant has brought a seat, and the rows below have moved.
func TestTheListNeverCoversItsField(t *testing.T) {
	for _, height := range []float32{300, 360, 430, 540} {
		b := newBench(t)
		b.w.Resize(fyne.NewSize(460, height))
		b.form.New(store.Event{Kind: "call"})
		b.ctrlShift(fyne.KeyA)
		b.write("Donald")
		b.press(fyne.KeyReturn)
		b.ctrlShift(fyne.KeyA)
		b.write("Russi")
		c, ok := b.w.Canvas().Focused().(*field.Complete)
		if !ok || !c.Listing() {
			t.Fatalf("at %v no list is open", height)
		}
		if covers(b) {
			t.Errorf("at %v the list covers its field", height)
		}
		b.form.d.Places[0].Name = "Somewhere"
		b.form.refreshSection(secPlaces) // rows above the field come and go
		if covers(b) || b.form.panel.list.Size().Height < 20 {
			t.Errorf("at %v, after the rows have moved, it does; it is %v high", height, b.form.panel.list.Size().Height)
		}
		b.w.Resize(fyne.NewSize(460, height-60))
		if covers(b) {
			t.Errorf("at %v made lower it does", height)
		}
	}
}
