package main

import (
	"strings"
	"unicode"
)

// atStart are the letters that Ukraine's standard (Cabinet of Ministers, 27
// January 2010, No. 55) spells otherwise at the beginning of a word.
var atStart = map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"}

// romaniseUkrainian spells a Ukrainian name in Latin letters by that standard,
// keeping its capitals: Кам’янець-Подільський becomes Kamianets-Podilskyi.
func romaniseUkrainian(name string) string {
	var b strings.Builder
	start := true
	for _, r := range strings.ReplaceAll(strings.ReplaceAll(name, "зг", "zgh"), "Зг", "Zgh") {
		lower := unicode.ToLower(r)
		s, ok := atStart[lower]
		if !ok || !start {
			if s, ok = ukrainian[lower]; !ok {
				s, ok = cyrillic[lower]
			}
		}
		switch {
		case r == '\'' || r == '’' || r == 'ʼ':
			continue // neither a letter nor the end of a word
		case !ok:
			b.WriteRune(r)
		case unicode.IsUpper(r) && s != "":
			b.WriteString(strings.ToUpper(s[:1]) + s[1:])
		default:
			b.WriteString(s)
		}
		start = !unicode.IsLetter(r)
	}
	return b.String()
}
