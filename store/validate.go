package store

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	_ "time/tzdata" // the zones must be there on any system

	"github.com/paulmach/orb"
)

// validator collects what is wrong with one record, in sentences that begin with
// the member's name.
type validator struct {
	codes    *codes
	zones    map[string]bool
	problems []string
}

func newValidator(c *codes) *validator {
	return &validator{codes: c, zones: map[string]bool{}}
}

// take returns what was found since the last call.
func (v *validator) take() error {
	if len(v.problems) == 0 {
		return nil
	}
	err := &ValidationError{Problems: v.problems}
	v.problems = nil
	return err
}

func (v *validator) bad(format string, args ...any) {
	v.problems = append(v.problems, fmt.Sprintf(format, args...))
}

// isUUID reports whether s is a UUID in its canonical form, lower case.
func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

func (v *validator) uuid(name, s string) {
	if !isUUID(s) {
		v.bad("%s %s is not a UUID in lower case", name, quoted(s))
	}
}

// quoted shortens what is shown of a wrong value.
func quoted(s string) string {
	if s == "" {
		return "is empty and"
	}
	if utf8.RuneCountInString(s) > 60 {
		s = string([]rune(s)[:60]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// text checks that a text can be kept and shown: valid UTF-8 without control
// characters other than tab and line breaks.
func (v *validator) text(name, s string) {
	plain := true
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return
	}
	if !utf8.ValidString(s) {
		v.bad("%s is not written in UTF-8", name)
		return
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			v.bad("%s holds the control character U+%04X", name, r)
			return
		}
	}
}

func (v *validator) required(name, s string) {
	if strings.TrimSpace(s) == "" {
		v.bad("%s is empty", name)
		return
	}
	v.text(name, s)
}

func (v *validator) oneOf(name, s string, allowed ...string) {
	if s != "" && !slices.Contains(allowed, s) {
		v.bad("%s %s is not one of %s", name, quoted(s), strings.Join(allowed, ", "))
	}
}

func (v *validator) term(name, vocabulary, s string) {
	if !v.codes.terms[vocabulary][s] {
		v.bad("%s %s is not in the vocabulary “%s”", name, quoted(s), vocabulary)
	}
}

func (v *validator) termOrEmpty(name, vocabulary, s string) {
	if s != "" {
		v.term(name, vocabulary, s)
	}
}

func (v *validator) number(name string, f float64) bool {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		v.bad("%s is no number", name)
		return false
	}
	return true
}

func (v *validator) time(name string, t time.Time) {
	if y := t.Year(); !t.IsZero() && (y < 1 || y > 9999) {
		v.bad("%s is outside the years 1 to 9999", name)
	}
}

var precisions = []string{
	string(Second), string(Minute), string(Hour), string(PartOfDay), string(Day), string(Interval),
	string(Week), string(Month), string(Year), string(Unknown),
}

func (v *validator) when(name string, w When) {
	if w == (When{}) {
		return
	}
	v.time(name+".earliest", w.Earliest)
	v.time(name+".latest", w.Latest)
	if !w.Earliest.IsZero() && !w.Latest.IsZero() && w.Latest.Before(w.Earliest) {
		v.bad("%s.latest %s is before earliest %s", name, w.Latest.Format(time.RFC3339), w.Earliest.Format(time.RFC3339))
	}
	v.oneOf(name+".precision", string(w.Precision), precisions...)
	if w.Zone != "" {
		v.zone(name+".zone", w.Zone)
	}
	v.text(name+".text", w.Text)
	if w.CountsOn != "" {
		v.date(name+".counts_on", w.CountsOn)
	}
}

func (v *validator) zone(name, zone string) {
	known, seen := v.zones[zone]
	if !seen {
		_, err := time.LoadLocation(zone)
		known = err == nil && zone != "Local"
		v.zones[zone] = known
	}
	if !known {
		v.bad("%s %s is not the name of a time zone such as Europe/Kyiv", name, quoted(zone))
	}
}

func (v *validator) date(name, s string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		v.bad("%s %s is not a date such as 2025-07-04", name, quoted(s))
	}
}

