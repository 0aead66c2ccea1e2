package render

import (
	"slices"
	"strings"

	"sitmap/assets"
)

// credits sets sources and notes in a wide column to the left, what the map is
// made of in a narrow one to the right, or below in a narrow picture.
func (l *furnitureLayout) credits(width float32) {
	st := l.style(assets.Regular, creditSize)
	gap := creditGap * l.unit
	l.columns = width*0.58 - gap/2
	l.rest = width - l.columns - gap
	if width < narrow*l.unit {
		l.columns, l.rest = width, 0
	}
	rest := l.rest
	if rest == 0 {
		rest = width
	}
	if l.without >= withoutSources {
		l.right = l.attribution(st, rest)
		return
	}
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
	l.right = append(l.right, l.attribution(st, rest)...)
	if l.f.Publication != "" {
		text := "Publication " + l.f.Publication
		l.right = append(l.right, l.set.fitLines(text, st, rest, 1)...)
	}
}

func (l *furnitureLayout) attribution(st textStyle, width float32) []*textRun {
	if l.f.Attribution == "" || l.without >= withoutAll {
		return nil
	}
	return l.set.fitLines(l.f.Attribution, st, width, 2)
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
	room := l.remarkRoom
	if l.without >= withoutSources {
		room = 0
	}
	lines := max(len(l.left)+room, len(l.right))
	if l.rest == 0 {
		lines = len(l.left) + room + len(l.right)
	}
	return (float32(lines)*creditSize*1.42 + 10) * l.unit
}

// remarkRuns sets what is said about contested territory, all of it.
func (l *furnitureLayout) remarkRuns(remarks []string) []*textRun {
	if len(remarks) == 0 || len(l.left)+len(l.right) == 0 || l.without >= withoutSources {
		return nil
	}
	text := "Contested territory: " + strings.Join(remarks, ". ") + "."
	return l.set.paragraph(text, l.style(assets.Regular, creditSize), l.columns)
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
	x, first := x0+l.columns+creditGap*u, 0
	if l.rest == 0 {
		x, first = x0, len(l.left)+len(l.remarks)
	}
	for i, t := range l.right {
		l.out.text(t, x, top+6*u+lead*(float32(first+i)+0.8), ink{colour: l.colour.smallText})
	}
}
