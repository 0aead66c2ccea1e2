package when

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

type tokenKind int

const (
	tokWord tokenKind = iota
	tokNumber
	tokDate   // y, mo, d
	tokMonth  // y, mo
	tokWeek   // y, ISO week in d
	tokClock  // h, mi, s, ms
	tokOffset // seconds east in off
	tokDash
	tokSlash
	tokSlashDate // a/b/y: which is the month?
	tokFixed     // an interval counted from the reference
)

// token is a piece of the text. Only the members of its kind are set.
type token struct {
	kind            tokenKind
	text            string
	n, y, mo, d     int
	h, mi, s, ms    int
	fine            clockPrecision
	off             int
	ordinal, offZed bool
	fixed           *span
}

type clockPrecision int

const (
	byHour clockPrecision = iota + 1
	byMinute
	bySecond
)

// The patterns are tried in this order at every place of the text.
var (
	reDTG       = regexp.MustCompile(`^(\d{2})(\d{2})(\d{2})\s?([a-z])\s?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s?(\d{4}|\d{2})\b`)
	reTimeFirst = regexp.MustCompile(`^(\d{2})(\d{2})([a-gi-z])\s(\d{1,2})\s?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s?(\d{4}|\d{2})\b`)
	reQuarter   = regexp.MustCompile(`^(?:q[1-4]|h[12])\b`)
	reISODate   = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t(\d)|[^\d]|$)`)
	reISOWeek   = regexp.MustCompile(`^(\d{4})-?w(\d{2})\b`)
	reISOMonth  = regexp.MustCompile(`^(\d{4})-(\d{2})(?:[^\d:\-]|$)`)
	reCompact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:t(\d)|[^\d]|$)`)
	reDotDate   = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	reSlashDate = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	reClock     = regexp.MustCompile(`^(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\b\.?)?`)
	reDotClock  = regexp.MustCompile(`^(\d{1,2})\.(\d{2})()()\s?([ap])\.?m\b\.?`)
	reShortYear = regexp.MustCompile(`^\d{1,2}[./-]\d{1,2}[./-]\d{2}(?:[^\d:./-]|$)`)
	reDotDay    = regexp.MustCompile(`^(\d{1,2})\. ?(?:\p{L})`)
	reHour      = regexp.MustCompile(`^(\d{1,2})\s?(?:([ap])\.?m\b\.?|h\b|o'clock)`)
	reMilitary  = regexp.MustCompile(`^(\d{2})(\d{2})\s?(?:hours|hrs|hr|h|(z))\b`)
	reOffset    = regexp.MustCompile(`^([+-])(\d{1,2})(?::?(\d{2}))?(?:[^\d:]|$)`)
	reNumber    = regexp.MustCompile(`^(\d+)(st|nd|rd|th)?`)
	reWord      = regexp.MustCompile(`^\p{L}[\p{L}\p{M}'.]*(?:[/_]\p{L}[\p{L}_-]*)*(?:-\p{L}[\p{L}\p{M}']*)*`)
)

var tidy = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-", "’", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ", "…", "-")

// lex cuts a text into tokens.
func lex(text string) ([]token, error) {
	s := strings.ToLower(tidy.Replace(text))
	var out []token
	glued := false // the last token is a date with a T behind it
	for s != "" {
		if strings.ContainsRune(" \t\r\n,;()[]", rune(s[0])) {
			s = s[1:]
			continue
		}
		t, n, err := next(s, out, glued)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, refuse("“%s” is not part of a time that can be read.", firstWord(s))
		}
		glued = false
		if (t.kind == tokDate) && n < len(s) && s[n] == 't' {
			glued = true
			n++
		}
		out = append(out, t)
		s = s[n:]
	}
	return out, nil
}

func firstWord(s string) string {
	f := strings.Fields(s)[0]
	if r := []rune(f); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return f
}

