package svg

import (
	"image"
	"image/color"
	"slices"

	"sitmap/assets"
	"sitmap/mapdata/render"
)

// survey goes over a picture to find what has to be defined before it is drawn:
// symbols that occur often, hatches, frames, and the letters of each face.
type survey struct {
	symbols  map[any]*symbol
	order    []*symbol // as they first occur
	hatches  map[render.Paint]int
	patterns []render.Paint
	clips    map[image.Rectangle]int
	frames   []image.Rectangle
	letters  map[assets.Face]*letters
}

// symbol is a symbol of the picture.
type symbol struct {
	symbol render.Symbol
	count  int
	id     string
	text   string // its parts, once they were written
}

// letters are what a picture needs of a face.
type letters struct {
	glyphs map[uint32]bool
	runes  map[rune]bool
}

func newSurvey() *survey {
	return &survey{
		symbols: map[any]*symbol{}, hatches: map[render.Paint]int{},
		clips: map[image.Rectangle]int{}, letters: map[assets.Face]*letters{},
	}
}

// Layer notes the frame.
func (s *survey) Layer(_ string, clip image.Rectangle) error {
	if _, ok := s.clips[clip]; !ok {
		s.frames = append(s.frames, clip)
		s.clips[clip] = len(s.frames)
	}
	return nil
}

// Fill notes the hatch.
func (s *survey) Fill(_ render.Shape, p render.Paint, _ bool) error {
	if p.Hatch.Period <= 0 {
		return nil
	}
	if _, ok := s.hatches[p]; !ok {
		s.patterns = append(s.patterns, p)
		s.hatches[p] = len(s.patterns)
	}
	return nil
}

// Stroke needs nothing.
func (s *survey) Stroke(render.Shape, render.Pen, color.NRGBA) error { return nil }

// Symbol counts.
func (s *survey) Symbol(y render.Symbol, _, _ float64) error {
	if k := s.symbols[y.Key()]; k != nil {
		k.count++
		return nil
	}
	k := &symbol{symbol: y, count: 1}
	s.symbols[y.Key()] = k
	s.order = append(s.order, k)
	for _, p := range y.Parts() {
		if err := s.Fill(p.Shape, p.Paint, p.EvenOdd); err != nil {
			return err
		}
	}
	return nil
}

// Text notes the letters.
func (s *survey) Text(t render.Text) error {
	face := func(f assets.Face) *letters {
		l := s.letters[f]
		if l == nil {
			l = &letters{map[uint32]bool{}, map[rune]bool{}}
			s.letters[f] = l
		}
		return l
	}
	for _, g := range t.Glyphs() {
		face(g.Face).glyphs[g.ID] = true
	}
	for _, p := range t.Parts() {
		l := face(p.Face)
		for _, r := range p.String {
			l.runes[r] = true
		}
	}
	return nil
}

// Link needs nothing.
func (s *survey) Link(_, _, _, _ float64, _ string) error { return nil }

// Image needs nothing.
func (s *survey) Image(image.Image, float64, float64, float64, float64) error { return nil }

// faces lists the faces that are used, in the order of [assets.Faces].
func (s *survey) faces() []assets.Face {
	return slices.DeleteFunc(assets.Faces(), func(f assets.Face) bool { return s.letters[f] == nil })
}
