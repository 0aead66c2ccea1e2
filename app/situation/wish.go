package situation

import (
	"cmp"
	"time"

	"github.com/paulmach/orb"
)

// wish is what the analyst asked to see.
type wish struct {
	text     string
	box      *orb.Bound
	from, to time.Time
	show     shown
	style    Style
	encode   string // as [Encodings.String]; "": the default
	measure  string // that sizes symbols; "": the usual one
}

// encodings are what the looks of events tell.
func (w *wish) encodings() Encodings {
	e, err := ParseEncodings(w.encode)
	if err != nil {
		return DefaultEncodings() // what String wrote is always read
	}
	return e
}

// shown is what is drawn beyond the usual.
type shown struct{ statements, retracted bool }

// SetBox narrows the events to those whose point lies in a bound, in degrees, longitude
// first; west greater than east crosses the date line. nil: to none.
func (s *Situation) SetBox(b *orb.Bound) { s.wishFor(func(w *wish) { w.box = b }) }

// Box is the bound that events are narrowed to; nil: none.
func (s *Situation) Box() *orb.Bound { return get(s, func() *orb.Bound { return s.wish.box }) }

// SetWindow narrows the events to those that overlap a time window, half-open; a zero
// end is open. With two zero ends events of any time pass, those of unknown time too.
func (s *Situation) SetWindow(from, to time.Time) {
	s.wishFor(func(w *wish) { w.from, w.to = from, to })
}

// Window is the time window that events are narrowed to; zero ends are open.
func (s *Situation) Window() (from, to time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wish.from, s.wish.to
}

// Narrowed reports whether a box or a time window leaves events out.
func (s *Situation) Narrowed() bool {
	return get(s, func() bool { return s.at.wish.box != nil || !s.at.wish.from.IsZero() || !s.at.wish.to.IsZero() })
}

// wishFor changes what is wished to be seen.
func (s *Situation) wishFor(alter func(*wish)) {
	s.change(func() bool {
		w := s.wish
		alter(&w)
		if w == s.wish {
			return false
		}
		s.wish = w
		s.no++
		return true
	}, tasks{narrow: true})
}

// ShowStatements has statements drawn on the map or not.
func (s *Situation) ShowStatements(show bool) {
	s.wishFor(func(w *wish) { w.show.statements = show })
}

// StatementsShown reports whether they are.
func (s *Situation) StatementsShown() bool {
	return get(s, func() bool { return s.wish.show.statements })
}

// ShowRetracted has retracted events drawn on the map or not.
func (s *Situation) ShowRetracted(show bool) { s.wishFor(func(w *wish) { w.show.retracted = show }) }

// RetractedShown reports whether they are.
func (s *Situation) RetractedShown() bool {
	return get(s, func() bool { return s.wish.show.retracted })
}

// SetStyle has the events put on the map in another way. Where something else that
// their looks tell has to go for it, it says so in a sentence.
func (s *Situation) SetStyle(style Style) (sentence string) {
	s.wishFor(func(w *wish) { w.style, sentence = style, w.restyle(style) })
	return sentence
}

// restyle brings the encodings in line with a style.
func (w *wish) restyle(style Style) string {
	e := w.encodings()
	c := Chosen{Set: e}
	switch style {
	case Clusters:
		c = e.With(ByCount)
	case Heat:
		c = e.With(ByDensity)
	default:
		for _, x := range []Encoding{ByCount, ByDensity} {
			if c.Set.Has(x) {
				c = c.Set.Without(x)
			}
		}
	}
	w.encode = c.Set.String()
	return c.Sentence
}

// Style is how the events are put on the map.
func (s *Situation) Style() Style { return get(s, func() Style { return s.wish.style }) }

// Encode has the looks of events tell something, or no longer. Where something else has
// to go for it, it says so in a sentence.
func (s *Situation) Encode(x Encoding, on bool) (sentence string) {
	s.wishFor(func(w *wish) { sentence = w.tell(x, on) })
	return sentence
}

// tell has the looks tell something or no longer, and brings the style in line.
func (w *wish) tell(x Encoding, on bool) string {
	e := w.encodings()
	c := e.Without(x)
	if on {
		c = e.With(x)
	}
	w.encode = c.Set.String()
	switch {
	case c.Set.Has(ByDensity):
		w.style = Heat
	case c.Set.Has(ByCount):
		w.style = Clusters
	case w.style == Heat || w.style == Clusters:
		w.style = Automatic
	}
	return c.Sentence
}

// Encodings are what the looks of events tell.
func (s *Situation) Encodings() Encodings {
	return get(s, func() Encodings { return s.wish.encodings() })
}

// SetMeasure sizes the symbols by a measure, killed or launched; "": all are of one
// size. Where something else has to go for it, it says so in a sentence.
func (s *Situation) SetMeasure(code string) (sentence string) {
	s.wishFor(func(w *wish) {
		w.measure = code
		sentence = w.tell(BySize, code != "")
	})
	return sentence
}

// Measure is what sizes the symbols, "" where nothing does.
func (s *Situation) Measure() string {
	return get(s, func() string {
		if !s.wish.encodings().Has(BySize) {
			return ""
		}
		return cmp.Or(s.wish.measure, usualMeasure)
	})
}
