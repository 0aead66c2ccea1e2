package render

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// Whatever colour an analyst gives a kind, its marks are seen on land and sea.
func TestEventsStandOffFromTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Uint32Range(0, 0xffffff).Draw(t, "colour")
		for _, theme := range []Theme{Light, Dark, Print} {
			p := theme.palette()
			c := p.eventColour(rgb(v))
			for _, ground := range append([]color.NRGBA{p.sea}, p.land[:]...) {
				if got := contrast(c, ground); got < 3 {
					t.Fatalf("on a %s map %06x is drawn as %v: %.2f to 1 on %v", theme, v, c, got, ground)
				}
			}
			if got := contrast(p.onColour(c), c); got < 3 {
				t.Fatalf("on a %s map the icon on %v has a contrast of %.2f to 1", theme, c, got)
			}
		}
	})
}

// inkMask is how much of each pixel a symbol's black covers, in a square of 32.
func inkMask(s *symbol) (out [32 * 32]float64) {
	sp := newSprites().symbol(s)
	for y := range sp.m.Rect.Dy() {
		for x := range sp.m.Rect.Dx() {
			c := sp.m.RGBAAt(x, y)
			if i, j := x+sp.dx+16, y+sp.dy+16; i >= 0 && j >= 0 && i < 32 && j < 32 {
				out[j*32+i] = (float64(c.A) - float64(c.R)) / 255
			}
		}
	}
	return out
}

// likeness is what two symbols have in common of what either covers, 0 to 1.
func likeness(a, b [32 * 32]float64) float64 {
	common, either := 0.0, 0.0
	for i := range a {
		common += min(a[i], b[i])
		either += max(a[i], b[i])
	}
	return common / either
}

// Without any colour, at 12 pixels, each kind has its own shape, each filling its own
// look, and so has a kind whose icon is drawn (in a ring, which all have in common).
func TestSymbolsAreToldApartByShapeAlone(t *testing.T) {
	ics := newIcons()
	icons := assets.KindIcons()
	for i, a := range icons {
		if a == "app" {
			continue
		}
		if scene.IconShape(a) == scene.AnyShape {
			t.Errorf("%s has no small shape", a)
		}
		mark := func(icon string, f scene.Fill, size float32) [32 * 32]float64 {
			return inkMask(markSymbol(markKey{icon: icon, colour: rgb(0), fill: f, size: size, theme: &printPalette}, ics))
		}
		for _, b := range icons[:i] {
			if got := likeness(mark(a, scene.Solid, 12), mark(b, scene.Solid, 12)); got > 0.86 {
				t.Errorf("at 12 pixels %s and %s are alike: %.2f", a, b, got)
			}
			if got := likeness(mark(a, scene.Hollow, 22), mark(b, scene.Hollow, 22)); got > 0.88 {
				t.Errorf("at 22 pixels %s and %s are alike: %.2f", a, b, got)
			}
		}
		for _, size := range []float32{12, 16, 22} {
			for f := scene.Hollow; f <= scene.Crossed; f++ {
				for g := scene.Hollow; g < f; g++ {
					if got := likeness(mark(a, f, size), mark(a, g, size)); got > 0.84 {
						t.Errorf("at %v pixels %s filled %d and %d is alike: %.2f", size, a, f, g, got)
					}
				}
			}
		}
	}
}

func TestEveryShapeIsDrawn(t *testing.T) {
	seen := map[[32 * 32]float64]int{}
	for s := 1; s <= scene.Shapes; s++ {
		m := inkMask(shapeSymbol(shapeKey{shape: scene.Shape(s), fill: scene.Solid, size: 12, colour: rgb(0), theme: &printPalette}))
		if o, ok := seen[m]; ok {
			t.Errorf("shapes %d and %d are the same", s, o)
		}
		seen[m] = s
		b := shapePath(scene.Shape(s), 10).bounds()
		if b.width() < 12 || b.height() < 10 || b.x0 < -16 || b.y1 > 16 {
			t.Errorf("shape %d covers %v", s, b)
		}
	}
}

func TestWhatIsNotKnownIsNotZero(t *testing.T) {
	made := New(nil).symbols
	k := markKey{icon: "strike", colour: red, size: smallestMark, theme: &lightPalette}
	if likeness(inkMask(made.mark(k)), inkMask(made.unknownMark(k))) > 0.9 {
		t.Error("a mark looks the same whether its measure is 0 or not known")
	}
	s := shapeKey{shape: scene.Star, colour: red, size: 6, theme: &lightPalette}
	if likeness(inkMask(made.shape(s)), inkMask(made.unknown(s))) > 0.9 {
		t.Error("a point looks the same whether its measure is 0 or not known")
	}
}

func TestTheLegendExplainsSizesOfMarks(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	s.By = &scene.Measure{Name: "killed", Most: 250}
	s.Marks[0].Value, s.Marks[1].Value = 250, math.NaN()
	req := Request{View: tinyView(1200, 900), Scene: s}
	said := strings.Join(texts(t, req, 1200, 900), "|")
	for _, want := range []string{"200 killed", "Number not known"} {
		if !strings.Contains(said, want) {
			t.Errorf("the legend does not say %q: %s", want, said)
		}
	}
	s.Marks[1].Value = 0
	if said := strings.Join(texts(t, req, 1200, 900), "|"); strings.Contains(said, "not known") {
		t.Errorf("the legend explains what is not there: %s", said)
	}
	l := &sceneLayout{scene: s}
	for value, want := range map[float64]float32{250: largestMark, 62.5: largestMark / 2, 0: smallestMark, 1e6: largestMark} {
		if got, unknown := l.sizeOf(&scene.Mark{Value: value}); unknown || got != want {
			t.Errorf("%v is drawn %v wide, want %v", value, got, want)
		}
	}
}
