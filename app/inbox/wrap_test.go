package inbox

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sitmap/app/reading"
)

// wide is a width for tests: each letter has the same.
func wide(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestWrap(t *testing.T) {
	for _, x := range []struct {
		text string
		want string
	}{
		{"", ""},
		{"one two three", "one two|three"},
		{"one\n\ntwo", "one||two"},
		{"abcdefghijkl", "abcdefgh|ijkl"},
		{"a abcdefghijkl b", "a|abcdefgh|ijkl b"},
		{"abcdefgh", "abcdefgh"},
		{"їїїїїїїїїї", "їїїїїїїї|її"},
	} {
		var got []string
		for _, l := range wrap(x.text, nil, 8, wide) {
			got = append(got, x.text[l.start:l.end])
		}
		if s := strings.Join(got, "|"); s != x.want {
			t.Errorf("%q: %q, want %q", x.text, s, x.want)
		}
	}
}

// Nothing is lost or drawn twice, no line is too wide, and what is marked is what was
// to be marked.
func TestWrapKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab ї\n")), 0, 80, -1).Draw(t, "text")
		var all []reading.Suggestion
		for range rapid.IntRange(0, 5).Draw(t, "marks") {
			a := rapid.IntRange(0, len(text)).Draw(t, "start")
			b := rapid.IntRange(0, len(text)).Draw(t, "end")
			for a < len(text) && !utf8.RuneStart(text[a]) {
				a++
			}
			for b < len(text) && !utf8.RuneStart(text[b]) {
				b++
			}
			all = append(all, reading.Suggestion{Start: a, End: b})
		}
		marks := Marks(all)
		of := make([]int, len(text))
		for i := range of {
			of[i] = -1
		}
		for k, m := range marks {
			for i := m.Start; i < m.End; i++ {
				if of[i] >= 0 {
					t.Fatal("marks overlap")
				}
				of[i] = k
			}
		}
		at := 0
		for _, l := range wrap(text, marks, 6, wide) {
			if gap := text[at:l.start]; strings.Trim(gap, " \n") != "" {
				t.Fatalf("%q is lost", gap)
			}
			if w := wide(strings.TrimRight(text[l.start:l.end], " ")); w > 6 {
				t.Fatalf("a line of %v: %q", w, text[l.start:l.end])
			}
			at = l.start
			for _, r := range l.runs {
				if r.start != at || r.end <= r.start {
					t.Fatalf("a run of %d to %d after %d", r.start, r.end, at)
				}
				for i := r.start; i < r.end; i++ {
					if of[i] != r.mark {
						t.Fatalf("byte %d is marked %d, want %d", i, r.mark, of[i])
					}
				}
				at = r.end
			}
			if at != l.end {
				t.Fatalf("a line's runs end at %d, not %d", at, l.end)
			}
		}
		if strings.Trim(text[at:], " \n") != "" {
			t.Fatalf("%q is lost", text[at:])
		}
	})
}

func TestWhoSpeaksIsMarkedRatherThanWhoIsNamed(t *testing.T) {
	marks := Marks([]reading.Suggestion{
		{Field: reading.Actor, Start: 0, End: 5}, {Field: reading.Originator, Start: 0, End: 5}, {Field: reading.Place, Start: 2, End: 4},
	})
	if len(marks) != 1 || marks[0].Suggestion != 1 {
		t.Errorf("marked %v", marks)
	}
}
