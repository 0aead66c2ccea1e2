package render

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"sitmap/assets"
)

// textStyle is how a line of text is set.
type textStyle struct {
	face    assets.Face
	size    float32 // pixels
	spacing float32 // pixels between letters
}

// textRun is a line of text, set: shaped, in visual order, in whatever faces its
// scripts need.
type textRun struct {
	text   string
	style  textStyle
	glyphs []placedGlyph
	parts  []TextPart
	turned bool    // it is read from right to left
	width  float32 // pixels, without spacing after the last letter
	// of the letters x and H: what a label is centred by
	xHeight, capHeight float32
	ascent, descent    float32 // both positive
}

type placedGlyph struct {
	face    assets.Face
	id      font.GID
	from    int      // the first of the runes that it stands for
	runes   int      // how many; 0 where another glyph has them
	advance float32  // pixels to the next letter, spacing left out
	outline *outline // in font units, y upwards
	scale   float32  // pixels per font unit
	x, y    float32  // pixels from the start of the line and down from the baseline
}

// typesetter shapes text. It keeps faces, glyphs and runs; it is safe for
// concurrent use.
type typesetter struct {
	mu     sync.Mutex
	faces  map[assets.Face]*font.Face
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	wrap   shaping.LineWrapper
	glyphs map[glyphKey]*outline
	runs   map[runKey]*textRun
	// whether the faces have all letters of a text
	covered map[string]bool
}

type glyphKey struct {
	face *font.Face
	id   font.GID
}

type runKey struct {
	text  string
	style textStyle
}

// maxRuns bounds what a typesetter keeps; labels come back while panning, but
// not for ever.
const maxRuns = 8192

func newTypesetter() *typesetter {
	return &typesetter{
		faces:  map[assets.Face]*font.Face{},
		glyphs: map[glyphKey]*outline{},
		runs:   map[runKey]*textRun{},
	}
}

// face gives a parsed face. The built-in faces parse (a test says so); should one
// not, the text stays out of the picture rather than the picture out of the world.
func (t *typesetter) face(f assets.Face) *font.Face {
	if face, ok := t.faces[f]; ok {
		return face
	}
	face, err := font.ParseTTF(bytes.NewReader(assets.Font(f)))
	if err != nil {
		face = nil
	}
	t.faces[f] = face
	return face
}

// name is what a parsed face was parsed from.
func (t *typesetter) name(f *font.Face) assets.Face {
	for name, face := range t.faces {
		if face == f {
			return name
		}
	}
	return assets.Fallback
}

// set shapes a line of text.
func (t *typesetter) set(text string, style textStyle) *textRun {
	if text == "" {
		return nil
	}
	key := runKey{text, style}
	t.mu.Lock()
	defer t.mu.Unlock()
	if run, ok := t.runs[key]; ok {
		return run
	}
	if len(t.runs) > maxRuns {
		clear(t.runs)
	}
	run := t.shape(text, style)
	t.runs[key] = run
	return run
}

// fontmap chooses the face for a rune: the wanted one if it has it, else the one
// that covers most scripts.
type fontmap struct{ want, fallback *font.Face }

func (m fontmap) ResolveFace(r rune) *font.Face {
	if m.want != nil {
		if _, ok := m.want.NominalGlyph(r); ok {
			return m.want
		}
	}
	return m.fallback
}

// shapedSize is the size, in pixels, at which all text is shaped: the shaper rounds
// sizes up to whole pixels, which would set small letters too far apart.
const shapedSize = 1000

