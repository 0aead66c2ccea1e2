package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"

	"sitmap/assets"
)

// embed gives the @font-face rules for all faces that the picture uses, each with
// the letters that occur.
func (s *survey) embed() (string, error) {
	var b strings.Builder
	for _, f := range s.faces() {
		data, err := s.letters[f].subset(assets.Font(f))
		if err != nil {
			return "", fmt.Errorf("embedding the font %s: %w", f, err)
		}
		st := styleOf(f)
		weight, style := "400", "normal"
		if st.bold {
			weight = "600"
		}
		if st.italic {
			style = "italic"
		}
		fmt.Fprintf(&b, "@font-face{font-family:'%s';font-weight:%s;font-style:%s;src:url(data:font/woff;base64,%s) format('woff')}\n",
			st.family, weight, style, base64.StdEncoding.EncodeToString(data))
	}
	return b.String(), nil
}

// subset gives a WOFF file of the font with these letters alone.
func (l *letters) subset(ttf []byte) ([]byte, error) {
	face, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, err
	}
	keep := map[uint32]bool{0: true}
	for g := range l.glyphs {
		keep[g] = true
	}
	chars := map[rune]uint32{}
	for r := range l.runes {
		if g, ok := face.NominalGlyph(r); ok {
			chars[r] = uint32(g)
			keep[uint32(g)] = true
		}
	}
	tables, err := subsetTables(ttf, keep, chars)
	if err != nil {
		return nil, err
	}
	return woff(tables)
}

// inOrder lists the keys of a set.
func inOrder[K interface{ ~int32 | ~uint32 }, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
