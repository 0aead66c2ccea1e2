package render

import (
	"image/color"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/scene"
)

// legendItem explains one thing that is visible in the picture.
type legendItem struct {
	text  string
	draw  func(l *furnitureLayout, b box) // the sample, in a box
	wide  bool                            // the sample is a line or a swatch
	width float32                         // of the sample, in units; 0: the usual one
}

// inventory is what kinds of things are in a picture.
type inventory struct {
	icons    map[string]scene.Fill // how a kind's symbol is filled; Solid if any is
	fills    map[scene.Fill]bool
	links    map[linkLook]bool
	regions  []color.NRGBA // of areas, first of each colour
	tag      *areaTagKey   // of an area, the first that has one in the picture; nil if none
	discs    []color.NRGBA // of discs, that of the first
	treated  []*basemap.Area
	slight   []*basemap.Area // the same, of which too little is seen for its hatching
	remarks  []string        // on what is treated
	disputed bool
	points   pointInventory
	layers   []*scene.Layer
}

type linkLook struct {
	style  scene.LinkStyle
	colour color.NRGBA
}

// everything is the inventory of a whole scene, wherever the view. It decides how
// much room the legend gets, so that the map's frame does not change with the view.
func everything(s *scene.Scene) inventory {
	inv := newInventory()
	inv.treated, inv.disputed = []*basemap.Area{{}}, true // they may come into view
	for i := range s.Marks {
		inv.mark(s.Marks[i].Icon, s.Marks[i].Fill)
	}
	for i := range s.Links {
		inv.link(&s.Links[i])
	}
	for i := range s.Areas {
		inv.area(&s.Areas[i])
	}
	for i := range s.Discs {
		inv.disc(&s.Discs[i])
	}
	inv.allPoints(s.Points)
	if s.By != nil && len(s.Marks)+len(s.Areas) > 0 {
		inv.points.sizes, inv.points.blank = true, true
	}
	inv.points.rings = inv.points.rings || len(s.Marks) > mostFanned // they may stack up
	for i := range s.Layers {
		inv.layers = append(inv.layers, &s.Layers[i])
	}
	return inv
}

func newInventory() inventory {
	return inventory{icons: map[string]scene.Fill{}, fills: map[scene.Fill]bool{}, links: map[linkLook]bool{}}
}

func (v *inventory) mark(icon string, fill scene.Fill) {
	if _, ok := v.icons[icon]; icon != "" && (!ok || fill == scene.Solid) {
		v.icons[icon] = fill
	}
	v.fills[fill] = true
}

// stack takes in the marks of a stack; how they are filled is not seen.
func (v *inventory) stack(s *markStack) {
	for _, m := range s.members {
		if _, ok := v.icons[m.Icon]; !ok {
			v.icons[m.Icon] = scene.Solid
		}
	}
	v.points.rings = true
}

func (v *inventory) link(k *scene.Link) {
	v.links[linkLook{k.Style, k.Colour}] = true
	if k.Style != scene.Spoke {
		v.fills[k.Fill] = true
	}
}

func (v *inventory) area(a *scene.Area) {
	v.fills[a.Fill] = true
	for _, c := range v.regions {
		if c == a.Colour {
			return
		}
	}
	v.regions = append(v.regions, a.Colour)
}

func (v *inventory) disc(d *scene.Disc) {
	v.fills[d.Fill] = true
	if len(v.discs) == 0 {
		v.discs = append(v.discs, d.Colour)
	}
}

