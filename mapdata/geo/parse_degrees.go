package geo

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// decimalPoints replaces decimal commas by points and commas between numbers by
// semicolons. A comma is decimal if no point is, it stands between digits, and
// something else separates the two angles.
func decimalPoints(s string) string {
	s = strings.TrimRight(s, " ,;")
	runes := []rune(s)
	var between []int // commas within digits
	apart := false    // something else lies between two numbers
	digit := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	point := false
	lastDigit := -1
	for i, r := range runes {
		switch {
		case unicode.IsDigit(r):
			if lastDigit >= 0 && lastDigit < i-1 && !(lastDigit == i-2 && (runes[i-1] == ',' || runes[i-1] == '.')) {
				apart = true
			}
			lastDigit = i
		case r == ',' && digit(i-1) && digit(i+1):
			between = append(between, i)
		case r == '.' && digit(i-1) && digit(i+1):
			point = true
		}
	}
	decimal := map[int]bool{}
	if !point {
		switch {
		case apart:
			for _, i := range between {
				decimal[i] = true
			}
		case len(between) == 3: // 50,4547,30,5238
			decimal[between[0]], decimal[between[2]] = true, true
		}
	}
	for i, r := range runes {
		if r != ',' {
			continue
		}
		runes[i] = ';'
		if decimal[i] {
			runes[i] = '.'
		}
	}
	return string(runes)
}

// angleToken is a piece of a coordinate in degrees.
type angleToken struct {
	kind  byte // '0' number, 'N' 'S' 'E' 'W' letter, 'l' label of latitude, 'o' of longitude, ';' separator, '°' as 'd', '\'' 'm', '"' 's'
	value float64
	sign  byte // '+', '-' or 0, of a number
}

// The words for the four directions, longest first where one begins another.
// Single letters of Turkish (K, G, D, B) are read only when the whole coordinate
// uses them; see turkish.
var directionWords = []struct {
	word string
	kind byte
}{
	{"latitude", 'l'},
	{"longitude", 'o'},
	{"long", 'o'},
	{"lat", 'l'},
	{"lon", 'o'},
	{"lng", 'o'},
	{"north", 'N'},
	{"south", 'S'},
	{"east", 'E'},
	{"west", 'W'},
	{"пн", 'N'},
	{"пд", 'S'},
	{"сх", 'E'},
	{"зх", 'W'}, // Ukrainian
	{"с", 'N'},
	{"ю", 'S'},
	{"в", 'E'},
	{"з", 'W'}, // Russian
	{"kuzey", 'N'},
	{"güney", 'S'},
	{"doğu", 'E'},
	{"batı", 'W'}, // Turkish
	{"deg", 'd'},
	{"min", 'm'},
	{"sec", 's'},
	{"n", 'N'},
	{"s", 'S'},
	{"e", 'E'},
	{"w", 'W'},
	{"k", 'N'},
	{"g", 'S'},
	{"b", 'W'},
}

// scanDegrees cuts a text into tokens; false where something is no part of a
// coordinate.
func scanDegrees(s string) ([]angleToken, bool) {
	var out []angleToken
	s = strings.ToLower(strings.ReplaceAll(s, "\u0307", ""))
	turkish := strings.ContainsAny(s, "kb") || strings.Contains(s, "g") && !strings.Contains(s, "deg")
	sign := byte(0)
	number := func(k byte) bool { return len(out) > 0 && out[len(out)-1].kind == k }
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsSpace(r) || r == '(' || r == ')' || r == '[' || r == ']' || r == '=':
			s = s[size:]
			continue
		case r == '+' || r == '-' || r == '−' || r == '–':
			if sign != 0 {
				return nil, false
			}
			if sign = '-'; r == '+' {
				sign = '+'
			}
			s = s[size:]
			continue
		case r >= '0' && r <= '9':
			n := 0
			for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.') {
				n++
			}
			v, err := strconv.ParseFloat(strings.TrimSuffix(s[:n], "."), 64)
			if err != nil {
				return nil, false
			}
			out = append(out, angleToken{kind: '0', value: v, sign: sign})
			sign = 0
			s = s[n:]
			continue
		}
		if sign != 0 {
			return nil, false
		}
		switch {
		case strings.HasPrefix(s, "''") || strings.HasPrefix(s, "′′") || strings.HasPrefix(s, "’’"):
			out = append(out, angleToken{kind: 's'})
			s = s[2*size:]
		case r == '°' || r == 'º' || r == '˚' || r == '∘':
			out = append(out, angleToken{kind: 'd'})
			s = s[size:]
		case r == '\'' || r == '′' || r == '’' || r == '‘' || r == '´' || r == '`' || r == 'ʹ':
			out = append(out, angleToken{kind: 'm'})
			s = s[size:]
		case r == '"' || r == '″' || r == '”' || r == '“' || r == 'ʺ':
			out = append(out, angleToken{kind: 's'})
			s = s[size:]
		case r == ':' && number('0'):
			// 50:27:17: which number it is says the order.
			s = s[size:]
		case r == ':' || r == '.':
			s = s[size:]
		case r == ';' || r == '/' || r == '|':
			out = append(out, angleToken{kind: ';'})
			s = s[size:]
		case r == 'd' || r == 'm':
			// A unit after a number, or Turkish D for east.
			if r == 'd' && turkish && !strings.HasPrefix(s, "deg") && !strings.HasPrefix(s, "doğu") {
				out = append(out, angleToken{kind: 'E'})
				s = s[1:]
				continue
			}
			word := directionAt(s)
			if word == "" {
				if !number('0') {
					return nil, false
				}
				word = string(r)
			}
			kind := byte(r)
			if word == "doğu" {
				kind = 'E'
			}
			out = append(out, angleToken{kind: kind})
			s = s[len(word):]
		case r == 's' && number('0') && afterMinutes(out):
			// 17s is seconds where minutes were marked by m.
			if strings.HasPrefix(s, "sec") {
				s = s[2:]
			} else if strings.HasPrefix(s, "south") {
				out = append(out, angleToken{kind: 'S'})
				s = s[5:]
				continue
			}
			out = append(out, angleToken{kind: 's'})
			s = s[1:]
		case r == 'ш' || r == 'д':
			// "ш." and "д." after the direction: latitude and longitude.
			s = s[size:]
		default:
			word := directionAt(s)
			if word == "" || !turkish && (word == "k" || word == "g" || word == "b") {
				return nil, false
			}
			for _, w := range directionWords {
				if w.word == word {
					out = append(out, angleToken{kind: w.kind})
					break
				}
			}
			s = s[len(word):]
		}
	}
	return out, sign == 0
}

