package geo

import (
	_ "embed"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

//go:embed testdata/notations.txt
var notations string

// located stands for a gazetteer.
var located = Reader{Locate: func(name string) []orb.Point {
	return map[string][]orb.Point{
		"Newbury":     {{-1.32, 51.4}},
		"Springfield": {{-1.2, 51.4}, {-89.65, 39.8}},
	}[name]
}}

// rows are the lines of the table, cut into columns.
func rows(t testing.TB) (out [][]string) {
	for line := range strings.Lines(notations) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		row := strings.Split(line, " | ")
		if len(row) < 3 {
			t.Fatalf("%q has too few columns", line)
		}
		out = append(out, row)
	}
	return out
}

func near(p, q orb.Point) bool {
	d, _ := Inverse(p, q)
	return d < 3
}

func TestHundredNotations(t *testing.T) {
	read, other := 0, 0
	for _, row := range rows(t) {
		text := row[0]
		c, err := located.Read(text)
		var many *AmbiguousError
		switch verdict := row[1]; verdict {
		case "read":
			read++
			want := latLon(t, row[3])
			if err != nil || !near(c.Point, want) || string(c.Notation) != row[2] {
				t.Errorf("%q: read as %+v, %v; want %v in %s", text, c, err, want, row[2])
			} else if r := number(t, row[4]); math.Abs(c.RadiusM-r) > 0.04*r {
				t.Errorf("%q: a radius of %.4g m, want %g", text, c.RadiusM, r)
			}
		case "ask":
			other++
			if !errors.As(err, &many) {
				t.Errorf("%q: %+v, %v; want it asked about", text, c, err)
				continue
			}
			want := strings.Split(row[2], "; ")
			if len(many.Readings) != len(want) {
				t.Errorf("%q: %v; want %d readings", text, err, len(want))
				continue
			}
			for i, r := range many.Readings {
				if !near(r.Point, latLon(t, want[i])) {
					t.Errorf("%q: reading %d is %v, want %s", text, i, r.Point, want[i])
				}
			}
		case "refuse":
			other++
			if err == nil || errors.As(err, &many) || !strings.Contains(err.Error(), row[2]) {
				t.Errorf("%q: %+v, %v; want a refusal that says %q", text, c, err, row[2])
			}
		default:
			t.Errorf("%q: no verdict %q", text, verdict)
		}
	}
	if read < 50 || other < 50 {
		t.Errorf("the table has %d notations that are read and %d that are not", read, other)
	}
}

func TestWhatALinkShowsIsSaid(t *testing.T) {
	for link, pinned := range map[string]bool{
		"https://www.openstreetmap.org/#map=17/50.4547/30.5238":               false,
		"https://www.openstreetmap.org/?mlat=50.4547&mlon=30.5238#map=1/0/0":  true,
		"https://www.google.com/maps/@50.4547,30.5238,15z":                    false,
		"https://www.google.com/maps/search/?api=1&query=50.4547%2C30.5238":   true,
		"https://www.google.com/maps?ll=1,2&q=50.4547,30.5238":                true,
		"https://yandex.ru/maps/?ll=1%2C2&whatshere[point]=30.5238%2C50.4547": true,
	} {
		c, err := ReadPoint(link)
		if err != nil || !near(c.Point, orb.Point{30.5238, 50.4547}) || (c.Note == "") != pinned {
			t.Errorf("%s: %+v, %v", link, c, err)
		}
	}
}

func TestOrderThatNothingTells(t *testing.T) {
	for text, unordered := range map[string]bool{
		"50.4547, 30.5238":    true,
		"50 27 17, 30 31 26":  true,
		"N50.4547 E30.5238":   false,
		"lat 50.45 lon 30.52": false,
		"36U 324115 5591912":  false,
		"geo:50.45,30.52":     false,
	} {
		if c, err := ReadPoint(text); err != nil || c.Unordered != unordered {
			t.Errorf("%q: %+v, %v", text, c, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, row := range rows(f) {
		f.Add(row[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := located.Read(s)
		var many *AmbiguousError
		all := []Coordinate{c}
		switch {
		case errors.As(err, &many):
			all = nil
			for _, r := range many.Readings {
				all = append(all, r.Coordinate)
			}
			fallthrough
		case err != nil:
			if c != (Coordinate{}) || err.Error() == "" || many != nil && len(all) == 0 {
				t.Fatalf("%q: %+v beside the error %q", s, c, err)
			}
			if many == nil {
				return
			}
		}
		for _, c := range all {
			if !(math.Abs(c.Point[1]) <= 90 && math.Abs(c.Point[0]) <= 180) || c.Notation == "" || !(c.RadiusM >= 0) || math.IsInf(c.RadiusM, 0) {
				t.Fatalf("%q is read as %+v", s, c)
			}
		}
	})
}
