// Package strewn makes very many points as conflicts have them: most around some
// hundred places, some along fronts, few anywhere else. It is for benchmarks and
// tests, and gives the same points for the same seed.
package strewn

import (
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// blockSize is the number of points in a block. Between 512 and 4,096 drawing takes
// the same time; smaller blocks make more to look through, larger ones more points
// that are out of view.
const blockSize = 1024

// Kinds are the kinds of the points.
func Kinds() []scene.KindStyle {
	return []scene.KindStyle{
		{Icon: "strike", Name: "Strike", Colour: color.NRGBA{0xc0, 0x27, 0x2d, 255}},
		{Icon: "clash", Name: "Clash", Colour: color.NRGBA{0xd9, 0x7a, 0x06, 255}},
		{Icon: "protest", Name: "Protest", Colour: color.NRGBA{0x6d, 0x3f, 0xa8, 255}},
		{Icon: "talks", Name: "Talks", Colour: color.NRGBA{0x2e, 0x7d, 0x32, 255}},
		{Icon: "aid", Name: "Aid", Colour: color.NRGBA{0x00, 0x83, 0x8f, 255}},
		{Icon: "statement", Name: "Statement", Colour: color.NRGBA{0x24, 0x57, 0xa6, 255}},
	}
}

// Points strews n points over a bound.
func Points(n int, bound orb.Bound, seed uint64) *scene.Points {
	rnd := rand.New(rand.NewPCG(seed, 7))
	type place struct {
		at     orb.Point
		spread float64 // degrees
		kind   int
	}
	anywhere := func() orb.Point {
		return orb.Point{
			bound.Min[0] + rnd.Float64()*(bound.Max[0]-bound.Min[0]),
			bound.Min[1] + rnd.Float64()*(bound.Max[1]-bound.Min[1]),
		}
	}
	places := make([]place, 240)
	for i := range places {
		places[i] = place{anywhere(), 0.05 + 1.2*rnd.Float64()*rnd.Float64(), rnd.IntN(6)}
	}
	front := [2]orb.Point{anywhere(), anywhere()}

	type row struct {
		key   uint64
		x, y  int32
		kind  uint8
		fill  scene.Fill
		rank  uint32
		value float32
	}
	rows := make([]row, n)
	for i := range rows {
		var at orb.Point
		kind := rnd.IntN(6)
		switch d := rnd.IntN(20); {
		case d < 12: // the first places have the most
			p := places[int(math.Pow(rnd.Float64(), 2.2)*float64(len(places)))]
			at = orb.Point{p.at[0] + rnd.NormFloat64()*p.spread, p.at[1] + rnd.NormFloat64()*p.spread*0.7}
			if d < 8 {
				kind = p.kind
			}
		case d < 16:
			t := rnd.Float64()
			at = orb.Point{
				front[0][0] + t*(front[1][0]-front[0][0]) + rnd.NormFloat64()*0.35,
				front[0][1] + t*(front[1][1]-front[0][1]) + 1.5*math.Sin(9*t) + rnd.NormFloat64()*0.25,
			}
			kind = rnd.IntN(2)
		default:
			at = anywhere()
		}
		x, y := scene.ToFixed(geo.Project(at))
		fill := scene.Solid
		if f := rnd.IntN(10); f < 5 {
			fill = scene.Hollow
		} else if f == 5 {
			fill = scene.Hatched
		}
		rows[i] = row{scene.Morton(x, y), x, y, uint8(kind), fill, rnd.Uint32(), float32(math.Floor(math.Exp(rnd.NormFloat64() * 1.8)))}
	}
	slices.SortFunc(rows, func(a, b row) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return 0
	})
	out := &scene.Points{
		Kinds: Kinds(),
		ID:    func(i int) scene.ID { return scene.ID{Event: "e" + strconv.Itoa(i)} },
		Name:  func(i int) string { return "Event " + strconv.Itoa(i) },
	}
	for first := 0; first < n; first += blockSize {
		part := rows[first:min(n, first+blockSize)]
		b := scene.PointBlock{First: first}
		for _, r := range part {
			b.X, b.Y = append(b.X, r.x), append(b.Y, r.y)
			b.Kind, b.Fill = append(b.Kind, r.kind), append(b.Fill, r.fill)
			b.Rank, b.Value = append(b.Rank, r.rank), append(b.Value, r.value)
		}
		b.SetBound()
		out.Blocks = append(out.Blocks, b)
	}
	return out
}
