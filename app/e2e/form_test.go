//go:build e2e

package e2e

import (
	"encoding/json"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitmap/app/entry/draft"
)

// Where the form stands on a screen of 1280 × 800, and what else tells how it is with
// the window.
var (
	rightPanel = image.Rect(856, 62, 1280, 770)
	listPanel  = image.Rect(0, 62, 294, 770)
	newButton  = image.Rect(1146, 26, 1246, 58) // New event, which rests while the form is open
)

// aList is how many pixels a list of completions changes at least.
const aList = 2500

// accent counts the pixels in the colour of what has the focus and of what the window
// proposes to do next.
func accent(img image.Image, in image.Rectangle) int {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if int(c.B)-int(c.R) > 60 && int(c.B)-int(c.G) > 20 {
				n++
			}
		}
	}
	return n
}

// writing waits until the form is open and a field of it, or a question, has the cursor.
func (w *window) writing() image.Image {
	w.t.Helper()
	eventually(w.t, "the form is open", func() bool {
		now := w.picture("now")
		return accent(now, rightPanel) > 1500 && accent(now, newButton) < 400
	})
	return w.settled()
}

// closed waits until the form has gone.
func (w *window) closed() image.Image {
	w.t.Helper()
	eventually(w.t, "the form closes", func() bool { return accent(w.picture("now"), newButton) > 800 })
	return w.settled()
}

// newEvent opens the form for a kind, by its letter. The cursor is in the title then.
func (w *window) newEvent(kind string) {
	w.t.Helper()
	w.key("ctrl+n")
	opened := w.writing()
	w.key(kind)
	w.changed(opened, rightPanel, "the fields of the kind appear")
}

// edit opens the form for the selected event.
func (w *window) edit() {
	w.t.Helper()
	w.key("ctrl+e")
	w.writing()
}

// save saves and closes.
func (w *window) save() {
	w.t.Helper()
	w.key("ctrl+shift+Return")
	w.closed()
}

// choose selects the only event with a word in its title.
func (w *window) choose(word string) {
	w.t.Helper()
	all := w.settled()
	w.key("ctrl+f")
	w.text(word)
	narrowed := w.changed(all, listPanel, "the list is narrowed")
	w.key("Down", "Home")
	w.settled()
	w.key("ctrl+f", "Escape")
	w.changed(narrowed, listPanel, "the list is whole again")
}

// source is an item as it is typed; of one that the store knows the title will do.
type source struct{ title, outlet, published string }

// cite adds a source.
func (w *window) cite(s source) {
	w.t.Helper()
	w.key("ctrl+shift+s")
	w.text(s.title)
	w.key("Tab")
	if s.outlet != "" {
		w.text(s.outlet)
		w.key("Tab")
		w.text(s.published)
		w.key("Tab")
	}
	w.keeps("the source “"+s.title+"”", func(d draft.Draft) bool {
		for _, q := range d.Citations {
			if i := d.Items[q.Item.Key]; i != nil && i.Title == s.title && (s.outlet == "") == (i.Base != nil) {
				return true
			}
		}
		return false
	})
}

// claims fills the column of a source in the claims' table, the first of which nothing
// was entered yet, from the top, and says whose claims they are. "" leaves a cell empty.
func (w *window) claims(column int, voice string, figures ...string) {
	w.t.Helper()
	w.key("ctrl+shift+c")
	last := ""
	for i, f := range figures {
		if i > 0 {
			w.key("Down")
		}
		if f != "" {
			w.text(f)
			last, _, _ = strings.Cut(f, "/") // of a pair the first stays in the cell
		}
	}
	for range figures {
		w.key("Up")
	}
	w.text(voice)
	w.keeps("the claims of "+voice, func(d draft.Draft) bool {
		g := d.Grid()
		if len(g.Columns) < column {
			return false
		}
		q := g.Columns[column-1].First()
		if q == nil || d.Actors[q.Voice.Key] == nil || d.Actors[q.Voice.Key].Name != voice {
			return false
		}
		return slices.ContainsFunc(g.Lines, func(l draft.Line) bool { c := l.Cells[column-1]; return c != nil && c.Figure == last })
	})
}

// place finds a place by a name and takes the first that is offered.
func (w *window) place(name, found string) {
	w.t.Helper()
	w.key("ctrl+shift+p")
	before := w.settled()
	w.text(name)
	eventually(w.t, "places are offered for "+name, func() bool {
		return differing(before, w.picture("now"), rightPanel) > aList
	})
	w.settled()
	w.key("Return")
	w.keeps("the place "+found, func(d draft.Draft) bool {
		for _, p := range d.Places {
			if p.Name == found && p.GeonameID != "" {
				return true
			}
		}
		return false
	})
}

// phase adds a step of the thing itself: what, when, and by which of the sources.
func (w *window) phase(what, at, sources string) {
	w.t.Helper()
	w.key("ctrl+shift+h")
	w.text(what)
	w.key("Tab")
	w.text(at)
	w.key("Tab")
	w.text(sources)
	w.keeps("the phase "+what, func(d draft.Draft) bool {
		n := len(d.Phases)
		return n > 0 && d.Phases[n-1].Phase == what && d.Phases[n-1].At.Text == at && len(d.Phases[n-1].Cites.IDs) > 0
	})
}

// kept is the draft that the form has last written to disk.
func (h *home) kept() (d draft.Draft, ok bool) {
	h.t.Helper()
	files, err := filepath.Glob(h.path("data/sitmap/drafts/*/draft-*.json"))
	if err != nil {
		h.t.Fatal(err)
	}
	newest := ""
	for _, f := range files {
		if newest == "" || modified(f) > modified(newest) {
			newest = f
		}
	}
	b, err := os.ReadFile(newest)
	return d, err == nil && json.Unmarshal(b, &d) == nil
}

func modified(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0 // dropped meanwhile
	}
	return info.ModTime().UnixNano()
}

// keeps waits until what was typed is in the draft on disk: it has then arrived.
func (w *window) keeps(what string, holds func(draft.Draft) bool) (d draft.Draft) {
	w.t.Helper()
	defer func() {
		if w.t.Failed() {
			raw, _ := json.Marshal(d)
			w.t.Logf("the draft has: %s", raw)
		}
	}()
	eventually(w.t, "the form keeps "+what, func() bool {
		now, ok := w.home.kept()
		if ok {
			d = now
		}
		return ok && holds(now)
	})
	return d
}

// editing asserts that it is the event of that title that is being written.
func (w *window) editing(t *testing.T, title string) {
	t.Helper()
	w.keeps("the event “"+title+"”", func(d draft.Draft) bool { return d.Title == title && d.Revision > 0 })
}
