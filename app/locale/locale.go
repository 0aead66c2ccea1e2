package locale

import (
	"os"
	"strings"
)

func init() {
	if list, change := languages(os.Getenv); change {
		// Of all variables this one says nothing of character sets: the others
		// also rule how the C library reads what is typed.
		_ = os.Setenv("LANGUAGE", list)
	}
}

// languages is what LANGUAGE must be for every entry to be a language, and whether
// it is not so already.
func languages(env func(string) string) (list string, change bool) {
	set := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if set = env(name); set != "" {
			break
		}
	}
	if set == "C" || set == "POSIX" {
		return "", false // Fyne takes these for English without a word
	}
	if l := env("LANGUAGE"); l != "" {
		set = l
	}
	if set == "" {
		return "", false
	}
	all := strings.Split(set, ":")
	var good []string
	for _, l := range all {
		if isLanguage(l) {
			good = append(good, l)
		}
	}
	if len(good) == len(all) {
		return "", false
	}
	if len(good) == 0 {
		good = []string{"en"}
	}
	return strings.Join(good, ":"), true
}

// isLanguage reports whether a locale such as de_AT.UTF-8@euro begins with the code
// of a language and, if it names a country, with two letters or three digits for it.
func isLanguage(locale string) bool {
	name := locale
	if i := strings.IndexAny(name, ".@"); i >= 0 {
		name = name[:i]
	}
	code, country, named := strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
	if len(code) < 2 || len(code) > 3 || !made(code, letter) {
		return false
	}
	return !named || len(country) == 2 && made(country, letter) || len(country) == 3 && made(country, digit)
}

func made(s string, of func(rune) bool) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !of(r) }) < 0
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func digit(r rune) bool  { return r >= '0' && r <= '9' }
