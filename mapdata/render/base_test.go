package render

import (
	"context"
	"errors"
	"image"
	"image/color"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// tinyBase is a base map of two countries, a lake, a river and three cities around
// 0° N 0° E.
type tinyBase struct{ err error }

func (b tinyBase) Ready(basemap.Level, string) bool { return b.err == nil }

func (b tinyBase) Layers(basemap.Level, string) (*basemap.Layers, error) {
	if b.err != nil {
		return nil, b.err
	}
	west := tinyArea("AA", "Alba", 0, -20, -12, 0, 12)
	east := tinyArea("BB", "Bruma", 0, 0, -12, 20, 12)
	hatched := tinyArea("BB-1", "Cape", 0, 8, -12, 20, -4)
	hatched.Treatment, hatched.Note = "hatched", "annexed by Alba in 2014; recognised as part of Bruma"
	land := tinyArea("", "", 0, -20, -12, 20, 12)
	at := func(lon, lat float64) geo.World { return geo.Project(orb.Point{lon, lat}) }
	line := func(class basemap.BorderClass, pts ...geo.World) basemap.Line {
		b := geo.EmptyRect()
		for _, p := range pts {
			b = b.Extend(p)
		}
		return basemap.Line{Class: class, Bound: b, Points: pts}
	}
	coast := append(append([]geo.World{}, land.Rings[0]...), land.Rings[0][0])
	return &basemap.Layers{
		Land: []basemap.Area{land}, Countries: []basemap.Area{west, east}, Treated: []basemap.Area{hatched},
		Lakes:   []basemap.Area{tinyArea("", "Mere", 0, -14, 3, -9, 7)},
		Borders: []basemap.Line{line(basemap.Recognised, at(0, -12), at(0, 12)), line(basemap.Claimed, at(8, -12), at(8, -4), at(20, -4))},
		Coast:   []basemap.Line{line(0, coast...)},
		Rivers:  []basemap.Line{line(0, at(-9, 5), at(-4, 2), at(-3, -12))},
		Places: []basemap.Place{
			{Name: "Alton", At: at(-12, -4), Rank: 0, Capital: true, Country: "AA"},
			{Name: "Brux", At: at(6, 3), Rank: 0, Capital: true, Country: "BB"},
			{Name: "Cape Town", At: at(14, -8), Rank: 1, Country: "BB"},
		},
		Waters: []basemap.WaterName{{Name: "Wide Sea", At: at(0, -17), Width: 0.12}},
		Names:  []basemap.CountryName{{Code: "AA", Name: "Alba", At: at(-7, 9), Width: 0.05}, {Code: "BB", Name: "Bruma", At: at(11, 9), Width: 0.05}},
	}, nil
}

func tinyArea(code, name string, _ int, w, s, e, n float64) basemap.Area {
	a := basemap.Area{Code: code, Name: name, Owner: code, Bound: geo.EmptyRect()}
	var ring basemap.Ring
	for _, p := range []orb.Point{{w, n}, {e, n}, {e, s}, {w, s}} {
		q := geo.Project(p)
		ring = append(ring, q)
		a.Bound = a.Bound.Extend(q)
	}
	a.Rings = []basemap.Ring{ring}
	return a
}

// tinyView shows the two countries and the sea around them.
func tinyView(w, h int) geo.View {
	return geo.Fit(orb.Bound{Min: orb.Point{-26, -20}, Max: orb.Point{26, 16}}, w, h, 0)
}

func render(t *testing.T, req Request, w, h int) (*image.RGBA, *Hits) {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	hits, err := New(tinyBase{}).Render(context.Background(), m, req)
	if err != nil {
		t.Fatal(err)
	}
	return m, hits
}

func near(a, b color.Color, within int) bool {
	r0, g0, b0, _ := a.RGBA()
	r1, g1, b1, _ := b.RGBA()
	for _, d := range []int{int(r0>>8) - int(r1>>8), int(g0>>8) - int(g1>>8), int(b0>>8) - int(b1>>8)} {
		if d > within || d < -within {
			return false
		}
	}
	return true
}

func TestLandSeaAndLakeHaveTheirColours(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		p := theme.palette()
		v := tinyView(640, 480)
		m, _ := render(t, Request{View: v, Theme: theme}, 640, 480)
		for _, c := range []struct {
			at   orb.Point
			want []color.NRGBA
		}{
			{orb.Point{-24, 14}, []color.NRGBA{p.sea}},
			{orb.Point{-17, -9}, p.land[:]},
			{orb.Point{4, -9}, p.land[:]},
			{orb.Point{-11.5, 5}, []color.NRGBA{p.lake}},
		} {
			x, y := v.ToPixel(geo.Project(c.at))
			got := m.At(int(x), int(y))
			found := false
			for _, w := range c.want {
				found = found || near(got, w, 1)
			}
			if !found {
				t.Errorf("%v: at %v the colour is %v, want one of %v", theme, c.at, got, c.want)
			}
		}
	}
}

