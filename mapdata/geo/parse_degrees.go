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
	kind     byte // '0' number, 'N' 'S' 'E' 'W' letter, 'l' label of latitude, 'o' of longitude, ';' separator, '°' as 'd', '\'' 'm', '"' 's'
	value    float64
	decimals int  // digits behind the point of a number
	sign     byte // '+', '-' or 0, of a number
}

// scanDegrees cuts a text into tokens; false where something is no part of a
// coordinate.
func scanDegrees(s string) ([]angleToken, bool) {
	var out []angleToken
	s = strings.ToLower(strings.ReplaceAll(s, "\u0307", ""))
	turkish := strings.ContainsAny(s, "kb") || strings.Contains(s, "g") && !strings.Contains(s, "deg")
	sign := byte(0)
	apart := false // white space stands before s
	number := func(k byte) bool { return len(out) > 0 && out[len(out)-1].kind == k }
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsSpace(r) || r == '(' || r == ')' || r == '[' || r == ']' || r == '=':
			s = s[size:]
			apart = true
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
			for _, digits := range parted(strings.TrimSuffix(s[:n], ".")) {
				v, err := strconv.ParseFloat(digits, 64)
				if err != nil {
					return nil, false
				}
				out = append(out, angleToken{kind: '0', value: v, decimals: places(digits), sign: sign})
				sign, apart = 0, false
			}
			s = s[n:]
			continue
		}
		if sign != 0 {
			return nil, false
		}
		was := apart
		apart = false
		switch {
		case strings.HasPrefix(s, "''") || strings.HasPrefix(s, "′′") || strings.HasPrefix(s, "’’"):
			out = append(out, angleToken{kind: 's'})
			s = s[2*size:]
		case r == '°' || r == 'º' || r == '˚' || r == '∘' || r == '*' && number('0') || r == 'o' && !was && degreeSign(s, out):
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
			if word := directionAt(s); strings.HasPrefix(word, "sec") {
				s = s[len(word)-1:]
			} else if strings.HasPrefix(s, "south") {
				out = append(out, angleToken{kind: 'S'})
				s = s[5:]
				continue
			}
			out = append(out, angleToken{kind: 's'})
			s = s[1:]
		case (r == 'ш' || r == 'д') && directionAt(s) == "":
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

// parted takes "50.27.17" or "50.27.17.5" apart: degrees, minutes and seconds with
// dots between them.
func parted(number string) []string {
	if strings.Count(number, ".") < 2 {
		return []string{number}
	}
	return strings.SplitN(number, ".", 3)
}

// degreeSign says whether the letter o at the front of s was typed for the sign:
// it stands between a number and its minutes.
func degreeSign(s string, before []angleToken) bool {
	return len(before) > 0 && before[len(before)-1].kind == '0' && len(s) > 1 && s[1] >= '0' && s[1] <= '9'
}

// afterMinutes says whether the last number follows minutes marked by a letter.
func afterMinutes(out []angleToken) bool {
	return len(out) >= 2 && out[len(out)-2].kind == 'm'
}
