package basemap

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// build makes the layers of a level as a point of view sees them.
func (b *Basemap) build(l Level, p POV) (*Layers, error) {
	// The files are unpacked and read at the same time, each once for all levels and
	// points of view that need it; and so are the areas and lines put together. With two
	// processors the first picture of a program waits for the map half as long.
	var (
		v           *view
		t           *topology
		waters      *water
		urban       []Area
		settlements []Place
		names       *labels
		read        errgroup.Group
	)
	read.Go(func() (err error) {
		if v, err = b.view(p); err == nil {
			t, err = b.topologyFor(l, v)
		}
		return err
	})
	read.Go(func() (err error) {
		waters, err = b.water[l].get(func() (*water, error) { return loadWater(l) })
		return err
	})
	if l > Coarse { // the world's map has none
		read.Go(func() (err error) { urban, err = b.urban.get(loadUrban); return err })
	}
	if l == Fine {
		read.Go(func() (err error) { settlements, err = b.close.get(loadSettlements); return err })
	}
	read.Go(func() (err error) { names, err = b.labels.get(loadLabels); return err })
	if err := read.Wait(); err != nil {
		return nil, err
	}
	layers := &Layers{
		Lakes: waters.lakes, Rivers: waters.rivers, Urban: urban, Settlements: settlements,
		Places: names.placesFor(l, v), Waters: names.watersFor(l), Names: names.countriesFor(v),
	}
	var put sync.WaitGroup
	put.Go(func() { layers.Land = t.land() })
	put.Go(func() { layers.Countries = t.countries(v, names) })
	put.Go(func() {
		layers.Admin1 = t.regions(v, names)
		for _, a := range layers.Admin1 {
			if a.Treatment != "" {
				layers.Treated = append(layers.Treated, a)
			}
		}
	})
	put.Go(func() {
		strokes := t.strokes(v)
		layers.Borders = t.lines(strokes, borderLine)
		layers.Admin1Borders = t.lines(strokes, regionLine)
		layers.Coast = t.lines(strokes, coastLine)
	})
	put.Wait()
	return layers, nil
}

// strokes gives each arc's stroke in the point of view.
func (t *topology) strokes(v *view) []stroke {
	key := func(unit int32) string {
		if unit == none {
			return ""
		}
		return t.units[unit]
	}
	type pair struct{ left, right int32 }
	known := map[pair]stroke{}
	strokes := make([]stroke, len(t.arcs))
	for i, a := range t.arcs {
		if a.seam {
			continue
		}
		p := pair{a.left, a.right}
		s, ok := known[p]
		if !ok {
			s = v.stroke(key(a.left), key(a.right))
			known[p] = s
		}
		strokes[i] = s
	}
	return strokes
}

// land gives all land, a piece for each island, the largest first.
func (t *topology) land() []Area {
	rings := t.stitch(1, func(int32) int32 { return 0 })[0]
	var land []Area
	for _, piece := range islands(rings) {
		land = append(land, Area{Bound: boundOf(piece), Rings: piece})
	}
	slices.SortStableFunc(land, func(a, b Area) int { return cmp.Compare(a.Rings[0].area(), b.Rings[0].area()) })
	return land
}

// countries gives the countries and territories, in the order of their codes.
func (t *topology) countries(v *view, names *labels) []Area {
	var codes []string
	for _, key := range t.units {
		codes = append(codes, v.country(key))
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	rings := t.stitch(len(codes), func(unit int32) int32 {
		i, _ := slices.BinarySearch(codes, v.country(t.units[unit]))
		return int32(i)
	})
	areas := make([]Area, 0, len(codes))
	for i, code := range codes {
		if len(rings[i]) == 0 {
			continue
		}
		areas = append(areas, Area{
			Code: code, Name: names.countryName(code), Owner: v.owner(code),
			Bound: boundOf(rings[i]), Rings: rings[i],
		})
	}
	return areas
}

// regions gives the units that the level keeps apart, in the order of their
// keys, and countries that the point of view treats as a whole where it does not
// keep their units apart.
func (t *topology) regions(v *view, names *labels) []Area {
	rings := t.stitch(len(t.units), func(unit int32) int32 { return unit })
	order := make([]int, 0, len(t.units))
	for i, key := range t.units {
		_, apart := v.units[key]
		if r := v.rule(key); r != nil && r.Treatment != "" {
			apart = true
		}
		if apart && len(rings[i]) > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.units[a], t.units[b]) })
	areas := make([]Area, 0, len(order))
	for _, i := range order {
		key := t.units[i]
		country := v.country(key)
		u := v.units[key]
		a := Area{
			Code: regionCode(key), Name: u.name, Names: u.names, At: u.at, Width: u.width, Rank: u.rank, Owner: v.owner(country),
			Bound: boundOf(rings[i]), Rings: rings[i],
		}
		if _, isUnit := v.units[key]; !isUnit {
			a.Code, a.Name = country, names.countryName(country)
		}
		if r := v.rule(key); r != nil {
			a.Treatment, a.Note = r.Treatment, r.Note
		}
		areas = append(areas, a)
	}
	return areas
}
