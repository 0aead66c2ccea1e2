package inbox

import (
	"strings"
	"unicode/utf8"
)

// run is a stretch of a line that is drawn in one piece.
type run struct {
	start, end int // bytes of the text
	mark       int // index into the marks; -1: none
}

// line is one line as it is shown.
type line struct {
	start, end int // bytes of the text, without the space or break behind it
	runs       []run
}

// wrap breaks a text into lines no wider than width, at spaces where there are any,
// and cuts these where marks begin and end. measure gives the width of a text.
func wrap(text string, marks []Mark, width float32, measure func(string) float32) []line {
	var out []line
	known := map[string]float32{} // words come again and again
	of := func(s string) float32 {
		if len(s) > 512 { // no word of any language
			return width + 1
		}
		w, ok := known[s]
		if !ok {
			w = measure(s)
			known[s] = w
		}
		return w
	}
	space := of(" ")
	m := 0 // the first mark that ends behind the line's start
	emit := func(start, end int) {
		l := line{start: start, end: end}
		for m < len(marks) && marks[m].End <= start {
			m++
		}
		at := start
		for k := m; k < len(marks) && marks[k].Start < end; k++ {
			from, to := max(marks[k].Start, at), min(marks[k].End, end)
			if from > at {
				l.runs = append(l.runs, run{at, from, -1})
			}
			if to > from {
				l.runs = append(l.runs, run{from, to, k})
				at = to
			}
		}
		if at < end {
			l.runs = append(l.runs, run{at, end, -1})
		}
		out = append(out, l)
	}
	for at := 0; at <= len(text); {
		para := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			para = at + i
		}
		start, x := at, float32(0)
		for pos := at; pos < para; {
			word := para
			if i := strings.IndexByte(text[pos:para], ' '); i >= 0 {
				word = pos + i
			}
			w := of(text[pos:word])
			gap := float32(0)
			if pos > start {
				gap = space
			}
			switch {
			case x+gap+w <= width || word == pos:
				x += gap + w
			case pos > start: // the next line begins with this word
				emit(start, pos-1)
				start, x = pos, 0
				continue
			default: // a word wider than a line
				n := fitting(text[pos:word], width, measure)
				if pos+n == word {
					x, pos = w, word+1
					continue
				}
				emit(pos, pos+n)
				pos += n
				start, x = pos, 0
				continue
			}
			pos = word + 1
		}
		emit(start, para)
		at = para + 1
	}
	return out
}

// fitting is how many bytes of a word fit into a width: one letter at least.
func fitting(word string, width float32, measure func(string) float32) int {
	_, n := utf8.DecodeRuneInString(word)
	// A page's address may be long; the widths of letters add up well enough.
	x := measure(word[:n])
	for n < len(word) {
		_, size := utf8.DecodeRuneInString(word[n:])
		if x += measure(word[n : n+size]); x > width {
			break
		}
		n += size
	}
	return n
}
