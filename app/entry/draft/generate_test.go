package draft

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
)

// drawEvent draws an event in which every member may be set, as a store gives it.
func drawEvent(t *rapid.T) store.Event {
	g := &generator{T: t}
	e := store.Event{
		ID: g.id(), Kind: g.word(), Title: g.text(), Summary: g.text(), When: g.when(), Planned: g.when(),
		Review: store.Review(g.maybe("draft", "reviewed")), ReviewedBy: g.text(),
		Assessment: store.Assessment(g.maybe("reported", "disputed")), AssessmentNote: g.text(),
		Topics: g.words(), Tags: g.words(), Fields: g.values(), Properties: g.values(), Protection: g.protection(),
	}
	for range g.few() {
		e.Citations = append(e.Citations, store.Citation{
			ID: g.id(), About: g.word(), Item: g.item(), Quote: g.text(), Translation: g.text(), Page: g.text(),
			Credibility: rapid.IntRange(0, 6).Draw(t, "credibility"),
		})
	}
	for range g.few() {
		e.Phases = append(e.Phases, store.Phase{ID: g.id(), Phase: g.word(), At: g.when(), Note: g.text(), Citations: g.words()})
	}
	for range g.few() {
		e.Places = append(e.Places, store.Place{
			ID: g.id(), Role: g.word(), Name: g.text(), GeonameID: rapid.Int64Range(-5, 1e6).Draw(t, "geoname"), Country: g.maybe("UA", "ru"),
			Admin1: g.maybe("UA-30"), Geometry: g.geometry(), Precision: store.PlacePrecision(g.maybe("exact", "locality", "odd")),
			RadiusM: rapid.SampledFrom([]float64{0, 0.5, 999, 1000, 1234.5, 12000}).Draw(t, "radius"), Assumed: rapid.Bool().Draw(t, "assumed"), Note: g.text(),
		})
	}
	for range g.few() {
		e.Parties = append(e.Parties, store.Party{ID: g.id(), Role: g.word(), Actor: *g.actor(2), Place: g.maybe("p")})
	}
	for range g.few() {
		e.Claims = append(e.Claims, g.claim())
	}
	for range g.few() {
		e.Headlines = append(e.Headlines, store.Headline{Measure: g.word(), Of: g.text(), Rule: g.word(), Claim: g.text(), Reason: g.text()})
	}
	for range g.few() {
		e.Relations = append(e.Relations, store.Relation{Type: g.word(), Event: g.id(), Note: g.text()})
	}
	if rapid.Bool().Draw(t, "series") {
		e.Series = &store.InSeries{ID: g.id(), Name: g.word(), ClaimedPosition: rapid.IntRange(0, 9).Draw(t, "position"), Basis: g.text()}
	}
	for range g.few() {
		e.ExternalIDs = append(e.ExternalIDs, store.ExternalID{Dataset: g.word(), ID: g.id()})
	}
	return e
}

type generator struct {
	*rapid.T
	n int
}

func (g *generator) id() string {
	g.n++
	return fmt.Sprintf("id-%d", g.n)
}

func (g *generator) few() int { return rapid.IntRange(0, 2).Draw(g.T, "few") }

func (g *generator) word() string {
	return rapid.SampledFrom([]string{"killed", "target", "Kyiv Oblast", "a, b", " padded "}).Draw(g.T, "word")
}

func (g *generator) text() string {
	return rapid.SampledFrom([]string{"", "words", "Ünïcode “quoted”", " padded ", "two\nlines"}).Draw(g.T, "text")
}

func (g *generator) maybe(values ...string) string {
	return rapid.SampledFrom(append(values, "")).Draw(g.T, "maybe")
}

func (g *generator) words() []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b c", "d, e", "f; g"}), 0, 3, rapid.ID).Draw(g.T, "words")
}

