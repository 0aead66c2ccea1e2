package look

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is an error as a sentence for the user: a capital at its head, a full
// stop at its end.
func Sentence(err error) string {
	if err == nil {
		return ""
	}
	s := strings.TrimSpace(err.Error())
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	// A path, a quoted name or a code keeps its small letter.
	if first, _, _ := strings.Cut(s, " "); !strings.ContainsAny(first, "/\\_.\"“") {
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	if last, _ := utf8.DecodeLastRuneInString(s); !strings.ContainsRune(".!?…”", last) {
		s += "."
	}
	return s
}
