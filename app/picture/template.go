package picture

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// MostText is how many letters a title, subtitle or note may have.
const MostText = 600

// Placeholders lists what stands for the moment in a title, subtitle or note, each with
// what it becomes.
func Placeholders() [][2]string {
	return [][2]string{
		{"{store}", "the store's name"},
		{"{filter}", "the filter"},
		{"{date}", "the date of the data"},
		{"{from}", "the date of the first event in the picture"},
		{"{to}", "the date of the last event in the picture"},
	}
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// checkTemplate says in a sentence what is wrong with a text.
func checkTemplate(text string) error {
	if n := len([]rune(text)); n > MostText {
		return fmt.Errorf("the text “%s …” has %d letters; a title, subtitle or note may have %d", string([]rune(text)[:30]), n, MostText)
	}
	for _, p := range placeholder.FindAllString(text, -1) {
		known := make([]string, 0, 8)
		for _, k := range Placeholders() {
			known = append(known, k[0])
		}
		if !strings.Contains(strings.Join(known, " "), p) {
			return fmt.Errorf("%s stands for nothing; what a text may hold is %s", p, strings.Join(known, ", "))
		}
	}
	return nil
}

// dateForm is how a date is written in a text.
const dateForm = "2 January 2006"

// asOf is the moment of the data.
func (m *material) asOf(spec Spec) time.Time {
	if spec.AsKnownAt != nil {
		return spec.AsKnownAt.Moment()
	}
	return m.head.Time
}

// expand puts the moment into a text.
func (m *material) expand(text string, spec Spec) string {
	if !strings.Contains(text, "{") {
		return text
	}
	from, to := m.span(spec)
	return strings.TrimSpace(strings.NewReplacer(
		"{store}", strings.TrimSuffix(filepath.Base(m.path), filepath.Ext(m.path)),
		"{filter}", spec.Filter,
		"{date}", m.asOf(spec).In(spec.Zone).Format(dateForm),
		"{from}", from, "{to}", to,
	).Replace(text))
}

// span gives the dates of the first and the last of the events in the picture, "" where
// none has one.
func (m *material) span(spec Spec) (from, to string) {
	var last time.Time
	for _, e := range m.events {
		if !m.drawn[e.ID] || e.When.Earliest.IsZero() {
			continue
		}
		// Events come in order of time; the last to begin is not always the last to end.
		if from == "" {
			from = e.When.Earliest.In(spec.Zone).Format(dateForm)
		}
		end := e.When.Earliest
		if e.When.Latest.After(end) {
			end = e.When.Latest.Add(-time.Nanosecond) // the first instant that is no longer meant
		}
		if end.After(last) {
			last = end
		}
	}
	if !last.IsZero() {
		to = last.In(spec.Zone).Format(dateForm)
	}
	return from, to
}
