package pdf

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font"

	"sitmap/assets"
)

// faces are the embedded fonts. fpdf addresses letters by characters, the layout by
// glyphs; so for each glyph a character is found that stands for it. Shaped forms
// have characters of their own in Unicode (Arabic presentation forms, ligatures).
type faces struct {
	doc    *fpdf.Fpdf
	parsed map[assets.Face]*face
}

type face struct {
	*font.Face
	chars map[uint32]rune // of each glyph the first character that shows it
}

func newFaces(doc *fpdf.Fpdf) *faces {
	return &faces{doc: doc, parsed: map[assets.Face]*face{}}
}

// get gives a face, embedded in the document.
func (f *faces) get(name assets.Face) (*face, error) {
	if p := f.parsed[name]; p != nil {
		return p, nil
	}
	data := assets.Font(name)
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("embedding the font %s: %w", name, err)
	}
	p := &face{Face: parsed, chars: map[uint32]rune{}}
	for it := parsed.Cmap.Iter(); it.Next(); {
		r, g := it.Char()
		if r > 0xffff { // fpdf knows none beyond
			continue
		}
		if old, ok := p.chars[uint32(g)]; !ok || r < old {
			p.chars[uint32(g)] = r
		}
	}
	f.doc.AddUTF8FontFromBytes(string(name), "", data)
	f.parsed[name] = p
	return p, f.doc.Error()
}

// char gives the character that stands for a glyph in the document: that of the text
// if it can be.
func (p *face) char(glyph uint32, text string) (rune, bool) {
	for _, r := range text {
		if g, ok := p.NominalGlyph(r); ok && uint32(g) == glyph && r <= 0xffff {
			return r, true
		}
	}
	r, ok := p.chars[glyph]
	return r, ok
}
