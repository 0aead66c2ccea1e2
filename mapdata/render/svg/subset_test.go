package svg

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"reflect"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"sitmap/assets"
)

// unpack turns a WOFF file back into a TrueType file, checking what browsers check.
func unpack(t testing.TB, woff []byte) []byte {
	t.Helper()
	if string(woff[:4]) != "wOFF" || int(binary.BigEndian.Uint32(woff[8:])) != len(woff) {
		t.Fatal("this is no WOFF file of its own length")
	}
	var tables []table
	n := int(binary.BigEndian.Uint16(woff[12:]))
	for i := range n {
		e := woff[44+20*i:]
		from, packed, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		data := woff[from : from+packed]
		if packed < size {
			r, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if data, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		x := table{string(e[:4]), data}
		if len(data) != int(size) || from%4 != 0 || x.checksum() != binary.BigEndian.Uint32(e[16:]) {
			t.Errorf("table %s is damaged", x.tag)
		}
		tables = append(tables, x)
	}
	ttf := trueType(tables)
	if len(ttf) != int(binary.BigEndian.Uint32(woff[16:])) {
		t.Errorf("the font has %d bytes, not as said", len(ttf))
	}
	// A whole font file sums up to this.
	if sum := checksum(ttf); sum != 0xB1B0AFBA {
		t.Errorf("the file's checksum is %x", sum)
	}
	return ttf
}

func shape(t *testing.T, f *font.Face, text string) []shaping.Glyph {
	t.Helper()
	runes := []rune(text)
	var s shaping.Segmenter
	var h shaping.HarfbuzzShaper
	var out []shaping.Glyph
	in := shaping.Input{Text: runes, RunEnd: len(runes), Face: f, Size: fixed.I(1000), Language: language.NewLanguage("en")}
	for _, part := range s.Split(in, only{f}) {
		out = append(out, h.Shape(part).Glyphs...)
	}
	return out
}

type only struct{ f *font.Face }

func (o only) ResolveFace(rune) *font.Face { return o.f }

func TestASubsetShapesAsTheWholeFontDoes(t *testing.T) {
	for _, c := range []struct {
		face assets.Face
		text string
	}{
		{assets.Regular, "AVATAR Township, official: 3–4 July → Київ, Їжак"},
		{assets.Italic, "Black Sea, Ångström, Ελλάδα"},
		{assets.SemiBold, "TÜRKİYE Łódź Čáslav"},
		{assets.Fallback, "اجتماع في القاهرة"},
		{assets.Fallback, "ირაკლი Երևան שָׁלוֹם"},
	} {
		whole, err := font.ParseTTF(bytes.NewReader(assets.Font(c.face)))
		if err != nil {
			t.Fatal(err)
		}
		want := shape(t, whole, c.text)
		l := &letters{map[uint32]bool{}, map[rune]bool{}}
		for _, r := range c.text {
			l.runes[r] = true
		}
		for _, g := range want {
			l.glyphs[uint32(g.GlyphID)] = true
		}
		packed, err := l.subset(assets.Font(c.face))
		if err != nil {
			t.Fatal(err)
		}
		if len(packed) > len(assets.Font(c.face))/3 {
			t.Errorf("%s: the subset has %d bytes", c.face, len(packed))
		}
		part, err := font.ParseTTF(bytes.NewReader(unpack(t, packed)))
		if err != nil {
			t.Fatalf("%s: %v", c.face, err)
		}
		got := shape(t, part, c.text)
		if len(got) != len(want) {
			t.Fatalf("%s: “%s” has %d glyphs, want %d", c.face, c.text, len(got), len(want))
		}
		for i, g := range got {
			w := want[i]
			if g.GlyphID != w.GlyphID || g.Advance != w.Advance || g.XOffset != w.XOffset || g.YOffset != w.YOffset {
				t.Errorf("%s: glyph %d of “%s” is %d, advance %d; want %d, %d", c.face, i, c.text, g.GlyphID, g.Advance, w.GlyphID, w.Advance)
			}
			a, b := part.GlyphData(g.GlyphID), whole.GlyphData(w.GlyphID)
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s: glyph %d looks different", c.face, g.GlyphID)
			}
		}
		if _, ok := part.NominalGlyph('Q'); ok {
			t.Errorf("%s: the subset has a letter that is not used", c.face)
		}
	}
}

func FuzzSubset(f *testing.F) {
	small, err := (&letters{map[uint32]bool{}, map[rune]bool{'a': true}}).subset(assets.Font(assets.Regular))
	if err != nil {
		f.Fatal(err)
	}
	ttf := unpack(f, small)
	f.Add(ttf[:2000], uint32(3))
	f.Add(ttf, uint32(70))
	f.Add([]byte("\x00\x01\x00\x00\x00\x01"), uint32(0))
	f.Fuzz(func(t *testing.T, data []byte, glyph uint32) {
		// Whatever the file: a font or an error.
		tables, err := subsetTables(data, map[uint32]bool{0: true, glyph: true}, map[rune]uint32{'a': glyph})
		if err == nil && len(trueType(tables)) == 0 {
			t.Error("an empty font")
		}
	})
}
