package render

import (
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// namesIn lays out a picture and gives its names by what they are of.
func namesIn(t *rapid.T, r *Renderer, v geo.View, s *scene.Scene) map[nameKey]placedName {
	t.Helper()
	rect := image.Rect(0, 0, v.Width, v.Height)
	if _, err := r.lay(rect, Request{View: v, Scene: s, PixelRatio: 1}, &Hits{}); err != nil {
		t.Fatal(err)
	}
	out := map[nameKey]placedName{}
	f := newFrame(v, rect, 1)
	for _, p := range r.names.names {
		if p.ink.moved(f.px(p.at, 0)).within(f.box().grow(-3)) {
			out[p.key] = p
		}
	}
	return out
}

// shared is the real base map: its layers are decoded once.
var shared = basemap.New()

// Panning by small steps, each name that is still wholly in sight stays where it is on
// the map, and names never overlap.
func TestNamesStayWhilePanning(t *testing.T) {
	r := New(shared)
	rapid.Check(t, func(t *rapid.T) {
		zoom := rapid.SampledFrom([]float64{2.3, 4.2, 5.4, 6.6, 8.3, 10.4}).Draw(t, "zoom")
		at := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-50, 68).Draw(t, "lat")}
		v := geo.View{Center: geo.Project(at), Scale: 256 * math.Exp2(zoom), Width: 480, Height: 360}
		before := namesIn(t, r, v, nil)
		for step := range 3 {
			v.Center.X += float64(rapid.IntRange(-60, 60).Draw(t, "east")) / v.Scale
			v.Center.Y += float64(rapid.IntRange(-40, 40).Draw(t, "south")) / v.Scale
			f := newFrame(v, image.Rect(0, 0, v.Width, v.Height), 1)
			after := namesIn(t, r, v, nil)
			for key, p := range before {
				if !p.ink.moved(f.px(p.at, 0)).within(f.box().grow(-3)) {
					continue
				}
				if q, ok := after[key]; !ok {
					t.Fatalf("step %d: the name of %s (%d) is gone", step, key.of, key.sort)
				} else if q.at != p.at || q.ink != p.ink {
					t.Fatalf("step %d: the name of %s moved from %v to %v", step, key.of, p.at, q.at)
				}
			}
			for key, p := range after {
				for other, q := range after {
					if key != other && p.ink.moved(f.px(p.at, 0)).grow(-1).meets(q.ink.moved(f.px(q.at, 0)).grow(-1)) {
						t.Fatalf("the names of %s and %s overlap", key.of, other.of)
					}
				}
			}
			before = after
		}
	})
}

// A name gives way to an event that comes to stand on it.
func TestNamesGiveWayToEvents(t *testing.T) {
	v := tinyView(800, 600)
	r := New(tinyBase{})
	first, ok := placeOf(t, r, Request{View: v, PixelRatio: 1}, 800, 600, "BRUMA")
	if !ok {
		t.Fatal("the country is not named")
	}
	b := first.run.box(first.x, first.y)
	at := v.FromPixel(float64(b.x0+b.x1)/2, float64(b.y0+b.y1)/2).LonLat()
	s := &scene.Scene{Marks: []scene.Mark{{ID: id("a"), At: at, Icon: "strike", Colour: red}}}
	mark := box{}
	for _, m := range (&sceneLayout{frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s}).placeMarks() {
		mark = box{m.at.x - m.radius, m.at.y - m.radius, m.at.x + m.radius, m.at.y + m.radius}
	}
	if second, ok := placeOf(t, r, Request{View: v, Scene: s, PixelRatio: 1}, 800, 600, "BRUMA"); ok && second.run.box(second.x, second.y).meets(mark) {
		t.Errorf("the name stands at %v, beneath the event at %v", second.run.box(second.x, second.y), mark)
	}
}

// Far off its own place a water's name is wholly in sight and on the water.
func TestAWatersNameStandsInThePartInSight(t *testing.T) {
	v := geo.Fit(orb.Bound{Min: orb.Point{28, 43.6}, Max: orb.Point{36, 46}}, 900, 420, 0)
	got, ok := placeOf(t, New(shared), Request{View: v, PixelRatio: 1}, 900, 420, "Black Sea")
	if !ok {
		t.Fatal("the sea is not named")
	}
	if b := got.run.box(got.x, got.y); !b.within(box{0, 0, 900, 420}) {
		t.Errorf("the name stands at %v", b)
	}
}
