package render

import (
	"context"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// golden compares a picture with the one in testdata. A font rasteriser's noise is
// forgiven: some pixels may differ by much, all together by little.
func golden(t *testing.T, name string, m *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, m); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != m.Bounds() {
		t.Fatalf("the picture is %v, want %v", m.Bounds(), want.Bounds())
	}
	b := m.Bounds()
	total, far := 0, 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r0, g0, b0, _ := m.At(x, y).RGBA()
			r1, g1, b1, _ := want.At(x, y).RGBA()
			worst := 0
			for _, d := range []int{int(r0>>8) - int(r1>>8), int(g0>>8) - int(g1>>8), int(b0>>8) - int(b1>>8)} {
				worst = max(worst, d, -d)
			}
			total += worst
			if worst > 48 {
				far++
			}
		}
	}
	n := b.Dx() * b.Dy()
	if mean := float64(total) / float64(n); mean > 0.6 || far > n/250 {
		t.Errorf("the picture differs from %s by %.2f of 255 on average, in %d pixels by much; run with -update and look", file, mean, far)
	}
}

func TestGoldenPictures(t *testing.T) {
	s := tinyScene()
	s.Marks[0].Selected = true
	s.Marks = append(s.Marks, scene.Mark{ID: id("doubt"), At: s.Marks[0].At, Icon: "statement", Colour: blue, Fill: scene.Hatched})
	for _, theme := range []Theme{Light, Dark} {
		m, _ := render(t, Request{View: tinyView(360, 250), Scene: s, Theme: theme}, 360, 250)
		golden(t, "map-"+theme.String(), m)
	}
	s = tinyScene()
	s.Furniture = tinyFurniture()
	s.Links[0].Style = scene.BrokenArrow
	m, _ := render(t, Request{View: tinyView(640, 480), Scene: s, Theme: Print}, 640, 480)
	golden(t, "picture-print", m)
}

// TestGoldenProjections: the world cut at its edges, and an Arctic that is not cut.
func TestGoldenProjections(t *testing.T) {
	r := New(basemap.New())
	s := &scene.Scene{
		Links: []scene.Link{{A: orb.Point{140, 36}, B: orb.Point{-122, 38}, Style: scene.CallLink, Colour: blue}, {A: orb.Point{-77, 39}, B: orb.Point{37.6, 55.8}, Style: scene.Arrow, Colour: blue}},
		Areas: []scene.Area{{Geometry: orb.Polygon{{{165, 60}, {200, 60}, {200, 72}, {165, 72}, {165, 60}}}, Colour: red}},
		Discs: []scene.Disc{{At: orb.Point{30, 86}, RadiusM: 9e5, Colour: red}},
	}
	for name, req := range map[string]Request{
		"projection-world-conic":      projected(geo.Conic, earth, s, 360, 220),
		"projection-world-equal-area": projected(geo.EqualArea, earth, s, 260, 220),
		"projection-arctic":           projected(geo.EqualArea, arctic, s, 260, 220),
		"projection-equirectangular":  projected(geo.Equirectangular, orb.Bound{Min: orb.Point{150, 40}, Max: orb.Point{-120, 75}}, s, 300, 200),
	} {
		req.PixelRatio = 0.6
		m := image.NewRGBA(image.Rect(0, 0, req.View.Width, req.View.Height))
		if _, err := r.Render(context.Background(), m, req); err != nil {
			t.Fatal(err)
		}
		golden(t, name, m)
	}
}
