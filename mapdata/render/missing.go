package render

import (
	"slices"
	"unicode"

	"sitmap/assets"
)

// Missing lists the characters of a text that no font of the pictures has, each once, in
// the order of the text: they are drawn as empty boxes.
func (r *Renderer) Missing(text string) []rune {
	t := r.set
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []rune
	for _, c := range text {
		if unicode.IsSpace(c) || unicode.IsControl(c) || unicode.In(c, unicode.Cf, unicode.Variation_Selector) || slices.Contains(out, c) {
			continue
		}
		found := false
		for _, name := range []assets.Face{assets.Regular, assets.Fallback} {
			if face := t.face(name); face != nil {
				if _, ok := face.NominalGlyph(c); ok {
					found = true
					break
				}
			}
		}
		if !found {
			out = append(out, c)
		}
	}
	return out
}
