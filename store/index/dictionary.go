package index

import (
	"slices"

	"sitmap/store"
)

// restKind is the code that all kinds share for which no byte is left: a legend of
// 255 symbols is none, but the events must not be lost.
const restKind = 255

// dictionary names the codes of columns. It only ever grows at its end, so codes
// given out before stay right.
type dictionary struct {
	kinds     []string // the code of a kind is its place; restKind and beyond share one
	countries []string // the first is "", for none
}

// gather collects the rows of one reader, with a dictionary of its own.
type gather struct {
	columns
	wide      []uint16 // kinds
	kinds     names
	countries names
	days      calendar
}

// names gives codes to texts in the order in which they come.
type names struct {
	list   []string
	codes  map[string]uint16
	last   string
	lastAt uint16
}

func (n *names) code(s string) uint16 {
	if s == n.last && len(n.list) > 0 {
		return n.lastAt
	}
	at, ok := n.codes[s]
	if !ok {
		if n.codes == nil {
			n.codes = map[string]uint16{}
		}
		if len(n.list) == 1<<16-1 {
			return 0 // sixty-five thousand countries: no file of ours
		}
		at = uint16(len(n.list))
		n.list = append(n.list, s)
		n.codes[s] = at
	}
	n.last, n.lastAt = s, at
	return at
}

func (n *names) known(list []string) {
	for _, s := range list {
		n.code(s)
	}
}

func newGather(d dictionary) *gather {
	g := &gather{}
	g.kinds.known(d.kinds)
	g.countries.code("")
	g.countries.known(d.countries)
	return g
}

func (g *gather) add(rows []store.EventRow) {
	for i := range rows {
		r := &rows[i]
		s := stateOf(r)
		var x, y int32
		if r.Placed {
			var ok bool
			if x, y, ok = fixPoint(r.Point); ok {
				s |= Placed
			}
		}
		g.id = append(g.id, r.ID)
		g.number = append(g.number, r.Number)
		g.earliest = append(g.earliest, r.Earliest)
		g.latest = append(g.latest, r.Latest)
		g.day = append(g.day, g.days.day(r))
		g.wide = append(g.wide, g.kinds.code(r.Kind))
		g.state = append(g.state, s)
		g.x = append(g.x, x)
		g.y = append(g.y, y)
		g.precision = append(g.precision, precisionCode(r.PlacePrecision))
		g.radius = append(g.radius, float32(r.RadiusM))
		g.country = append(g.country, g.countries.code(r.Country))
		g.killed = append(g.killed, float32(r.Killed))
		g.launched = append(g.launched, float32(r.Launched))
	}
}

// reserve makes room for n rows.
func (g *gather) reserve(n int) {
	g.id, g.number = slices.Grow(g.id, n), slices.Grow(g.number, n)
	g.earliest, g.latest = slices.Grow(g.earliest, n), slices.Grow(g.latest, n)
	g.day, g.wide, g.state = slices.Grow(g.day, n), slices.Grow(g.wide, n), slices.Grow(g.state, n)
	g.x, g.y = slices.Grow(g.x, n), slices.Grow(g.y, n)
	g.precision, g.radius, g.country = slices.Grow(g.precision, n), slices.Grow(g.radius, n), slices.Grow(g.country, n)
	g.killed, g.launched = slices.Grow(g.killed, n), slices.Grow(g.launched, n)
}

// together makes one dictionary and one set of rows of what several readers
// collected. Kinds and countries come in the order of the alphabet, so that the
// codes do not depend on which reader was quicker.
func together(gs []*gather) (dictionary, columns, []uint16) {
	kinds, countries := map[string]bool{}, map[string]bool{}
	for _, g := range gs {
		for _, s := range g.kinds.list {
			kinds[s] = true
		}
		for _, s := range g.countries.list {
			countries[s] = true
		}
	}
	d := dictionary{sorted(kinds), sorted(countries)} // "" sorts first
	var k, c names
	k.known(d.kinds)
	c.known(d.countries)
	all := gs[0]
	for i, g := range gs {
		recode(g.wide, g.kinds.list, &k)
		recode(g.country, g.countries.list, &c)
		if i > 0 {
			all.append(g)
		}
	}
	return d, all.columns, all.wide
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

func recode(codes []uint16, from []string, to *names) {
	table := make([]uint16, len(from))
	for i, s := range from {
		table[i] = to.code(s)
	}
	for i, c := range codes {
		codes[i] = table[c]
	}
}

func (g *gather) append(o *gather) {
	g.id, g.number = append(g.id, o.id...), append(g.number, o.number...)
	g.earliest, g.latest = append(g.earliest, o.earliest...), append(g.latest, o.latest...)
	g.day, g.wide, g.state = append(g.day, o.day...), append(g.wide, o.wide...), append(g.state, o.state...)
	g.x, g.y = append(g.x, o.x...), append(g.y, o.y...)
	g.precision, g.radius, g.country = append(g.precision, o.precision...), append(g.radius, o.radius...), append(g.country, o.country...)
	g.killed, g.launched = append(g.killed, o.killed...), append(g.launched, o.launched...)
	*o = gather{}
}
