package basemap

import (
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// shared keeps decoded levels between tests: they don't change.
var shared = sync.OnceValue(New)

func layersOf(t *testing.T, l Level) *Layers {
	t.Helper()
	layers, err := shared().Layers(l, DefaultPOV)
	if err != nil {
		t.Fatal(err)
	}
	return layers
}

func eachLevel(t *testing.T, test func(*testing.T, Level, *Layers)) {
	for l := Coarse; l <= Fine; l++ {
		t.Run(l.String(), func(t *testing.T) { test(t, l, layersOf(t, l)) })
	}
}

func TestLevelsDecode(t *testing.T) {
	eachLevel(t, func(t *testing.T, l Level, layers *Layers) {
		for name, areas := range map[string][]Area{
			"land": layers.Land, "countries": layers.Countries, "admin1": layers.Admin1, "lakes": layers.Lakes, "treated": layers.Treated,
		} {
			if len(areas) == 0 {
				t.Errorf("no %s", name)
			}
			for _, a := range areas {
				if got := boundOf(a.Rings); got != a.Bound || got.Empty() {
					t.Errorf("%s %s: bound is %v, want %v", name, a.Code, a.Bound, got)
				}
				for _, r := range a.Rings {
					if len(r) < 3 {
						t.Errorf("%s %s has a ring of %d points", name, a.Code, len(r))
					}
				}
			}
		}
		for name, lines := range map[string][]Line{
			"borders": layers.Borders, "admin1 borders": layers.Admin1Borders, "coast": layers.Coast, "rivers": layers.Rivers,
		} {
			if len(lines) == 0 {
				t.Errorf("no %s", name)
			}
			for _, line := range lines {
				if len(line.Points) < 2 || line.Bound.Empty() {
					t.Errorf("%s: a line of %d points", name, len(line.Points))
				}
			}
		}
		if len(layers.Places) == 0 || len(layers.Waters) == 0 || len(layers.Names) < 200 {
			t.Errorf("%d places, %d waters, %d names", len(layers.Places), len(layers.Waters), len(layers.Names))
		}
		for i, p := range layers.Places[1:] {
			if p.Rank < layers.Places[i].Rank {
				t.Fatalf("%s is out of order", p.Name)
			}
		}
	})
}

// segment is a stretch between two points, whichever way it is walked.
type undirected struct{ a, b geo.World }

func undirectedOf(a, b geo.World) undirected {
	if b.X < a.X || b.X == a.X && b.Y < a.Y {
		a, b = b, a
	}
	return undirected{a, b}
}

func TestEachArcOnce(t *testing.T) {
	eachLevel(t, func(t *testing.T, _ Level, layers *Layers) {
		seen := map[undirected]string{}
		for name, lines := range map[string][]Line{"borders": layers.Borders, "admin1": layers.Admin1Borders, "coast": layers.Coast} {
			for _, line := range lines {
				for i, p := range line.Points[1:] {
					s := undirectedOf(line.Points[i], p)
					if s.a == s.b {
						continue
					}
					if was, ok := seen[s]; ok {
						t.Fatalf("a stretch of %s is in %s too, at %v", name, was, p.LonLat())
					}
					seen[s] = name
				}
			}
		}
	})
}

// Neighbours fit: what the countries and the regions cover is what the land
// covers, and every stretch of an outline is a coast of one country, or a border
// of two that walk it in opposite directions.
func TestNoGaps(t *testing.T) {
	area := func(areas []Area) (sum float64) {
		for _, a := range areas {
			for _, r := range a.Rings {
				sum -= r.area()
			}
		}
		return sum
	}
	eachLevel(t, func(t *testing.T, l Level, layers *Layers) {
		land := area(layers.Land)
		if got := area(layers.Countries); math.Abs(got-land) > 1e-9 {
			t.Errorf("countries cover %.12f, land %.12f", got, land)
		}
		if got := area(layers.Admin1); l == Fine && math.Abs(got-land) > 1e-9 {
			t.Errorf("regions cover %.12f, land %.12f", got, land)
		}
		type walked struct{ forward, back int }
		walks := map[undirected]walked{}
		for _, c := range layers.Countries {
			for _, r := range c.Rings {
				a := r[len(r)-1]
				for _, b := range r {
					s := undirectedOf(a, b)
					w := walks[s]
					if s.a == a {
						w.forward++
					} else {
						w.back++
					}
					walks[s] = w
					a = b
				}
			}
		}
		for _, line := range layers.Coast {
			for i, p := range line.Points[1:] {
				if w := walks[undirectedOf(line.Points[i], p)]; p != line.Points[i] && w.forward+w.back != 1 {
					t.Fatalf("a coast at %v bounds %d countries", p.LonLat(), w.forward+w.back)
				}
			}
		}
		for _, line := range layers.Borders {
			if line.Class == Claimed {
				continue // runs inside a country
			}
			for i, p := range line.Points[1:] {
				if w := walks[undirectedOf(line.Points[i], p)]; p != line.Points[i] && w != (walked{1, 1}) {
					t.Fatalf("a border at %v is walked %v", p.LonLat(), w)
				}
			}
		}
	})
}

func areaAt(areas []Area, p orb.Point) []string {
	w := geo.Project(p)
	var codes []string
	for _, a := range areas {
		in := false
		for _, r := range a.Rings {
			if r.contains(w) {
				in = !in
			}
		}
		if in {
			codes = append(codes, a.Code)
		}
	}
	return codes
}

func TestReservoirDrained(t *testing.T) {
	kakhovka := geo.Project(orb.Point{34.29, 47.35})
	eachLevel(t, func(t *testing.T, _ Level, layers *Layers) {
		for _, a := range layers.Lakes {
			if a.Bound.Contains(kakhovka) && len(a.Rings) > 0 && a.Rings[0].contains(kakhovka) {
				t.Errorf("the Kakhovka reservoir is still there as %q", a.Name)
			}
		}
	})
}

func TestNames(t *testing.T) {
	layers := layersOf(t, Fine)
	places := map[int64]Place{}
	for _, p := range layers.Places {
		places[p.GeonameID] = p
	}
	for id, want := range map[int64]string{703448: "Kyiv", 702550: "Lviv", 698740: "Odesa", 709930: "Dnipro", 706483: "Kharkiv", 687700: "Zaporizhzhia"} {
		if got := places[id]; got.Name != want || got.Country != "UA" {
			t.Errorf("%d is named %q in %s, want %q in UA", id, got.Name, got.Country, want)
		}
	}
	if kyiv := places[703448]; kyiv.Names.In(Local, "") != "Київ" || !kyiv.Capital {
		t.Errorf("Kyiv is %+v", kyiv)
	}
	if jerusalem := places[281184]; jerusalem.Capital {
		t.Error("Jerusalem is marked as a capital; see Security Council resolution 478")
	}
	countries := map[string]CountryName{}
	for _, c := range layers.Names {
		countries[c.Code] = c
	}
	for code, want := range map[string]string{"TR": "Türkiye", "CZ": "Czechia", "MK": "North Macedonia", "SZ": "Eswatini", "UA": "Ukraine"} {
		if got := countries[code]; got.Name != want || got.Width <= 0 {
			t.Errorf("%s is named %q (width %g), want %q", code, got.Name, got.Width, want)
		}
	}
	for _, c := range layers.Names {
		country, _ := shared().OwnerAt(c.At.LonLat(), DefaultPOV)
		if country != c.Code {
			t.Errorf("the name of %s stands in %q", c.Name, country)
		}
	}
	var black bool
	for _, w := range layersOf(t, Coarse).Waters {
		black = black || strings.Contains(w.Name, "Black Sea")
	}
	if !black {
		t.Error("the world has no Black Sea")
	}
}

func TestCountryAndRegion(t *testing.T) {
	for _, code := range []string{"UA", "US", "FJ", "VA", "LS", "EH"} {
		polygons, ok := shared().Country(code, DefaultPOV)
		if !ok {
			t.Errorf("there is no %s", code)
		}
		for _, p := range polygons {
			for i, r := range p {
				if r[0] != r[len(r)-1] {
					t.Errorf("%s has an open ring", code)
				}
				if want := map[bool]orb.Orientation{true: orb.CCW, false: orb.CW}[i == 0]; r.Orientation() != want {
					t.Errorf("%s: ring %d winds the wrong way", code, i)
				}
			}
		}
	}
	if za, _ := shared().Country("ZA", DefaultPOV); len(za) == 0 || len(za[0])+len(za[len(za)-1]) < 3 {
		holes := 0
		for _, p := range za {
			holes += len(p) - 1
		}
		if holes == 0 {
			t.Error("South Africa has no hole for Lesotho")
		}
	}
	for _, code := range []string{"UA-63", "UA-43", "US-CA"} {
		if _, ok := shared().Region(code, DefaultPOV); !ok {
			t.Errorf("there is no %s", code)
		}
	}
	for _, code := range []string{"", "QQ", "ua"} {
		if _, ok := shared().Country(code, DefaultPOV); ok {
			t.Errorf("there is a country %q", code)
		}
		if _, ok := shared().Region(code, DefaultPOV); ok {
			t.Errorf("there is a region %q", code)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	b := New()
	if b.Ready(Coarse, DefaultPOV) {
		t.Error("a new base map is ready")
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if _, err := b.Layers(Coarse, DefaultPOV); err != nil {
				t.Error(err)
			}
			b.OwnerAt(orb.Point{30, 50}, "")
		})
	}
	wg.Wait()
	if !b.Ready(Coarse, "") {
		t.Error("the level is not ready after it was given")
	}
	if _, err := b.Layers(Coarse, "nobody"); err == nil {
		t.Error("an unknown point of view is accepted")
	}
}

func TestLevelFor(t *testing.T) {
	for scale, want := range map[float64]Level{0: Coarse, 1300: Coarse, 5000: Medium, 20000: Fine, 1e9: Fine} {
		if got := LevelFor(scale); got != want {
			t.Errorf("LevelFor(%g) = %s, want %s", scale, got, want)
		}
	}
}
