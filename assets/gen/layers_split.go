package main

import (
	"errors"
	"fmt"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// split divides a unit where a recognised line runs through what the source
// gives as one. The line starts and ends at points of the unit's outline, so
// that neighbours need no change; points are longitude, latitude.
type split struct {
	from string
	line [][]float64
	// right is the unit to the right of the line, seen along it.
	right, name, country string
	// why cites where the line comes from.
	why string
}

var splits = []split{
	{
		from: "IL-Z", right: "SY-QU~golan", name: "Golan", country: "SY",
		line: [][]float64{
			{35.68519, 32.71123},
			{35.667, 32.735},
			{35.655, 32.765},
			{35.650, 32.800},
			{35.653, 32.835},
			{35.655, 32.862},
			{35.640, 32.886},
			{35.622, 32.893},
			{35.620, 32.940},
			{35.628, 32.980},
			{35.632, 33.020},
			{35.643, 33.070},
			{35.650, 33.130},
			{35.648, 33.185},
			{35.660, 33.220},
			{35.672, 33.245},
			{35.660, 33.263},
			{35.63109, 33.27456},
		},
		why: "the boundary of Mandatory Palestine with Syria (1923), from the Yarmouk to the Hasbani",
	},
	{
		from: "IL-JM", right: "PS-JEM", name: "East Jerusalem", country: "PS",
		line: [][]float64{
			{35.20525, 31.72319},
			{35.210, 31.732},
			{35.226, 31.737},
			{35.240, 31.752},
			{35.233, 31.762},
			{35.229, 31.771},
			{35.2265, 31.777},
			{35.227, 31.790},
			{35.215, 31.799},
			{35.195, 31.803},
			{35.17392, 31.80755},
		},
		why: "the armistice demarcation line of 1949 through Jerusalem",
	},
	{
		from: "MA-14", right: "EH~smara", name: "Es-Semara", country: "EH",
		line: [][]float64{{-11.79889, 27.66674}, {-8.81703, 27.66146}},
		why:  "the parallel 27°40′ N",
	},
	{
		from: "MA-15", right: "EH~laayoune", name: "Laâyoune", country: "EH",
		line: [][]float64{{-13.17756, 27.66714}, {-11.79889, 27.66674}},
		why:  "the parallel 27°40′ N",
	},
}

// detach makes a unit of the islands of another that lie within a box.
type detach struct {
	from                     string
	west, south, east, north float64
	key, name, country       string
}

var detached = []detach{
	// Kunashir, Iturup, Shikotan and the Habomai islands.
	{"RU-SAK", 145, 43, 148.95, 45.56, "RU-SAK~south", "Southern Kuril Islands", "RU"},
}

// splitUnits divides the units that a point of view must tell apart.
func splitUnits(units []unit) ([]unit, error) {
	find := func(key string) (*unit, error) {
		i := slices.IndexFunc(units, func(u unit) bool { return u.key == key })
		if i < 0 {
			return nil, fmt.Errorf("there is no unit %s to divide", key)
		}
		return &units[i], nil
	}
	for _, s := range splits {
		u, err := find(s.from)
		if err != nil {
			return nil, err
		}
		line := ringOf(s.line)
		right, err := u.cut(line)
		if err != nil {
			return nil, fmt.Errorf("dividing %s along %s: %w", s.from, s.why, err)
		}
		// What made the whole disputed was the part that is now apart.
		rank := u.rank
		u.disputed = ""
		units = append(units, unit{
			key: s.right, name: s.name, country: s.country, rank: rank,
			disputed: "divided from " + s.from, shape: right,
		})
	}
	for _, d := range detached {
		u, err := find(d.from)
		if err != nil {
			return nil, err
		}
		box := topo.Ring{
			pointOf([]float64{d.west, d.south}), pointOf([]float64{d.east, d.south}),
			pointOf([]float64{d.east, d.north}), pointOf([]float64{d.west, d.north}),
		}
		var in, out topo.Shape
		for _, r := range u.shape {
			if box.Contains(r[0]) {
				in = append(in, r)
			} else {
				out = append(out, r)
			}
		}
		if len(in) == 0 {
			return nil, fmt.Errorf("%s has no islands for %s", d.from, d.key)
		}
		u.shape = out
		units = append(units, unit{
			key: d.key, name: d.name, country: d.country, rank: u.rank,
			disputed: "divided from " + d.from, shape: in,
		})
	}
	return units, nil
}

// cut divides the outline that has both ends of the line, keeping what is to the
// left of the line and returning what is to its right. Other rings stay.
func (u *unit) cut(line []topo.Point) (topo.Shape, error) {
	first, last := line[0], line[len(line)-1]
	for i, ring := range u.shape {
		from, to := slices.Index(ring, first), slices.Index(ring, last)
		if from < 0 || to < 0 {
			continue
		}
		// The ring is anticlockwise: walking along the line and on along the
		// outline, back to where it started, keeps what is left of the line.
		u.shape[i] = append(slices.Clone(line[:len(line)-1]), between(ring, to, from)...)
		back := slices.Clone(line)
		slices.Reverse(back)
		return topo.Shape{append(back[:len(back)-1], between(ring, from, to)...)}, nil
	}
	return nil, errors.New("no outline has both ends of the line")
}

// between gives the points of the ring from one to the other, the latter
// excluded.
func between(ring topo.Ring, from, to int) []topo.Point {
	var points []topo.Point
	for i := from; i != to; i = (i + 1) % len(ring) {
		points = append(points, ring[i])
	}
	return points
}
