package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/field"
	"sitmap/store"
)

const secReason = "Reason for the change"

// headLine is the top of the panel: what is being done, and how to end it.
func (f *Form) headLine() fyne.CanvasObject {
	title := widget.NewLabel("New event")
	if f.d.Revision != 0 {
		title.SetText("Edit event")
	}
	title.TextStyle.Bold = true
	title.SizeName = theme.SizeNameSubHeadingText
	save := field.NewButton("Save  Ctrl+Enter", field.Strong, f.enter)
	leave := field.NewButton("Close  Esc", field.Plain, f.Leave)
	return container.New(inset{}, container.NewBorder(nil, nil, title, container.NewHBox(leave, save)))
}

// footLine names the keys that work in every row.
func footLine() fyne.CanvasObject {
	l := widget.NewLabel("Ctrl+M  details    Ctrl+Shift+K  pin    Ctrl+Shift+Del  remove    ↓  choose")
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Alignment = fyne.TextAlignCenter
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// reasonSection asks why a stored event is changed.
func (f *Form) reasonSection() *section {
	s := &section{f: f, name: secReason, key: fyne.KeyN, paths: []string{"reason"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		reason := f.choice("reason", &f.d.Reason, "update", choices(
			string(store.ReasonUpdate), "there is news", string(store.ReasonCorrected), "the source has corrected itself",
			string(store.ReasonOurError), "we had it wrong"))
		return objects(
			f.row("reason", "reason", reason),
			f.row("note", "reason note", f.line("reason note", &f.d.ReasonNote, "for the history")),
		), reason
	}
	return s
}

// inset keeps a margin at the sides.
type inset struct{}

const margin = 10

func (inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, c := range o {
		s = s.Max(c.MinSize())
	}
	return s.AddWidthHeight(2*margin, 8)
}

func (inset) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, c := range o {
		c.Move(fyne.NewPos(margin, 4))
		c.Resize(s.SubtractWidthHeight(2*margin, 8))
	}
}
