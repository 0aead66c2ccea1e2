package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"sitmap/app/look"
)

// keyHelp are the keys, by where they work.
func keyHelp() []struct {
	where string
	keys  [][2]string
} {
	return []struct {
		where string
		keys  [][2]string
	}{
		{"Everywhere", [][2]string{
			{"Ctrl+N", "New event"},
			{"Ctrl+E", "Edit the selected event"},
			{"Ctrl+Backspace", "Delete the selected event; in a field, a word"},
			{"Ctrl+J, Ctrl+R", "Assess the event; mark it reviewed, or a draft again"},
			{"Ctrl+Shift+Backspace", "Retract the event"},
			{"Ctrl+B", "Restore an earlier state of the event"},
			{"Ctrl+Shift+M", "Edit many events: the marked ones, or all that are shown"},
			{"Ctrl+Z, Ctrl+Shift+Z", "Undo and redo; in a field, of the typing"},
			{"Ctrl+F", "Find events"},
			{"Ctrl+O", "Open a store"},
			{"Ctrl+P", "Export a picture"},
			{"Ctrl+T", "Narrow the events to a time window"},
			{"Ctrl+H", "The situation as known at an earlier moment; Escape goes back to now"},
			{"Ctrl++, Ctrl+−, Ctrl+0", "Zoom in, zoom out, fit to the events"},
			{"Alt+←, Alt+→", "The view of the map before, and after"},
			{"Ctrl+G", "Go to a place or coordinates"},
			{"Ctrl+Shift+C", "Copy the coordinates under the pointer"},
			{"Ctrl+L, Ctrl+D", "Fold the list, the dossier"},
			{"Ctrl+K", "Show or hide the layers"},
			{"Ctrl+I", "The inbox, in place of the list"},
			{"Ctrl+U", "Vocabularies: kinds, measures, weapons, outcomes, phases, actors"},
			{"Ctrl+S", "Sources: outlets and items, in place of list and map"},
			{"Ctrl+W", "Publications: what was exported, and what has changed since"},
			{"Ctrl+Tab, F6", "Next panel"},
			{"Ctrl+/", "This page"},
			{"Alt", "The menu"},
		}},
		{"In the list", [][2]string{
			{"↑ ↓ Home End PgUp PgDn", "Select"},
			{"Enter", "Open the dossier and show the event on the map"},
			{"Insert, Ctrl+click", "Mark, for editing many (Ctrl+Shift+M)"},
			{"Delete", "Delete"},
			{"Letters", "Find"},
			{"Escape", "Put away what was said above; give the selection up"},
		}},
		{"In the layers", [][2]string{
			{"↑ ↓, Enter", "Choose a layer, open its style"},
			{"Space", "Show or hide it"},
			{"+ −", "Draw it higher, lower"},
			{"Delete", "Remove it"},
		}},
		{"In the inbox", [][2]string{
			{"↑ ↓ Home End PgUp PgDn", "Choose an item"},
			{"← →", "Choose a proposal"},
			{"Enter", "Open the proposal in the form"},
			{"A, D", "Accept the proposal as it is; drop it"},
			{"N", "An event by hand that cites the item"},
			{"R, P", "Reject the item, with a reason; put it back"},
			{"Ctrl+V, Insert", "Add what was copied; add an item"},
			{"T", "Into the text: Shift+arrows select, Space the next mark"},
			{"D, P, A, W, F, O, T, S, Q there", "The words become date, place, actor, weapon, figure, who says so, title, summary, quote"},
			{"X", "Give an item that has only an address its text"},
			{"1, 2, 3", "What is new, used, rejected"},
			{"Escape", "Back to the list"},
		}},
		{"In the sources", [][2]string{
			{"↑ ↓ Home End PgUp PgDn", "Choose an outlet or an item"},
			{"Enter, E", "Edit it"},
			{"M", "Merge it into another one; S in the list: the other way round"},
			{"→, ←", "What rests on it; back to the list"},
			{"Insert, Delete", "Add an outlet; delete what nothing rests on"},
			{"1, 2, /", "Outlets, items; find"},
			{"Ctrl+Enter", "Save; merge"},
			{"Escape", "Back to list and map"},
		}},
		{"In the publications", [][2]string{
			{"↑ ↓ Home End PgUp PgDn", "Choose a publication"},
			{"Enter", "Show map and list as they were when it was made"},
			{"X", "Export it again, as it was"},
			{"C", "Copy its id"},
			{"→, ←", "What has changed, then its events as they were; back"},
			{"/, A", "Find; show all again"},
			{"Escape", "Back to list and map"},
		}},
		{"On the map", [][2]string{
			{"Arrows, Page up, Page down", "Move"},
			{"+ −, wheel", "Zoom"},
			{"F or Home", "Fit to the events"},
			{"N, P", "Next and previous event"},
			{"Enter", "Open the selected event"},
			{"M, right button", "Menu: new event, range rings, coordinates"},
			{"Shift+drag, Z", "Zoom to a box"},
			{"Ctrl+drag, B", "Select the events in a box"},
			{"D, A, R", "Measure a distance, an area; range rings"},
			{"L", "Show or hide the legend"},
		}},
		{"With a tool of the map", [][2]string{
			{"Click, or arrows and Space", "Set a point, a corner, a centre"},
			{"Backspace", "Take the last point back"},
			{"Double click, Enter", "End the line or the area"},
			{"Ctrl+C", "Copy the figures"},
			{"Escape", "Leave the tool"},
		}},
		{"In the form", [][2]string{
			{"Ctrl+Enter", "Save, and go on to the next event with what is pinned"},
			{"Ctrl+Shift+Enter", "Save and close the form"},
			{"Ctrl+Shift+O", "Attach a file to a source; files can be dropped on the form"},
			{"Ctrl+Shift+K", "Pin what the cursor is in: the next event begins with it"},
			{"Ctrl+M", "Details of what the cursor is in"},
			{"Ctrl+Shift+Delete", "Remove the row that the cursor is in; Ctrl+Shift+U brings it back"},
			{"Enter ↓ ↑", "In the table of claims: down and up"},
			{"Ctrl+Shift+letter", "Go to a section; the letter stands in its title"},
			{"Ctrl+Shift+I", "The text of the source beside the form, to take words from; and back"},
			{"Ctrl+Shift+D", "Go to the events that may be the same; S, P, R and N decide"},
			{"Escape", "Leave; asks first if anything would be lost"},
		}},
	}
}

// showKeys lists the keys.
func (d *desk) showKeys() {
	rows := container.New(look.Rows{Gap: look.Grid / 2})
	for _, part := range keyHelp() {
		rows.Add(look.NewSection(part.where, ""))
		for _, k := range part.keys {
			rows.Add(container.New(keyRow{}, look.Strong(k[0]), look.Body(k[1])))
		}
	}
	page := container.NewVScroll(container.New(look.Inset{Left: 2 * look.Grid, Right: 4 * look.Grid, Bottom: 4 * look.Grid}, look.Tight(rows)))
	dlg := dialog.NewCustom("Keys", "Close", page, d.win)
	dlg.Resize(d.within(560, 640))
	d.show(dlg)
}

// keyRow sets keys at the left and what they do at the right.
type keyRow struct{}

// Layout implements fyne.Layout.
func (keyRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := size.Width * 0.42
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
}

// MinSize implements fyne.Layout.
func (keyRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80*look.Grid, max(o[0].MinSize().Height, o[1].MinSize().Height))
}
