package render

import (
	"math"
	"testing"

	"sitmap/assets"
)

func TestEveryKindsIconIsDrawn(t *testing.T) {
	ics := newIcons()
	for _, name := range assets.KindIcons() {
		data, _ := assets.KindIcon(name)
		if _, err := parseIcon(data); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p, _ := ics.get(name).path(12, 12, 24)
		b := p.bounds()
		if p.empty() || b.x0 < -0.5 || b.y0 < -0.5 || b.x1 > 24.5 || b.y1 > 24.5 || b.width() < 8 {
			t.Errorf("%s covers %v", name, b)
		}
	}
}

func TestAnUnknownIconIsThatOfOtherEvents(t *testing.T) {
	ics := newIcons()
	if p, _ := ics.get("no such kind").path(0, 0, 24); p.empty() {
		t.Error("an unknown kind has no icon")
	}
	if p, _ := ics.get("").path(0, 0, 24); !p.empty() {
		t.Error("no icon at all is drawn as one")
	}
}

func TestParsePathData(t *testing.T) {
	for _, c := range []struct {
		d    string
		area float64
	}{
		{"M0 0H10V10H0Z", 100},
		{"m0,0h10v10h-10z", 100},
		{"M0 0 10 0 10 10 0 10Z", 100},
		{"M1-.5.5.5l1 0z", 0.5},
		{"M5 0A5 5 0 0 1 5 10A5 5 0 0 1 5 0Z", math.Pi * 25},
		{"M5,0a5,5 0 1,0 .001,0z", math.Pi * 25},
		{"M5 0a5 5 0 0110 0a5 5 0 01-10 0", math.Pi * 25},
		{"M0 0C0 0 10 0 10 0S10 10 10 10L0 10Z", 100},
		{"M0 0Q5 0 10 0T10 10L0 10z", 116.667},
	} {
		o, err := parsePathData(c.d)
		if err != nil {
			t.Errorf("%q: %v", c.d, err)
			continue
		}
		p := &path{}
		o.flatten(p, 20, 20, 0, 0)
		area := 0.0
		p.each(func(pts []point, _ bool) {
			a := pts[len(pts)-1]
			for _, b := range pts {
				area += float64(a.x)*float64(b.y) - float64(b.x)*float64(a.y)
				a = b
			}
		})
		if got := math.Abs(area) / 2 / 400; math.Abs(got-c.area) > 0.01*c.area {
			t.Errorf("%q covers %.3f, want %.3f", c.d, got, c.area)
		}
	}
}

func TestBrokenPathDataIsRefused(t *testing.T) {
	for _, d := range []string{"5 5", "M", "M1", "L1 2 3", "M0 0 A5 5 0 7 1 3 3", "M0 0 B5"} {
		if _, err := parsePathData(d); err == nil {
			t.Errorf("%q is read", d)
		}
	}
	if _, err := parseIcon([]byte("<svg><path d='M0 0")); err == nil {
		t.Error("a cut-off file is read")
	}
}

func FuzzParsePathData(f *testing.F) {
	f.Add("M5,0a5,5 0 1,0 .001,0z")
	f.Add("M0 0Q5 0 10 0T10 10L0 10zC")
	f.Add("m1-.5.5.5l1e3 0S1 2 3 4")
	f.Fuzz(func(t *testing.T, d string) {
		if len(d) > 2000 {
			return
		}
		if o, err := parsePathData(d); err == nil {
			o.flatten(&path{}, 1, 1, 0, 0)
		}
	})
}

func TestStrokedIconsBecomeOutlines(t *testing.T) {
	i, err := parseIcon([]byte(`<svg viewBox="0 0 48 48" fill="none" stroke="black" stroke-width="4"><line x1="4" y1="24" x2="44" y2="24"/><circle cx="24" cy="24" r="10"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := i.path(12, 12, 24)
	if b := p.bounds(); b.x0 > 2 || b.x1 < 22 || math.Abs(float64(b.height()-12)) > 0.3 {
		t.Errorf("the icon covers %v", b)
	}
}
