package gazetteer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to the form in which names are compared: lower case,
// without accents and vowel signs, letters that people type for one another made
// one (ł and l, ß and ss, ı and i, Arabic and Persian kaf), apostrophes and
// soft marks dropped, and every other run of signs a single space. Two names
// that fold alike are the same name to a search.
func Fold(s string) string {
	return string(appendFolded(make([]byte, 0, len(s)), s))
}

// appendFolded appends the folded form of s to b, which need not be empty.
func appendFolded(b []byte, s string) []byte {
	start := len(b)
	table := foldTable()
	for _, r := range s {
		if r < 'z'+1 && (r >= 'a' || r >= '0' && r <= '9') { // most letters of most names
			b = append(b, byte(r))
			continue
		}
		var folded string
		if int(r) < len(table) {
			folded = table[r]
		} else {
			folded = foldRune(r)
		}
		if folded == " " && (len(b) == start || b[len(b)-1] == ' ') {
			continue
		}
		b = append(b, folded...)
	}
	if len(b) > start && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}

// foldTable has the folded form of all characters up to Greek Extended, which
// leaves out little but Chinese, Japanese and Korean.
var foldTable = sync.OnceValue(func() *[0x2100]string {
	table := new([0x2100]string)
	for r := range table {
		table[r] = foldRune(rune(r))
	}
	return table
})

// special are the letters that do not decompose into what people type.
var special = map[rune]string{
	'ł': "l", 'đ': "d", 'ð': "d", 'ø': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'ı': "i", 'ħ': "h", 'ŋ': "n", 'ŧ': "t", 'ə': "a",
	'ґ': "г", // at home Ґ is a letter of its own, abroad a Г
	'ς': "σ",
	// Persian and Urdu letters that look like the Arabic ones, and Arabic ones
	// that are typed for one another.
	'ک': "ك", 'ی': "ي", 'ى': "ي", 'ة': "ه", 'ۀ': "ه", 'ہ': "ه", 'ھ': "ه", 'ٱ': "ا",
}

// dropped are apostrophes, soft marks and joiners, which are left out rather
// than taken for the end of a word: Slov’yansk, Al-‘Arish, Ж’.
const dropped = "'’‘`´ʼʻʾʿʹʺ′″ˈ\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

func foldRune(r rune) string {
	if r == utf8.RuneError || strings.ContainsRune(dropped, r) {
		return ""
	}
	r = unicode.ToLower(r)
	if s, ok := special[r]; ok {
		return s
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
		return " "
	}
	// Korean syllables would fall apart into letters, and Japanese ones lose
	// what tells them apart.
	if unicode.Is(unicode.Hangul, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) {
		return string(r)
	}
	var out []rune
	for _, d := range norm.NFKD.String(string(r)) {
		// Some signs turn into a dropped one only here, as the Greek numeral sign into a prime.
		if unicode.Is(unicode.Mn, d) || strings.ContainsRune(dropped, d) {
			continue
		}
		d = unicode.ToLower(d)
		if s, ok := special[d]; ok {
			out = append(out, []rune(s)...)
		} else if unicode.IsLetter(d) || unicode.IsDigit(d) {
			out = append(out, d)
		}
	}
	return string(out)
}
