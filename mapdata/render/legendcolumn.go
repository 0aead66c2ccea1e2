package render

import "sitmap/assets"

// The legend as a column, beside the map or in a corner of it. Sizes in units.
const (
	sideGap     = 18
	columnRow   = 24
	columnText  = 13.5
	columnLead  = 1.28 // distance of lines, for each unit of their size
	plainSample = 30   // samples up to that width share a column
	platePad    = 9
)

// columnScales are how much smaller a legend may be set to fit.
var columnScales = []float32{1, 0.9, 0.8, 0.7, 0.6}

// legendColumn is a legend set as a column.
type legendColumn struct {
	scale float32 // of the unit
	rows  []columnRows
	w, h  float32 // pixels
}

type columnRows struct {
	item   legendItem
	lines  []*textRun
	sample float32 // width of the sample
	text   float32 // where the text begins, from the left
	y, h   float32
}

// column sets items in a column no wider than width, and no taller than most if it can.
func (l *furnitureLayout) column(items []legendItem, width, most float32) legendColumn {
	var c legendColumn
	for _, scale := range columnScales {
		if c = l.columnAt(items, width, scale); c.h <= most {
			break
		}
	}
	return c
}

// columnAt sets items in a column of a scale.
func (l *furnitureLayout) columnAt(items []legendItem, width, scale float32) legendColumn {
	whole := l.unit
	defer func() { l.unit = whole }()
	l.unit = whole * scale
	c := legendColumn{scale: scale}
	st := l.style(assets.Regular, columnText)
	shared := float32(0)
	for _, it := range items {
		if w := l.sampleWidth(it); w <= plainSample*l.unit {
			shared = max(shared, w)
		}
	}
	for _, it := range items {
		r := columnRows{item: it, sample: l.sampleWidth(it), y: c.h}
		r.text = max(shared, r.sample) + 8*l.unit
		r.lines = l.set.wrapped(it.text, st, max(width-r.text, 40*l.unit))
		r.h = max(columnRow*l.unit, smallMark+3, float32(len(r.lines))*st.size*columnLead+5*l.unit)
		c.w = max(c.w, r.text+widest(r.lines))
		c.h += r.h
		c.rows = append(c.rows, r)
	}
	return c
}

// drawColumn draws a column with its upper left corner at (x, y).
func (l *furnitureLayout) drawColumn(c legendColumn, x, y float32) {
	whole := l.unit
	defer func() { l.unit = whole }()
	l.unit *= c.scale
	for _, r := range c.rows {
		mid := floor(y+r.y+r.h/2) + 0.5 // lines of samples on whole pixels
		// Samples of one column stand on its middle.
		left := x
		if r.text-8*l.unit > r.sample {
			left += (r.text - 8*l.unit - r.sample) / 2
		}
		r.item.draw(l, box{left, mid - 9*l.unit, left + r.sample, mid + 9*l.unit})
		for i, t := range r.lines {
			line := mid + (float32(i)-float32(len(r.lines)-1)/2)*t.style.size*columnLead
			l.out.text(t, x+r.text, line+t.xHeight*0.62, ink{colour: l.colour.bodyText})
		}
	}
}

// sideWidth is how wide the legend beside the map is. It does not depend on the view.
func (l *furnitureLayout) sideWidth(width float32) float32 {
	inv := everything(l.scene)
	most := min(230*l.unit, width*0.3)
	least := 110 * l.unit
	if l.f.ScaleBar {
		least = scaleRoom * l.unit // it stands at the column's foot
	}
	return min(most, max(least, l.column(inv.items(l.scene), most, 1e6).w))
}

func (l *furnitureLayout) sideLegend(inv inventory) {
	_, x1 := l.inner()
	room := float32(l.frame.Dy())
	if l.f.ScaleBar {
		room -= l.row()
	}
	l.drawColumn(l.column(inv.items(l.scene), l.side, room), x1-l.side, float32(l.frame.Min.Y)-2*l.unit)
}

func (l *furnitureLayout) cornerColumn(inv inventory) legendColumn {
	width := min(250*l.unit, 0.42*float32(l.frame.Dx())) - 2*platePad*l.unit
	return l.column(inv.items(l.scene), width, 0.8*float32(l.frame.Dy())-2*platePad*l.unit)
}

// cornerLegendSize is how much of the map the legend takes; 0, 0 where there is
// nothing to explain.
func (l *furnitureLayout) cornerLegendSize(inv inventory) (w, h float32) {
	c := l.cornerColumn(inv)
	if len(c.rows) == 0 {
		return 0, 0
	}
	pad := platePad * l.unit
	return c.w + 2*pad, c.h + 1.2*pad
}

// cornerLegend draws the legend in its corner; what it explains may be a little less
// than the room was made for.
func (l *furnitureLayout) cornerLegend(inv inventory) {
	w, h := l.cornerLegendSize(inv)
	if w == 0 || l.corners.legend == (box{}) {
		return
	}
	b := l.inCorner(l.f.LegendAt.Corner(), w, h)
	l.plate(b)
	l.drawColumn(l.cornerColumn(inv), b.x0+platePad*l.unit, b.y0+0.6*platePad*l.unit)
}
