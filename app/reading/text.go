package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a sign.
type token struct {
	start, end int    // bytes of the text
	text       string // as written, without a possessive ’s
	low        string // lower case, with plain apostrophes and hyphens
	word       bool   // letters or digits
	cap        bool   // begins with a capital letter
	digit      bool   // begins with a digit, or with a currency and a digit
	poss       bool   // had a possessive ’s
	sentence   int
	first      bool // of its sentence
}

var plainSigns = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-")

// cut splits a text into tokens, and these into sentences.
func cut(text string) []token {
	var out []token
	sentence, first := 0, true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			n := i
			for n < len(text) {
				q, s := utf8.DecodeRuneInString(text[n:])
				if !unicode.IsSpace(q) {
					break
				}
				n += s
			}
			if strings.Count(text[i:n], "\n") > 1 && !first {
				sentence, first = sentence+1, true
			}
			i = n
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || (r == '$' || r == '€' || r == '£' || r == '~' || r == '≥') && startsDigit(text[i+size:]):
			n := i + size + wordEnd(text[i+size:])
			out = append(out, newToken(text, i, n, sentence, first))
			first, i = false, n
			continue
		}
		out = append(out, token{start: i, end: i + size, text: text[i : i+size], low: text[i : i+size], sentence: sentence})
		i += size
		if (r == '.' || r == '!' || r == '?' || r == '…') && endsSentence(out, text[i:]) {
			// A closing quote belongs to the sentence.
			for i < len(text) {
				q, s := utf8.DecodeRuneInString(text[i:])
				if q != '"' && q != '”' && q != '’' && q != ')' {
					break
				}
				out = append(out, token{start: i, end: i + s, text: text[i : i+s], low: text[i : i+s], sentence: sentence})
				i += s
			}
			sentence, first = sentence+1, true
		}
	}
	return out
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// wordEnd is how far a word goes on: over letters, digits and marks, and over a
// sign between two of them that belongs to the word.
func wordEnd(s string) int {
	n := 0
	digits := true // only digits since the start, so that a comma may group them
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			digits = digits && unicode.IsDigit(r)
			n += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[n+size:])
		letter, digit := unicode.IsLetter(next), unicode.IsDigit(next)
		switch {
		case (r == '-' || r == '‐' || r == '‑' || r == '’' || r == '\'' || r == 'ʼ') && (letter || digit):
			digits = false
		case (r == ':' || r == '–' || r == '/') && digit && n > 0 && isDigitByte(s[n-1]), r == ':' && digit && n == 0:
		case r == '–' && digit && n == 0, r == '/' && (digit || letter) && strings.ContainsAny(s[:n], "-"):
		case r == ',' && digit && digits && threeDigits(s[n+size:]):
		case r == '.' && digit && (n == 0 || isDigitByte(s[n-1])):
		case r == '.' && abbreviated(s, n):
			// U.S., a.m.: the dot behind a single letter.
		default:
			return n
		}
		n += size
	}
	return n
}

func isDigitByte(b byte) bool { return b >= '0' && b <= '9' }

func threeDigits(s string) bool {
	return len(s) >= 3 && isDigitByte(s[0]) && isDigitByte(s[1]) && isDigitByte(s[2]) && (len(s) == 3 || !isDigitByte(s[3]))
}

// abbreviated says whether the dot at n stands behind a single letter that
// follows another dot or is followed by a letter and a dot.
func abbreviated(s string, n int) bool {
	behind := n == 0 || n >= 2 && s[n-2] == '.'
	ahead := n+2 < len(s) && s[n+2] == '.' && unicode.IsLetter(rune(s[n+1]))
	return behind && (ahead || n >= 2)
}

func newToken(text string, from, to, sentence int, first bool) token {
	raw := text[from:to]
	t := token{start: from, end: to, sentence: sentence, first: first, word: true}
	low := strings.ToLower(plainSigns.Replace(raw))
	if strings.HasSuffix(low, "'s") {
		t.poss = true
		low = low[:len(low)-2]
		raw = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(raw, "s"), "S"), "'")
		raw = strings.TrimSuffix(strings.TrimSuffix(raw, "’"), "ʼ")
	}
	t.text, t.low = raw, low
	r, _ := utf8.DecodeRuneInString(raw)
	t.cap = unicode.IsUpper(r)
	t.digit = strings.ContainsAny(raw, "0123456789") && !unicode.IsLetter(r)
	return t
}

// Words behind which a dot does not end a sentence.
var shortened = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "lt": true, "col": true, "maj": true, "capt": true, "sgt": true,
	"st": true, "jr": true, "sr": true, "no": true, "gov": true, "sen": true, "rep": true, "prof": true, "adm": true, "brig": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true,
	"nov": true, "dec": true, "vs": true, "approx": true, "ca": true, "inc": true, "ltd": true,
}

// endsSentence decides whether the dot that was read last ends one.
func endsSentence(before []token, rest string) bool {
	if len(before) > 1 {
		w := before[len(before)-2]
		if w.word && w.end == before[len(before)-1].start && before[len(before)-1].text == "." &&
			(shortened[w.low] || len(w.text) == 1 && w.cap) {
			return false
		}
	}
	trimmed := strings.TrimLeft(rest, "\"”’)")
	if trimmed == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	if !unicode.IsSpace(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(strings.TrimLeftFunc(trimmed, unicode.IsSpace))
	return !unicode.IsLower(r)
}

// bounds are the first token of a sentence and the one behind its last.
func (p *pass) bounds(sentence int) (from, to int) {
	from, _ = slices.BinarySearchFunc(p.tokens, sentence, func(t token, s int) int { return t.sentence - s })
	to, _ = slices.BinarySearchFunc(p.tokens, sentence+1, func(t token, s int) int { return t.sentence - s })
	return from, to
}

// low joins the lower-case words of tokens.
func (p *pass) low(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			b.WriteByte(' ')
		}
		b.WriteString(p.tokens[i].low)
	}
	return b.String()
}
