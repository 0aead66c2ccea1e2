package storetest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
)

// World is a set of actors, outlets, items and series that generated events share,
// each the same wherever it appears.
type World struct {
	actors []store.Actor
	items  []store.Item
	series []store.InSeries
	events []string // ids that relations may name
	ids    int
}

// NewWorld draws a small world.
func NewWorld(t *rapid.T) *World {
	w := &World{}
	for i := range rapid.IntRange(1, 4).Draw(t, "actors") {
		a := store.Actor{
			ID: w.id(), Name: fmt.Sprintf("%s %d", text(t, "name"), i), Kind: pick(t, "person", "state", "organisation", "armed group", "unnamed", ""),
			Aliases: texts(t, "aliases"), Note: maybeText(t, "note"), Protection: protection(t),
		}
		if rapid.Bool().Draw(t, "has seat") {
			a.Seat = &store.Seat{
				Name: text(t, "seat"), GeonameID: rapid.Int64Range(0, 1e7).Draw(t, "geonameid"),
				Country: pick(t, "", "UA", "US"), Admin1: pick(t, "", "UA-30"), Geometry: geometry(t),
			}
		}
		if i > 0 && rapid.Bool().Draw(t, "acts for") {
			f := w.actors[i-1]
			a.ActsFor = &f
		}
		w.actors = append(w.actors, a)
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "items") {
		it := store.Item{
			ID: w.id(), Title: fmt.Sprintf("%s %d", text(t, "title"), i), Kind: pick(t, "", "article", "video"), Author: maybeText(t, "author"),
			URL: pick(t, "", "https://example.org/a?b=1&c=<2>"), ArchiveURL: pick(t, "", "https://archive.example.org/1"),
			Language:  pick(t, "", "uk", "pt-BR"),
			Published: pick(t, "", "2025", "2025-07", "2025-07-04", "2025-07-04T10:00:00+03:00", "2025-07-04T10:00Z"),
			Captured:  store.Capture{At: instant(t, "captured"), By: maybeText(t, "by"), How: maybeText(t, "how")},
			Text:      maybeText(t, "text"), Inbox: pick(t, "", "new", "used", "rejected"), InboxNote: maybeText(t, "inbox note"),
			Note: maybeText(t, "note"), Protection: protection(t),
		}
		if rapid.Bool().Draw(t, "file") {
			it.File = &store.FileRef{SHA256: strings.Repeat("0a", 32), Name: maybeText(t, "file name"), MediaType: pick(t, "", "image/png"), Size: rapid.Int64Range(0, 1e9).Draw(t, "size")}
		}
		if rapid.Bool().Draw(t, "outlet") {
			o := store.Outlet{
				ID: w.id(), Name: fmt.Sprintf("%s %d", text(t, "outlet"), i), Kind: pick(t, "", "newspaper", "official"),
				Reliability: pick(t, "", "A", "F"), URL: pick(t, "", "https://example.org"), Note: maybeText(t, "note"),
			}
			if rapid.Bool().Draw(t, "party known") {
				p := rapid.Bool().Draw(t, "party to the conflict")
				o.PartyToConflict = &p
			}
			it.Outlet = &o
		}
		w.items = append(w.items, it)
	}
	w.series = []store.InSeries{{ID: w.id(), Name: text(t, "series")}}
	return w
}

func (w *World) id() string {
	w.ids++
	return ID(0xabc, w.ids)
}

