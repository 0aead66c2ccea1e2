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
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(sight{view: view, ratio: 1}.seen(sc)))); diff != "" {
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
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(sight{view: view, ratio: 1}.seen(sc)))); diff != "" {
		t.Errorf("seen (-want +got):\n%s", diff)
	}
}

// TestSeenInOtherProjections: what a chart shows is seen, beyond the date line and about
// the pole too, and what it does not show is not.
func TestSeenInOtherProjections(t *testing.T) {
	id := func(s string) scene.ID { return scene.ID{Event: s} }
	box := func(w, s, e, n float64) orb.Polygon {
		return orb.Polygon{{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}}
	}
	sc := &scene.Scene{
		Marks: []scene.Mark{{ID: id("north of the map"), At: orb.Point{10, 88}}, {ID: id("Copenhagen"), At: orb.Point{12.6, 55.7}}, {ID: id("Cairo"), At: orb.Point{31, 30}}},
		Links: []scene.Link{
			{ID: id("over the pole"), A: orb.Point{80, 30}, B: orb.Point{-100, 30}},
			{ID: id("in the south"), A: orb.Point{-70, -30}, B: orb.Point{20, -30}},
		},
		Discs: []scene.Disc{{ID: id("about the pole"), At: orb.Point{0, 89}, RadiusM: 8e6}},
		Areas: []scene.Area{{ID: id("far"), Geometry: box(-10, -20, 30, 10)}, {ID: id("beyond the date line"), Geometry: box(175, 64, 190, 70)}},
	}
	arctic := orb.Bound{Min: orb.Point{-180, 60}, Max: orb.Point{180, 90}}
	want := []string{"about the pole", "beyond the date line", "north of the map", "over the pole"}
	for _, p := range []geo.Projection{geo.Conic, geo.EqualArea} {
		c := geo.FitChart(p, arctic, 500, 500, 0)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(sight{chart: c, ratio: 1}.seen(sc)))); diff != "" {
			t.Errorf("%v: seen (-want +got):\n%s", p, diff)
		}
	}
}