// next reads the token at the start of s and how many bytes it takes.
func next(s string, before []token, glued bool) (token, int, error) {
	if m := reDTG.FindStringSubmatch(s); m != nil && len(before) == 0 {
		return lexDTG(m)
	}
	if m := reTimeFirst.FindStringSubmatch(s); m != nil && len(before) == 0 { // 0130Z 04 JUL 25
		return lexDTG([]string{m[0], m[4], m[1], m[2], m[3], m[5], m[6]})
	}
	if m := reISODate.FindStringSubmatch(s); m != nil {
		return token{kind: tokDate, y: atoi(m[1]), mo: atoi(m[2]), d: atoi(m[3])}, len(m[1]) + len(m[2]) + len(m[3]) + 2, nil
	}
	if m := reISOWeek.FindStringSubmatch(s); m != nil {
		return token{kind: tokWeek, y: atoi(m[1]), d: atoi(m[2])}, len(m[0]), nil
	}
	if m := reISOMonth.FindStringSubmatch(s); m != nil {
		return token{kind: tokMonth, y: atoi(m[1]), mo: atoi(m[2])}, 7, nil
	}
	if m := reCompact.FindStringSubmatch(s); m != nil {
		return token{kind: tokDate, y: atoi(m[1]), mo: atoi(m[2]), d: atoi(m[3])}, 8, nil
	}
	if m := reDotDate.FindStringSubmatch(s); m != nil {
		return token{kind: tokDate, y: atoi(m[3]), mo: atoi(m[2]), d: atoi(m[1])}, len(m[0]), nil
	}
	if m := reSlashDate.FindStringSubmatch(s); m != nil {
		return token{kind: tokSlashDate, text: m[0], y: atoi(m[3]), mo: atoi(m[1]), d: atoi(m[2])}, len(m[0]), nil
	}
	if m := reShortYear.FindString(s); m != "" {
		return token{}, 0, ask(shortYears(m), "“%s” may be written in several orders; write the year with four digits and the month as a word.", strings.TrimRight(m, " ,;()"))
	}
	if t, n, err := lexClock(s, glued); n > 0 || err != nil {
		return t, n, err
	}
	if m := reOffset.FindStringSubmatch(s); m != nil && offsetFits(s[0], before) {
		return lexOffset(m)
	}
	switch s[0] {
	case '-':
		return token{kind: tokDash}, len(s) - len(strings.TrimLeft(s, "-")), nil
	case '/':
		n := len(s) - len(strings.TrimLeft(s, "/"))
		return token{kind: tokSlash}, n, nil
	case '~':
		return token{kind: tokWord, text: "about"}, 1, nil
	}
	if m := reDotDay.FindStringSubmatch(s); m != nil { // 4. Juli
		return token{kind: tokNumber, text: m[1], n: atoi(m[1]), ordinal: true}, len(m[1]) + 1, nil
	}
	if m := reNumber.FindStringSubmatch(s); m != nil {
		if len(m[1]) > 4 {
			return token{}, 0, refuse("“%s” is no day, hour or year.", firstWord(s))
		}
		return token{kind: tokNumber, text: m[1], n: atoi(m[1]), ordinal: m[2] != ""}, len(m[0]), nil
	}
	if m := reQuarter.FindString(s); m != "" {
		return token{kind: tokWord, text: m}, len(m), nil
	}
	if m := reWord.FindString(s); m != "" {
		return token{kind: tokWord, text: m}, len(m), nil
	}
	return token{}, 0, nil
}

// offsetFits decides whether a sign and digits are an offset from UTC: a plus
// after a time always, a minus only after a time written together with its date
// in ISO form, or after the word UTC; “22:00-03:00” is a range.
func offsetFits(sign byte, before []token) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	if last.kind == tokWord && (last.text == "utc" || last.text == "gmt") {
		return true
	}
	return last.kind == tokClock && (sign == '+' || last.offZed)
}

func lexClock(s string, glued bool) (token, int, error) {
	m := reClock.FindStringSubmatch(s)
	if m == nil {
		m = reDotClock.FindStringSubmatch(s)
	}
	if m == nil {
		return lexHour(s)
	}
	t := token{kind: tokClock, text: m[0], h: atoi(m[1]), mi: atoi(m[2]), fine: byMinute, offZed: glued}
	if m[3] != "" {
		t.s, t.fine = atoi(m[3]), bySecond
	}
	if m[4] != "" {
		t.ms = atoi((m[4] + "000")[:3])
	}
	if err := t.halfDay(m[5]); err != nil {
		return token{}, 0, err
	}
	if t.h > 24 || t.mi > 59 || t.s > 59 || t.h == 24 && (t.mi > 0 || t.s > 0 || t.ms > 0) {
		return token{}, 0, refuse("There is no time %s.", m[0])
	}
	n := len(m[0])
	return t, n, nil
}

