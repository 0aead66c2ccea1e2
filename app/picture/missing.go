package picture

import (
	"fmt"
	"strings"

	"sitmap/mapdata/render"
)

// mostMissing is how many characters are listed that the fonts lack.
const mostMissing = 12

// missing says in a sentence without a capital which characters of the picture's texts
// the fonts do not have, "" where they have all.
func (m *material) missing(r *render.Renderer) string {
	f := m.scene.Furniture
	texts := []string{f.Title, f.Subtitle, f.Note, strings.Join(f.Sources, " ")}
	for i := range m.scene.Marks {
		texts = append(texts, m.scene.Marks[i].Label)
	}
	for i := range m.scene.Layers {
		texts = append(texts, m.scene.Layers[i].Name)
	}
	all := r.Missing(strings.Join(texts, " "))
	if len(all) == 0 {
		return ""
	}
	shown, more := all, ""
	if len(all) > mostMissing {
		shown, more = all[:mostMissing], fmt.Sprintf(" and %d more", len(all)-mostMissing)
	}
	words := "the characters " + string(shown) + more
	if len(all) == 1 {
		words = "the character " + string(shown)
	}
	return "the fonts of pictures do not have " + words + ": empty boxes stand in their place; write that text in another script"
}
