package basemap

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

var (
	simferopol = orb.Point{34.1003, 44.9521}
	sevastopol = orb.Point{33.5254, 44.6054}
)

// Crimea and Sevastopol: General Assembly resolution 68/262.
func TestCrimea(t *testing.T) {
	cities := []struct {
		name   string
		at     orb.Point
		region string
	}{
		{"Simferopol", simferopol, "UA-43"},
		// A little inland of the city: coarse coasts cut the harbour off.
		{"Sevastopol", orb.Point{33.65, 44.57}, "UA-40"},
	}
	eachLevel(t, func(t *testing.T, _ Level, layers *Layers) {
		for _, c := range cities {
			if got := areaAt(layers.Countries, c.at); !slices.Equal(got, []string{"UA"}) {
				t.Errorf("%s lies in the fill of %v", c.name, got)
			}
			if got := areaAt(layers.Treated, c.at); !slices.Equal(got, []string{c.region}) {
				t.Errorf("%s lies in the treated areas %v, want %s", c.name, got, c.region)
			}
		}
		for _, a := range layers.Treated {
			if a.Code != "UA-43" && a.Code != "UA-40" {
				continue
			}
			if a.Owner != "UA" || a.Treatment != "hatched" || a.Note != "annexed by Russia in 2014; recognised as part of Ukraine" {
				t.Errorf("%s is %q, %q, %q", a.Code, a.Owner, a.Treatment, a.Note)
			}
		}
		isthmus := orb.Point{33.6, 46.15}
		if class, ok := borderNear(layers.Borders, isthmus, 0.4); !ok || class != Claimed {
			t.Errorf("the line on the isthmus is %v, %v; want claimed", class, ok)
		}
		for _, p := range layers.Places {
			if p.Name == "Simferopol" && (p.Country != "UA" || p.Admin1 != "UA-43") {
				t.Errorf("Simferopol is labelled as of %s, %s", p.Country, p.Admin1)
			}
			if p.Name == "Sevastopol" && (p.Country != "UA" || p.Admin1 != "UA-40") {
				t.Errorf("Sevastopol is labelled as of %s, %s", p.Country, p.Admin1)
			}
		}
	})
	for _, p := range []orb.Point{simferopol, sevastopol} {
		ukraine, _ := shared().Country("UA", DefaultPOV)
		russia, _ := shared().Country("RU", DefaultPOV)
		in := func(m orb.MultiPolygon) bool {
			return slices.ContainsFunc(m, func(poly orb.Polygon) bool { return ringContains(poly[0], p) })
		}
		if p == simferopol && !in(ukraine) || in(russia) {
			t.Errorf("%v: in Ukraine %v, in Russia %v", p, in(ukraine), in(russia))
		}
	}
}

func ringContains(r orb.Ring, p orb.Point) bool {
	in := false
	a := r[len(r)-1]
	for _, b := range r {
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
		a = b
	}
	return in
}

func borderNear(lines []Line, p orb.Point, degrees float64) (BorderClass, bool) {
	for _, l := range lines {
		for _, w := range l.Points {
			q := w.LonLat()
			if q[0] > p[0]-degrees && q[0] < p[0]+degrees && q[1] > p[1]-degrees && q[1] < p[1]+degrees {
				return l.Class, true
			}
		}
	}
	return 0, false
}

