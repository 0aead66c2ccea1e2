package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters that no decomposition takes apart, but people write without their strokes.
var strokes = map[rune]string{
	'ł': "l", 'ß': "ss", 'ø': "o", 'đ': "d", 'ð': "d", 'ı': "i", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ə': "e", 'ґ': "г", 'ς': "σ", 'ĸ': "k",
}

// unspaced are scripts written without spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
	{R16: []unicode.Range16{{Lo: 0x30fc, Hi: 0x30fc, Stride: 1}}}, // ー, which lengthens kana
}

// fold brings a text into the form that is indexed and searched: words of small
// letters and digits without accents, separated by single spaces. Kadıköy and
// kadikoy, Łódź and lodz, Straße and strasse fold alike.
//
// A run of a script without spaces is cut into overlapping pairs and its last
// letter, so that each of its letters begins a word: 北京市 becomes 北京 京市 市.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, w := range foldWords(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		if w.run {
			for _, pair := range pairs(w.text) {
				b.WriteString(pair)
				b.WriteByte(' ')
			}
			_, size := utf8.DecodeLastRuneInString(w.text)
			b.WriteString(w.text[len(w.text)-size:])
			continue
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// word is a folded word, or a run of letters of a script without spaces.
type word struct {
	text string
	run  bool
}

func foldWords(s string) []word {
	var words []word
	var b strings.Builder
	run := false
	end := func() {
		if b.Len() > 0 {
			words = append(words, word{b.String(), run})
			b.Reset()
		}
	}
	add := func(r rune) {
		if u := unicode.In(r, unspaced...); u != run {
			end()
			run = u
		}
		b.WriteRune(r)
	}
	for _, r := range plainLetters(s) {
		switch {
		case r < utf8.RuneSelf:
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				if run {
					end()
					run = false
				}
				b.WriteByte(byte(r))
			} else {
				end()
			}
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			add(r)
		default:
			end()
		}
	}
	end()
	return words
}

// plainLetters is s in small letters without marks.
func plainLetters(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if plain, ok := strokes[r]; ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// pairs are the overlapping pairs of letters of a run; of a single letter none.
func pairs(run string) []string {
	letters := []rune(run)
	var out []string
	for i := 0; i+1 < len(letters); i++ {
		out = append(out, string(letters[i:i+2]))
	}
	return out
}

// eventText is what an event is found by; its actors are indexed by themselves.
func eventText(e *Event) string {
	var b strings.Builder
	add := func(list ...string) {
		for _, s := range list {
			if s != "" {
				b.WriteString(s)
				b.WriteByte('\n')
			}
		}
	}
	add(e.Title, e.Summary, e.Kind, e.When.Text, e.AssessmentNote)
	for i := range e.Places {
		add(e.Places[i].Name, e.Places[i].Note)
	}
	for i := range e.Phases {
		add(e.Phases[i].Note)
	}
	for i := range e.Claims {
		c := &e.Claims[i]
		add(c.Of, c.Value, c.Note, c.Scope.Text)
	}
	for i := range e.Citations {
		add(e.Citations[i].Quote, e.Citations[i].Translation)
	}
	add(e.Topics...)
	add(e.Tags...)
	for i := range e.ExternalIDs {
		add(e.ExternalIDs[i].ID)
	}
	return fold(b.String())
}

// actorText is what an actor, and so the events it is in, are found by.
func actorText(a *Actor) string {
	return fold(a.Name + "\n" + strings.Join(a.Aliases, "\n"))
}

// Fold is a text as it is compared: any spelling of a word folds alike.
func Fold(s string) string { return fold(s) }
