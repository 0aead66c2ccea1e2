package render

import (
	"image"
	"math"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// furnitureLayout composes what stands around the map in an exported picture: a
// header band with the title, a footer band with the legend, the scale and the
// credits, and the map between them, all on one pair of margins. In the corners of
// the map stand legend, locator and north arrow, where they are asked for.
type furnitureLayout struct {
	picture image.Rectangle
	body    image.Rectangle // picture without the handling banners
	unit    float32         // a 1280th of a usual picture's width: everything scales with it
	f       *scene.Furniture
	scene   *scene.Scene
	colour  *palette
	set     *typesetter
	symbols *symbols
	out     *drawing
	// locator draws the map of the wider region.
	locator   func(out *drawing, shown *frame, room image.Rectangle, unit float32) error
	shown     *frame // of the map, once it is laid out
	northward point  // where north is at its arrow, one pixel long; (0, 0) where there is none

	title, subtitle, asOf []*textRun
	asOfUp                bool       // the date stands beside the title
	left, right           []*textRun // credits
	notes                 notesLayout
	brief                 bool // the credits are cut to what must be said
	links                 []creditLink
	frame                 image.Rectangle
	columns               float32 // width of the left credits
	stacked               bool    // all credits stand in one column
	side                  float32 // width of the legend beside the map; 0: none
	corners               corners
}

// Sizes in units.
const (
	pageMargin   = 26
	titleSize    = 33
	subtitleSize = 17
	legendSize   = 14.5
	creditSize   = 11.5
	legendRow    = 26
	scaleRoom    = 224
	bannerHeight = 25
)

// leastMap is how much of a picture's height its map has at least, where it can: what
// stands around it is cut to what must be said, and then made smaller.
const leastMap = 0.42

// furniture composes what stands around the map, with room for notes.
func (r *Renderer) furniture(picture image.Rectangle, req Request, room notesRoom) *furnitureLayout {
	unit := furnitureUnit(picture, ratioOf(req, picture), req.Shrunk, req.TextScale)
	least := 0.35 * float32(max(req.Shrunk, 0))
	if req.Shrunk <= 0 {
		least = 0.35
	}
	l := r.furnitureAt(picture, req, room, unit, false)
	for step := 0; !l.roomy(); step++ {
		if step > 0 {
			unit *= 0.9
		}
		if unit < least {
			break
		}
		l = r.furnitureAt(picture, req, room, unit, true)
	}
	return l
}

// roomy reports whether the furniture leaves the map its part of the picture.
func (l *furnitureLayout) roomy() bool {
	return float32(l.frame.Dy()) >= leastMap*float32(l.body.Dy())
}

func (r *Renderer) furnitureAt(picture image.Rectangle, req Request, room notesRoom, unit float32, brief bool) *furnitureLayout {
	l := &furnitureLayout{
		picture: picture, body: picture, f: req.Scene.Furniture, scene: req.Scene, unit: unit, brief: brief,
		colour: req.Theme.palette(), set: r.set, symbols: r.symbols, notes: notesLayout{room: room},
		locator: func(out *drawing, shown *frame, room image.Rectangle, unit float32) error {
			return r.locator(out, shown, room, unit, req)
		},
	}
	if l.f.Handling != "" {
		band := int(math.Round(float64(bannerHeight * l.unit)))
		l.body.Min.Y += band
		l.body.Max.Y -= band
	}
	l.compose()
	return l
}

// leastUnit keeps text around the map of small pictures legible, where there is room.
const leastUnit = 0.78

// furnitureUnit is how many pixels a unit of the furniture is. Pictures that are not
// as wide as usual, on paper or for a feed, have room for text of the map's own size.
func furnitureUnit(picture image.Rectangle, ratio, shrunk, textScale float64) float32 {
	if !(shrunk > 0) {
		shrunk = 1
	}
	if !(textScale > 0) {
		textScale = 1
	}
	w, h := float64(picture.Dx())/shrunk, float64(picture.Dy())/shrunk
	ratio /= shrunk * textScale
	u := min(w/1280, h/720)
	if least := min(w/900, h/560); least >= 1.15 { // smaller ones need the room for the map
		u = max(u, min(ratio, least))
	}
	return float32(max(leastUnit, u) * shrunk * textScale)
}

func (l *furnitureLayout) style(face assets.Face, size float32) textStyle {
	return textStyle{face: face, size: float32(math.Round(float64(size*l.unit*4)) / 4)}
}

func (l *furnitureLayout) inner() (x0, x1 float32) {
	m := pageMargin * l.unit
	return float32(l.picture.Min.X) + m, float32(l.picture.Max.X) - m
}

// compose sets all texts and finds the map's frame.
func (l *furnitureLayout) compose() {
	x0, x1 := l.inner()
	width := x1 - x0
	l.headTexts(width)
	l.credits(width)
	if l.f.Legend && l.f.LegendAt == scene.LegendBeside {
		l.side = l.sideWidth(width)
		x1 -= l.side + sideGap*l.unit
	}
	top := float32(l.body.Min.Y) + l.headerHeight()
	bottom := float32(l.body.Max.Y) - l.footerHeight(width)
	if bottom < top+40 { // a picture too small for its furniture shows the map
		bottom = top + 40
	}
	l.frame = image.Rect(int(math.Round(float64(x0))), int(math.Round(float64(top))),
		int(math.Round(float64(x1))), int(math.Round(float64(bottom)))).Intersect(l.body)
}

// page paints the ground that the map and the furniture stand on.
func (l *furnitureLayout) page(out *drawing) {
	l.out = out
	out.begin("page", l.picture)
	p := l.picture
	out.fill(rectPath(box{float32(p.Min.X), float32(p.Min.Y), float32(p.Max.X), float32(p.Max.Y)}, 0), plain(l.colour.page))
}

// lay puts the furniture into the drawing, around a map that shows inv. An error is
// that of the locator, which is then left out.
func (l *furnitureLayout) lay(f *frame, inv inventory) error {
	err := l.insetMap()
	l.out.begin("furniture", l.picture)
	l.outline()
	l.header()
	y := float32(l.frame.Max.Y) + 12*l.unit
	x0, x1 := l.inner()
	if l.f.Legend {
		switch l.f.LegendAt {
		case scene.LegendBelow:
			l.legend(inv, x0, y, x1-x0)
		case scene.LegendBeside:
			l.sideLegend(inv)
		default:
			l.cornerLegend(inv)
		}
	}
	l.placeScale(f)
	l.drawDegrees()
	l.insetFrame()
	l.northArrow()
	l.drawNotes(inv)
	l.footer()
	l.banners()
	return err
}

func (l *furnitureLayout) outline() {
	b := box{float32(l.frame.Min.X), float32(l.frame.Min.Y), float32(l.frame.Max.X), float32(l.frame.Max.Y)}
	l.out.stroke(rectPath(b, 0), pen{width: max(1, 0.8*l.unit)}, alpha(l.colour.rule, 0.35))
}