func TestOwnerAt(t *testing.T) {
	tests := []struct {
		name            string
		at              orb.Point
		country, admin1 string
	}{
		{"Simferopol", simferopol, "UA", "UA-43"},
		{"Sevastopol", sevastopol, "UA", "UA-40"},
		{"Kyiv", orb.Point{30.5238, 50.4547}, "UA", "UA-30"},
		{"Kharkiv", orb.Point{36.2527, 49.9808}, "UA", "UA-63"},
		{"Donetsk", orb.Point{37.8, 48.0}, "UA", "UA-14"},
		{"the port of Odesa", orb.Point{30.753, 46.49}, "UA", "UA-51"},
		{"Moscow", orb.Point{37.6178, 55.7558}, "RU", "RU-MOW"},
		{"Chukotka, west of 180°", orb.Point{-175, 66.2}, "RU", "RU-CHU"},
		{"the same, told eastwards", orb.Point{185, 66.2}, "RU", "RU-CHU"},
		{"Washington", orb.Point{-77.0364, 38.8951}, "US", "US-DC"},
		{"Tiraspol", orb.Point{29.63, 46.84}, "MD", "MD-BD"},
		{"Sokhumi", orb.Point{41.02, 43.0}, "GE", "GE-AB"},
		{"Kyrenia", orb.Point{33.3, 35.32}, "CY", ""},
		{"Hargeisa", orb.Point{44.06, 9.56}, "SO", ""},
		{"Laayoune", orb.Point{-13.2, 27.15}, "EH", ""},
		{"Smara", orb.Point{-11.67, 26.74}, "EH", ""},
		{"Tarfaya", orb.Point{-12.92, 27.93}, "MA", "MA-15"},
		{"Majdal Shams", orb.Point{35.77, 33.25}, "SY", "SY-QU"},
		{"the Old City of Jerusalem", orb.Point{35.234, 31.777}, "PS", "PS-JEM"},
		{"Tel Aviv", orb.Point{34.78, 32.08}, "IL", "IL-TA"},
		{"Gaza", orb.Point{34.45, 31.5}, "PS", "PS-GZZ"},
		{"Pristina", orb.Point{21.16, 42.66}, "XK", ""},
		{"Siachen", orb.Point{77.1, 35.4}, "", ""},
		{"Lesotho", orb.Point{28.2, -29.5}, "LS", "LS-H"},
		{"the South Pole", orb.Point{0, -90}, "AQ", ""},
		{"the Pacific", orb.Point{-150, 0}, "", ""},
		{"the Black Sea", orb.Point{34, 43}, "", ""},
		{"the Caspian Sea", orb.Point{51, 42}, "", ""},
	}
	for _, tt := range tests {
		country, admin1 := shared().OwnerAt(tt.at, DefaultPOV)
		if tt.name == "Lesotho" {
			admin1 = tt.admin1 // the district does not matter
		}
		if country != tt.country || admin1 != tt.admin1 {
			t.Errorf("%s lies in %q, %q; want %q, %q", tt.name, country, admin1, tt.country, tt.admin1)
		}
	}
	if country, _ := shared().OwnerAt(simferopol, "nobody"); country != "" {
		t.Errorf("an unknown point of view knows %q", country)
	}
}

func TestUN(t *testing.T) {
	povs := POVs()
	if len(povs) == 0 || povs[0].Name != DefaultPOV {
		t.Fatal("the default point of view is missing")
	}
	un := povs[0]
	for _, r := range un.Units {
		if r.Authority == "" {
			t.Errorf("%v has no authority", r.Units)
		}
	}
	eachLevel(t, func(t *testing.T, _ Level, layers *Layers) {
		classes := map[BorderClass]int{}
		for _, l := range layers.Borders {
			classes[l.Class]++
		}
		for name, p := range map[string]orb.Point{
			"Western Sahara": {-13, 25}, "the Golan": {35.78, 33}, "Srinagar": {74.8, 34.1}, "Siachen": {77.2, 35.4},
		} {
			if got := areaAt(layers.Treated, p); len(got) != 1 {
				t.Errorf("%s is treated as %v", name, got)
			}
		}
		if classes[Disputed] == 0 || classes[Claimed] == 0 {
			t.Errorf("borders by class: %v", classes)
		}
	})
}

