package render

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// marksAtOnePlace has n strikes and talks in one place.
func marksAtOnePlace(n int) *scene.Scene {
	s := &scene.Scene{Kinds: []scene.KindStyle{{Icon: "strike", Name: "Strike", Colour: red}, {Icon: "talks", Name: "Talks", Colour: green}}}
	for i := range n {
		m := scene.Mark{ID: id(fmt.Sprintf("%03d", i)), At: orb.Point{6, 3}, Icon: "strike", Colour: red, Name: "x"}
		if i%4 == 0 {
			m.Icon, m.Colour = "talks", green
		}
		s.Marks = append(s.Marks, m)
	}
	return s
}

func placedIn(v geo.View, s *scene.Scene) []placedMark {
	l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, v.Width, v.Height), 1), scene: s}
	return l.placeMarks()
}

func TestManyMarksAtOnePlaceAreAStack(t *testing.T) {
	s := marksAtOnePlace(12)
	v := tinyView(800, 600)
	if got := placedIn(v, s); len(got) != 1 || got[0].stack == nil || got[0].stack.n != 12 {
		t.Fatalf("twelve marks are drawn as %d", len(got))
	}
	_, hits := render(t, Request{View: v, Scene: s}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{6, 3}))
	got := hits.At(x, y, 4)
	if len(got) != 1 || got[0].Count != 12 || !got[0].Fan || got[0].Name != "12 events: Strike 9, Talks 3" {
		t.Fatalf("the stack says %+v", got)
	}
	if said := strings.Join(texts(t, Request{View: v, Scene: s}, 800, 600), "|"); !strings.Contains("|"+said+"|", "|12|") {
		t.Errorf("the picture does not say how many: %s", said)
	}

	// Opened, each can be hit.
	s.Open = &got[0].Bound
	_, hits = render(t, Request{View: v, Scene: s}, 800, 600)
	if got := hits.At(x, y, 80); len(got) != 12 || got[0].Count != 0 {
		t.Errorf("opened, the stack shows %v", got)
	}

	// What is selected is seen beside it.
	s.Open, s.Marks[5].Selected = nil, true
	out := placedIn(v, s)
	if len(out) != 2 || out[0].stack.n != 11 || !out[1].mark.Selected || dist(out[0].at, out[1].at) < out[0].radius+out[1].radius {
		t.Errorf("with one selected there are %d", len(out))
	}
}

func TestAStackOfNearPlacesIsZoomedInto(t *testing.T) {
	s := marksAtOnePlace(10)
	for i := range s.Marks {
		s.Marks[i].At[0] += 0.001 * float64(i)
	}
	v := tinyView(800, 600)
	_, hits := render(t, Request{View: v, Scene: s}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{6, 3}))
	got := hits.At(x, y, 4)
	if len(got) != 1 || got[0].Fan || got[0].Bound.Min[0] != 6 || got[0].Bound.Max[0] < 6.008 {
		t.Errorf("the stack says %+v", got)
	}
}

// However many are opened, and however large they are, none hides another.
func TestOpenedMarksDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 150).Draw(t, "marks")
		s := marksAtOnePlace(n)
		s.Open = &orb.Bound{Min: orb.Point{6, 3}, Max: orb.Point{6, 3}}
		if rapid.Bool().Draw(t, "sized") {
			s.By = &scene.Measure{Name: "killed", Most: 100}
			for i := range s.Marks {
				s.Marks[i].Value = rapid.Float64Range(-1, 120).Draw(t, "value")
			}
		}
		marks := placedIn(tinyView(800, 600), s)
		total := 0
		for i, a := range marks {
			total++
			if a.stack != nil {
				total += a.stack.n - 1
			}
			for _, b := range marks[:i] {
				if d := dist(a.at, b.at); d < (a.radius+b.radius)*0.98 {
					t.Fatalf("of %d marks two of radius %v and %v are %.1f px apart", n, a.radius, b.radius, d)
				}
			}
		}
		if total != n {
			t.Fatalf("of %d marks %d are drawn", n, total)
		}
	})
}

func TestTheLegendExplainsStacks(t *testing.T) {
	s := marksAtOnePlace(12)
	s.Furniture = tinyFurniture()
	said := strings.Join(texts(t, Request{View: tinyView(1200, 900), Scene: s}, 1200, 900), "|")
	for _, want := range []string{"Strike", "Talks", "Several events"} {
		if !strings.Contains(said, want) {
			t.Errorf("the legend does not say %q: %s", want, said)
		}
	}
}

func TestDiscsOfOneTownAreDrawnOnce(t *testing.T) {
	s := &scene.Scene{}
	for i := range 5 {
		s.Discs = append(s.Discs, scene.Disc{ID: id(fmt.Sprint(i)), At: orb.Point{6, 3}, RadiusM: 300e3, Colour: red, Name: "x"})
	}
	v := tinyView(800, 600)
	many, hits := render(t, Request{View: v, Scene: s}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{6, 3}))
	if got := hits.At(x, y, 1); len(got) != 5 {
		t.Errorf("of five discs %d are found", len(got))
	}
	s.Discs = s.Discs[:1]
	if one, _ := render(t, Request{View: v, Scene: s}, 800, 600); one.RGBAAt(int(x), int(y)) != many.RGBAAt(int(x), int(y)) {
		t.Error("five discs of one place are darker than one")
	}
}
