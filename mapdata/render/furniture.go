package render

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"time"

	"sitmap/assets"
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
	columns               float32 // width of the left credits
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
	remarkLines  = 2 // kept free for what is said about contested territory in view
)

func (r *Renderer) furniture(picture image.Rectangle, req Request, remarkRoom int) *furnitureLayout {
	l := &furnitureLayout{
		picture: picture, f: req.Scene.Furniture, scene: req.Scene,
		unit:   max(0.35, float32(min(float64(picture.Dx())/1280, float64(picture.Dy())/720))),
		colour: req.Theme.palette(), set: r.set, symbols: r.symbols, remarkRoom: remarkRoom,
	}
	l.compose()
	return l
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
	if !l.f.DataAsOf.IsZero() {
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
	l.subtitle = l.set.fitLines(l.f.Subtitle, l.style(assets.Regular, subtitleSize), width-beside, 2)

	top := float32(l.picture.Min.Y) + l.headerHeight()
	l.credits(width)
	bottom := float32(l.picture.Max.Y) - l.footerHeight(width)
	if bottom < top+40 { // a picture too small for its furniture shows the map
		bottom = top + 40
	}
	l.frame = image.Rect(int(math.Round(float64(x0))), int(math.Round(float64(top))),
		int(math.Round(float64(x1))), int(math.Round(float64(bottom)))).Intersect(l.picture)
}

// heading sets the title in one line if it can, in a smaller size or else in two.
func (l *furnitureLayout) heading(width float32) []*textRun {
	if l.f.Title == "" {
		return nil
	}
	for _, size := range []float32{titleSize, titleSize * 0.9, titleSize * 0.82} {
		if lines := l.set.paragraph(l.f.Title, l.style(assets.SemiBold, size), width); len(lines) == 1 {
			return lines
		}
	}
	return l.set.fitLines(l.f.Title, l.style(assets.SemiBold, titleSize*0.86), width, 2)
}

func (l *furnitureLayout) headerHeight() float32 {
	u := l.unit
	h := l.above()
	for range l.title {
		h += titleSize * 1.17 * u
	}
	second := max(len(l.subtitle), len(l.asOf))
	if l.asOfUp {
		second = 0
	}
	h += float32(second) * subtitleSize * 1.38 * u
	return h + 13*u
}

// above is the room above the header's text, in which a title has its rule.
func (l *furnitureLayout) above() float32 {
	if len(l.title) == 0 {
		return 9 * l.unit
	}
	return 22 * l.unit
}

// credits sets sources and notes in a wide column to the left, what the map is
// made of in a narrow one to the right.
func (l *furnitureLayout) credits(width float32) {
	st := l.style(assets.Regular, creditSize)
	gap := 36 * l.unit
	l.columns = width*0.58 - gap/2
	rest := width - l.columns - gap
	if len(l.scene.Notes) > 0 {
		l.left = append(l.left, l.set.fitLines(sentences(l.scene.Notes), st, l.columns, 2)...)
	}
	if len(l.f.Sources) > 0 {
		lines := l.set.fitLines(sourcesBefore+strings.Join(l.f.Sources, sourcesBetween), st, l.columns, 3)
		l.links = linkSources(l.f, lines, len(l.left))
		l.left = append(l.left, lines...)
	}
	if l.f.POV != "" {
		l.right = append(l.right, l.set.paragraph(l.f.POV, st, rest)...)
	}
	if l.f.Attribution != "" {
		l.right = append(l.right, l.set.fitLines(l.f.Attribution, st, rest, 2)...)
	}
	if l.f.Publication != "" {
		text := "Publication " + l.f.Publication
		l.right = append(l.right, l.set.fitLines(text, st, rest, 1)...)
	}
}

func sentences(notes []string) string {
	parts := make([]string, len(notes))
	for i, n := range notes {
		parts[i] = strings.TrimSuffix(strings.TrimSpace(n), ".") + "."
	}
	return strings.Join(parts, " ")
}

func (l *furnitureLayout) creditHeight() float32 {
	lines := max(len(l.left)+l.remarkRoom, len(l.right))
	if len(l.left)+len(l.right) == 0 {
		return 0
	}
	return (float32(lines)*creditSize*1.42 + 10) * l.unit
}

func (l *furnitureLayout) footerHeight(width float32) float32 {
	h := l.creditHeight() + 14*l.unit
	rows := 0
	if l.f.Legend {
		inv := everything(l.scene)
		items := inv.items(l.scene)
		if len(items) > 0 {
			_, rows = l.flow(items, width)
		}
	}
	if rows == 0 && l.f.ScaleBar {
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
func (l *furnitureLayout) lay(f *frame, inv inventory) {
	l.out.begin("furniture", l.picture)
	l.outline()
	l.header()
	y := float32(l.frame.Max.Y) + 12*l.unit
	x0, x1 := l.inner()
	if l.f.Legend {
		l.legend(inv, x0, y, x1-x0)
	}
	if l.f.ScaleBar {
		l.scaleBar(f, x1, y)
	}
	l.remarks = l.remarkRuns(inv.remarks)
	l.footer()
}

// remarkRuns sets what is said about contested territory, all of it.
func (l *furnitureLayout) remarkRuns(remarks []string) []*textRun {
	if len(remarks) == 0 || len(l.left)+len(l.right) == 0 {
		return nil
	}
	text := "Contested territory: " + strings.Join(remarks, ". ") + "."
	return l.set.paragraph(text, l.style(assets.Regular, creditSize), l.columns)
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
		y += titleSize * 1.17 * u
		l.out.text(t, x0, y-titleSize*0.28*u, ink{colour: l.colour.title})
	}
	for i, t := range l.subtitle {
		l.out.text(t, x0, y+(float32(i)+0.86)*subtitleSize*1.38*u, ink{colour: l.colour.bodyText})
	}
	asOf := y + 0.86*subtitleSize*1.38*u
	if l.asOfUp {
		asOf = y - titleSize*0.28*u
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

// footer sets the credits beneath a hairline, on the picture's lower margin.
func (l *furnitureLayout) footer() {
	if len(l.left) == 0 && len(l.right) == 0 {
		return
	}
	u := l.unit
	x0, x1 := l.inner()
	top := float32(l.picture.Max.Y) - l.creditHeight() - 12*u
	l.out.stroke(linePath(point{x0, top}, point{x1, top}), pen{width: max(1, 0.7*u)}, alpha(l.colour.rule, 0.3))
	lead := creditSize * 1.42 * u
	for i, t := range append(slices.Clip(l.left), l.remarks...) {
		l.out.text(t, x0, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
		l.linkLine(i, t, x0, top+6*u+lead*(float32(i)+0.8))
	}
	for i, t := range l.right {
		l.out.text(t, x0+l.columns+36*u, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
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

// The samples of the legend.

func (l *furnitureLayout) sampleMark(b box, icon string, c color.NRGBA, fill scene.Fill) {
	size := max(smallMark+1, 2*float32(math.Round(float64(8.2*l.unit)))) // with its icon, as on the map
	s := l.symbols.mark(markKey{icon, c, fill, size, false, l.colour})
	l.out.put(&symbolItem{symbol: s, x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2})
}

func (l *furnitureLayout) sampleLink(b box, style scene.LinkStyle, c color.NRGBA) {
	c = l.colour.eventColour(c)
	y := (b.y0 + b.y1) / 2
	u := l.unit
	from, to := point{b.x0 + 1*u, y}, point{b.x1 - 1*u, y}
	pn := pen{width: linkWidth(style) * u}
	switch style {
	case scene.Arrow, scene.BrokenArrow:
		if style == scene.BrokenArrow {
			pn.dash = []float32{5 * u, 3.2 * u}
		}
		l.out.stroke(linePath(from, point{to.x - 7*u, y}), pn, c)
		l.out.fill(arrowHead([]point{from, to}, 9*u, 4.4*u), plain(c))
	default:
		l.out.stroke(linePath(from, to), pn, c)
		l.out.put(&symbolItem{symbol: l.symbols.end(endKey{2.4 * u, c, l.colour}), x: from.x + u, y: y})
		if style == scene.CallLink {
			l.out.put(&symbolItem{symbol: l.symbols.end(endKey{2.4 * u, c, l.colour}), x: to.x - u, y: y})
		}
	}
}

func (l *furnitureLayout) swatch(b box) *path {
	mid := (b.y0 + b.y1) / 2
	return rectPath(box{b.x0 + l.unit, mid - 6.5*l.unit, b.x1 - l.unit, mid + 6.5*l.unit}, 2*l.unit)
}

func (l *furnitureLayout) sampleArea(b box, c color.NRGBA) {
	c = l.colour.eventColour(c)
	p := l.swatch(b)
	l.out.fill(p, plain(l.colour.landColour()))
	l.out.fill(p, plain(alpha(c, 0.16)))
	l.out.stroke(p, pen{width: 1.3 * l.unit}, alpha(c, 0.85))
}

func (l *furnitureLayout) sampleDisc(b box) {
	p := &path{}
	p.circle((b.x0+b.x1)/2, (b.y0+b.y1)/2, 7.5*l.unit, false)
	c := l.colour.bodyText
	l.out.fill(p, plain(alpha(c, 0.12)))
	l.out.stroke(p, pen{width: 1.1 * l.unit}, alpha(c, 0.75))
}

func (l *furnitureLayout) sampleTreated(b box) {
	p := l.swatch(b)
	l.out.fill(p, plain(l.colour.landColour()))
	h := hatch{period: 6 * l.unit, width: 1.5 * l.unit}
	l.out.fill(p, paint{colour: alpha(l.colour.treated, 1.6), hatch: h})
	l.out.stroke(p, pen{width: 0.9 * l.unit}, l.colour.border)
}

func (l *furnitureLayout) sampleBorder(b box) {
	y := (b.y0 + b.y1) / 2
	l.out.stroke(linePath(point{b.x0, y}, point{b.x1, y}), pen{width: 1.2 * l.unit, dash: []float32{4 * l.unit, 2.6 * l.unit}}, l.colour.disputed)
}