// published checks ISO 8601 with a precision of its own: a year, a month, a date,
// or an instant with its offset.
func (v *validator) published(name, s string) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04Z07:00", time.RFC3339Nano} {
		if len(layout) < len(s) && layout != time.RFC3339Nano && layout != "2006-01-02T15:04Z07:00" {
			continue
		}
		if _, err := time.Parse(layout, s); err == nil {
			return
		}
	}
	v.bad("%s %s is not a year, month, date or instant such as 2025-07-04", name, quoted(s))
}

func (v *validator) url(name, s string) {
	if s == "" {
		return
	}
	v.text(name, s)
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " \n\r\t") {
		v.bad("%s %s is not an address", name, quoted(s))
		return
	}
	switch strings.ToLower(u.Scheme) {
	case "javascript", "data", "vbscript":
		v.bad("%s %s is a script, not an address", name, quoted(s))
	}
}

func (v *validator) country(name, s string) {
	if s != "" && !(len(s) == 2 && upper(s)) {
		v.bad("%s %s is not a country code of two capital letters (ISO 3166-1)", name, quoted(s))
	}
}

func (v *validator) admin1(name, s string) {
	if s != "" && !(len(s) > 3 && len(s) <= 12 && upper(s[:2]) && s[2] == '-') {
		v.bad("%s %s is not a region's code such as UA-30 (ISO 3166-2)", name, quoted(s))
	}
}

func upper(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

func (v *validator) protection(name string, p Protection) {
	v.oneOf(name+".tlp", p.TLP, "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR")
	v.time(name+".embargo_until", p.Embargo)
}

func (v *validator) geometry(name string, g Geometry) {
	switch g := g.Geometry.(type) {
	case nil:
		return
	case orb.Point, orb.LineString, orb.MultiPoint:
	case orb.MultiLineString:
		for i, l := range g {
			if len(l) < 2 {
				v.bad("%s.coordinates[%d] is a line of fewer than two points", name, i)
			}
		}
	case orb.Polygon:
		v.rings(name+".coordinates", g)
	case orb.MultiPolygon:
		for i, p := range g {
			v.rings(fmt.Sprintf("%s.coordinates[%d]", name, i), p)
		}
	default:
		v.bad("%s of type %s is neither point, line nor area", name, g.GeoJSONType())
		return
	}
	if l, ok := g.Geometry.(orb.LineString); ok && len(l) < 2 {
		v.bad("%s is a line of fewer than two points", name)
	}
	n, said := 0, false
	eachPoint(g.Geometry, func(p orb.Point) {
		n++
		if said {
			return
		}
		switch {
		case math.IsNaN(p[0]) || math.IsNaN(p[1]):
			said = true
			v.bad("%s has a coordinate that is no number", name)
		case p[0] < -180 || p[0] > 180:
			said = true
			v.bad("%s has the longitude %v, outside −180 to 180", name, p[0])
		case p[1] < -90 || p[1] > 90:
			said = true
			v.bad("%s has the latitude %v, outside −90 to 90 (longitude comes first)", name, p[1])
		}
	})
	if n == 0 {
		v.bad("%s has no coordinates", name)
	}
}

func (v *validator) rings(name string, p orb.Polygon) {
	if len(p) == 0 {
		v.bad("%s is an area without an outline", name)
	}
	for i, r := range p {
		if len(r) < 4 || r[0] != r[len(r)-1] {
			v.bad("%s[%d] is not a closed ring of at least four points", name, i)
		}
	}
}

func (v *validator) raw(name string, m map[string]json.RawMessage) {
	for k, raw := range m {
		v.text(name, k)
		if !json.Valid(raw) {
			v.bad("%s.%s is not JSON", name, k)
			continue
		}
		if !utf8.Valid(raw) {
			v.bad("%s.%s is not written in UTF-8", name, k)
		}
		if checkDepth(raw) != nil {
			v.bad("%s.%s is nested more than %d deep", name, k, maxDepth)
		}
	}
}
