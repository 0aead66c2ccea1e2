package picture

import (
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

func TestCheckSize(t *testing.T) {
	for _, tt := range []struct {
		w, h int
		good bool
	}{
		{64, 64, true},
		{16384, 64, true},
		{10000, 10000, true},
		{63, 100, false},
		{100, 16385, false},
		{10001, 10000, false},
		{-5, -5, false},
		{math.MaxInt, math.MaxInt, false},
	} {
		if err := CheckSize(tt.w, tt.h); (err == nil) != tt.good {
			t.Errorf("%dx%d: %v", tt.w, tt.h, err)
		}
	}
}

func TestNormal(t *testing.T) {
	s, err := Spec{}.normal()
	if err != nil || s.Width != 1920 || s.Height != 1080 || s.DPI != 96 || s.PixelRatio < 1 {
		t.Errorf("%+v, %v", s, err)
	}
	if s, _ := (Spec{Width: 1280, Height: 720, DPI: 288}).normal(); s.PixelRatio != 3 {
		t.Errorf("at 288 dots per inch lines are %v wide", s.PixelRatio)
	}
	if s, _ := (Spec{Width: 4000, Height: 3000, PixelRatio: 1}).normal(); s.PixelRatio != 1 {
		t.Errorf("the ratio asked for became %v", s.PixelRatio)
	}
}

func TestView(t *testing.T) {
	frame := image.Rect(0, 0, 800, 600)
	marks := func(points ...orb.Point) *material {
		s := &scene.Scene{}
		for _, p := range points {
			s.Marks = append(s.Marks, scene.Mark{At: p})
		}
		return &material{scene: s}
	}
	spec, _ := Spec{}.normal()
	inside := func(v geo.View, p orb.Point) bool {
		x, y := v.ToPixel(geo.Project(p))
		return x > 0 && y > 0 && x < float64(v.Width) && y < float64(v.Height)
	}

	kyiv, washington := orb.Point{30.5, 50.4}, orb.Point{-77, 38.9}
	if v := marks(kyiv, washington).view(spec, frame); !inside(v, kyiv) || !inside(v, washington) || v.Width != 800 {
		t.Errorf("the events are not all shown: %+v", v)
	}
	tokyo, francisco := orb.Point{139, 35}, orb.Point{-122, 37}
	if v := marks(tokyo, francisco).view(spec, frame); !inside(v, tokyo) || !inside(v, francisco) || inside(v, orb.Point{0, 36}) {
		t.Errorf("events on both sides of the date line are shown the long way round: %+v", v)
	}
	if v := marks().view(spec, frame); !inside(v, kyiv) || !inside(v, orb.Point{-100, 40}) {
		t.Errorf("without events the world is not shown: %+v", v)
	}
	spec.BBox = orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{41, 53}}
	if v := marks(washington).view(spec, frame); !inside(v, kyiv) || inside(v, washington) {
		t.Errorf("the box is not followed: %+v", v)
	}
	spec.View = geo.Fit(orb.Bound{Min: washington, Max: washington}, 100, 100, 0)
	if v := marks(kyiv).view(spec, frame); v != spec.View {
		t.Errorf("the view is not followed: %+v", v)
	}
}

func TestBoundText(t *testing.T) {
	if got := boundText(orb.Bound{Min: orb.Point{-80, 20}, Max: orb.Point{60.12345, 65}}); got != "-80.0000,20.0000,60.1235,65.0000" && got != "-80.0000,20.0000,60.1234,65.0000" {
		t.Error(got)
	}
}
