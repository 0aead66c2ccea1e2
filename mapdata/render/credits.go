package render

import (
	"slices"
	"strings"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// creditGap is the gap between the columns of credits, in units.
const creditGap = 36

// credits sets note, sources and notes in a wide column to the left, what the map is
// made of in a narrow one to the right.
func (l *furnitureLayout) credits(width float32) {
	st := l.style(assets.Regular, creditSize)
	gap := creditGap * l.unit
	l.columns = width*0.58 - gap/2
	rest := width - l.columns - gap
	if l.f.Note != "" {
		l.left = append(l.left, l.set.wrapped(l.f.Note, l.style(assets.SemiBold, creditSize), l.columns)...)
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
	if l.f.Attribution != "" {
		l.right = append(l.right, l.set.fitLines(l.f.Attribution, st, rest, 2)...)
	}
	if l.f.Publication != "" {
		l.right = append(l.right, l.set.wrapped("Publication "+l.f.Publication, st, rest)...)
	}
	if len(l.f.Meanings) > 0 {
		l.meaningRoom = len(l.meaningRuns(everything(l.scene)))
	}
}

func sentences(notes []string) string {
	parts := make([]string, len(notes))
	for i, n := range notes {
		parts[i] = strings.TrimSuffix(strings.TrimSpace(n), ".") + "."
	}
	return strings.Join(parts, " ")
}

// meaningRuns sets what the terms mean that fills in sight stand for.
func (l *furnitureLayout) meaningRuns(inv inventory) []*textRun {
	var said []string
	for _, m := range l.f.Meanings {
		if m.Always || inv.tells(l.scene, m.Fill) {
			said = append(said, m.Term+": "+m.Text)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return l.set.wrapped(sentences(said), l.style(assets.Regular, creditSize), l.columns)
}

// remarkRuns sets what is said about contested territory, all of it.
func (l *furnitureLayout) remarkRuns(remarks []string) []*textRun {
	if len(remarks) == 0 || len(l.left)+len(l.right) == 0 {
		return nil
	}
	text := "Contested territory: " + strings.Join(remarks, ". ") + "."
	return l.set.paragraph(text, l.style(assets.Regular, creditSize), l.columns)
}

func (l *furnitureLayout) creditHeight() float32 {
	if len(l.left)+len(l.right)+l.meaningRoom == 0 {
		return 0
	}
	lines := max(len(l.left)+l.meaningRoom+l.remarkRoom, len(l.right))
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
	return h + float32(rows)*l.row() + 12*l.unit
}

// footer sets the credits beneath a hairline, on the picture's lower margin.
func (l *furnitureLayout) footer() {
	left := slices.Concat(l.left, l.meanings, l.remarks)
	if len(left) == 0 && len(l.right) == 0 {
		return
	}
	u := l.unit
	x0, x1 := l.inner()
	top := float32(l.body.Max.Y) - l.creditHeight() - 12*u
	l.out.stroke(linePath(point{x0, top}, point{x1, top}), pen{width: max(1, 0.7*u)}, alpha(l.colour.rule, 0.3))
	lead := creditSize * 1.42 * u
	for i, t := range left {
		l.out.text(t, x0, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
		l.linkLine(i, t, x0, top+6*u+lead*(float32(i)+0.8))
	}
	for i, t := range l.right {
		l.out.text(t, x0+l.columns+creditGap*u, top+6*u+lead*(float32(i)+0.8), ink{colour: l.colour.smallText})
	}
}
