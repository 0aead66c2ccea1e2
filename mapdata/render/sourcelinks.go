package render

import (
	"strings"

	"sitmap/mapdata/scene"
)

// The line of sources begins and is divided so.
const (
	sourcesBefore  = "Sources: "
	sourcesBetween = "; "
)

// creditLink is a part of a line of the left credits that leads to an address.
type creditLink struct {
	line     int // of the left credits
	from, to int // bytes of its text
	url      string
}

// linkSources finds the sources that have addresses in the lines that name them;
// the first of these is line number first of the credits. A source broken over two
// lines has a link in both, one that was left out for want of room has none.
func linkSources(f *scene.Furniture, lines []*textRun, first int) []creditLink {
	// Lines are broken at spaces, of which one is lost.
	type stretch struct{ from, to int }
	where := make([]stretch, len(lines))
	at := 0
	for i, l := range lines {
		where[i] = stretch{at, at + len(strings.TrimSuffix(l.text, " …"))}
		at = where[i].to + 1
	}
	var out []creditLink
	begin := len(sourcesBefore)
	for i, s := range f.Sources {
		end := begin + len(strings.Join(strings.Fields(s), " "))
		if i < len(f.SourceLinks) && f.SourceLinks[i] != "" {
			for k, w := range where {
				if from, to := max(begin, w.from), min(end, w.to); from < to {
					out = append(out, creditLink{first + k, from - w.from, to - w.from, f.SourceLinks[i]})
				}
			}
		}
		begin = end + len(sourcesBetween)
	}
	return out
}

// linkLine lays the links of a line of the left credits over its text, which
// begins at (x, y).
func (l *furnitureLayout) linkLine(line int, run *textRun, x, y float32) {
	for _, k := range l.links {
		if k.line != line {
			continue
		}
		before, upTo := float32(0), run.width
		if r := l.set.set(run.text[:k.from], run.style); r != nil {
			before = r.width
		}
		if r := l.set.set(run.text[:k.to], run.style); r != nil {
			upTo = r.width
		}
		l.out.put(&linkItem{area: box{x + before, y - run.ascent, x + upTo, y + run.descent}, url: k.url})
	}
}