func (g *generator) values() map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for _, k := range g.words() {
		out[k] = json.RawMessage(rapid.SampledFrom([]string{`1`, `"x"`, `"1"`, `null`, `{"b":1,"a":[2]}`, `""`, `" x"`, `["Shahed-136"]`}).Draw(g.T, "value"))
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func (g *generator) when() store.When {
	if rapid.Bool().Draw(g.T, "unknown") {
		return store.When{}
	}
	from := time.UnixMilli(rapid.Int64Range(0, 2e12).Draw(g.T, "from")).UTC()
	w := store.When{
		Precision: rapid.SampledFrom(Precisions()).Draw(g.T, "precision"), Zone: g.maybe("Europe/Kyiv", "UTC", "America/New_York"),
		Text: g.maybe("4 July 2025", "Thursday", "nonsense", "2025-07", " 3 July 2025"), CountsOn: g.maybe("2025-07-04"),
	}
	switch rapid.IntRange(0, 3).Draw(g.T, "bounds") {
	case 0:
		w.Earliest, w.Latest = from, from.Add(time.Duration(rapid.Int64Range(1, 1e9).Draw(g.T, "width"))*time.Millisecond)
	case 1:
		w.Earliest = from
	case 2:
		w.Latest = from
	}
	return w
}

func (g *generator) geometry() store.Geometry {
	return rapid.SampledFrom([]store.Geometry{
		{},
		{Geometry: orb.Point{30.5238, 50.4547}},
		{Geometry: orb.Point{-179.123456789, 0}},
		{Geometry: orb.LineString{{1, 2}, {3, 4}}},
		{Geometry: orb.MultiPoint{{1, 2}}},
		{Geometry: orb.Polygon{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
	}).Draw(g.T, "geometry")
}

func (g *generator) protection() store.Protection {
	p := store.Protection{TLP: g.maybe("GREEN", "AMBER+STRICT"), DoNotPublish: rapid.Bool().Draw(g.T, "do not publish")}
	if rapid.Bool().Draw(g.T, "embargo") {
		p.Embargo = time.UnixMilli(rapid.Int64Range(0, 2e12).Draw(g.T, "embargo until")).UTC()
	}
	return p
}

// actor draws one of a few, so that the same is met twice, now and then with less
// said about it.
func (g *generator) actor(depth int) *store.Actor {
	n := rapid.IntRange(0, 3).Draw(g.T, "actor")
	a := &store.Actor{ID: fmt.Sprintf("actor-%d", n), Name: fmt.Sprintf("Actor %d", n)}
	if rapid.Bool().Draw(g.T, "short copy") {
		return a
	}
	a.Kind, a.Aliases, a.Note = "person", []string{"x, y", "z"}, "note"
	a.Protection = store.Protection{TLP: "RED"}
	a.Seat = &store.Seat{Name: "Kyiv", GeonameID: 703448, Country: "UA", Geometry: store.Geometry{Geometry: orb.Point{30.5, 50.4}}}
	if depth > 0 {
		a.ActsFor = g.actor(depth - 1)
	}
	return a
}

func (g *generator) item() store.Item {
	n := rapid.IntRange(0, 2).Draw(g.T, "item")
	i := store.Item{ID: fmt.Sprintf("item-%d", n), Title: " Report ", Published: "2025-07"}
	if n == 0 {
		return i
	}
	party := n == 1
	i.Kind, i.Author, i.URL, i.ArchiveURL, i.Language = "report", "N. N.", "https://example.org", "https://example.org/a", "uk"
	i.Captured = store.Capture{At: time.UnixMilli(1751600000123).UTC(), By: "me", How: "by hand"}
	i.Text, i.Inbox, i.InboxNote, i.Note = "text\n", "used", "n", "note"
	i.File = &store.FileRef{SHA256: "ab", Name: "f.pdf", MediaType: "application/pdf", Size: 3}
	i.Outlet = &store.Outlet{ID: fmt.Sprintf("outlet-%d", n), Name: "Daily", Reliability: "B", PartyToConflict: &party}
	i.Protection = g.protection()
	return i
}

func (g *generator) claim() store.Claim {
	c := store.Claim{
		ID: g.id(), About: g.word(), Part: g.maybe("p"), Measure: g.word(), Of: g.text(), Qualifier: g.maybe("exactly", "dozens", "odd", "none reported"),
		Value: g.text(), When: g.when(), Scope: store.Scope{Text: g.text(), Country: g.maybe("UA"), Admin1: g.maybe("UA-30"), When: g.when()},
		AsOf: g.when(), State: store.ClaimState(g.maybe("live", "superseded")), SupersededBy: g.maybe("c"), Why: g.text(), Note: g.text(),
		Citations: g.words(),
	}
	number := rapid.Custom(func(t *rapid.T) *float64 {
		if rapid.Bool().Draw(t, "nil") {
			return nil
		}
		f := rapid.Float64Range(0, 1e6).Draw(t, "figure")
		return &f
	})
	c.Low, c.High = number.Draw(g.T, "low"), number.Draw(g.T, "high")
	if rapid.Bool().Draw(g.T, "attributed") {
		c.AccordingTo = g.actor(1)
	}
	return c
}
