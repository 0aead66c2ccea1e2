package gazetteer

import (
	"bytes"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// list is the decoded gazetteer. Places and names are numbered; a place's names
// follow one another, the English one first.
type list struct {
	places []row
	shards []shard
	byID   map[int64]int32
	byCode map[string]int32 // countries and regions by their ISO code
}

// row is what is known of a place but its names.
type row struct {
	id         int64
	code       string // ISO 3166-2, or ISO 3166-1 where the region is not known
	lon, lat   int32  // in ten-thousandths of a degree
	population int32
	radius     int32 // metres; 0 where it follows from the population
	class      class
}

// class is the index of a class of places in classes.
type class uint8

const (
	country class = iota
	admin1
	site
	city
)

// classes are the classes in the order in which the file has them.
var classes = [...]string{country: ClassCountry, admin1: ClassAdmin1, site: ClassSite, city: ClassCity}

// shard is a stretch of the places with their names, made to be searched by one
// goroutine: all folded names in one text, a line feed before each and one at
// the end, and where its words begin.
type shard struct {
	first  int32    // the number of its first place
	folded []byte   // "\nkyiv\nkiev\nкиів\n…\n"
	start  []uint32 // where each name begins in folded, after its line feed
	mask   []uint64 // the letters of each name, see letters
	of     []int32  // the place of each name, counted from first
	names  []string // as written
	words  words    // of all names
}

// place puts together what is known of the place of that number.
func (l *list) place(i int32) Place {
	r := &l.places[i]
	p := Place{
		GeonameID: r.id, Name: l.name(i), Country: r.code[:2], At: r.point(), Population: int(r.population),
		Class: classes[r.class], RadiusM: float64(r.radius),
	}
	if j, ok := l.byCode[p.Country]; ok {
		p.CountryName = l.name(j)
	}
	if len(r.code) > 2 {
		p.Admin1 = r.code
		if j, ok := l.byCode[r.code]; ok {
			p.Admin1Name = l.name(j)
		}
	}
	if r.radius == 0 {
		p.RadiusM = reach(int(r.population))
	}
	return p
}

func (r *row) point() orb.Point {
	return orb.Point{float64(r.lon) / 1e4, float64(r.lat) / 1e4}
}

// reach estimates the radius of a town in metres from its population: six
// thousand people to the square kilometre, as in the large cities of Europe, and
// no less than a kilometre.
func reach(population int) float64 {
	metres := 1000 * math.Sqrt(float64(population)/(6000*math.Pi))
	return min(30_000, max(1000, math.Round(metres/100)*100))
}

// namesOf are the names of the place of that number.
func (l *list) namesOf(i int32) []string {
	s := l.shardOf(i)
	low, high := s.namesOf(i - s.first)
	return append([]string(nil), s.names[low:high]...)
}

// name is the first name of the place of that number.
func (l *list) name(i int32) string {
	s := l.shardOf(i)
	low, _ := s.namesOf(i - s.first)
	return s.names[low]
}

// shardOf finds the shard of a place; there are only a few.
func (l *list) shardOf(i int32) *shard {
	s := len(l.shards) - 1
	for l.shards[s].first > i {
		s--
	}
	return &l.shards[s]
}

// namesOf gives the numbers of the names of a place, by bisection.
func (s *shard) namesOf(place int32) (low, high int) {
	find := func(place int32) int {
		a, b := 0, len(s.of)
		for a < b {
			if m := (a + b) / 2; s.of[m] < place {
				a = m + 1
			} else {
				b = m
			}
		}
		return a
	}
	return find(place), find(place + 1)
}

// add appends a name of a place to the shard, unless it folds to nothing.
func (s *shard) add(name string, place int32) {
	if len(s.folded) == 0 {
		s.folded = append(s.folded, '\n')
	}
	start := len(s.folded)
	s.folded = appendFolded(s.folded, name)
	s.start = append(s.start, uint32(start))
	s.mask = append(s.mask, letters(s.folded[start:]))
	s.of = append(s.of, place)
	s.names = append(s.names, strings.TrimSpace(name))
	s.folded = append(s.folded, '\n')
}

// text is the folded form of a name.
func (s *shard) text(name int) []byte {
	t := s.folded[s.start[name]:]
	return t[:bytes.IndexByte(t, '\n')]
}

// nameAt gives the number of the name that covers a position in folded.
func (s *shard) nameAt(position int) int {
	a, b := 0, len(s.start)
	for b-a > 1 {
		if m := (a + b) / 2; int(s.start[m]) <= position {
			a = m
		} else {
			b = m
		}
	}
	return a
}
