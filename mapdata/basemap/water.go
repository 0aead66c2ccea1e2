package basemap

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// water is the rivers and lakes of a level: the same in any point of view.
type water struct {
	rivers []Line
	lakes  []Area
}

func loadWater(l Level) (*water, error) {
	w := &water{}
	err := readLayer(l.String()+"/rivers", func(f *feature) error {
		for _, points := range f.lines {
			w.rivers = append(w.rivers, Line{Rank: f.integer("rank"), Name: f.text("name"), Names: f.translations(), Bound: lineBound(points), Points: points})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = readLayer(l.String()+"/lakes", func(f *feature) error {
		rings := make([]Ring, 0, len(f.lines))
		for _, points := range f.lines {
			rings = append(rings, openRing(points))
		}
		w.lakes = append(w.lakes, Area{
			Name: f.text("name"), Names: f.translations(), At: geo.Project(orb.Point{f.number("lon"), f.number("lat")}),
			Width: f.number("width") / 360, Bound: boundOf(rings), Rings: rings,
		})
		return nil
	})
	return w, err
}

// loadUrban reads the built-up areas: at all levels the same.
func loadUrban() ([]Area, error) {
	var areas []Area
	err := readLayer("urban", func(f *feature) error {
		rings := make([]Ring, 0, len(f.lines))
		for _, points := range f.lines {
			rings = append(rings, openRing(points))
		}
		areas = append(areas, Area{Bound: boundOf(rings), Rings: rings})
		return nil
	})
	return areas, err
}

// openRing leaves out the repeated last point.
func openRing(points []geo.World) Ring {
	if n := len(points); n > 1 && points[0] == points[n-1] {
		points = points[:n-1]
	}
	return Ring(points)
}
