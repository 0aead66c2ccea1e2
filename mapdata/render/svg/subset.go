package svg

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// table is a table of an OpenType font.
type table struct {
	tag  string
	data []byte
}

var errFont = errors.New("the font file is damaged")

// readTables splits a TrueType file.
func readTables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 {
		return nil, errFont
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	if len(ttf) < 12+16*n {
		return nil, errFont
	}
	out := make(map[string][]byte, n)
	for i := range n {
		e := ttf[12+16*i:]
		from, length := int(binary.BigEndian.Uint32(e[8:])), int(binary.BigEndian.Uint32(e[12:]))
		if from < 0 || length < 0 || from+length > len(ttf) {
			return nil, errFont
		}
		out[string(e[:4])] = ttf[from : from+length]
	}
	return out, nil
}

// subsetTables reduces a TrueType font to some glyphs and characters. Glyphs keep
// their numbers, so that the tables for shaping and kerning stay as they are; the
// others become empty, which compresses to nothing. Hints are left out.
func subsetTables(ttf []byte, keep map[uint32]bool, chars map[rune]uint32) ([]table, error) {
	in, err := readTables(ttf)
	if err != nil {
		return nil, err
	}
	if len(in["head"]) < 54 || len(in["maxp"]) < 32 || len(in["hhea"]) < 36 || len(in["post"]) < 32 {
		return nil, errFont
	}
	n := int(binary.BigEndian.Uint16(in["maxp"][4:]))
	f := &glyphFile{n: n, glyf: in["glyf"], loca: in["loca"], long: binary.BigEndian.Uint16(in["head"][50:]) == 1}
	glyf, loca, err := f.cut(keep)
	if err != nil {
		return nil, err
	}
	hmtx, err := cutMetrics(in["hmtx"], int(binary.BigEndian.Uint16(in["hhea"][34:])), n, keep)
	if err != nil {
		return nil, err
	}
	head := slices.Clone(in["head"])
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	maxp := slices.Clone(in["maxp"])
	clear(maxp[14:28]) // what hints need; zones are 1 at least
	binary.BigEndian.PutUint16(maxp[14:], 1)
	post := slices.Clone(in["post"][:32])
	binary.BigEndian.PutUint32(post, 0x00030000) // no names of glyphs
	out := []table{
		{"OS/2", in["OS/2"]},
		{"cmap", cmap(chars)},
		{"glyf", glyf},
		{"head", head},
		{"hhea", in["hhea"]},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxp},
		{"name", in["name"]},
		{"post", post},
	}
	for _, tag := range []string{"GDEF", "GPOS", "GSUB"} {
		if in[tag] != nil {
			out = append(out, table{tag, in[tag]})
		}
	}
	slices.SortFunc(out, func(a, b table) int { return slices.Compare([]byte(a.tag), []byte(b.tag)) })
	return out, nil
}

// cutMetrics clears the widths of glyphs that are not kept.
func cutMetrics(hmtx []byte, long, n int, keep map[uint32]bool) ([]byte, error) {
	if long < 1 || long > n || len(hmtx) < 4*long+2*(n-long) {
		return nil, errFont
	}
	out := make([]byte, 4*long+2*(n-long))
	// The last long entry holds for all that follow.
	copy(out[4*(long-1):], hmtx[4*(long-1):4*long])
	for g := range keep {
		switch g := int(g); {
		case g < long:
			copy(out[4*g:4*g+4], hmtx[4*g:])
		case g < n:
			at := 4*long + 2*(g-long)
			copy(out[at:at+2], hmtx[at:])
		}
	}
	return out, nil
}

