package render

import (
	"image"
	"image/color"
	"math"
	"strings"

	"sitmap/assets"
)

// LegendSpec asks for the legend of a picture without furniture: that of the window,
// which stands over the map as a picture of its own and does not move with it.
type LegendSpec struct {
	Width, Height int // the most that it may take, in pixels
}

// Legend explains what is seen in a picture, and nothing else.
type Legend struct {
	// Image is as large as it has to be, on the colour of Theme.Page; nil where there
	// is no room for it.
	Image *image.RGBA
	// Texts are what it says, in its order.
	Texts []string
}

// Legend is what was asked for with [Request.Legend]; nil where nothing is to be
// explained.
func (h *Hits) Legend() *Legend {
	if h == nil {
		return nil
	}
	return h.legend
}

// Page is the ground of what stands around the map, and of legends.
func (t Theme) Page() color.NRGBA { return t.palette().page }

// plateScales are how much smaller than usual a legend over the map may be set: in the
// window it is read, not looked at from afar.
var plateScales = []float32{1, 0.86}

// Sizes of the legend over the map, in units.
const (
	plateColumns = 3  // at most
	plateGap     = 16 // between columns
	plateRemark  = 12
	plateNarrow  = 270 // the most that a column takes
	plateUnit    = 0.9 // of the picture's ratio: the window's texts are of 13 px
)

// plateLayout is a legend in one or several columns, remarks below.
type plateLayout struct {
	columns []legendColumn
	remarks []*textRun
	scale   float32
	w, h    float32
}

// legendPlate draws the legend that a request asks for. No text of it is cut: where it
// does not fit it is left out, and what it would say is told all the same.
func (r *Renderer) legendPlate(inv inventory, req Request) *Legend {
	l := &furnitureLayout{
		unit: plateUnit * float32(req.PixelRatio), scene: req.Scene, colour: req.Theme.palette(),
		set: r.set, symbols: r.symbols, out: &drawing{},
	}
	items := inv.items(req.Scene)
	if len(items) == 0 {
		return nil
	}
	out := &Legend{}
	for _, it := range items {
		out.Texts = append(out.Texts, it.text)
	}
	out.Texts = append(out.Texts, inv.remarks...)
	p, ok := l.plateFor(items, inv.remarks, req.Legend)
	if !ok {
		return out
	}
	out.Image = image.NewRGBA(image.Rect(0, 0, int(math.Ceil(float64(p.w))), int(math.Ceil(float64(p.h)))))
	l.out.begin("legend", out.Image.Rect)
	l.out.fill(rectPath(box{0, 0, p.w + 1, p.h + 1}, 0), plain(l.colour.page))
	x, y := float32(0), float32(0)
	for _, c := range p.columns {
		l.drawColumn(c, x, 0)
		x += c.w + plateGap*l.unit
		y = max(y, c.h)
	}
	for i, t := range p.remarks {
		l.out.text(t, 0, y+(float32(i)+0.9)*t.style.size*columnLead+2*l.unit, ink{colour: l.colour.smallText})
	}
	r.raster.draw(out.Image, l.out)
	return out
}

// plateFor sets a legend in as few columns as fit.
func (l *furnitureLayout) plateFor(items []legendItem, remarks []string, spec *LegendSpec) (plateLayout, bool) {
	width, height := float32(spec.Width), float32(spec.Height)
	for _, scale := range plateScales {
		for n := 1; n <= min(plateColumns, len(items)); n++ {
			p := plateLayout{scale: scale}
			each := min(plateNarrow*l.unit, (width-float32(n-1)*plateGap*l.unit)/float32(n))
			for i := range n {
				part := items[len(items)*i/n : len(items)*(i+1)/n]
				c := l.columnAt(part, each, scale)
				p.columns = append(p.columns, c)
				p.w += c.w
				p.h = max(p.h, c.h)
			}
			p.w += float32(n-1) * plateGap * l.unit
			p.w = max(p.w, min(150*l.unit, width)) // remarks are not to run down a thread
			if len(remarks) > 0 {
				st := l.style(assets.Regular, plateRemark*scale)
				p.remarks = l.set.wrapped(strings.Join(remarks, ". ")+".", st, p.w)
				p.h += float32(len(p.remarks))*st.size*columnLead + 6*l.unit
			}
			if p.w <= width && p.h <= height {
				return p, true
			}
		}
	}
	return plateLayout{}, false
}
