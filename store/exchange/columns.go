package exchange

import (
	"math"
	"sort"
	"strings"
	"time"
	_ "time/tzdata" // the machine may have no zone data

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"sitmap/store"
)

// Column is one cell of the flat table of events: a text, a float64, an int or a
// bool; nil is empty, which is unknown and never 0.
type Column struct {
	Name  string
	Value any
}

// partyRoles are the roles that have a column of their own. Parties in another
// role stand in "other_parties" with it.
var partyRoles = []string{"attacker", "target", "participant", "mediator", "host", "speaker", "donor", "recipient"}

// Table makes the rows of one table. It is not safe for concurrent use.
type Table struct {
	zones map[string]*time.Location // each is loaded once
}

// NewTable is for one pass over the events.
func NewTable() *Table { return &Table{zones: map[string]*time.Location{}} }

// Columns are the cells of an event that every row has, in an order that does not
// change: what, when, where, who, how many in words, how sure, from where.
func (t *Table) Columns(e store.Event) []Column {
	c := columns{event: e, table: t}
	c.text("id", e.ID)
	c.text("kind", e.Kind)
	c.text("title", e.Title)
	c.text("summary", e.Summary)
	c.when()
	c.place()
	c.parties()
	var figures []string
	for _, f := range store.Figures(e) {
		figures = append(figures, f.Text())
	}
	c.list("figures", figures)
	c.text("assessment", orDefault(string(e.Assessment), string(store.Reported)))
	c.text("review", orDefault(string(e.Review), string(store.Draft)))
	c.text("phase", currentPhase(e.Phases))
	c.series()
	c.sources()
	c.list("topics", e.Topics)
	c.list("tags", e.Tags)
	var ids []string
	for _, x := range e.ExternalIDs {
		ids = append(ids, strings.TrimPrefix(x.Dataset+":"+x.ID, ":"))
	}
	c.list("external_ids", ids)
	c.text("tlp", e.Protection.TLP)
	c.text("embargo_until", instant(e.Protection.Embargo))
	if e.Protection.DoNotPublish {
		c.add("do_not_publish", true)
	} else {
		c.add("do_not_publish", nil)
	}
	return c.cells
}

// FigureColumns are the cells of an event's headline figures, three for each
// measure and what was counted: its bounds and its qualifier. A bound that is
// open or was not told is empty. Where a measure has been told for the event and
// for a wider scope as well, the event's own figure is taken.
func FigureColumns(e store.Event) []Column {
	own := map[string]bool{}
	figures := store.Figures(e)
	for _, f := range figures {
		if f.Scope.IsZero() {
			own[FigureName(f)] = true
		}
	}
	var cells []Column
	seen := map[string]bool{}
	for _, f := range figures {
		name := FigureName(f)
		if seen[name] || own[name] && !f.Scope.IsZero() {
			continue
		}
		seen[name] = true
		var low, high any
		if f.Low != nil {
			low = *f.Low
		}
		if f.High != nil {
			high = *f.High
		}
		cells = append(cells, Column{name + "_low", low}, Column{name + "_high", high}, Column{name + "_qualifier", orNil(f.Qualifier)})
	}
	return cells
}

// FigureName is what the columns of a figure are called: "killed_civilians".
func FigureName(f store.Figure) string {
	name := strings.ToLower(strings.TrimSpace(f.Measure + " " + f.Of))
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return r == ' ' || r == '_' || r == ',' || r == ';' || r == '\t' || r == '\n' || r == '\r' || r == '"'
	}), "_")
}

type columns struct {
	table *Table
	event store.Event
	cells []Column
}

func (c *columns) add(name string, v any) { c.cells = append(c.cells, Column{name, v}) }

func (c *columns) text(name, s string) { c.add(name, orNil(s)) }

func (c *columns) list(name string, all []string) { c.text(name, strings.Join(all, "; ")) }

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func orDefault(s, d string) string {
	if s == "" {
		return d
	}
	return s
}

func (c *columns) when() {
	w := c.event.When
	c.text("date", c.table.countsOn(w))
	c.text("earliest", instant(w.Earliest))
	c.text("latest", instant(w.Latest))
	c.text("time_precision", string(w.Precision))
	c.text("zone", w.Zone)
	c.text("time_text", w.Text)
	c.text("planned_earliest", instant(c.event.Planned.Earliest))
	c.text("planned_latest", instant(c.event.Planned.Latest))
}

