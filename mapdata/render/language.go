package render

import (
	"strings"
	"unicode"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
)

// Language is that of the names on the map.
type Language = basemap.Language

// ParseLanguage reads the name of a language: en or nothing for English, local, uk,
// ru or tr.
func ParseLanguage(s string) (Language, error) { return basemap.ParseLanguage(s) }

// called is what something is called in the picture's language: by its English name
// where it has no other or no face has all letters of that.
func (n *nameLayout) called(t *basemap.Translations, english string) string {
	name := t.In(n.language, english)
	if name != english && !n.set.covers(name) {
		return english
	}
	return name
}

// capitals is a name in capitals, as its language has them. The place's country
// decides for local names.
func (n *nameLayout) capitals(name, country string) string {
	if n.language == basemap.Turkish || n.language == basemap.Local && (country == "TR" || country == "AZ") {
		return strings.ToUpperSpecial(unicode.TurkishCase, name)
	}
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Georgian, r) }) {
		return name // its capitals are not in use, nor in the face
	}
	return strings.ToUpper(name)
}

// spaced is the space between the letters of a name: none where they join.
func spaced(name string, spacing float32) float32 {
	joins := func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Mongolian) }
	if strings.ContainsFunc(name, joins) {
		return 0
	}
	return spacing
}

// covers says whether the built-in faces have all letters of a text.
func (t *typesetter) covers(text string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if known, ok := t.covered[text]; ok {
		return known
	}
	if t.covered == nil || len(t.covered) > maxRuns {
		t.covered = map[string]bool{}
	}
	all := true
	for _, r := range text {
		has := false
		for _, f := range []assets.Face{assets.Regular, assets.Fallback} {
			if face := t.face(f); face != nil && !has {
				_, has = face.NominalGlyph(r)
			}
		}
		all = all && has
	}
	t.covered[text] = all
	return all
}
