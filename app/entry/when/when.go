package when

import (
	"fmt"
	"strings"
	"time"

	"sitmap/store"
)

// Context is what words leave out.
type Context struct {
	// Now is what “yesterday” and a date without a year count from: the moment of
	// writing, or an item's publication.
	Now time.Time
	// DateOnly says that of Now only the day is known, in Zone: hours are then not
	// counted from it. See [Context.Published].
	DateOnly bool
	// Zone is that of times which name none. nil is UTC.
	Zone *time.Location
	// Cities finds the country and region of a city that is no zone's name, as
	// Kharkiv. nil: none is known.
	Cities func(name string) (country, admin1 string, ok bool)
}

// Reading is what a text was read as.
type Reading struct {
	When  store.When
	Notes []string // sentences: what was filled in, clock changes
	Zoned bool     // the words name the zone or an offset
}

// Error is the one sentence that says why a text cannot be read, and what to
// write instead.
type Error struct {
	Sentence string
	// Ask says that the text means something, but more than one thing.
	Ask bool
	// Choices are whole texts that can be written instead, where they can be listed.
	Choices []string
}

func (e *Error) Error() string { return e.Sentence }

func refuse(format string, args ...any) error { return &Error{Sentence: fmt.Sprintf(format, args...)} }

// ask refuses what has several meanings.
func ask(choices []string, format string, args ...any) error {
	return &Error{Sentence: fmt.Sprintf(format, args...), Ask: true, Choices: choices}
}

// maxText bounds what is read: longer is no time.
const maxText = 200

// Parse reads a text. An empty one is an unknown time. The error is always an
// *[Error].
func Parse(text string, c Context) (Reading, error) {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	text = strings.TrimSpace(text)
	if text == "" {
		return Reading{}, nil
	}
	if len(text) > maxText {
		return Reading{}, refuse("A time is written in fewer than %d letters; put the rest into a note.", maxText)
	}
	r, err := parse(text, c)
	if err != nil {
		return Reading{}, fitted(text, err, c)
	}
	return r, nil
}

func parse(text string, c Context) (Reading, error) {
	tokens, err := lex(text)
	if err != nil {
		return Reading{}, err
	}
	p := &parser{Context: c, tokens: tokens, loc: c.Zone}
	w, err := p.parse()
	if err != nil {
		return Reading{}, err
	}
	w.Text = text
	return Reading{When: w, Notes: p.notes, Zoned: p.namesZone()}, nil
}