// countsOn is the local date, YYYY-MM-DD, on which an event counts: the one set,
// else the one on which it ended in the zone it was told in. It is empty for a
// time that is not known to the day.
func (t *Table) countsOn(w store.When) string {
	if w.CountsOn != "" {
		return w.CountsOn
	}
	switch w.Precision {
	case store.Week, store.Month, store.Year, store.Unknown:
		return ""
	}
	end := w.Earliest
	if !w.Latest.IsZero() {
		end = w.Latest.Add(-time.Millisecond) // half-open: midnight is the day before
	}
	if end.IsZero() {
		return ""
	}
	return end.In(t.zone(w.Zone)).Format(time.DateOnly)
}

// zone is the zone of that name, UTC where there is none.
func (t *Table) zone(name string) *time.Location {
	if z, ok := t.zones[name]; ok {
		return z
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		z = time.UTC
	}
	t.zones[name] = z
	return z
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.999Z07:00")
}

func (c *columns) place() {
	var p store.Place
	var others []string
	for i, q := range c.event.Places {
		if i == 0 {
			p = q
		} else if q.Name != "" {
			others = append(others, q.Role+": "+q.Name)
		}
	}
	c.text("place", p.Name)
	c.text("place_role", p.Role)
	c.text("country", p.Country)
	c.text("admin1", p.Admin1)
	var lon, lat any
	if at, ok := Representative(p.Geometry.Geometry); ok {
		lon, lat = at[0], at[1]
	}
	c.add("lon", lon)
	c.add("lat", lat)
	c.text("place_precision", string(p.Precision))
	if p.RadiusM > 0 {
		c.add("radius_m", p.RadiusM)
	} else {
		c.add("radius_m", nil)
	}
	if p.Assumed {
		c.add("place_assumed", true)
	} else {
		c.add("place_assumed", nil)
	}
	c.list("other_places", others)
}

// Representative is the point that stands for a geometry in a table: the point
// itself, else the centroid, rounded to a millionth of a degree.
func Representative(g orb.Geometry) (orb.Point, bool) {
	switch g := g.(type) {
	case nil:
		return orb.Point{}, false
	case orb.Point:
		return g, true
	}
	p, _ := planar.CentroidArea(g)
	if math.IsNaN(p[0]) || math.IsNaN(p[1]) {
		return orb.Point{}, false
	}
	return orb.Point{math.Round(p[0]*1e6) / 1e6, math.Round(p[1]*1e6) / 1e6}, true
}

func (c *columns) parties() {
	byRole := map[string][]string{}
	for _, p := range c.event.Parties {
		byRole[p.Role] = append(byRole[p.Role], p.Actor.Name)
	}
	for _, role := range partyRoles {
		c.list(role, byRole[role])
		delete(byRole, role)
	}
	var others []string
	for role, names := range byRole {
		for _, n := range names {
			others = append(others, role+": "+n)
		}
	}
	sort.Strings(others)
	c.list("other_parties", others)
}

// currentPhase is the phase whose time is the latest; of those without time, and
// of equal times, the one entered last.
func currentPhase(phases []store.Phase) string {
	var best store.Phase
	for _, p := range phases {
		if best.Phase == "" || !p.At.Earliest.Before(best.At.Earliest) {
			best = p
		}
	}
	return best.Phase
}

func (c *columns) series() {
	var name string
	var position any
	if s := c.event.Series; s != nil {
		name = s.Name
		if s.ClaimedPosition > 0 {
			position = s.ClaimedPosition
		}
	}
	c.text("series", name)
	c.add("claimed_position", position)
	var partOf, others []string
	for _, r := range c.event.Relations {
		if r.Type == "part of" {
			partOf = append(partOf, r.Event)
		} else {
			others = append(others, r.Type+": "+r.Event)
		}
	}
	// Who adds up figures must leave out the children or the parent.
	c.list("part_of", partOf)
	c.list("relations", others)
}

// sources lists the cited items, each once; TLP and embargo of an item are not
// looked at here: what may leave the house is for the caller to decide.
func (c *columns) sources() {
	var titles, urls []string
	seen := map[string]bool{}
	for _, ci := range c.event.Citations {
		key := ci.Item.ID + ci.Item.Title
		if seen[key] {
			continue
		}
		seen[key] = true
		titles = append(titles, SourceLine(ci.Item))
		if ci.Item.URL != "" {
			urls = append(urls, ci.Item.URL)
		}
	}
	c.list("sources", titles)
	c.list("source_urls", urls)
}

// SourceLine names an item as a table or a picture does: title, outlet, date.
func SourceLine(item store.Item) string {
	var parts []string
	if item.Title != "" {
		parts = append(parts, "“"+item.Title+"”")
	}
	if o := item.Outlet; o != nil && strings.EqualFold(o.Name, "not stated") {
		parts = append(parts, "outlet not stated")
	} else if o != nil && o.Name != "" {
		parts = append(parts, o.Name)
	}
	if item.Published != "" {
		parts = append(parts, item.Published)
	}
	return strings.Join(parts, ", ")
}