// visible is the inventory of what can be seen in a frame.
func (l *sceneLayout) visible(marks []placedMark, links []placedLink, areas []placedArea, points *placedPoints, d *detail) inventory {
	inv := newInventory()
	if !l.explained {
		return inv // nobody asks
	}
	inv.seenPoints(points)
	view := l.inSight
	for _, m := range marks {
		if !(box{m.at.x, m.at.y, m.at.x, m.at.y}).grow(m.radius).meets(view) {
			continue
		}
		if m.stack != nil {
			inv.stack(m.stack)
			continue
		}
		inv.mark(m.mark.Icon, m.mark.Fill)
		if l.scene.By != nil {
			inv.points.sizes = true
			inv.points.blank = inv.points.blank || m.unknown
		}
	}
	for _, k := range links {
		if crosses(k.pts, view) {
			inv.link(k.link)
		}
	}
	for _, a := range areas {
		if !a.seen(view) {
			continue
		}
		if a.disc == nil {
			inv.area(a.area)
			continue
		}
		// Beneath its own mark a small disc is not seen.
		if b := a.path.bounds(); b.width() > 1.4*markSize*l.ratio {
			inv.disc(a.disc)
		}
	}
	for _, e := range l.labels {
		if e.area == nil || e.icon == nil {
			continue
		}
		k, ok := e.icon.key.(areaTagKey)
		if ok && inv.tag == nil && (box{e.at.x, e.at.y, e.at.x, e.at.y}).meets(view) {
			inv.tag = &k
		}
		if ok && k.icon != "" {
			inv.mark(e.area.Icon, e.area.Fill)
			if l.scene.By != nil && e.area.Value >= 0 {
				inv.points.sizes = true
			}
		}
	}
	if d != nil {
		l.contested(&inv, d)
	}
	return inv
}

// expected is visible before the labels are placed: the symbols beside those of areas
// count as visible.
func (l *sceneLayout) expected(marks []placedMark, links []placedLink, areas []placedArea, points *placedPoints, d *detail) inventory {
	inv := l.visible(marks, links, areas, points, d)
	for _, a := range areas {
		if a.area != nil && a.area.Icon != "" && a.seen(l.inSight) {
			inv.mark(a.area.Icon, a.area.Fill)
		}
	}
	return inv
}

