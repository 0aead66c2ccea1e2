package draft

import (
	"strings"
	"time"

	"sitmap/app/entry/when"
	"sitmap/store"
)

// When is a time as typed. Text is read by package when, unless Earliest, Latest
// or Precision were given by hand: then Text is only the words as written.
type When struct {
	Base                        store.When
	Text                        string
	Earliest, Latest, Precision string
	Zone                        string // read the text in this zone; "": the form's
	CountsOn                    string
}

func showWhen(w store.When) When {
	s := When{Base: w, Text: when.Write(w), Zone: w.Zone, CountsOn: w.CountsOn}
	loc := whenZone(w.Zone, time.UTC)
	r, err := when.Parse(s.Text, when.Context{Zone: loc, Now: time.Unix(0, 0)})
	got := r.When
	if err == nil && len(r.Notes) == 0 && got.Precision == w.Precision && got.Zone == w.Zone &&
		got.Earliest.Equal(w.Earliest) && got.Latest.Equal(w.Latest) {
		return s
	}
	s.Earliest, s.Latest = when.Stamp(w.Earliest, loc), when.Stamp(w.Latest, loc)
	s.Precision = string(w.Precision)
	return s
}

func whenZone(name string, otherwise *time.Location) *time.Location {
	if loc, ok := when.Zone(name, nil); ok {
		return loc
	}
	return otherwise
}

// ByHand reports whether the bounds were given, not read from the text.
func (w When) ByHand() bool { return w.Earliest != "" || w.Latest != "" || w.Precision != "" }

// Touched reports whether the time is not the one it came with.
func (w When) Touched() bool { return w != showWhen(w.Base) }

// SetText takes what was typed. Words that can be read replace bounds given by
// hand; others leave them.
func (w *When) SetText(text string, c when.Context) {
	w.Text = text
	if !w.ByHand() || strings.TrimSpace(text) == "" {
		return
	}
	if _, err := when.Parse(text, w.context(c)); err == nil {
		w.Earliest, w.Latest, w.Precision = "", "", ""
	}
}

func (w When) context(c when.Context) when.Context {
	if w.Zone != "" {
		if loc, ok := when.Zone(w.Zone, c.Cities); ok {
			c.Zone = loc
		}
	}
	return c
}

// NamesZone reports whether the words or the bounds given by hand say themselves
// which clock they follow.
func (w When) NamesZone(c when.Context) bool {
	texts := []string{w.Text}
	if w.ByHand() {
		texts = []string{w.Earliest, w.Latest}
	}
	for _, t := range texts {
		if r, err := when.Parse(t, w.context(c)); t != "" && (err != nil || !r.Zoned) {
			return false
		}
	}
	return true
}

// Read returns the interval, notes on how it was read, and why it can't be.
func (w When) Read(c when.Context) (store.When, []string, error) {
	if !w.Touched() {
		return w.Base, nil, nil
	}
	if w.Zone != "" {
		if _, ok := when.Zone(w.Zone, c.Cities); !ok {
			return store.When{}, nil, sentence("“" + w.Zone + "” is no zone that is known; write Europe/Kyiv or a large city.")
		}
	}
	c = w.context(c)
	var out store.When
	var notes []string
	if w.ByHand() {
		hand, err := w.readHand(c)
		if err != nil {
			return store.When{}, nil, err
		}
		out = hand
	} else {
		r, err := when.Parse(w.Text, c)
		if err != nil {
			return store.When{}, nil, err
		}
		out, notes = r.When, r.Notes
	}
	if on := strings.TrimSpace(w.CountsOn); on != "" {
		if _, err := time.Parse(time.DateOnly, on); err != nil {
			return store.When{}, nil, sentence("“Counts on” needs a date as 2025-07-04; “" + on + "” is none.")
		}
		out.CountsOn = on
	}
	return out, notes, nil
}

func (w When) readHand(c when.Context) (store.When, error) {
	out := store.When{Text: strings.TrimSpace(w.Text), Precision: store.Precision(strings.TrimSpace(w.Precision))}
	// Unchanged bounds come back as they were, whatever is finer than the text.
	was := showWhen(w.Base)
	out.Earliest, out.Latest = w.Base.Earliest, w.Base.Latest
	var err error
	if w.Earliest != was.Earliest || w.Zone != was.Zone {
		if out.Earliest, err = when.Instant(w.Earliest, c.Zone); err != nil {
			return out, sentence("Earliest: " + err.Error())
		}
	}
	if w.Latest != was.Latest || w.Zone != was.Zone {
		if out.Latest, err = when.Instant(w.Latest, c.Zone); err != nil {
			return out, sentence("Latest: " + err.Error())
		}
	}
	if !out.Earliest.IsZero() && !out.Latest.IsZero() && !out.Latest.After(out.Earliest) {
		return out, sentence("The latest moment must come after the earliest.")
	}
	if out.Precision == "" {
		out.Precision = store.Interval
	}
	if out.Precision != "" && !knownPrecision(out.Precision) {
		return out, sentence("“" + string(out.Precision) + "” is no precision; choose one from second to year, interval or unknown.")
	}
	out.Zone = w.Base.Zone
	if w.Zone != was.Zone || out.Zone == "" {
		out.Zone = c.Zone.String()
		if out.Zone == "Local" {
			out.Zone = ""
		}
	}
	return out, nil
}

// Precisions are those of a time, finest first.
func Precisions() []store.Precision {
	return []store.Precision{
		store.Second, store.Minute, store.Hour, store.PartOfDay, store.Day, store.Interval,
		store.Week, store.Month, store.Year, store.Unknown,
	}
}

func knownPrecision(p store.Precision) bool {
	for _, q := range Precisions() {
		if p == q {
			return true
		}
	}
	return false
}
