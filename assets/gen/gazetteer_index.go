package main

import (
	"math"

	"sitmap/assets/gen/internal/topo"
)

// unitIndex finds the unit at a point by degree square: the gazetteer asks two
// hundred thousand times.
type unitIndex struct {
	units   []unit
	squares map[[2]int32][]int // units whose bounds come near the square
}

// reach is how far off the coast a point may lie and still belong to the land,
// about 12 km.
const unitReach = degree / 10

func newUnitIndex(units []unit) *unitIndex {
	x := &unitIndex{units: units, squares: map[[2]int32][]int{}}
	for i, u := range units {
		listed := map[[2]int32]bool{}
		for _, r := range u.shape {
			minX, minY, maxX, maxY := r.Bound()
			low := square(topo.Point{X: minX - unitReach, Y: minY - unitReach})
			high := square(topo.Point{X: maxX + unitReach, Y: maxY + unitReach})
			for sx := low[0]; sx <= high[0]; sx++ {
				for sy := low[1]; sy <= high[1]; sy++ {
					if s := [2]int32{sx, sy}; !listed[s] {
						listed[s] = true
						x.squares[s] = append(x.squares[s], i)
					}
				}
			}
		}
	}
	return x
}

// at gives the unit at p, or the nearest within reach, or nil.
func (x *unitIndex) at(p topo.Point) *unit { return x.in(p, "") }

// in is at, among the units of one country; "" is any.
func (x *unitIndex) in(p topo.Point, country string) *unit {
	var nearest *unit
	near := float64(unitReach)
	for _, i := range x.squares[square(p)] {
		if country != "" && x.units[i].country != country {
			continue
		}
		in := false
		for _, r := range x.units[i].shape {
			minX, minY, maxX, maxY := r.Bound()
			if p.X < minX-unitReach || p.X > maxX+unitReach || p.Y < minY-unitReach || p.Y > maxY+unitReach {
				continue
			}
			if r.Contains(p) {
				in = !in
			}
			if d := r.Distance(p); d < near {
				nearest, near = &x.units[i], d
			}
		}
		if in {
			return &x.units[i]
		}
	}
	return nearest
}

// sphereArea is the area of a shape in square metres on the sphere of the
// earth's mean radius; its holes, which run the other way round, count against
// it.
func sphereArea(s topo.Shape) float64 {
	const radius, rad = 6371008.8, math.Pi / 180 / topo.Unit
	sum := 0.0
	for _, r := range s {
		a := r[len(r)-1]
		for _, b := range r {
			sum += float64(b.X-a.X) * rad * (2 + math.Sin(float64(a.Y)*rad) + math.Sin(float64(b.Y)*rad))
			a = b
		}
	}
	return math.Abs(sum) * radius * radius / 2
}

// middle is the point in the middle of shapes, by area; where that lies outside
// them, as in a country of islands, the point nearest to it of those where each
// shape has room for a name.
func middle(shapes []topo.Shape) topo.Point {
	const rad = math.Pi / 180 / topo.Unit
	var x, y, z float64
	for _, s := range shapes {
		for _, r := range s {
			// Holes weigh against their outline.
			weight := math.Copysign(sphereArea(topo.Shape{r}), float64(r.Area()))
			cx, cy := centroid(r)
			lon, lat := cx*rad, cy*rad
			x += weight * math.Cos(lat) * math.Cos(lon)
			y += weight * math.Cos(lat) * math.Sin(lon)
			z += weight * math.Sin(lat)
		}
	}
	at := topo.Point{
		X: int32(math.Round(math.Atan2(y, x) / rad)),
		Y: int32(math.Round(math.Atan2(z, math.Hypot(x, y)) / rad)),
	}
	nearest, least := at, math.Inf(1)
	for _, s := range shapes {
		in := false
		for _, r := range s {
			in = in != r.Contains(at)
		}
		if in {
			return at
		}
		room, _ := labelAt(s)
		if d := distanceKM(room, at); d < least {
			nearest, least = room, d
		}
	}
	return nearest
}

// centroid is the centre of gravity of a ring in the plane of degrees.
func centroid(r topo.Ring) (x, y float64) {
	var sum float64
	// Relative to the first point, for the products stay small.
	ox, oy := float64(r[0].X), float64(r[0].Y)
	a := r[len(r)-1]
	for _, b := range r {
		ax, ay, bx, by := float64(a.X)-ox, float64(a.Y)-oy, float64(b.X)-ox, float64(b.Y)-oy
		cross := ax*by - bx*ay
		sum += cross
		x += (ax + bx) * cross
		y += (ay + by) * cross
		a = b
	}
	if sum == 0 {
		return ox, oy
	}
	return ox + x/(3*sum), oy + y/(3*sum)
}
