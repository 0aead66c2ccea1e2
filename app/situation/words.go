package situation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitmap/store"
)

// KindName is a kind's name in the vocabulary, or its code in words.
func KindName(kinds []store.Kind, code string) string {
	for _, k := range kinds {
		if k.Code == code && k.Name != "" {
			return k.Name
		}
	}
	return Sentence(Words(code))
}

// Words turns a code of a vocabulary into words: "shot_down" is "shot down".
func Words(code string) string { return strings.ReplaceAll(code, "_", " ") }

// Sentence begins a text with a capital.
func Sentence(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// Assessment is an event's assessment, "reported" where nobody set one.
func Assessment(e store.Event) store.Assessment {
	if e.Assessment == "" {
		return store.Reported
	}
	return e.Assessment
}
