package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
)

// offMapNote is the line below the places that says why nothing of the event is on the
// map, or where it stands although no place was given.
func (f *Form) offMapNote() fyne.CanvasObject {
	l := note("")
	f.offMap = func() {
		said := f.mapSaid()
		if l.Text == said && l.Hidden == (said == "") {
			return
		}
		l.SetText(said)
		l.Hidden = said == ""
		f.relayout()
	}
	l.SetText(f.mapSaid())
	l.Hidden = l.Text == ""
	return l
}

func (f *Form) mapSaid() string {
	e, _ := f.d.Event(f.reader())
	switch off := f.deps.OffMap(e); {
	case off != "":
		return "Not on the map: " + off + "."
	case countFilled(f.d.Places, (*draft.Place).Blank) == 0:
		return "On the map where those who take part are seated."
	}
	return ""
}
