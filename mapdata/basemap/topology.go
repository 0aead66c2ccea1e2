package basemap

import (
	"sitmap/mapdata/geo"
)

// none is the number of what is no unit: the sea.
const none = -1

// topology is the boundaries of one level: arcs with a unit on either side. All
// areas and lines of the level are made from it, for any point of view.
type topology struct {
	units []string       // keys, by number
	known map[string]int // numbers, by key
	arcs  []arc
	nodes int
}

// arc is a stretch of boundary. Seen from its first point to its last, left and
// right are the units (or none) on either side.
type arc struct {
	points      []geo.World
	left, right int32
	from, to    int32 // nodes; equal for a closed arc
	seam        bool  // an edge of the map, not a boundary
}

func loadTopology(l Level) (*topology, error) {
	t := &topology{known: map[string]int{}}
	nodes := map[geo.World]int32{}
	node := func(w geo.World) int32 {
		n, ok := nodes[w]
		if !ok {
			n = int32(len(nodes))
			nodes[w] = n
		}
		return n
	}
	err := readLayer(l.String()+"/boundaries", func(f *feature) error {
		points := f.lines[0]
		if len(points) < 2 {
			return nil
		}
		t.arcs = append(t.arcs, arc{
			points: points,
			left:   t.unit(f.text("left")),
			right:  t.unit(f.text("right")),
			from:   node(points[0]),
			to:     node(points[len(points)-1]),
			seam:   f.is("seam"),
		})
		return nil
	})
	t.nodes = len(nodes)
	return t, err
}

func (t *topology) unit(key string) int32 {
	if key == "" {
		return none
	}
	n, ok := t.known[key]
	if !ok {
		n = len(t.units)
		t.known[key] = n
		t.units = append(t.units, key)
	}
	return int32(n)
}
