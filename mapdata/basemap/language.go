package basemap

import "fmt"

// Language is that of the names on the map.
type Language string

// The languages of names. Where a name is not known in a language it is English.
const (
	English   Language = ""
	Local     Language = "local" // that of the place, in its own script
	Ukrainian Language = "uk"
	Russian   Language = "ru"
	Turkish   Language = "tr"
)

// Languages lists the languages, the usual one first.
func Languages() []Language { return []Language{English, Local, Ukrainian, Russian, Turkish} }

// ParseLanguage reads the name of a language: en or nothing for English, local, uk,
// ru or tr.
func ParseLanguage(s string) (Language, error) {
	if s == "en" {
		return English, nil
	}
	for _, l := range Languages() {
		if s == string(l) {
			return l, nil
		}
	}
	return English, fmt.Errorf("there are no names in “%s”: choose en, local, uk, ru or tr", s)
}

// Translations are the names of something in other languages than English, as far
// as they are known and differ from the English one. Nil has none.
type Translations struct{ Local, Ukrainian, Russian, Turkish string }

// In is the name in a language: the English one, which is given, where the language
// has none.
func (t *Translations) In(l Language, english string) string {
	if t == nil {
		return english
	}
	name := ""
	switch l {
	case Local:
		name = t.Local
	case Ukrainian:
		name = t.Ukrainian
	case Russian:
		name = t.Russian
	case Turkish:
		name = t.Turkish
	}
	if name == "" {
		return english
	}
	return name
}

// translations reads the names that a layer has beside the English one.
func (f *feature) translations() *Translations {
	t := Translations{f.text("local"), f.text("uk"), f.text("ru"), f.text("tr")}
	if t == (Translations{}) {
		return nil
	}
	return &t
}
