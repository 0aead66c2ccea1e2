package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Codes of the qualifiers, as in store.Claim.
const (
	Exactly   = "exactly"
	AtLeast   = "at least"
	MoreThan  = "more than"
	About     = "about"
	UpTo      = "up to"
	FewerThan = "fewer than"
	Between   = "between"
	None      = "none reported"
)

// Figure is what a cell says. The zero Figure is an empty cell.
type Figure struct {
	Qualifier string
	Low, High *float64 // nil: no such bound was told; High is inclusive
}

// IsZero reports whether the cell is empty: nothing is known.
func (f Figure) IsZero() bool { return f.Qualifier == "" && f.Low == nil && f.High == nil }

// Word is a qualifier that stands without a figure of its own, such as “dozens”.
type Word struct {
	Code      string   // as stored
	Names     []string // as typed, lower case; Code is always one of them
	Low, High *float64
}

// Words are the qualifiers without figures that are known everywhere. A
// vocabulary's own come before them.
func Words() []Word {
	return []Word{
		{Code: None, Names: []string{"none", "no", "nobody", "none reported"}},
		{Code: "several", Low: ptr(3)},
		{Code: "a few", Names: []string{"few"}, Low: ptr(3)},
		{Code: "tens", Low: ptr(20)},
		{Code: "dozens", Low: ptr(24)},
		{Code: "scores", Low: ptr(40)},
		{Code: "hundreds", Low: ptr(200)},
		{Code: "thousands", Low: ptr(2000)},
	}
}

// Error says in one sentence why a cell cannot be read.
type Error struct{ Text, Sentence string }

func (e *Error) Error() string { return e.Sentence }

func refuse(text, format string, args ...any) error {
	return &Error{Text: text, Sentence: fmt.Sprintf(format, args...)}
}

// Parse reads a cell. Words that stand for a figure are looked for in own first,
// then in [Words]. The error is always an *[Error].
func Parse(text string, own ...Word) (Figure, error) {
	s := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if s == "" {
		return Figure{}, nil
	}
	for _, w := range append(own[:len(own):len(own)], Words()...) {
		if w.is(s) {
			return Figure{Qualifier: w.Code, Low: w.Low, High: w.High}, nil
		}
	}
	q, rest := prefix(s)
	if rest == "" {
		return Figure{}, refuse(text, "“%s” needs a number behind it.", strings.TrimSpace(text))
	}
	if strings.Contains(rest, "/") {
		return Figure{}, refuse(text, "“%s” holds two figures; give each a claim of its own.", strings.TrimSpace(text))
	}
	if low, high, ok := split(rest); ok {
		return parseRange(text, q, low, high)
	}
	n, err := number(rest)
	if err != nil {
		return Figure{}, refuse(text, "“%s” is not a figure: %s", strings.TrimSpace(text), err)
	}
	return bounds(q, n), nil
}

func (w Word) is(s string) bool {
	if s == strings.ToLower(w.Code) {
		return true
	}
	for _, n := range w.Names {
		if s == n {
			return true
		}
	}
	return false
}

func bounds(q string, n float64) Figure {
	switch q {
	case AtLeast, MoreThan:
		return Figure{Qualifier: q, Low: &n}
	case UpTo, FewerThan:
		return Figure{Qualifier: q, High: &n}
	case About:
		return Figure{Qualifier: q, Low: &n, High: ptr(n)}
	}
	return Figure{Qualifier: Exactly, Low: &n, High: ptr(n)}
}

func parseRange(text, q, from, to string) (Figure, error) {
	low, err := number(from)
	if err == nil {
		var high float64
		if high, err = number(to); err == nil {
			switch {
			case q != "" && q != Between:
				return Figure{}, refuse(text, "“%s” is both a range and “%s”; choose one.", strings.TrimSpace(text), q)
			case low > high:
				return Figure{}, refuse(text, "“%s” runs backwards: the lower figure comes first.", strings.TrimSpace(text))
			}
			return Figure{Qualifier: Between, Low: &low, High: &high}, nil
		}
	}
	return Figure{}, refuse(text, "“%s” is not a range of figures: %s", strings.TrimSpace(text), err)
}

// prefix takes the words or signs of a qualifier off the front, or the plus off
// the end.
func prefix(s string) (qualifier, rest string) {
	for _, p := range prefixes {
		after, ok := strings.CutPrefix(s, p.text)
		if !ok {
			continue
		}
		// A word must end where the prefix ends: “over” is not in “overall”.
		if word := p.text[len(p.text)-1]; word >= 'a' && word <= 'z' && after != "" && after[0] != ' ' {
			continue
		}
		return p.qualifier, strings.TrimSpace(after)
	}
	for _, p := range suffixes {
		if before, ok := strings.CutSuffix(s, p.text); ok {
			return p.qualifier, strings.TrimSpace(before)
		}
	}
	return "", s
}

