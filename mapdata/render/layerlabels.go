package render

import (
	"slices"
	"sort"

	"sitmap/assets"
)

// layerLabelled is how many features of a layer may compete for labels; those that
// are largest in the picture first.
const layerLabelled = 150

// layerLabel is a label that found its place.
type layerLabel struct {
	run  *textRun
	x, y float32
	ink  ink
	at   Anchor
}

// placeLayerLabels finds room for the labels of layers where events leave it, those
// of upper layers first. Markers are taken before.
func (l *sceneLayout) placeLayerLabels(layers []*placedLayer) [][]layerLabel {
	for _, p := range layers {
		if len(p.lines.pts) < 20_000 {
			p.lines.each(func(pts []point, _ bool) { l.placer.takeLine(pts, p.ink.pen.width, byLink) })
		}
		r := p.ink.radius + l.ratio
		for _, m := range p.marks {
			if len(p.marks) < 4*labelled || !l.placer.crowded(m.at) {
				l.placer.take(box{m.at.x - r, m.at.y - r, m.at.x + r, m.at.y + r}, bySymbol)
			}
		}
	}
	out := make([][]layerLabel, len(layers))
	for i, p := range slices.Backward(layers) {
		if p.layer.Label != nil {
			out[i] = l.labelLayer(p)
		}
	}
	return out
}

func (l *sceneLayout) labelLayer(p *placedLayer) []layerLabel {
	tone := p.ink.outline
	if p.ink.pen.width <= 0 || !p.layer.Data.Areas && !p.layer.Data.Lines {
		tone = p.ink.marker
	}
	k := ink{
		colour: mix(tone, l.colour.eventText, 0.5), halo: alpha(l.colour.paper, 0.85), haloWidth: 1.8 * l.ratio,
	}
	set := func(feature int) *textRun {
		text := p.layer.Label(feature)
		if text == "" {
			return nil
		}
		return l.set.set(shortLabel(text), textStyle{face: assets.SemiBold, size: 11 * l.ratio})
	}
	var out []layerLabel
	put := func(run *textRun, x, y float32, at Anchor) {
		l.placer.take(run.box(x, y).grow(2*l.ratio), byLabel)
		out = append(out, layerLabel{run, x, y, k, at})
	}
	view := l.box()
	type candidate struct {
		part *layerPart
		size float32
	}
	var parts []candidate
	for i := range p.parts {
		b := p.parts[i].bound
		seen := box{max(b.x0, view.x0), max(b.y0, view.y0), min(b.x1, view.x1), min(b.y1, view.y1)}
		if size := max(seen.width(), 0) + max(seen.height(), 0); seen.width() >= 0 && seen.height() >= 0 && size > 24*l.ratio {
			parts = append(parts, candidate{&p.parts[i], size})
		}
	}
	sort.SliceStable(parts, func(i, j int) bool { return parts[i].size > parts[j].size })
	for _, c := range parts[:min(len(parts), layerLabelled)] {
		run := set(c.part.feature)
		if run == nil {
			continue
		}
		if x, y, ok := l.roomIn(p, c.part, run); ok {
			put(run, x, y, AnchorMiddle)
		}
	}
	named := map[int]bool{} // a feature of many points is named at the first in view
	for _, m := range p.marks {
		if len(named) == labelled {
			break
		}
		if named[m.feature] {
			continue
		}
		run := set(m.feature)
		if run == nil || !(box{m.at.x, m.at.y, m.at.x, m.at.y}).meets(view.grow(0.5)) {
			continue
		}
		for _, at := range beside(m.at, p.ink.radius+4*l.ratio, run) {
			if b := run.box(at.x, at.y).grow(1.5 * l.ratio); l.placer.inFrame(b) && l.placer.free(b, bySymbol|byLabel|byLink) {
				put(run, at.x, at.y, anchorBeside(m.at, at.x, run))
				named[m.feature] = true
				break
			}
		}
	}
	return out
}

// longestLabel is how many letters of a property are set as a label.
const longestLabel = 40

func shortLabel(s string) string {
	r := []rune(s)
	if len(r) <= longestLabel {
		return s
	}
	return string(r[:longestLabel-1]) + "…"
}

// roomIn finds where a label stands within an area, or across a line, that is in
// view; x and y begin its baseline.
func (l *sceneLayout) roomIn(p *placedLayer, part *layerPart, run *textRun) (x, y float32, ok bool) {
	area := placedArea{path: p.areas.part(part.areas)}
	if area.path.empty() {
		return l.roomAlong(p.lines.part(part.lines), run)
	}
	w, h := run.width/2, run.capHeight/2
	for _, at := range l.labelSpots(area) {
		b := box{at.x - w, at.y - h, at.x + w, at.y + h}.grow(2.5 * l.ratio)
		if l.placer.inFrame(b) && l.placer.free(b, bySymbol|byLabel|byLink) && area.holds(b) {
			return at.x - w, at.y + h, true
		}
	}
	return 0, 0, false
}

// roomAlong finds a place on a line for its label, the nearer to the middle of what
// is seen of it the better.
func (l *sceneLayout) roomAlong(line *path, run *textRun) (x, y float32, ok bool) {
	view := l.inSight.grow(-4 * l.ratio)
	var on []point
	line.each(func(pts []point, _ bool) {
		for _, q := range along(pts, 12*l.ratio) {
			if q.x > view.x0 && q.x < view.x1 && q.y > view.y0 && q.y < view.y1 {
				on = append(on, q)
			}
		}
	})
	for _, t := range []float32{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
		if len(on) == 0 {
			break
		}
		at := on[int(t*float32(len(on)-1))]
		for _, off := range []float32{-run.capHeight - 5*l.ratio, run.capHeight + 5*l.ratio} {
			cx, cy := at.x, at.y+off
			b := box{cx - run.width/2, cy - run.capHeight/2, cx + run.width/2, cy + run.capHeight/2}.grow(2.5 * l.ratio)
			if l.placer.inFrame(b) && l.placer.free(b, bySymbol|byLabel|byLink) {
				return cx - run.width/2, cy + run.capHeight/2, true
			}
		}
	}
	return 0, 0, false
}

// drawLayerLabels puts the labels into the drawing, each layer's in a group.
func (l *sceneLayout) drawLayerLabels(layers []*placedLayer, labels [][]layerLabel) {
	for i, p := range layers {
		if len(labels[i]) == 0 {
			continue
		}
		l.out.begin(p.layer.Name+" (labels)", l.rect)
		for _, t := range labels[i] {
			l.out.anchored(t.at, t.run, t.x, t.y, t.ink)
		}
	}
}
