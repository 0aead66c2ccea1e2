package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxLatitude is the latitude, in degrees, at which the map ends: that of the
// upper and lower edge of the square Web Mercator world.
const MaxLatitude = 85.05112877980659

// World is a position on the map: Web Mercator in the unit square, X growing
// eastwards from 180° W, Y growing southwards from 85.05° N. An X outside
// [0, 1) is the same place on a repeated world further west or east.
type World struct{ X, Y float64 }

// Project gives the map position of a longitude and latitude in degrees.
// Latitudes beyond the edge of the map are drawn in to it. Longitudes are not
// wrapped, so that a line across the date line stays in one piece.
func Project(p orb.Point) World {
	lat := math.Max(-MaxLatitude, math.Min(MaxLatitude, p[1]))
	s := math.Sin(lat * math.Pi / 180)
	y := 0.5 - math.Log((1+s)/(1-s))/(4*math.Pi)
	return World{X: p[0]/360 + 0.5, Y: math.Max(0, math.Min(1, y))}
}

// ProjectFar is [Project] for positions that are to be drawn in other projections:
// latitudes beyond the edge of the map stay what they are, with a Y outside [0, 1],
// but for the last metre before a pole.
func ProjectFar(p orb.Point) World {
	lat := math.Max(-farLatitude, math.Min(farLatitude, p[1]))
	return World{X: p[0]/360 + 0.5, Y: 0.5 - math.Asinh(math.Tan(lat*math.Pi/180))/(2*math.Pi)}
}

// farLatitude is a metre from the pole.
const farLatitude = 89.99999

// LonLat is the inverse of [Project], with the longitude in [-180, 180).
func (w World) LonLat() orb.Point {
	lat := math.Atan(math.Sinh(math.Pi*(1-2*w.Y))) * 180 / math.Pi
	return orb.Point{wrapUnit(w.X)*360 - 180, lat}
}

// Near gives the copy of w, shifted by whole worlds, that is closest to x.
func (w World) Near(x float64) World {
	return World{X: w.X + math.Round(x-w.X), Y: w.Y}
}

// wrapUnit brings x into [0, 1).
func wrapUnit(x float64) float64 {
	x -= math.Floor(x)
	if x >= 1 { // -1e-17 - floor rounds up to 1
		return 0
	}
	return x
}

// WrapLongitude brings a longitude in degrees into [-180, 180).
func WrapLongitude(lon float64) float64 {
	if lon >= -180 && lon < 180 {
		return lon
	}
	return wrapUnit(lon/360+0.5)*360 - 180
}

// Rect is a rectangle on the map, Min the north-west corner and Max the
// south-east one. Max.X may exceed 1 where it crosses the date line.
type Rect struct{ Min, Max World }

// EmptyRect holds nothing; extending it by a position gives just that position.
func EmptyRect() Rect {
	return Rect{Min: World{math.Inf(1), math.Inf(1)}, Max: World{math.Inf(-1), math.Inf(-1)}}
}

// Extend gives the smallest rectangle that holds r and w.
func (r Rect) Extend(w World) Rect {
	return Rect{
		Min: World{math.Min(r.Min.X, w.X), math.Min(r.Min.Y, w.Y)},
		Max: World{math.Max(r.Max.X, w.X), math.Max(r.Max.Y, w.Y)},
	}
}

// Union gives the smallest rectangle that holds both.
func (r Rect) Union(o Rect) Rect { return r.Extend(o.Min).Extend(o.Max) }

// Empty says whether the rectangle holds nothing, not even a point.
func (r Rect) Empty() bool { return r.Min.X > r.Max.X || r.Min.Y > r.Max.Y }

// Intersects says whether the rectangles have a point in common.
func (r Rect) Intersects(o Rect) bool {
	return r.Min.X <= o.Max.X && o.Min.X <= r.Max.X && r.Min.Y <= o.Max.Y && o.Min.Y <= r.Max.Y
}

// Contains says whether w lies in the rectangle or on its edge.
func (r Rect) Contains(w World) bool {
	return w.X >= r.Min.X && w.X <= r.Max.X && w.Y >= r.Min.Y && w.Y <= r.Max.Y
}