func (t *typesetter) shape(text string, style textStyle) *textRun {
	run := &textRun{text: text, style: style}
	faces := fontmap{want: t.face(style.face), fallback: t.face(assets.Fallback)}
	if faces.fallback == nil {
		faces.fallback = faces.want
	}
	if faces.fallback == nil {
		return run
	}
	run.measure(faces)
	runes := []rune(text)
	in := shaping.Input{
		Text: runes, RunEnd: len(runes),
		Direction: baseDirection(runes),
		Face:      faces.fallback,
		Size:      fixed.I(shapedSize),
		Language:  language.NewLanguage("en"),
	}
	if style.spacing != 0 { // letters set apart do not join
		in.FontFeatures = []shaping.FontFeature{{Tag: opentype.MustNewTag("liga")}, {Tag: opentype.MustNewTag("clig")}}
	}
	run.turned = in.Direction == di.DirectionRTL
	var outs []shaping.Output
	turned := false
	for _, part := range t.split.Split(in, faces) {
		outs = append(outs, t.shaper.Shape(part))
		run.part(t.name(part.Face), string(runes[part.RunStart:part.RunEnd]))
		turned = turned || part.Direction.Progression() == di.TowardTopLeft
	}
	if turned {
		lines, _ := t.wrap.WrapParagraph(shaping.WrapConfig{Direction: in.Direction}, 1<<24, runes, shaping.NewSliceIterator(outs))
		if len(lines) == 1 {
			ordered := make([]shaping.Output, len(lines[0]))
			for _, o := range lines[0] {
				ordered[o.VisualIndex] = o
			}
			outs = ordered
		}
	}
	t.place(run, outs)
	return run
}

func (r *textRun) measure(faces fontmap) {
	f := faces.want
	if f == nil {
		f = faces.fallback
	}
	scale := r.style.size / float32(f.Upem())
	r.xHeight = f.LineMetric(font.XHeight) * scale
	r.capHeight = f.LineMetric(font.CapHeight) * scale
	if e, ok := f.FontHExtents(); ok {
		r.ascent, r.descent = e.Ascender*scale, -e.Descender*scale
	}
}

// place collects the glyphs of the shaped parts along the line.
func (t *typesetter) place(run *textRun, outs []shaping.Output) {
	x := float32(0)
	size := run.style.size / shapedSize / 64
	for _, o := range outs {
		scale := run.style.size / float32(o.Face.Upem())
		name := t.name(o.Face)
		last := -1
		for _, g := range o.Glyphs {
			from, runes := g.TextIndex(), g.RunesCount()
			if from == last { // one more glyph of the same letter
				runes = 0
			}
			last = from
			shape := t.glyph(o.Face, g.GlyphID)
			if len(shape.verbs) > 0 {
				run.glyphs = append(run.glyphs, placedGlyph{
					face: name, id: g.GlyphID, from: from, runes: runes, advance: float32(g.Advance) * size,
					outline: shape, scale: scale,
					x: x + float32(g.XOffset)*size, y: -float32(g.YOffset) * size,
				})
			}
			x += float32(g.Advance) * size
			if g.Advance != 0 {
				x += run.style.spacing
			}
		}
	}
	run.width = max(0, x-run.style.spacing)
}

// glyph gives the outline of a glyph, in font units.
func (t *typesetter) glyph(f *font.Face, id font.GID) *outline {
	key := glyphKey{f, id}
	if o, ok := t.glyphs[key]; ok {
		return o
	}
	o := &outline{}
	if g, ok := f.GlyphData(id).(font.GlyphOutline); ok {
		for _, s := range g.Segments {
			p := func(i int) point { return point{s.Args[i].X, s.Args[i].Y} }
			switch s.Op {
			case opentype.SegmentOpMoveTo:
				o.add(moveTo, p(0))
			case opentype.SegmentOpLineTo:
				o.add(lineTo, p(0))
			case opentype.SegmentOpQuadTo:
				o.add(quadTo, p(0), p(1))
			case opentype.SegmentOpCubeTo:
				o.add(cubicTo, p(0), p(1), p(2))
			}
		}
	}
	t.glyphs[key] = o
	return o
}

// baseDirection is that of the first letter that has one.
func baseDirection(runes []rune) di.Direction {
	for _, r := range runes {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// path gives the letters as outlines, the start of the baseline at (x, y).
func (r *textRun) path(x, y float32) *path {
	p := &path{}
	for _, g := range r.glyphs {
		g.outline.flatten(p, g.scale, -g.scale, x+g.x, y+g.y)
	}
	return p
}
