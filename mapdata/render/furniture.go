package render

import (
	"fmt"
	"image"
	"math"
	"strings"
	"time"

	"sitmap/assets"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// furnitureLayout composes what stands around the map in an exported picture: a
// header band with the title, a footer band with the legend, the scale and the
// credits, and the map between them, all on one pair of margins.
type furnitureLayout struct {
	picture image.Rectangle
	unit    float32 // a 1280th of a usual picture's width: everything scales with it
	f       *scene.Furniture
	scene   *scene.Scene
	colour  *palette
	set     *typesetter
	symbols *symbols
	out     *drawing

	title, subtitle, asOf []*textRun
	asOfUp                bool       // the date stands beside the title
	left, right           []*textRun // credits
	remarks               []*textRun // on contested territory in view, below the left ones
	remarkRoom            int        // lines kept free for them
	links                 []creditLink
	frame                 image.Rectangle
	margin                float32 // at both sides
	heads                 float32 // size of the title, in units
	room                  float32 // that is left to the map between header and footer
	without               without // what there is no room for
	columns, rest         float32 // widths of the left and the right credits; rest 0: one column
}

// Sizes in units.
const (
	pageMargin   = 26
	titleSize    = 33
	subtitleSize = 15.5
	legendSize   = 12.5
	creditSize   = 10.5
	legendRow    = 23
	scaleRoom    = 210
	creditGap    = 36  // between the columns of credits
	narrow       = 640 // pictures narrower than that have one column of credits
	remarkLines  = 2   // kept free for what is said about contested territory in view
)

func (r *Renderer) furniture(picture image.Rectangle, req Request, remarkRoom int) *furnitureLayout {
	l := &furnitureLayout{
		picture: picture, f: req.Scene.Furniture, scene: req.Scene,
		unit:   float32(min(float64(picture.Dx())/1280, float64(picture.Dy())/720)),
		colour: req.Theme.palette(), set: r.set, symbols: r.symbols, remarkRoom: remarkRoom,
	}
	l.scaleText(float32(ratioOf(req, picture)))
	for l.compose(); l.tight() && l.without < withoutAll; {
		l.without++
		l.compose()
	}
	return l
}

func (l *furnitureLayout) style(face assets.Face, size float32) textStyle {
	return textStyle{face: face, size: float32(math.Round(float64(size*l.unit*4)) / 4)}
}

func (l *furnitureLayout) inner() (x0, x1 float32) {
	m := l.margin
	return float32(l.picture.Min.X) + m, float32(l.picture.Max.X) - m
}

// compose sets all texts and finds the map's frame.
func (l *furnitureLayout) compose() {
	l.clear()
	x0, x1 := l.inner()
	width := x1 - x0
	if !l.f.DataAsOf.IsZero() && l.without < withoutDate {
		l.asOf = l.set.fitLines("Data as of "+stamp(l.f.DataAsOf, l.f.DataZone), l.style(assets.SemiBold, 12.5), width, 1)
	}
	beside := float32(0) // room that the date takes beside the line it stands on
	if len(l.asOf) > 0 {
		beside = l.asOf[0].width + 28*l.unit
	}
	l.title = l.heading(width)
	if l.f.Subtitle == "" && beside > 0 {
		// The date shares the title's last line; a title set a little smaller for that
		// is better than a line for the date alone.
		if beside := l.heading(width - beside); len(beside) == len(l.title) {
			l.title = beside
		}
		if n := len(l.title); n > 0 && l.title[n-1].width+beside <= width {
			l.asOfUp = true
		}
	}
	if l.without < withoutDate {
		l.subtitle = l.set.fitLines(l.f.Subtitle, l.style(assets.Regular, subtitleSize), width-beside, 2)
	}

	top := float32(l.picture.Min.Y) + l.headerHeight()
	l.credits(width)
	bottom := float32(l.picture.Max.Y) - l.footerHeight(width)
	l.room = bottom - top
	if bottom < top+40 { // a picture too small for its furniture shows the map
		bottom = top + 40
	}
	l.frame = image.Rect(int(math.Round(float64(x0))), int(math.Round(float64(top))),
		int(math.Round(float64(x1))), int(math.Round(float64(bottom)))).Intersect(l.picture)
}

// heading sets the title in one line if it can, in a smaller size or else in two.
func (l *furnitureLayout) heading(width float32) []*textRun {
	if l.f.Title == "" || l.without >= withoutTitle {
		return nil
	}
	sizes := []float32{l.heads, l.heads * 0.9, l.heads * 0.82}
	if l.without > withoutNothing {
		sizes = append(sizes, l.heads*0.68) // more than an event's label still
	}
	for _, size := range sizes {
		if lines := l.set.paragraph(l.f.Title, l.style(assets.SemiBold, size), width); len(lines) == 1 {
			return lines
		}
	}
	return l.set.fitLines(l.f.Title, l.style(assets.SemiBold, l.heads*0.86), width, 2)
}

func (l *furnitureLayout) headerHeight() float32 {
	u := l.unit
	h := l.above()
	for range l.title {
		h += l.titleSize() * 1.17
	}
	second := max(len(l.subtitle), len(l.asOf))
	if l.asOfUp {
		second = 0
	}
	h += float32(second) * subtitleSize * 1.38 * u
	return h + 13*u
}

// titleSize is what the title's lines are spaced by, in pixels.
func (l *furnitureLayout) titleSize() float32 {
	if l.without > withoutNothing && len(l.title) > 0 {
		return l.title[0].style.size
	}
	return l.heads * l.unit
}

// above is the room above the header's text, in which a title has its rule.
func (l *furnitureLayout) above() float32 {
	if len(l.title) == 0 {
		return 9 * l.unit
	}
	return 22 * l.unit
}

func (l *furnitureLayout) footerHeight(width float32) float32 {
	h := l.creditHeight() + 14*l.unit
	rows := 0
	if l.f.Legend && l.without < withoutLegend {
		inv := everything(l.scene)
		items := inv.items(l.scene)
		if len(items) > 0 {
			_, rows = l.flow(items, width)
		}
	}
	if rows == 0 && l.f.ScaleBar && l.without < withoutScale {
		rows = 1
	}
	return h + float32(rows)*legendRow*l.unit + 12*l.unit
}

// placedItem is a legend item's place, its upper left corner from that of the
// legend.
type placedItem struct {
	x, y float32
	run  *textRun
}

// flow sets legend items one after the other in rows, leaving room for the scale
// bar in the first.
func (l *furnitureLayout) flow(items []legendItem, width float32) (placed []placedItem, rows int) {
	u := l.unit
	st := l.style(assets.Regular, legendSize)
	room := func(row int) float32 {
		if row == 0 && l.f.ScaleBar {
			return width - scaleRoom*u
		}
		return width
	}
	x, row := float32(0), 0
	for _, it := range items {
		run := l.set.set(it.text, st)
		w := l.sampleWidth(it) + 7*u
		if run.width > width-w { // a long note
			run = l.set.fitLines(it.text, st, width-w, 1)[0]
		}
		w += run.width
		if x > 0 && x+w > room(row) {
			x = 0
			row++
		}
		placed = append(placed, placedItem{x: x, y: float32(row) * legendRow * u, run: run})
		x += w + 22*u
	}
	return placed, row + 1
}

func (l *furnitureLayout) sampleWidth(it legendItem) float32 {
	if it.width > 0 {
		return it.width * l.unit
	}
	if it.wide {
		return 28 * l.unit
	}
	return 18 * l.unit
}

// page paints the ground that the map and the furniture stand on.
func (l *furnitureLayout) page(out *drawing) {
	l.out = out
	out.begin("page", l.picture)
	p := l.picture
	out.fill(rectPath(box{float32(p.Min.X), float32(p.Min.Y), float32(p.Max.X), float32(p.Max.Y)}, 0), plain(l.colour.page))
}

// lay puts the furniture into the drawing, around a map that shows inv.
func (l *furnitureLayout) lay(view geo.View, inv inventory) {
	l.out.begin("furniture", l.picture)
	l.outline()
	l.header()
	y := float32(l.frame.Max.Y) + 12*l.unit
	x0, x1 := l.inner()
	if l.f.Legend && l.without < withoutLegend {
		l.legend(inv, x0, y, x1-x0)
	}
	if l.f.ScaleBar && l.without < withoutScale {
		l.scaleBar(view, x1, y)
	}
	l.remarks = l.remarkRuns(inv.remarks)
	l.footer()
}

func (l *furnitureLayout) outline() {
	b := box{float32(l.frame.Min.X), float32(l.frame.Min.Y), float32(l.frame.Max.X), float32(l.frame.Max.Y)}
	l.out.stroke(rectPath(b, 0), pen{width: max(1, 0.8*l.unit)}, alpha(l.colour.rule, 0.35))
}

func (l *furnitureLayout) header() {
	u := l.unit
	x0, x1 := l.inner()
	top := float32(l.picture.Min.Y)
	if len(l.title) > 0 {
		l.out.fill(rectPath(box{x0, top + 10*u, x0 + 46*u, top + 14.5*u}, 0), plain(l.colour.accent))
	}
	y := top + l.above()
	for _, t := range l.title {
		y += l.titleSize() * 1.17
		l.out.text(t, x0, y-l.titleSize()*0.28, ink{colour: l.colour.title})
	}
	for i, t := range l.subtitle {
		l.out.text(t, x0, y+(float32(i)+0.86)*subtitleSize*1.38*u, ink{colour: l.colour.bodyText})
	}
	asOf := y + 0.86*subtitleSize*1.38*u
	if l.asOfUp {
		asOf = y - l.titleSize()*0.28
	}
	for _, t := range l.asOf {
		l.out.anchored(AnchorEnd, t, x1-t.width, asOf, ink{colour: l.colour.bodyText})
	}
}

func (l *furnitureLayout) legend(inv inventory, x, y, width float32) {
	items := inv.items(l.scene)
	placed, _ := l.flow(items, width)
	u := l.unit
	for i, it := range items {
		p := placed[i]
		w := l.sampleWidth(it)
		mid := y + p.y + legendRow*u/2
		it.draw(l, box{x + p.x, mid - 9*u, x + p.x + w, mid + 9*u})
		l.out.text(p.run, x+p.x+w+7*u, mid+p.run.xHeight*0.62, ink{colour: l.colour.bodyText})
	}
}

// stamp writes an instant with its zone: “4 July 2025, 18:00 UTC”.
func stamp(t time.Time, zone *time.Location) string {
	if zone == nil {
		zone = time.UTC
	}
	t = t.In(zone)
	name, offset := t.Zone()
	if !strings.ContainsAny(name, "+-0123456789") && name != "UTC" && name != "GMT" {
		name = fmt.Sprintf("%s (UTC%s)", name, offsetText(offset))
	} else if name != "UTC" && name != "GMT" {
		name = "UTC" + offsetText(offset)
	}
	return t.Format("2 January 2006, 15:04 ") + name
}

func offsetText(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if m := seconds / 60 % 60; m != 0 {
		return fmt.Sprintf("%s%d:%02d", sign, seconds/3600, m)
	}
	return fmt.Sprintf("%s%d", sign, seconds/3600)
}
