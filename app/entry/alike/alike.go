package alike

import (
	"math"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
)

const (
	// slack is how far the clocks of two sources may be apart on either side of a
	// window shorter than brief.
	slack = 30 * time.Minute
	brief = time.Hour
	// longest is the longest window that is looked at: a year in which something
	// happened tells nothing.
	longest = 93 * 24 * time.Hour
	// leastRadius is how exactly two sources give the same place at best, in metres.
	leastRadius = 500
	// farthest is the radius up to which events are looked for in a box, in metres;
	// those known to the region or country are looked for everywhere.
	farthest = 60_000
)

// Draft is what is known of the event that is being entered.
type Draft struct {
	ID     string
	Kind   string
	Kinds  []string // codes of like kinds, its own among them; none: nothing is alike
	When   store.When
	Places []store.Place // where it was; assumed ones do not count
}

// Hit is an event that may be the same.
type Hit struct {
	Event  index.Event
	ApartM float64 // between their points, in metres; NaN: they were not compared
	score  float64 // less is nearer
}

// Placed reports whether a draft has a place to compare.
func (d Draft) Placed() bool { return len(d.spots()) > 0 }

// Find lists at most limit events that may be the draft, the nearest first. Without a
// place they only overlap in time. Without a time there are none: too many would fit.
func Find(c *index.Columns, d Draft, limit int) []Hit {
	from, to, ok := window(d.When)
	if c == nil || !ok || len(d.Kinds) == 0 {
		return nil
	}
	spots := d.spots()
	q := index.Filter{From: from, To: to, Kinds: d.Kinds}
	judge := func(metres func(spot, orb.Point) float64) func(index.Event) (Hit, bool) {
		return func(e index.Event) (Hit, bool) { return d.judge(e, spots, from, to, metres) }
	}
	n := nearest{c: c, limit: limit, bound: judge(spot.shortest), exact: judge(spot.metres), looked: map[index.Rank]bool{}}
	if len(spots) == 0 {
		n.add(c.Select(q))
		return n.hits()
	}
	for _, s := range spots {
		near := q
		near.Box = boxAround(s.at, s.radius+farthest)
		if s.radius > 3*farthest {
			near.Box = nil
		}
		near.Precisions = []store.PlacePrecision{"", store.PlaceExact, store.PlaceVicinity, store.PlaceLocality, store.PlaceDistrict}
		n.add(c.Select(near))
	}
	wide := q
	wide.Precisions = []store.PlacePrecision{store.PlaceRegion, store.PlaceCountry}
	n.add(c.Select(wide))
	return n.hits()
}

// window is when to look for a time; false: it says too little.
func window(w store.When) (from, to time.Time, ok bool) {
	from, to = w.Earliest, w.Latest
	switch {
	case from.IsZero() && to.IsZero():
		return from, to, false
	case to.IsZero():
		to = from.Add(time.Millisecond)
	case from.IsZero():
		from = to.Add(-time.Millisecond)
	}
	if to.Sub(from) < brief {
		from, to = from.Add(-slack), to.Add(slack)
	}
	return from, to, to.Sub(from) <= longest
}

// spot is a place as a circle.
type spot struct {
	at      orb.Point
	where   geo.Position
	radius  float64 // metres
	country string  // of a place known to the country only
}

func (d Draft) spots() []spot {
	var out []spot
	for _, p := range d.Places {
		if p.Assumed || p.Role == "seat" || p.Geometry.Geometry == nil {
			continue
		}
		b := p.Geometry.Geometry.Bound()
		s := spot{at: b.Center(), radius: Radius(p.Precision, p.RadiusM)}
		if _, point := p.Geometry.Geometry.(orb.Point); !point {
			half, _ := geo.Inverse(b.Min, b.Max)
			s.radius = max(s.radius, half/2)
		}
		if p.Precision == store.PlaceCountry {
			s.country = p.Country
		}
		s.where = geo.PositionOf(s.at)
		out = append(out, s)
	}
	return out
}

