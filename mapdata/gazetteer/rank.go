package gazetteer

import (
	"cmp"
	"math"
	"slices"
)

// How well a name answers. The steps are as wide as the largest difference in
// size, so that a hamlet of exactly that name comes after a capital that has it
// as a second name, but before a capital that only begins with it.
const (
	isName    float32 = 1000
	isPrefix  float32 = 700
	hasWord   float32 = 480
	hasWords  float32 = 440
	slip      float32 = 330
	perSlip   float32 = 100
	wholeSlip float32 = 60

	// perLetter is what each letter beyond the third adds to a name that is the query, up
	// to isName: a short one is most often the beginning of a longer name.
	perLetter float32 = 40
	// isCode is a code that is the query, as IST: an airport's, say.
	isCode float32 = 500

	// alternate is taken off where it is not the first name that answers, and more, up to
	// obscure, the smaller the place is than a large city.
	alternate float32 = 30
	obscure   float32 = 2
	largeCity float32 = 235
	// complete is what the part of the name that has been typed adds, at most.
	complete float32 = 100
	// nearby is what lying on the spot adds; at nearbyKM it is half.
	nearby float32 = 120
)

const nearbyKM = 300

// weight is what the size of a place adds: 40 for each order of magnitude of
// the population; a country is as important as the largest city.
func (r *row) weight() float32 {
	switch r.class {
	case country:
		return 300
	case admin1:
		return 165
	case site:
		return 220
	default:
		return float32(min(290, 40*math.Log10(1+float64(r.population))))
	}
}

// offer puts a name that answers before the best so far.
func (s *shard) offer(l *list, q *query, name int, quality float32, found *top) {
	place := s.first + s.of[name]
	r := &l.places[place]
	if !q.allows(r) {
		return
	}
	found.named = found.named || quality == isName && r.class >= site
	weight, exact := r.weight(), quality == isName
	further := name > 0 && s.of[name-1] == s.of[name]
	switch {
	case exact && further && isCapitals(s.names[name]):
		quality = isCode
	case exact:
		quality = q.named
	}
	score := quality + weight
	if further {
		score -= alternate
		if exact {
			score -= obscure * max(0, largeCity-weight)
		}
	}
	// Most are turned away here: what follows costs more.
	if score+complete+nearby <= found.threshold() {
		return
	}
	if !exact {
		score += complete * min(1, float32(len(q.text))/float32(len(s.text(name))+1))
	}
	if q.near != nil {
		score += nearby / (1 + float32(roughKM(q.near[0], q.near[1], r.point()))/nearbyKM)
	}
	found.add(hit{place, s.names[name], score})
}

// isCapitals says whether a name is a code of a few capital letters.
func isCapitals(name string) bool {
	if len(name) > 4 {
		return false
	}
	for i := range len(name) {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return true
}

// nameQuality is how well a name answers that is a query of so many letters.
func nameQuality(letters int) float32 {
	return min(isName, isPrefix+complete+perLetter*float32(max(0, letters-3)))
}

// roughKM is the distance on a sphere, good enough for an order.
func roughKM(lon, lat float64, p [2]float64) float64 {
	const rad, radius = math.Pi / 180, 6371
	dLon, dLat := (p[0]-lon)*rad, (p[1]-lat)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(lat*rad)*math.Cos(p[1]*rad)*math.Pow(math.Sin(dLon/2), 2)
	if math.IsNaN(h) || math.IsInf(h, 0) {
		return radius * math.Pi // no point of the earth is near
	}
	return 2 * radius * math.Asin(min(1, math.Sqrt(max(0, h))))
}

// hit is a place that answers, by which name and how well.
type hit struct {
	place int32
	name  string
	score float32
}

// top keeps the best hits, one for each place.
type top struct {
	limit int
	hits  []hit
	worst int  // the index of the lowest of the hits
	named bool // whether a town or site of just that name has been offered
}

func newTop(limit int) *top { return &top{limit: limit} }

// threshold is the score that a hit must exceed to be kept.
func (t *top) threshold() float32 {
	if len(t.hits) < t.limit {
		return float32(math.Inf(-1))
	}
	return t.hits[t.worst].score
}

func (t *top) add(h hit) {
	for i := range t.hits {
		if t.hits[i].place == h.place {
			if h.score > t.hits[i].score {
				t.hits[i] = h
				t.findWorst()
			}
			return
		}
	}
	switch {
	case len(t.hits) < t.limit:
		t.hits = append(t.hits, h)
	case h.score > t.threshold():
		t.hits[t.worst] = h
	default:
		return
	}
	t.findWorst()
}

func (t *top) findWorst() {
	t.worst = 0
	for i := range t.hits {
		if t.hits[i].score < t.hits[t.worst].score {
			t.worst = i
		}
	}
}

func (t *top) merge(other *top) {
	t.named = t.named || other.named
	for _, h := range other.hits {
		t.add(h)
	}
}

// sorted gives the hits, best first; equally good ones by population and id, so
// that the order is always the same.
func (t *top) sorted(l *list) []hit {
	slices.SortFunc(t.hits, func(a, b hit) int {
		p, q := &l.places[a.place], &l.places[b.place]
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(q.population, p.population), cmp.Compare(p.id, q.id))
	})
	return t.hits
}
