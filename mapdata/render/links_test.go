package render

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// linksIn lays links in a view of the world, so many pixels wide.
func linksIn(v geo.View, s *scene.Scene) []placedLink {
	l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, v.Width, v.Height), 1), scene: s}
	return l.placeLinks(l.placeMarks())
}

func callsBetween(a, b orb.Point, n int) []scene.Link {
	out := make([]scene.Link, n)
	for i := range out {
		out[i] = scene.Link{
			ID: id(fmt.Sprint(i)), A: a, B: b, Colour: blue, Fill: scene.Solid,
			Label: fmt.Sprintf("call, %d July", i+1), Word: "call", Date: fmt.Sprintf("%d July", i+1), Name: fmt.Sprint("Call ", i),
		}
		if i%2 == 1 {
			out[i].A, out[i].B = b, a
		}
	}
	return out
}

// A line over the date line runs on beyond the map's edge, and comes in from the other
// one: no chord crosses the map.
func TestLinksCrossTheDateLine(t *testing.T) {
	for name, ends := range map[string][2]orb.Point{
		"Anchorage–Vladivostok": {{-149.9, 61.2}, {131.9, 43.1}},
		"Tokyo–San Francisco":   {{139.7, 35.7}, {-122.4, 37.8}},
		"across the pole":       {{-100, 70}, {80, 65}},
		"opposite places":       {{30, 20}, {-150, -20}},
		"poles":                 {{0, 85}, {180, -85}},
	} {
		v := geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: 900, Width: 900, Height: 900}
		links := linksIn(v, &scene.Scene{Links: []scene.Link{{A: ends[0], B: ends[1]}}})
		if len(links) == 0 {
			t.Errorf("%s: nothing is drawn", name)
		}
		reached := [2]bool{}
		for _, k := range links {
			for i := 1; i < len(k.pts); i++ {
				a, b := k.pts[i-1], k.pts[i]
				if d := dist(a, b); d > 900/4 || math.IsNaN(float64(d)) {
					t.Errorf("%s: a chord from %v to %v", name, a, b)
				}
			}
			for i, e := range ends {
				x, y := v.ToPixel(geo.Project(e))
				if linePath(k.pts...).distance(point{float32(x), float32(y)}) < 1 {
					reached[i] = true
				}
			}
		}
		if reached != [2]bool{true, true} {
			t.Errorf("%s: the ends that are reached are %v", name, reached)
		}
	}
}

func TestFannedLinksLieOnBothSidesOfTheGreatCircle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, mostBeside).Draw(t, "links")
		b := orb.Point{rapid.Float64Range(5, 20).Draw(t, "lon"), rapid.Float64Range(-8, 8).Draw(t, "lat")}
		links := linksIn(tinyView(800, 600), &scene.Scene{Links: callsBetween(orb.Point{-12, -4}, b, n)})
		one := linksIn(tinyView(800, 600), &scene.Scene{Links: callsBetween(orb.Point{-12, -4}, b, 1)})
		if len(links) != n {
			t.Fatalf("%d links are drawn as %d", n, len(links))
		}
		mid, sum := one[0].pts[len(one[0].pts)/2], point{}
		for _, k := range links {
			q := k.pts[len(k.pts)/2]
			sum.x, sum.y = sum.x+q.x-mid.x, sum.y+q.y-mid.y
		}
		// Points in the middle of each are only about beside each other.
		if dist(sum, point{}) > 6*float32(n) {
			t.Fatalf("%d links lie %v off the great circle together", n, sum)
		}
	})
}

func TestManyLinksAreOneThatSaysHowMany(t *testing.T) {
	a, b := orb.Point{-12, -4}, orb.Point{12, 5}
	s := &scene.Scene{Links: callsBetween(a, b, 12)}
	s.Links[3].Selected = true
	v := tinyView(800, 600)
	links := linksIn(v, s)
	if len(links) != 2 || len(links[0].members) != 11 || !links[1].link.Selected {
		t.Fatalf("12 calls, one selected, are %d lines", len(links))
	}
	said := strings.Join(texts(t, Request{View: v, Scene: s}, 800, 600), "|")
	if !strings.Contains(said, "call ×11, 1 July – 12 July") || !strings.Contains(said, "call, 4 July") {
		t.Errorf("the labels are %q", said)
	}
	_, hits := render(t, Request{View: v, Scene: s}, 800, 600)
	mid := links[0].pts[len(links[0].pts)/2]
	if got := hits.At(float64(mid.x), float64(mid.y), 2); len(got) != 11 || got[0].Name != "Call 0" {
		t.Errorf("on the line of eleven calls there are %q", names(got))
	}
	// What has a direction is counted for each by itself.
	for i := range s.Links {
		s.Links[i].Style, s.Links[i].Selected = scene.Arrow, false
	}
	if links := linksIn(v, s); len(links) != 2 || len(links[0].members) != 6 {
		t.Errorf("6 arrows each way are %d lines", len(links))
	}
}

func TestSpokesLeadToTheMarkOfTheirMeeting(t *testing.T) {
	s := &scene.Scene{}
	at := orb.Point{6, 3}
	for _, e := range []string{"a", "b"} {
		s.Marks = append(s.Marks, scene.Mark{ID: id(e), At: at, Icon: "talks", Colour: green})
		s.Links = append(s.Links, scene.Link{ID: scene.ID{Event: e, Part: "p"}, A: orb.Point{-12, -4}, B: at, Style: scene.Spoke})
	}
	l := &sceneLayout{frame: newFrame(tinyView(800, 600), image.Rect(0, 0, 800, 600), 1), scene: s}
	marks := l.placeMarks()
	for _, k := range l.placeLinks(marks) {
		for _, m := range marks {
			if d := dist(k.pts[len(k.pts)-1], m.at); (d < 1) != (m.mark.ID.Event == k.link.ID.Event) {
				t.Errorf("the spoke of %s ends %.0f px from the mark of %s", k.link.ID.Event, d, m.mark.ID.Event)
			}
		}
	}
}

// Calls never have an arrowhead, whatever is believed of them; arrows do.
func TestOnlyTransfersHaveArrowheads(t *testing.T) {
	for style, want := range map[scene.LinkStyle]int{scene.CallLink: 0, scene.Spoke: 0, scene.Arrow: 1, scene.BrokenArrow: 1} {
		for f := scene.Hollow; f <= scene.Crossed; f++ {
			s := &scene.Scene{Links: []scene.Link{{A: orb.Point{-12, -4}, B: orb.Point{12, 5}, Style: style, Fill: f, Colour: blue}}}
			d, err := New(nil).lay(image.Rect(0, 0, 800, 600), Request{View: tinyView(800, 600), Scene: s, PixelRatio: 1}, &Hits{})
			if err != nil {
				t.Fatal(err)
			}
			heads := 0
			for _, g := range d.groups {
				for _, it := range g.items {
					if _, ok := it.(*fillItem); ok && g.name == "links" {
						heads++
					}
				}
			}
			if heads != want {
				t.Errorf("style %d, filled %d, has %d arrowheads", style, f, heads)
			}
		}
	}
}