func lexHour(s string) (token, int, error) {
	if m := reHour.FindStringSubmatch(s); m != nil {
		t := token{kind: tokClock, text: m[0], h: atoi(m[1]), fine: byHour}
		if err := t.halfDay(m[2]); err != nil {
			return token{}, 0, err
		}
		if t.h > 24 {
			return token{}, 0, refuse("There is no hour %s.", m[1])
		}
		return t, len(m[0]), nil
	}
	if m := reMilitary.FindStringSubmatch(s); m != nil {
		t := token{kind: tokClock, text: m[0], h: atoi(m[1]), mi: atoi(m[2]), fine: byMinute}
		if t.h > 24 || t.mi > 59 || t.h == 24 && t.mi > 0 {
			return token{}, 0, refuse("There is no time %s.", m[0])
		}
		n := len(m[0])
		if m[3] != "" {
			n-- // the Z stays as a zone
		}
		return t, n, nil
	}
	return token{}, 0, nil
}

func (t *token) halfDay(ap string) error {
	if ap == "" {
		return nil
	}
	if t.h < 1 || t.h > 12 {
		return refuse("With a.m. and p.m. hours run from 1 to 12, so %d cannot be.", t.h)
	}
	t.h %= 12
	if ap == "p" {
		t.h += 12
	}
	return nil
}

func lexOffset(m []string) (token, int, error) {
	h, mi := atoi(m[2]), 0
	if m[3] != "" {
		mi = atoi(m[3])
	}
	if h > 14 || mi > 59 {
		return token{}, 0, refuse("No zone is %s%s hours away from UTC.", m[1], m[2])
	}
	off := (h*60 + mi) * 60
	if m[1] == "-" {
		off = -off
	}
	n := len(m[1]) + len(m[2]) + len(m[3])
	if i := strings.Index(m[0], ":"); i > 0 && m[3] != "" {
		n++
	}
	return token{kind: tokOffset, off: off}, n, nil
}

// lexDTG reads a military date-time group: 040130ZJUL25.
func lexDTG(m []string) (token, int, error) {
	off, ok := militaryZone(m[4][0])
	if !ok {
		return token{}, 0, refuse("The letter %s is no military time zone; Z is UTC.", strings.ToUpper(m[4]))
	}
	y := atoi(m[6])
	if y < 100 {
		y += 2000
	}
	t := token{
		kind: tokClock, text: m[0], y: y, mo: int(months[m[5]]), d: atoi(m[1]), h: atoi(m[2]), mi: atoi(m[3]),
		fine: byMinute, off: off, offZed: true, ordinal: true,
	}
	if t.h > 23 || t.mi > 59 {
		return token{}, 0, refuse("There is no time %s%s.", m[2], m[3])
	}
	return t, len(m[0]), nil
}

// militaryZone gives the offset in seconds of a zone letter. J, local time, is
// none.
func militaryZone(c byte) (seconds int, ok bool) {
	switch {
	case c == 'z':
		return 0, true
	case c >= 'a' && c <= 'i':
		return int(c-'a'+1) * 3600, true
	case c >= 'k' && c <= 'm':
		return int(c-'k'+10) * 3600, true
	case c >= 'n' && c <= 'y':
		return -int(c-'n'+1) * 3600, true
	}
	return 0, false
}

// atoi reads digits that a pattern has already checked.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// shortYears are the dates that one with a year of two digits may be, in this century:
// the day first or the month.
func shortYears(s string) []string {
	n := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if len(n) < 3 {
		return nil
	}
	var out []string
	for _, at := range [][2]string{{n[0], n[1]}, {n[1], n[0]}} {
		d, mo, y := atoi(at[0]), atoi(at[1]), 2000+atoi(n[2])
		if mo < 1 || mo > 12 || checkDate(y, mo, d) != nil {
			continue
		}
		if c := fmt.Sprintf("%d %s %d", d, time.Month(mo), y); !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