// seen says whether any part of an area lies within the view.
func (a *placedArea) seen(view box) bool {
	if !a.path.bounds().meets(view) {
		return false
	}
	found := false
	a.path.each(func(pts []point, _ bool) { found = found || crosses(pts, view) })
	return found || a.path.contains(point{(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2})
}

// crosses says whether a line comes into a box.
func crosses(pts []point, b box) bool {
	for i := 1; i < len(pts); i++ {
		p, q := pts[i-1], pts[i]
		s := box{min(p.x, q.x), min(p.y, q.y), max(p.x, q.x), max(p.y, q.y)}
		if !s.grow(0.01).meets(b) {
			continue
		}
		// The ends in the box, or the box's corners on both sides of the line.
		if p.x >= b.x0 && p.x <= b.x1 && p.y >= b.y0 && p.y <= b.y1 {
			return true
		}
		side := func(x, y float32) bool { return (q.x-p.x)*(y-p.y) > (q.y-p.y)*(x-p.x) }
		first := side(b.x0, b.y0)
		if side(b.x1, b.y0) != first || side(b.x0, b.y1) != first || side(b.x1, b.y1) != first {
			return true
		}
	}
	return false
}

// tells reports whether a fill is seen and says how far an event is believed.
func (v *inventory) tells(s *scene.Scene, f scene.Fill) bool {
	return v.fills[f] && (f == scene.Crossed || !s.Plain)
}

// items puts an inventory into words and samples, in a fixed order: kinds,
// assessments, lines, areas, the base map.
func (v *inventory) items(s *scene.Scene) []legendItem {
	var out []legendItem
	for _, k := range s.Kinds {
		if fill, ok := v.icons[k.Icon]; ok && !v.points.shows(k) {
			out = append(out, legendItem{text: k.Name, draw: func(l *furnitureLayout, b box) {
				l.sampleMark(b, k.Icon, k.Colour, fill)
			}})
		}
	}
	out = append(out, v.points.items(s)...)
	neutral := rgb(0x5d5852)
	for _, f := range []struct {
		fill scene.Fill
		text string
	}{{scene.Hollow, "Reported"}, {scene.Solid, "Corroborated or confirmed"}, {scene.Hatched, "Disputed"}, {scene.Crossed, "Retracted"}} {
		if v.tells(s, f.fill) {
			out = append(out, legendItem{text: f.text, draw: func(l *furnitureLayout, b box) {
				l.sampleMark(b, "", neutral, f.fill)
			}})
		}
	}
	for _, style := range []scene.LinkStyle{scene.CallLink, scene.Spoke, scene.Arrow, scene.BrokenArrow} {
		if c, text, ok := v.linkText(style, s); ok {
			out = append(out, legendItem{text: text, wide: true, draw: func(l *furnitureLayout, b box) { l.sampleLink(b, style, c) }})
		}
	}
	if len(v.regions) > 0 {
		c := v.regions[0]
		out = append(out, legendItem{text: "Somewhere in this region", wide: true, draw: func(l *furnitureLayout, b box) { l.sampleArea(b, c, v.tag) }})
	}
	if len(v.discs) > 0 {
		c := v.discs[0]
		out = append(out, legendItem{text: "Somewhere in this circle", draw: func(l *furnitureLayout, b box) { l.sampleDisc(b, c) }})
	}
	out = append(out, layerItems(v.layers)...)
	if len(v.treated) > 0 {
		out = append(out, legendItem{text: "Contested territory", wide: true, draw: func(l *furnitureLayout, b box) { l.sampleTreated(b) }})
	}
	if v.disputed {
		out = append(out, legendItem{text: "Disputed border", wide: true, draw: func(l *furnitureLayout, b box) { l.sampleBorder(b) }})
	}
	return out
}

// linkText words a style of link by the kind of its colour, where there is only
// one.
func (v *inventory) linkText(style scene.LinkStyle, s *scene.Scene) (c color.NRGBA, text string, ok bool) {
	names := map[string]bool{}
	for look := range v.links {
		if look.style != style {
			continue
		}
		ok = true
		for _, k := range s.Kinds {
			if k.Colour == look.colour {
				names[k.Name] = true
			}
		}
		// The same one whatever the order of the map.
		if c.A == 0 || pack(look.colour) < pack(c) {
			c = look.colour
		}
	}
	name := ""
	if len(names) == 1 {
		for n := range names {
			name = n
		}
	}
	either := func(with, without string) string {
		if name == "" {
			return without
		}
		return name + with
	}
	switch style {
	case scene.CallLink:
		text = either(" between these places", "Call between these places")
	case scene.Spoke:
		text = "From a participant’s seat to the venue"
	case scene.Arrow:
		text = either(" from donor to recipient", "From donor to recipient")
	default:
		text = either(", paused", "Paused")
	}
	return c, text, ok
}

// placedItem is a legend item's place, its upper left corner from that of the
// legend.
type placedItem struct {
	x, y float32
	run  *textRun
}

// leastBeside is the room, in units, that the legend needs beside the scale bar: with less
// the bar has its row for itself.
const leastBeside = 130

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
	if room(0) < leastBeside*u {
		row = 1
	}
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
		placed = append(placed, placedItem{x: x, y: float32(row) * l.row(), run: run})
		x += w + 22*u
	}
	return placed, row + 1
}

// row is the height of a row of the legend, in pixels.
func (l *furnitureLayout) row() float32 { return max(legendRow*l.unit, smallMark+3) }

func (l *furnitureLayout) sampleWidth(it legendItem) float32 {
	if it.width > 0 {
		return it.width * l.unit
	}
	if it.wide {
		return 28 * l.unit
	}
	return max(18*l.unit, smallMark+2) // a mark keeps its icon however small the picture is
}

func (l *furnitureLayout) legend(inv inventory, x, y, width float32) {
	items := inv.items(l.scene)
	placed, _ := l.flow(items, width)
	u := l.unit
	for i, it := range items {
		p := placed[i]
		w := l.sampleWidth(it)
		mid := y + p.y + l.row()/2
		it.draw(l, box{x + p.x, mid - 9*u, x + p.x + w, mid + 9*u})
		l.out.text(p.run, x+p.x+w+7*u, mid+p.run.xHeight*0.62, ink{colour: l.colour.bodyText})
	}
}
