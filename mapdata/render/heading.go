package render

import (
	"sitmap/assets"
)

// Sizes of a title, in units, one line after the other until it fits.
var (
	titleOneLine = []float32{titleSize, titleSize * 0.9, titleSize * 0.82}
	titleWrapped = []float32{titleSize * 0.86, titleSize * 0.76, titleSize * 0.67, titleSize * 0.58}
)

// tallTitle is how much of the picture's height a title may take before it is set
// smaller.
const tallTitle = 0.28

// headTexts sets what stands above the map.
func (l *furnitureLayout) headTexts(width float32) {
	if !l.f.DataAsOf.IsZero() {
		l.asOf = l.set.fitLines(l.f.AsOfWords()+" "+stamp(l.f.DataAsOf, l.f.DataZone), l.style(assets.SemiBold, 13.5), width, 1)
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
	st := l.style(assets.Regular, subtitleSize)
	l.subtitle = l.set.wrapped(l.f.Subtitle, st, width-beside)
	if beside > width/2 && l.f.Subtitle != "" { // a narrow picture: the date below
		l.subtitle = l.set.wrapped(l.f.Subtitle, st, width)
	}
}

// asOfBelow says whether the date has no room beside the subtitle.
func (l *furnitureLayout) asOfBelow(width float32) bool {
	if len(l.asOf) == 0 || len(l.subtitle) == 0 {
		return false
	}
	return l.subtitle[0].width+l.asOf[0].width+20*l.unit > width
}

// heading sets the title in one line if it can, in a smaller size or else in as many
// lines as it takes, about equally long. Nothing of it is cut: where it would take
// too much of the picture it is set smaller.
func (l *furnitureLayout) heading(width float32) []*textRun {
	if l.f.Title == "" {
		return nil
	}
	for _, size := range titleOneLine {
		if lines := l.set.wrapped(l.f.Title, l.style(assets.SemiBold, size), width); len(lines) == 1 {
			return lines
		}
	}
	var lines []*textRun
	for _, size := range titleWrapped {
		lines = l.set.balanced(l.f.Title, l.style(assets.SemiBold, size), width)
		if len(lines) <= 2 || float32(len(lines))*size*titleLead*l.unit <= tallTitle*float32(l.body.Dy()) {
			break
		}
	}
	return lines
}

// titleLead is the distance of a title's lines, for each unit of its size.
const titleLead = 1.2

// titleLine is the height of a line of the title, in pixels.
func (l *furnitureLayout) titleLine() float32 {
	if len(l.title) == 1 {
		return titleSize * 1.17 * l.unit
	}
	return l.title[0].style.size * titleLead
}

func (l *furnitureLayout) headerHeight() float32 {
	u := l.unit
	h := l.above()
	for range l.title {
		h += l.titleLine()
	}
	x0, x1 := l.inner()
	second := max(len(l.subtitle), len(l.asOf))
	if l.asOfUp {
		second = 0
	} else if l.asOfBelow(x1 - x0) {
		second = len(l.subtitle) + 1
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

func (l *furnitureLayout) header() {
	u := l.unit
	x0, x1 := l.inner()
	top := float32(l.body.Min.Y)
	if len(l.title) > 0 {
		l.out.fill(rectPath(box{x0, top + 10*u, x0 + 46*u, top + 14.5*u}, 0), plain(l.colour.accent))
	}
	y := top + l.above()
	for _, t := range l.title {
		y += l.titleLine()
		l.out.text(t, x0, y-titleSize*0.28*u, ink{colour: l.colour.title})
	}
	row := func(i int) float32 { return y + (float32(i)+0.86)*subtitleSize*1.38*u }
	for i, t := range l.subtitle {
		l.out.text(t, x0, row(i), ink{colour: l.colour.bodyText})
	}
	for _, t := range l.asOf {
		switch {
		case l.asOfUp:
			l.out.anchored(AnchorEnd, t, x1-t.width, y-titleSize*0.28*u, ink{colour: l.colour.bodyText})
		case l.asOfBelow(x1 - x0):
			l.out.text(t, x0, row(len(l.subtitle)), ink{colour: l.colour.bodyText})
		default:
			l.out.anchored(AnchorEnd, t, x1-t.width, row(0), ink{colour: l.colour.bodyText})
		}
	}
}
