package render

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/assets"
	"sitmap/mapdata/geo"
)

// notesLayout is what the picture explains in words: what terms mean, what is assumed, why
// territory is hatched. It stands in the map where that covers nothing, else between the
// legend and the credits.
type notesLayout struct {
	room notesRoom
	spot int // in the map
}

// notesRoom is the room that notes are given.
type notesRoom struct {
	below bool // they stand below the map, not in it
	lines int  // kept free for them there
}

// Sizes of notes, in units.
const (
	noteSize  = 12.5
	noteLead  = 1.32 // distance of lines, for each unit of their size
	noteWidth = 330  // in the map
)

// noteShare is how much of the map notes may cover.
const noteShare = 0.085

// noteTexts are the notes on what is seen, a paragraph each.
func (l *furnitureLayout) noteTexts(inv inventory) []string {
	var out []string
	var terms []string
	for _, m := range l.f.Meanings {
		if !l.brief && (m.Always || inv.tells(l.scene, m.Fill)) {
			terms = append(terms, m.Term+": "+m.Text)
		}
	}
	if len(terms) > 0 {
		out = append(out, sentences(terms))
	}
	if len(l.scene.Notes) > 0 {
		out = append(out, sentences(l.scene.Notes))
	}
	if len(inv.remarks) > 0 {
		out = append(out, "Contested territory: "+strings.Join(inv.remarks, ". ")+".")
	}
	return out
}

func (l *furnitureLayout) noteRuns(inv inventory, width float32) []*textRun {
	var out []*textRun
	for _, text := range l.noteTexts(inv) {
		out = append(out, l.set.wrapped(text, l.style(assets.Regular, noteSize), width)...)
	}
	return out
}

// noteLines sets the notes below the map.
func (l *furnitureLayout) noteLines(inv inventory) []*textRun {
	x0, x1 := l.inner()
	return l.noteRuns(inv, x1-x0)
}

func (l *furnitureLayout) noteRow() float32 { return noteSize * noteLead * l.unit }

// notesHeight is the room below the map that notes are given.
func (l *furnitureLayout) notesHeight() float32 {
	if !l.notes.room.below {
		return 0
	}
	return float32(l.notes.room.lines)*l.noteRow() + 12*l.unit
}

// notesPlate sets the notes in the map: as wide as they need for about three times as
// much width as height.
func (l *furnitureLayout) notesPlate(inv inventory) (lines []*textRun, w, h float32) {
	pad := 2 * platePad * l.unit
	most := min(noteWidth*l.unit, 0.42*float32(l.frame.Dx())) - pad
	lines = l.noteRuns(inv, most)
	if len(lines) == 0 {
		return nil, 0, 0
	}
	return lines, widest(lines) + pad, float32(len(lines))*l.noteRow() + 0.8*pad
}

// noteSpots are where notes may stand in the map, as shares of the free width and height:
// the corners, the lower ones first, then between them.
var noteSpots = [][2]float32{{0, 1}, {1, 1}, {0, 0}, {1, 0}, {0.5, 1}, {0, 0.5}, {1, 0.5}, {0.5, 0}}

func (l *furnitureLayout) inSpot(i int, w, h float32) box {
	g := cornerGap * l.unit
	x0, y0 := float32(l.frame.Min.X)+g, float32(l.frame.Min.Y)+g
	freeW, freeH := float32(l.frame.Dx())-2*g-w, float32(l.frame.Dy())-2*g-h
	x, y := floor(x0+freeW*noteSpots[i][0]+0.5), floor(y0+freeH*noteSpots[i][1]+0.5)
	return box{x, y, x + floor(w+0.5), y + floor(h+0.5)}
}

// notesFit reports whether the notes can stand in the map without covering much of it, or
// any of the events.
func (l *furnitureLayout) notesFit(f *frame, inv inventory) bool {
	lines, w, h := l.notesPlate(inv)
	if len(lines) == 0 {
		return true
	}
	fw, fh := float32(l.frame.Dx()), float32(l.frame.Dy())
	if l.scene.Points != nil || w*h > noteShare*fw*fh || h > 0.4*fh {
		return false
	}
	var at []point
	add := func(p orb.Point) {
		w := geo.Project(p)
		first, last := f.shifts(geo.Rect{Min: w, Max: w})
		for k := first; k <= last; k++ {
			at = append(at, f.px(w, float64(k)))
		}
	}
	for i := range l.scene.Marks {
		add(l.scene.Marks[i].At)
	}
	for i := range l.scene.Discs {
		add(l.scene.Discs[i].At)
	}
	for i := range l.scene.Areas {
		if g := l.scene.Areas[i].Geometry; g != nil {
			add(g.Bound().Center())
		}
	}
	for i := range noteSpots {
		b := l.inSpot(i, w, h).grow(markSize * f.ratio)
		free := true
		for _, p := range at {
			free = free && !(box{p.x, p.y, p.x, p.y}).within(b)
		}
		if free {
			return true
		}
	}
	return false
}

// reserveNotes finds the place in the map where notes cover least.
func (l *furnitureLayout) reserveNotes(inv inventory, marks []placedMark, links []placedLink) {
	if l.notes.room.below {
		return
	}
	lines, w, h := l.notesPlate(inv)
	if len(lines) == 0 {
		return
	}
	least := math.MaxInt
	for i := range noteSpots {
		b := l.inSpot(i, w, h)
		n := covered(b.grow(6*l.unit), marks, links)
		for _, o := range l.corners.boxes() {
			if o.grow(6 * l.unit).meets(b) {
				n += 1_000_000
			}
		}
		if n < least {
			l.notes.spot, least = i, n
		}
	}
	l.corners.notes = l.inSpot(l.notes.spot, w, h)
}

// drawNotes draws the notes on what is seen, which may be a little less than there is room
// for.
func (l *furnitureLayout) drawNotes(inv inventory) {
	c := ink{colour: l.colour.bodyText}
	if l.notes.room.below {
		x0, _ := l.inner()
		lines := l.noteLines(inv)
		y := float32(l.body.Max.Y) - l.creditHeight() - 12*l.unit - float32(len(lines))*l.noteRow() - 7*l.unit
		for i, t := range lines {
			l.out.text(t, x0, y+(float32(i)+0.8)*l.noteRow(), c)
		}
		return
	}
	lines, w, h := l.notesPlate(inv)
	if len(lines) == 0 || l.corners.notes == (box{}) {
		return
	}
	b := l.inSpot(l.notes.spot, w, h)
	l.plate(b)
	for i, t := range lines {
		l.out.text(t, b.x0+platePad*l.unit, b.y0+0.8*platePad*l.unit+(float32(i)+0.8)*l.noteRow(), c)
	}
}