// directionAt is the word for a direction that s begins with.
func directionAt(s string) string {
	for _, w := range directionWords {
		if strings.HasPrefix(s, w.word) {
			return w.word
		}
	}
	return ""
}

// afterMinutes says whether the last number follows minutes marked by a letter.
func afterMinutes(out []angleToken) bool {
	return len(out) >= 2 && out[len(out)-2].kind == 'm'
}

// splitAngles finds the two angles in a row of tokens.
func splitAngles(tokens []angleToken) (a, b angleParts, ok bool) {
	at := splitAt(tokens)
	if at <= 0 {
		return a, b, false
	}
	a, okA := oneAngle(tokens[:at])
	b, okB := oneAngle(tokens[at:])
	return a, b, okA && okB
}

// splitAt is where the second angle begins: at a separator, at its letter or
// label, at its sign, at its degrees, or half-way.
func splitAt(tokens []angleToken) int {
	var separators, letters, signs, degrees, numbers []int
	for i, t := range tokens {
		switch t.kind {
		case ';':
			separators = append(separators, i)
		case 'N', 'S', 'E', 'W', 'l', 'o':
			letters = append(letters, i)
		case 'd':
			degrees = append(degrees, i)
		case '0':
			numbers = append(numbers, i)
			if t.sign != 0 {
				signs = append(signs, i)
			}
		}
	}
	switch {
	case len(numbers) < 2 || len(numbers) > 6:
		return -1
	case len(separators) == 1 && separators[0] > numbers[0] && separators[0] < numbers[len(numbers)-1]:
		return separators[0]
	case len(letters) >= 2 && letters[0] < numbers[0]:
		for _, i := range letters {
			if i > numbers[0] {
				return i
			}
		}
		return -1
	case len(letters) >= 1 && letters[0] < numbers[len(numbers)-1]:
		return letters[0] + 1
	case len(degrees) == 2:
		for k, i := range numbers {
			if i == degrees[1]-1 && k > 0 {
				return i
			}
		}
		return -1
	case len(signs) == 2 && signs[0] == numbers[0]:
		return signs[1]
	case len(signs) == 1 && signs[0] != numbers[0]:
		return signs[0]
	case len(numbers)%2 == 0:
		return numbers[len(numbers)/2]
	}
	return -1
}

// oneAngle reads degrees, minutes and seconds with what says their direction.
func oneAngle(tokens []angleToken) (a angleParts, ok bool) {
	unit := 0 // the next number's: degrees, minutes, seconds
	for i, t := range tokens {
		switch t.kind {
		case ';':
		case '0':
			if unit > 2 || t.sign != 0 && len(a.values) > 0 {
				return a, false
			}
			if t.sign != 0 {
				a.signed, a.negative = true, t.sign == '-'
			}
			a.values = append(a.values, t.value)
			unit++
		case 'd', 'm', 's':
			marked := map[byte]int{'d': 1, 'm': 2, 's': 3}[t.kind]
			if i == 0 || tokens[i-1].kind != '0' || unit != marked {
				return a, false
			}
		case 'l', 'o':
			if a.axis != 0 {
				return a, false
			}
			if a.axis = 'N'; t.kind == 'o' {
				a.axis = 'E'
			}
		default:
			if a.hemisphere != 0 {
				return a, false
			}
			a.hemisphere = t.kind
		}
	}
	if a.axis != 0 && a.hemisphere != 0 {
		if along := (angleParts{hemisphere: a.hemisphere}).along(); along != a.axis {
			return a, false
		}
	}
	return a, len(a.values) > 0
}
