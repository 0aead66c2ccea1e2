package main

import "strings"

// cyrillic is the romanisation of Cyrillic letters that GeoNames' names mostly
// follow; ukrainian has what differs in Ukrainian.
var (
	cyrillic = map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
		'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
		'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
		'і': "i", 'ї': "yi", 'є': "ye", 'ґ': "g", 'ў': "w", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ѓ': "gj", 'ќ': "kj", 'ѕ': "dz", 'џ': "dzh",
		'ө': "o", 'ү': "u", 'ң': "ng",
	}
	ukrainian  = map[rune]string{'г': "h", 'и': "y", 'й': "i", 'ї': "i", 'є': "ie", 'ю': "iu", 'я': "ia"}
	belarusian = map[rune]string{'г': "h", 'х': "kh"}
	bulgarian  = map[rune]string{'щ': "sht", 'ъ': "a", 'х': "h"}
)

// greek and georgian are romanised letter by letter.
var (
	greek = map[rune]string{
		'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
		'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
	}
	georgian = map[rune]string{
		'ა': "a", 'ბ': "b", 'გ': "g", 'დ': "d", 'ე': "e", 'ვ': "v", 'ზ': "z", 'თ': "t", 'ი': "i", 'კ': "k", 'ლ': "l", 'მ': "m",
		'ნ': "n", 'ო': "o", 'პ': "p", 'ჟ': "zh", 'რ': "r", 'ს': "s", 'ტ': "t", 'უ': "u", 'ფ': "p", 'ქ': "k", 'ღ': "gh", 'ყ': "q",
		'შ': "sh", 'ჩ': "ch", 'ც': "ts", 'ძ': "dz", 'წ': "ts", 'ჭ': "ch", 'ხ': "kh", 'ჯ': "j", 'ჰ': "h",
	}
)

// romanise spells a Cyrillic in lower-case Latin letters, as is usual in
// the country.
func romanise(name, country string) string {
	own := map[string]map[rune]string{
		"UA": ukrainian, "BY": belarusian, "BG": bulgarian, "GR": greek, "GE": georgian,
	}[country]
	if country == "GR" {
		name = plain(name)
	}
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		if r == '\'' || r == '’' {
			continue // Куп’янськ is Kupiansk
		}
		if s, ok := own[r]; ok {
			b.WriteString(s)
		} else if s, ok := cyrillic[r]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// differences is the edit distance (Levenshtein) of two words.
func differences(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range t {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(t)]
}