func TestEveryPixelIsOpaque(t *testing.T) {
	for _, ratio := range []float64{1, 1.5, 2} {
		m, _ := render(t, Request{View: tinyView(301, 203), PixelRatio: ratio, Scene: tinyScene()}, 301, 203)
		for i := 3; i < len(m.Pix); i += 4 {
			if m.Pix[i] != 255 {
				t.Fatalf("pixel %d has alpha %d", i/4, m.Pix[i])
			}
		}
	}
}

func TestTheSceneIsDrawnWithoutABaseMap(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 300, 200))
	broken := errors.New("the layers cannot be read")
	hits, err := New(tinyBase{err: broken}).Render(context.Background(), m, Request{View: tinyView(300, 200), Scene: tinyScene()})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if hits == nil || len(hits.At(float64(150), 100, 400)) == 0 {
		t.Error("the scene is not there")
	}
}

func TestACancelledRenderSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := New(tinyBase{}).Render(ctx, image.NewRGBA(image.Rect(0, 0, 10, 10)), Request{View: tinyView(10, 10)})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestPicturesWithoutSizeAreLeftAlone(t *testing.T) {
	if _, err := New(tinyBase{}).Render(context.Background(), image.NewRGBA(image.Rectangle{}), Request{Scene: &scene.Scene{}}); err != nil {
		t.Error(err)
	}
}

// What lies far outside does not change what is inside: cut shapes agree with
// whole ones.
func TestCloseViewsCutShapesCleanly(t *testing.T) {
	p := Light.palette()
	for _, zoom := range []float64{1 << 12, 1 << 18, 1 << 24, 1 << 28} {
		v := geo.View{Center: geo.Project(orb.Point{0, 0.5}), Scale: zoom, Width: 200, Height: 160}
		m, _ := render(t, Request{View: v}, 200, 160)
		for _, x := range []int{40, 160} {
			if got := m.At(x, 120); !near(got, p.land[0], 12) {
				t.Errorf("at scale %v pixel %d is %v, which is no land", zoom, x, got)
			}
		}
		if got := m.At(100, 120); near(got, m.At(40, 120), 3) {
			t.Errorf("at scale %v the border is not in the middle: %v", zoom, got)
		}
	}
}

func TestTheWorldRepeatsAcrossTheDateLine(t *testing.T) {
	v := geo.View{Center: geo.World{X: 0.98, Y: 0.5}, Scale: 400, Width: 900, Height: 300}
	m, _ := render(t, Request{View: v}, 900, 300)
	x, y := v.ToPixel(geo.Project(orb.Point{-17, 0}))
	for _, at := range []int{int(x), int(x) + 400, int(x) - 400} {
		if at >= 0 && at < 900 && near(m.At(at, int(y)), Light.palette().sea, 3) {
			t.Errorf("there is sea at %d, where the country repeats", at)
		}
	}
}

// A ring whose first and last points both lie outside is still cut around the
// picture's corner, not across it.
func TestRingsThatBeginOutsideKeepTheirCorners(t *testing.T) {
	v := geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: 1000, Width: 100, Height: 100}
	f := newFrame(v, image.Rect(0, 0, 100, 100), 1)
	// An L around the upper left corner, hundreds of pixels off, closed far away.
	square := []geo.World{{X: 0.1, Y: 0.2}, {X: 0.1, Y: 0.1}, {X: 0.2, Y: 0.1}, {X: 0.6, Y: 0.1}, {X: 0.6, Y: 0.3}, {X: 0.3, Y: 0.3}, {X: 0.3, Y: 0.6}, {X: 0.1, Y: 0.6}}
	for turn := range square {
		ring := append(append([]geo.World{}, square[turn:]...), square[:turn]...)
		p := &path{}
		f.ring(p, ring, 0)
		if m := coverageOf(p, 100, 100); sum(m) != 0 {
			t.Errorf("begun at %d the ring comes into the picture", turn)
		}
	}
}
