package gazetteer

import (
	"sync"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// Gazetteer is the list of places. It is safe for use by several goroutines.
type Gazetteer struct {
	load func() (*list, error)
	tree func() *tree
}

// Open returns the built-in gazetteer at once; it is decoded on first use.
func Open() *Gazetteer { return newGazetteer(decodeBuiltIn) }

func newGazetteer(load func() (*list, error)) *Gazetteer {
	g := &Gazetteer{load: sync.OnceValues(load)}
	g.tree = sync.OnceValue(func() *tree { return newTree(g.list()) })
	return g
}

// Warm decodes the data now, so that the first search does not wait for it.
// Call it on a goroutine of its own. An error means that the program was built
// with broken data; every search then finds nothing.
func (g *Gazetteer) Warm() error {
	_, err := g.load()
	return err
}

// list is the decoded data, or none.
func (g *Gazetteer) list() *list {
	l, err := g.load()
	if err != nil {
		return &list{}
	}
	return l
}

// ByID returns the place with that id.
func (g *Gazetteer) ByID(id int64) (Place, bool) {
	l := g.list()
	i, ok := l.byID[id]
	if !ok {
		return Place{}, false
	}
	return l.place(i), true
}

// Names returns every name of the place with that id, in all scripts, its
// English one first.
func (g *Gazetteer) Names(id int64) []string {
	l := g.list()
	i, ok := l.byID[id]
	if !ok {
		return nil
	}
	return l.namesOf(i)
}

// Nearest returns the city or site nearest to p (longitude first) and its
// distance in metres, however far that is. It finds nothing only where p is no
// point of the earth.
func (g *Gazetteer) Nearest(p orb.Point) (Place, float64, bool) {
	i, ok := g.tree().nearest(p)
	if !ok {
		return Place{}, 0, false
	}
	place := g.list().place(i)
	metres, _ := geo.Inverse(p, place.At)
	return place, metres, true
}

// CountryName returns the English name of a country by its ISO 3166-1 alpha-2
// code, or "".
func (g *Gazetteer) CountryName(code string) string {
	l := g.list()
	if i, ok := l.byCode[code]; ok && len(code) == 2 {
		return l.name(i)
	}
	return ""
}

// Admin1Name returns the English name of a region by its ISO 3166-2 code, or "".
func (g *Gazetteer) Admin1Name(code string) string {
	l := g.list()
	if i, ok := l.byCode[code]; ok && len(code) > 2 {
		return l.name(i)
	}
	return ""
}