// cmap maps characters to glyphs: format 12, for Unicode and for Windows.
func cmap(chars map[rune]uint32) []byte {
	type run struct {
		from, to rune
		glyph    uint32
	}
	var runs []run
	for _, r := range inOrder(chars) {
		g := chars[r]
		if k := len(runs) - 1; k >= 0 && runs[k].to == r-1 && runs[k].glyph+uint32(r-runs[k].from) == g {
			runs[k].to = r
			continue
		}
		runs = append(runs, run{r, r, g})
	}
	b := binary.BigEndian.AppendUint16(nil, 0)
	b = binary.BigEndian.AppendUint16(b, 2)
	for _, id := range [][2]uint16{{0, 4}, {3, 10}} {
		b = binary.BigEndian.AppendUint16(b, id[0])
		b = binary.BigEndian.AppendUint16(b, id[1])
		b = binary.BigEndian.AppendUint32(b, 20)
	}
	b = binary.BigEndian.AppendUint16(b, 12)
	b = binary.BigEndian.AppendUint16(b, 0)
	for _, v := range []uint32{uint32(16 + 12*len(runs)), 0, uint32(len(runs))} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	for _, r := range runs {
		for _, v := range []uint32{uint32(r.from), uint32(r.to), r.glyph} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	}
	return b
}

// glyphFile is the glyphs of a font and where each is.
type glyphFile struct {
	n          int
	glyf, loca []byte
	long       bool
}

func (f *glyphFile) glyph(g int) ([]byte, error) {
	offset := func(i int) int {
		if f.long {
			if 4*i+4 > len(f.loca) {
				return -1
			}
			return int(binary.BigEndian.Uint32(f.loca[4*i:]))
		}
		if 2*i+2 > len(f.loca) {
			return -1
		}
		return 2 * int(binary.BigEndian.Uint16(f.loca[2*i:]))
	}
	if g >= f.n {
		return nil, fmt.Errorf("there is no glyph %d: %w", g, errFont)
	}
	from, to := offset(g), offset(g+1)
	if from < 0 || to < from || to > len(f.glyf) {
		return nil, fmt.Errorf("glyph %d is not where it should be: %w", g, errFont)
	}
	return f.glyf[from:to], nil
}

// cut gives the glyphs in keep, and those they are composed of, which it adds to
// keep.
func (f *glyphFile) cut(keep map[uint32]bool) (glyf, loca []byte, err error) {
	todo := inOrder(keep)
	bare := map[uint32][]byte{}
	for len(todo) > 0 {
		g := todo[0]
		todo = todo[1:]
		data, err := f.glyph(int(g))
		if err != nil {
			return nil, nil, err
		}
		stripped, parts, err := withoutHints(data)
		if err != nil {
			return nil, nil, fmt.Errorf("glyph %d: %w", g, err)
		}
		bare[g] = stripped
		for _, p := range parts {
			if !keep[p] {
				keep[p] = true
				todo = append(todo, p)
			}
		}
	}
	for g := range f.n {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, bare[uint32(g)]...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// withoutHints copies a glyph without its instructions, and lists the glyphs that
// it is composed of.
func withoutHints(data []byte) (out []byte, parts []uint32, err error) {
	if len(data) == 0 {
		return nil, nil, nil
	}
	if len(data) < 10 {
		return nil, nil, errFont
	}
	contours := int(int16(binary.BigEndian.Uint16(data)))
	if contours >= 0 {
		at := 10 + 2*contours
		if len(data) < at+2 {
			return nil, nil, errFont
		}
		hints := int(binary.BigEndian.Uint16(data[at:]))
		if len(data) < at+2+hints {
			return nil, nil, errFont
		}
		out = append(slices.Clone(data[:at]), 0, 0)
		return append(out, data[at+2+hints:]...), nil, nil
	}
	const (
		words, scaled, more, scaledXY, matrix, hinted = 1, 8, 0x20, 0x40, 0x80, 0x100
	)
	out = slices.Clone(data)
	for at := 10; ; {
		if len(out) < at+4 {
			return nil, nil, errFont
		}
		flags := binary.BigEndian.Uint16(out[at:])
		parts = append(parts, uint32(binary.BigEndian.Uint16(out[at+2:])))
		binary.BigEndian.PutUint16(out[at:], flags&^hinted)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scaled != 0:
			at += 2
		case flags&scaledXY != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			if len(out) < at {
				return nil, nil, errFont
			}
			return out[:at], parts, nil
		}
	}
}