// Event draws an event that may use every part of the model, of this world.
func (w *World) Event(t *rapid.T) store.Event {
	e := store.Event{
		ID: w.id(), Kind: pick(t, "strike", "call", "talks", "aid", "statement", "prisoner exchange", "other"),
		Title: text(t, "title"), Summary: maybeText(t, "summary"), When: when(t, "when"), Planned: when(t, "planned"),
		Review: store.Review(pick(t, "", "draft", "reviewed")), ReviewedBy: maybeText(t, "reviewed by"),
		Assessment:     store.Assessment(pick(t, "", "reported", "corroborated", "confirmed", "disputed", "retracted")),
		AssessmentNote: maybeText(t, "assessment note"),
		Topics:         texts(t, "topics"), Tags: texts(t, "tags"), Fields: raw(t, "fields"), Properties: raw(t, "properties"),
		Protection: protection(t),
	}
	var ids []string
	part := func() string {
		id := w.id()
		ids = append(ids, id)
		return id
	}
	some := func(label string, f func()) {
		for range rapid.IntRange(0, 3).Draw(t, label) {
			f()
		}
	}
	some("citations", func() {
		about := pick(t, "", "event", "summary", "fields.weapons")
		if len(ids) > 0 && rapid.Bool().Draw(t, "about a part") {
			about = rapid.SampledFrom(ids).Draw(t, "part")
		}
		e.Citations = append(e.Citations, store.Citation{
			ID: part(), About: about, Item: rapid.SampledFrom(w.items).Draw(t, "item"), Quote: maybeText(t, "quote"),
			Translation: maybeText(t, "translation"), Page: maybeText(t, "page"), Credibility: rapid.IntRange(0, 6).Draw(t, "credibility"),
		})
	})
	cited := func() (list []string) {
		for range rapid.IntRange(0, len(e.Citations)).Draw(t, "cited") {
			list = append(list, rapid.SampledFrom(e.Citations).Draw(t, "citation").ID)
		}
		return list
	}
	some("phases", func() {
		e.Phases = append(e.Phases, store.Phase{
			ID: part(), Phase: pick(t, "considered", "under way", "held", "paused"), At: when(t, "at"), Note: maybeText(t, "note"), Citations: cited(),
		})
	})
	some("places", func() {
		e.Places = append(e.Places, store.Place{
			ID: part(), Role: pick(t, "scene", "target", "venue", "seat", "origin"), Name: maybeText(t, "place"),
			GeonameID: rapid.Int64Range(0, 1e7).Draw(t, "geonameid"), Country: pick(t, "", "UA"), Admin1: pick(t, "", "UA-43"),
			Geometry: geometry(t), Precision: store.PlacePrecision(pick(t, "", "exact", "locality", "country")),
			RadiusM: rapid.Float64Range(0, 1e6).Draw(t, "radius"), Assumed: rapid.Bool().Draw(t, "assumed"), Note: maybeText(t, "note"),
		})
	})
	some("parties", func() {
		p := store.Party{ID: part(), Role: pick(t, "attacker", "target", "participant", "donor", "recipient"), Actor: rapid.SampledFrom(w.actors).Draw(t, "actor")}
		if len(e.Places) > 0 && rapid.Bool().Draw(t, "placed") {
			p.Place = rapid.SampledFrom(e.Places).Draw(t, "where").ID
		}
		e.Parties = append(e.Parties, p)
	})
	some("claims", func() { e.Claims = append(e.Claims, w.claim(t, part(), ids, cited())) })
	for i := range e.Claims {
		if j := rapid.IntRange(0, len(e.Claims)-1).Draw(t, "superseded by"); j != i && rapid.Bool().Draw(t, "superseded") {
			e.Claims[i].SupersededBy = e.Claims[j].ID
		}
	}
	some("headlines", func() {
		h := store.Headline{Measure: pick(t, "killed", "shot_down"), Of: maybeText(t, "of"), Rule: pick(t, "", "range", "newest"), Reason: maybeText(t, "reason")}
		if len(e.Claims) > 0 && rapid.Bool().Draw(t, "pinned") {
			h.Claim = rapid.SampledFrom(e.Claims).Draw(t, "pin").ID
		}
		e.Headlines = append(e.Headlines, h)
	})
	some("relations", func() {
		target := ID(0xdef, rapid.IntRange(1, 9).Draw(t, "elsewhere"))
		if len(w.events) > 0 && rapid.Bool().Draw(t, "here") {
			target = rapid.SampledFrom(w.events).Draw(t, "event")
		}
		e.Relations = append(e.Relations, store.Relation{Type: pick(t, "part of", "follows", "same as"), Event: target, Note: maybeText(t, "note")})
	})
	if rapid.Bool().Draw(t, "in a series") {
		s := w.series[0]
		s.ClaimedPosition, s.Basis = rapid.IntRange(0, 9).Draw(t, "position"), maybeText(t, "basis")
		e.Series = &s
	}
	some("external ids", func() {
		e.ExternalIDs = append(e.ExternalIDs, store.ExternalID{Dataset: text(t, "dataset"), ID: text(t, "id")})
	})
	w.events = append(w.events, e.ID)
	return e
}

// claim draws a claim.
func (w *World) claim(t *rapid.T, id string, parts, cited []string) store.Claim {
	c := store.Claim{
		ID: id, About: pick(t, "measure", "when", "place", "party", "outcome", "phase", "position"), Of: maybeText(t, "of"),
		Qualifier: pick(t, "", "exactly", "at least", "dozens"), Value: maybeText(t, "value"), When: when(t, "claimed"),
		Scope: store.Scope{Text: maybeText(t, "scope"), Country: pick(t, "", "UA"), Admin1: pick(t, "", "UA-30"), When: when(t, "window")},
		AsOf:  when(t, "as of"), State: store.ClaimState(pick(t, "", "live", "superseded", "withdrawn", "rejected")),
		Why: maybeText(t, "why"), Note: maybeText(t, "note"), Citations: cited,
	}
	if c.About == "measure" {
		c.Measure = pick(t, "killed", "launched", "buildings_damaged")
	}
	if rapid.Bool().Draw(t, "of a part") {
		c.Part = rapid.SampledFrom(parts).Draw(t, "part")
	}
	if rapid.Bool().Draw(t, "low") {
		low := rapid.Float64Range(0, 1e9).Draw(t, "low bound")
		c.Low = &low
	}
	if rapid.Bool().Draw(t, "high") {
		high := rapid.Float64Range(1e9, 1e12).Draw(t, "high bound")
		c.High = &high
	}
	if rapid.Bool().Draw(t, "attributed") {
		a := rapid.SampledFrom(w.actors).Draw(t, "according to")
		c.AccordingTo = &a
	}
	return c
}

