package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// nothing stands in the window while no store is open: why, and what can be done.
type nothing struct {
	d       *desk
	content *fyne.Container
	empty   *look.Empty
	buttons *fyne.Container
}

func newNothing(d *desk) *nothing {
	n := &nothing{d: d, buttons: container.NewHBox()}
	n.empty = look.NewEmpty("", "", n.buttons)
	n.content = container.NewStack(look.NewGround(theme.ColorNameBackground),
		container.NewCenter(container.New(look.Width(140*look.Grid), n.empty.Content())))
	return n
}

// show puts it before the columns.
func (n *nothing) show(title, text string, choices []look.Action) {
	n.empty.Set(title, text)
	n.buttons.RemoveAll()
	for i, c := range choices {
		b := widget.NewButton(c.Name, c.Do)
		if i == 0 {
			b.Importance = widget.HighImportance
		}
		n.buttons.Add(b)
	}
	n.d.columns.Hide()
	n.content.Show()
	n.content.Refresh()
	n.d.win.SetTitle("Sitmap")
	if len(choices) > 0 {
		n.d.win.Canvas().Focus(n.buttons.Objects[0].(fyne.Focusable))
	}
}

func (n *nothing) hide() {
	n.content.Hide()
	n.d.columns.Show()
}