// Longer ones before those they begin with.
var prefixes = []struct{ text, qualifier string }{
	{">=", AtLeast},
	{"=>", AtLeast},
	{"≥", AtLeast},
	{"at least", AtLeast},
	{"no fewer than", AtLeast},
	{"no less than", AtLeast},
	{"not less than", AtLeast},
	{"minimum", AtLeast},
	{"min.", AtLeast},
	{"min", AtLeast},
	{"<=", UpTo},
	{"=<", UpTo},
	{"≤", UpTo},
	{"up to", UpTo},
	{"at most", UpTo},
	{"no more than", UpTo},
	{"not more than", UpTo},
	{"maximum", UpTo},
	{"max.", UpTo},
	{"max", UpTo},
	{">", MoreThan},
	{"more than", MoreThan},
	{"over", MoreThan},
	{"above", MoreThan},
	{"upwards of", MoreThan},
	{"<", FewerThan},
	{"fewer than", FewerThan},
	{"less than", FewerThan},
	{"under", FewerThan},
	{"below", FewerThan},
	{"~", About},
	{"≈", About},
	{"about", About},
	{"around", About},
	{"approximately", About},
	{"approx.", About},
	{"approx", About},
	{"roughly", About},
	{"circa", About},
	{"ca.", About},
	{"ca", About},
	{"c.", About},
	{"some", About},
	{"nearly", About},
	{"almost", About},
	{"exactly", Exactly},
	{"precisely", Exactly},
	{"=", Exactly},
	{"between", Between},
	{"from", Between},
}

var suffixes = []struct{ text, qualifier string }{
	{"or more", AtLeast}, {"or so", About}, {"or fewer", UpTo}, {"or less", UpTo}, {"+", AtLeast},
}

// split finds the two ends of a range.
func split(s string) (low, high string, ok bool) {
	for _, sep := range []string{"–", "—", "−", "...", "…", "-", " to ", " and ", " or "} {
		if i := strings.Index(s, sep); i > 0 {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):]), true
		}
	}
	return "", "", false
}

// Format writes a figure so that [Parse] reads the same again.
func Format(f Figure) string {
	switch {
	case f.IsZero():
		return ""
	case f.Qualifier == AtLeast && f.Low != nil && f.High == nil:
		return "≥" + digits(*f.Low)
	case f.Qualifier == UpTo && f.High != nil && f.Low == nil:
		return "≤" + digits(*f.High)
	case f.Qualifier == MoreThan && f.Low != nil && f.High == nil:
		return ">" + digits(*f.Low)
	case f.Qualifier == FewerThan && f.High != nil && f.Low == nil:
		return "<" + digits(*f.High)
	case f.Qualifier == About && f.Low != nil && f.High != nil && *f.Low == *f.High:
		return "~" + digits(*f.Low)
	case f.Qualifier == None && f.Low == nil && f.High == nil:
		return "none"
	case (f.Qualifier == Exactly || f.Qualifier == "") && f.Low != nil && f.High != nil && *f.Low == *f.High:
		return digits(*f.Low)
	case (f.Qualifier == Between || f.Qualifier == "") && f.Low != nil && f.High != nil:
		return digits(*f.Low) + "–" + digits(*f.High)
	}
	return words(f)
}

// words writes figures for which the cell has no short form: words without a
// figure, and what other programs stored.
func words(f Figure) string {
	q := f.Qualifier
	switch {
	case f.Low != nil && f.High == nil && q == "":
		return "≥" + digits(*f.Low)
	case f.Low == nil && f.High != nil && q == "":
		return "≤" + digits(*f.High)
	case q == Exactly || q == About || q == UpTo || q == Between || q == AtLeast || q == MoreThan || q == FewerThan:
		n := f.Low
		if n == nil {
			n = f.High
		}
		if n == nil {
			return q
		}
		return q + " " + digits(*n)
	}
	return q
}

func digits(n float64) string {
	s := strconv.FormatFloat(n, 'f', -1, 64)
	if dotted.MatchString(s) {
		s += "0" // 1.200 could be twelve hundred, 1.2000 can not
	}
	return s
}

func ptr(n float64) *float64 { return &n }

func finite(n float64) bool { return !math.IsInf(n, 0) && !math.IsNaN(n) }