// A table of one's own: another owner for Crimea, and for a region that the
// coarser levels do not keep apart.
func TestAnotherView(t *testing.T) {
	p, err := LoadPOV(strings.NewReader(`{"name":"test","title":"Test","version":"1","statement":"A test.",
		"units":[{"units":["UA-43","UA-40"],"owner":"RU","authority":"a test"},
		         {"units":["DE-BY"],"owner":"AT","treatment":"hatched","note":"a test","authority":"a test"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	b := New()
	if err := b.AddPOV(p); err != nil {
		t.Fatal(err)
	}
	if err := b.AddPOV(p); err == nil {
		t.Error("the same name was added twice")
	}
	munich := orb.Point{11.57, 48.2}
	for l := Coarse; l <= Fine; l++ {
		layers, err := b.Layers(l, "test")
		if err != nil {
			t.Fatal(err)
		}
		if got := areaAt(layers.Countries, simferopol); !slices.Equal(got, []string{"RU"}) {
			t.Errorf("%s: Simferopol lies in %v", l, got)
		}
		if got := areaAt(layers.Countries, munich); !slices.Equal(got, []string{"AT"}) {
			t.Errorf("%s: Munich lies in %v", l, got)
		}
		if got := areaAt(layers.Treated, munich); !slices.Equal(got, []string{"DE-BY"}) {
			t.Errorf("%s: Munich is treated as %v", l, got)
		}
	}
	if country, region := b.OwnerAt(simferopol, "test"); country != "RU" || region != "UA-43" {
		t.Errorf("Simferopol is of %s, %s", country, region)
	}
	if country, _ := b.OwnerAt(simferopol, ""); country != "UA" {
		t.Errorf("the default view of Simferopol has become %s", country)
	}
}

func TestLoadPOVRefuses(t *testing.T) {
	with := func(part string) string {
		return `{"name":"x","title":"X","version":"1","statement":"S.",` + part + `}`
	}
	tests := []struct{ name, text, says string }{
		{"nothing", ``, "JSON"},
		{"an array", `[]`, "JSON"},
		{"an unknown member", with(`"colour":1`), "colour"},
		{"two objects", with(`"units":[]`) + `{}`, "single"},
		{"no name", `{"title":"X"}`, `"name"`},
		{"a loud name", strings.Replace(with(`"units":[]`), `"x"`, `"X Y"`, 1), `"name"`},
		{"no title", `{"name":"x","version":"1","statement":"s"}`, `"title"`},
		{"no units", with(`"units":[{"owner":"UA","authority":"a"}]`), "names none"},
		{"a bad unit", with(`"units":[{"units":["Crimea"],"owner":"UA","authority":"a"}]`), `"Crimea"`},
		{"a bad owner", with(`"units":[{"units":["UA-43"],"owner":"Ukraine","authority":"a"}]`), `"Ukraine"`},
		{"no authority", with(`"units":[{"units":["UA-43"],"owner":"UA"}]`), `"authority"`},
		{"an unknown treatment", with(`"units":[{"units":["UA-43"],"owner":"UA","treatment":"striped","authority":"a"}]`), `"striped"`},
		{"a treatment without note", with(`"units":[{"units":["UA-43"],"owner":"UA","treatment":"hatched","authority":"a"}]`), `"note"`},
		{"an unknown inner", with(`"units":[{"units":["UA-43"],"owner":"UA","inner":"red","authority":"a"}]`), `"red"`},
		{"an unknown class", with(`"lines":[{"between":["UA","RU"],"class":"wavy","authority":"a"}]`), `"wavy"`},
		{"a line to nowhere", with(`"lines":[{"between":["UA",""],"class":"disputed","authority":"a"}]`), `""`},
		{"a bad territory", with(`"territories":[{"territories":["Greenland"],"owner":"DK","authority":"a"}]`), `"Greenland"`},
		{"too much", strings.Repeat(" ", maxPOV+1), "4 MB"},
	}
	for _, tt := range tests {
		_, err := LoadPOV(strings.NewReader(tt.text))
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: error is %v, want one that says %s", tt.name, err, tt.says)
		}
	}
}

func FuzzLoadPOV(f *testing.F) {
	f.Add(`{"name":"x","title":"X","version":"1","statement":"S.","units":[{"units":["UA-43"],"owner":"UA","authority":"a"}]}`)
	f.Add(`{"name":`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := LoadPOV(strings.NewReader(text))
		if err == nil && p.check() != nil {
			t.Errorf("accepted what its own check refuses: %q", text)
		}
	})
}
