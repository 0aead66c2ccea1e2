package basemap

import (
	"cmp"
	"slices"
)

// build makes the layers of a level as a point of view sees them.
func (b *Basemap) build(l Level, p POV) (*Layers, error) {
	v, err := b.view(p)
	if err != nil {
		return nil, err
	}
	t, err := b.topologyFor(l, v)
	if err != nil {
		return nil, err
	}
	water, err := b.water[l].get(func() (*water, error) { return loadWater(l) })
	if err != nil {
		return nil, err
	}
	var urban []Area
	if l > Coarse { // the world's map has none
		if urban, err = b.urban.get(loadUrban); err != nil {
			return nil, err
		}
	}
	var settlements []Place
	if l == Fine {
		if settlements, err = b.close.get(loadSettlements); err != nil {
			return nil, err
		}
	}
	labels, err := b.labels.get(loadLabels)
	if err != nil {
		return nil, err
	}
	layers := &Layers{
		Land:      t.land(),
		Countries: t.countries(v, labels),
		Admin1:    t.regions(v, labels),
		Lakes:     water.lakes,
		Rivers:    water.rivers,
		Urban:     urban,

		Settlements: settlements,
		Places:      labels.placesFor(l, v),
		Waters:      labels.watersFor(l),
		Names:       labels.countriesFor(v),
	}
	for _, a := range layers.Admin1 {
		if a.Treatment != "" {
			layers.Treated = append(layers.Treated, a)
		}
	}
	strokes := t.strokes(v)
	layers.Borders = t.lines(strokes, borderLine)
	layers.Admin1Borders = t.lines(strokes, regionLine)
	layers.Coast = t.lines(strokes, coastLine)
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