func pick(t *rapid.T, from ...string) string { return rapid.SampledFrom(from).Draw(t, "one of") }

// text draws words in several scripts, with signs that formats stumble over.
func text(t *rapid.T, label string) string {
	return rapid.SampledFrom([]string{
		"Kyiv", "Київ", "İstanbul", "Łódź & Straße", "北京市", "بغداد", "<b>bold</b>", `quote " and \ slash`, "line\nbreak\ttab",
		"\u2028separator", "emoji 🚀", "night of 3–4 July", "'; DROP TABLE event; --",
	}).Draw(t, label)
}

func maybeText(t *rapid.T, label string) string {
	if rapid.Bool().Draw(t, label+"?") {
		return text(t, label)
	}
	return ""
}

func texts(t *rapid.T, label string) (list []string) {
	for range rapid.IntRange(0, 2).Draw(t, label) {
		list = append(list, text(t, label))
	}
	return list
}

func instant(t *rapid.T, label string) time.Time {
	if rapid.Bool().Draw(t, label+" unknown") {
		return time.Time{}
	}
	return time.UnixMilli(rapid.Int64Range(-62_000_000_000_000, 250_000_000_000_000).Draw(t, label)).UTC()
}

func when(t *rapid.T, label string) store.When {
	if rapid.Bool().Draw(t, label+" is not told") {
		return store.When{}
	}
	w := store.When{
		Earliest: instant(t, label), Precision: store.Precision(pick(t, "", "minute", "part of day", "day", "year", "unknown")),
		Zone: pick(t, "", "Europe/Kyiv", "UTC"), Text: maybeText(t, label), CountsOn: pick(t, "", "2025-07-04"),
	}
	if rapid.Bool().Draw(t, label+" ends") {
		w.Latest = instant(t, label+" latest")
		if w.Latest.Before(w.Earliest) && !w.Latest.IsZero() {
			w.Earliest, w.Latest = w.Latest, w.Earliest
		}
	}
	return w
}

func protection(t *rapid.T) store.Protection {
	if rapid.Bool().Draw(t, "unprotected") {
		return store.Protection{}
	}
	return store.Protection{
		TLP: pick(t, "", "RED", "AMBER+STRICT", "CLEAR"), Embargo: instant(t, "embargo"), DoNotPublish: rapid.Bool().Draw(t, "do not publish"),
	}
}

func raw(t *rapid.T, label string) map[string]json.RawMessage {
	n := rapid.IntRange(0, 2).Draw(t, label)
	if n == 0 {
		return nil
	}
	m := map[string]json.RawMessage{}
	for range n {
		m[text(t, "key")] = json.RawMessage(pick(t, `null`, `0`, `"<a>"`, `[1,2.50,{"b":[]}]`, `{"z":1,"a":"\u00e9"}`, `1e400`))
	}
	return m
}

// geometry draws a point, line or area, or nothing.
func geometry(t *rapid.T) store.Geometry {
	var g orb.Geometry
	switch rapid.IntRange(0, 6).Draw(t, "geometry") {
	case 0:
		return store.Geometry{}
	case 1:
		g = Point(t)
	case 2:
		g = orb.MultiPoint{Point(t), Point(t)}
	case 3:
		g = orb.LineString{Point(t), Point(t), Point(t)}
	case 4:
		g = orb.MultiLineString{{Point(t), Point(t)}, {Point(t), Point(t)}}
	case 5:
		g = polygon(t)
	case 6:
		g = orb.MultiPolygon{polygon(t), polygon(t)}
	}
	return store.Geometry{Geometry: g}
}

// Geometry draws a geometry that is never empty.
func Geometry(t *rapid.T) store.Geometry {
	for {
		if g := geometry(t); !g.IsZero() {
			return g
		}
	}
}

// Point draws a point anywhere on Earth.
func Point(t *rapid.T) orb.Point {
	return orb.Point{
		rapid.Float64Range(-180, 180).Draw(t, "longitude") + 0, // never −0
		rapid.Float64Range(-90, 90).Draw(t, "latitude") + 0,
	}
}

func polygon(t *rapid.T) orb.Polygon {
	a, b, c := Point(t), Point(t), Point(t)
	return orb.Polygon{{a, b, c, a}}
}

// At is a point by longitude and latitude.
func At(lon, lat float64) store.Geometry {
	return store.Geometry{Geometry: orb.Point{lon, lat}}
}
