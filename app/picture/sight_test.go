package picture

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// TestSeen: an event is seen where a part of what stands for it meets the view.
func TestSeen(t *testing.T) {
	box := func(w, s, e, n float64) orb.Polygon {
		return orb.Polygon{{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}}
	}
	id := func(s string) scene.ID { return scene.ID{Event: s} }
	sc := &scene.Scene{
		Marks: []scene.Mark{
			{ID: id("mark"), At: orb.Point{30, 50}},
			{ID: id("mark over the edge"), At: orb.Point{20, 43.9}},
			{ID: id("mark outside"), At: orb.Point{-77, 39}},
			{ID: id("call across"), At: orb.Point{100, 50}},
			{At: orb.Point{30, 50}},
		},
		Links: []scene.Link{
			{ID: id("call across"), A: orb.Point{0, 45}, B: orb.Point{60, 45}},
			{ID: id("call outside"), A: orb.Point{-77, 39}, B: orb.Point{0, 51}},
		},
		Discs: []scene.Disc{
			{ID: id("disc around"), At: orb.Point{15, 48}, RadiusM: 3e6},
			{ID: id("disc outside"), At: orb.Point{0, 48}, RadiusM: 1e5},
		},
		Areas: []scene.Area{
			{ID: id("area around"), Geometry: orb.MultiPolygon{box(-5, 10, 0, 15), box(0, 20, 80, 80)}},
			{ID: id("area with a hole"), Geometry: append(box(0, 20, 80, 80), box(2, 22, 78, 78)[0])},
			{ID: id("area within"), Geometry: box(30, 48, 31, 49)},
			{ID: id("outline"), Geometry: orb.LineString{{30, 20}, {30, 48}}},
			{ID: id("area outside"), Geometry: box(-30, 48, -31, 49)},
		},
	}
	view := geo.Fit(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{41, 53}}, 800, 600, 0)
	want := []string{"area around", "area within", "call across", "disc around", "mark", "mark over the edge", "outline"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(sight{view, 1}.seen(sc)))); diff != "" {
		t.Errorf("seen (-want +got):\n%s", diff)
	}
}

// TestSeenAcrossTheDateLine: the Pacific is in view, whichever side things are on.
func TestSeenAcrossTheDateLine(t *testing.T) {
	sc := &scene.Scene{
		Marks: []scene.Mark{{ID: scene.ID{Event: "Fiji"}, At: orb.Point{178, -18}}, {ID: scene.ID{Event: "Samoa"}, At: orb.Point{-172, -14}}},
		Links: []scene.Link{
			{ID: scene.ID{Event: "across"}, A: orb.Point{140, 35}, B: orb.Point{-120, -40}},
			{ID: scene.ID{Event: "Atlantic"}, A: orb.Point{-70, -10}, B: orb.Point{10, -20}},
		},
	}
	view := geo.Fit(orb.Bound{Min: orb.Point{170, -25}, Max: orb.Point{-160, -5}}, 800, 600, 0)
	want := []string{"Fiji", "Samoa", "across"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(sight{view, 1}.seen(sc)))); diff != "" {
		t.Errorf("seen (-want +got):\n%s", diff)
	}
}
