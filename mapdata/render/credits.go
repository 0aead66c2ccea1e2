package render

import (
	"strings"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// creditGap is the gap between the columns of credits, in units.
const creditGap = 36

// narrowCredits is the width, in units, below which the credits stand in one column.
const narrowCredits = 640

// credits sets note and sources in a wide column to the left, what the map is made of in
// a narrow one to the right, or below where the picture is narrow.
func (l *furnitureLayout) credits(width float32) {
	st := l.style(assets.Regular, creditSize)
	gap := creditGap * l.unit
	l.columns = width*0.58 - gap/2
	rest := width - l.columns - gap
	if l.stacked = width < narrowCredits*l.unit; l.stacked {
		l.columns, rest = width, width
	}
	sources := 3
	if l.brief {
		sources = 1
	}
	if l.f.Note != "" {
		l.left = append(l.left, l.set.wrapped(l.f.Note, l.style(assets.SemiBold, creditSize), l.columns)...)
	}
	if len(l.f.Sources) > 0 {
		lines := l.set.fitLines(sourcesBefore+strings.Join(l.f.Sources, sourcesBetween), st, l.columns, sources)
		l.links = linkSources(l.f, lines, len(l.left))
		l.left = append(l.left, lines...)
	}
	if l.f.POV != "" {
		pov := l.f.POV
		if first, _, more := strings.Cut(pov, ". "); l.brief && more {
			pov = first + "." // its name; what it says of itself has no room
		}
		l.right = append(l.right, l.set.paragraph(pov, st, rest)...)
	}
	if l.f.Attribution != "" {
		l.right = append(l.right, l.set.fitLines(l.f.Attribution, st, rest, 2)...)
	}
	if l.f.Publication != "" {
		l.right = append(l.right, l.set.wrapped("Publication "+l.f.Publication, st, rest)...)
	}
	if l.stacked {
		l.left, l.right = append(l.left, l.right...), nil
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
	if len(l.left)+len(l.right) == 0 {
		return 0
	}
	lines := max(len(l.left), len(l.right))
	return (float32(lines)*creditSize*1.42 + 10) * l.unit
}

func (l *furnitureLayout) footerHeight(width float32) float32 {
	h := l.creditHeight() + 14*l.unit
	rows := 0
	if l.f.Legend && l.f.LegendAt == scene.LegendBelow {
		inv := everything(l.scene)
		items := inv.items(l.scene)
		if len(items) > 0 {
			_, rows = l.flow(items, width)
		}
	}
	if rows == 0 && l.f.ScaleBar && !l.scaleInMap() && l.side == 0 {
		rows = 1
	}
	return h + float32(rows)*l.row() + l.notesHeight() + 12*l.unit
}

// footer sets the credits beneath a hairline, on the picture's lower margin.
func (l *furnitureLayout) footer() {
	if len(l.left)+len(l.right) == 0 {
		return
	}
	u := l.unit
	x0, x1 := l.inner()
	top := float32(l.body.Max.Y) - l.creditHeight() - 12*u
	l.out.stroke(linePath(point{x0, top}, point{x1, top}), pen{width: max(1, 0.7*u)}, alpha(l.colour.rule, 0.3))
	lead := creditSize * 1.42 * u
	for i, t := range l.left {
		l.out.text(t, x0, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
		l.linkLine(i, t, x0, top+6*u+lead*(float32(i)+0.8))
	}
	for i, t := range l.right {
		l.out.text(t, x0+l.columns+creditGap*u, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
	}
}
