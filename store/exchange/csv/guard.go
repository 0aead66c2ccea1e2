package csv

import (
	"strings"
	"unicode/utf8"
)

// Guard makes a text safe to open in a spreadsheet; see the package's comment.
func Guard(s string) string {
	if runs(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// Unguard gives back the text that Guard was given.
func Unguard(s string) string {
	if strings.HasPrefix(s, "'") && runs(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

// runs reports whether some spreadsheet would take a text for a formula: the
// signs and their full-width forms, also behind white space, which some drop.
func runs(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\r\n\u00a0"))
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return true
	}
	return strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r")
}