// metres is how far a point is from the middle of a spot.
func (s spot) metres(p orb.Point) float64 {
	m, _ := geo.Inverse(s.at, p)
	return m
}

// shortest is no longer than metres, and quick.
func (s spot) shortest(p orb.Point) float64 {
	const rounded = 1e-3 // more than either is wrong by
	return max(0, s.where.Chord(geo.PositionOf(p))-rounded)
}

// Radius is how far from its point a place reaches, in metres.
func Radius(p store.PlacePrecision, metres float64) float64 {
	if metres <= 0 {
		metres = map[store.PlacePrecision]float64{
			store.PlaceVicinity: 2_000, store.PlaceLocality: 5_000, store.PlaceDistrict: 25_000, store.PlaceRegion: 120_000, store.PlaceCountry: 500_000,
		}[p]
	}
	return max(metres, leastRadius)
}

// judge measures how near an event of like kind and time is to the draft, by the metres
// that a point is from a spot: the fewer they are, the less is its score.
func (d Draft) judge(e index.Event, spots []spot, from, to time.Time, metres func(spot, orb.Point) float64) (Hit, bool) {
	h := Hit{Event: e, ApartM: math.NaN()}
	if e.ID.String() == d.ID {
		return h, false
	}
	if e.Kind != d.Kind {
		h.score += 0.5
	}
	h.score += apart(from, to, e)
	if len(spots) == 0 {
		return h, true
	}
	at, placed := e.Point()
	if !placed {
		return h, false
	}
	reach := Radius(e.Precision, float64(e.RadiusM))
	best := math.Inf(1)
	for _, s := range spots {
		apart := metres(s, at)
		share := apart / (s.radius + reach)
		if e.Precision == store.PlaceCountry || s.country != "" {
			if same := e.Country != "" && e.Country == countryOf(d, s); e.Precision == store.PlaceCountry || same {
				share = math.Inf(1)
				if same {
					share = 1 // it may be anywhere in there
				}
			}
		}
		if share <= 1 && share < best {
			best, h.ApartM = share, apart
		}
	}
	h.score += best
	return h, best <= 1
}

// countryOf is the country of the place that a spot was made of.
func countryOf(d Draft, s spot) string {
	if s.country != "" {
		return s.country
	}
	for _, p := range d.Places {
		if p.Geometry.Geometry != nil && p.Geometry.Geometry.Bound().Center() == s.at {
			return p.Country
		}
	}
	return ""
}

// apart is how far two windows are shifted against each other: 0 where their middles
// are the same, 1 where they only touch.
func apart(from, to time.Time, e index.Event) float64 {
	a, b := e.Earliest, e.Latest
	if a.IsZero() {
		a = b
	}
	if b.IsZero() {
		b = a
	}
	middle := func(a, b time.Time) time.Time { return a.Add(b.Sub(a) / 2) }
	shift := math.Abs(float64(middle(from, to).Sub(middle(a, b))))
	reach := float64(to.Sub(from)+b.Sub(a)) / 2
	return min(shift/max(reach, 1), 1)
}

// boxAround is a box that holds a circle; west is greater than east where it crosses
// the date line.
func boxAround(p orb.Point, metres float64) *orb.Bound {
	const perDegree = 110_574 // the shortest degree of latitude
	dy := metres / perDegree
	south, north := max(p[1]-dy, -90), min(p[1]+dy, 90)
	shrunk := math.Cos(max(math.Abs(south), math.Abs(north)) * math.Pi / 180)
	dx := 180.0
	if shrunk > 0.01 {
		dx = min(dy/shrunk, 180)
	}
	b := orb.Bound{Min: orb.Point{p[0] - dx, south}, Max: orb.Point{p[0] + dx, north}}
	switch {
	case dx >= 180:
		b.Min[0], b.Max[0] = -180, 180
	case b.Min[0] < -180:
		b.Min[0] += 360
	case b.Max[0] > 180:
		b.Max[0] -= 360
	}
	return &b
}
