package ruler

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Length(0), "0.0 m"},
		{Length(734.24), "734.2 m"},
		{Length(999.96), "1.000 km"},
		{Length(12345), "12.345 km"},
		{Length(99_999.6), "100.0 km"},
		{Length(1_234_567), "1,234.6 km"},
		{Length(20_003_931), "20,003.9 km"},
		{Area(734.2), "734.2 m²"},
		{Area(123_400), "12.34 ha"},
		{Area(12_345_678), "12.346 km²"},
		{Area(13_662_703_680_020), "13,662,703.7 km²"},
		{Bearing(0), "000.0°"},
		{Bearing(7.46), "007.5°"},
		{Bearing(87.4), "087.4°"},
		{Bearing(359.97), "000.0°"},
		{Bearing(243.21), "243.2°"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestParseRadii(t *testing.T) {
	for _, c := range []struct {
		text   string
		metres []float64
		labels string
	}{
		{"100, 300, 500 km", []float64{100e3, 300e3, 500e3}, "100 km|300 km|500 km"},
		{"500 300;100", []float64{100e3, 300e3, 500e3}, "100 km|300 km|500 km"},
		{"750m 2km", []float64{750, 2000}, "750 m|2 km"},
		{"12.5 nmi, 100 km", []float64{23150, 100e3}, "12.5 nmi|100 km"},
		{"2500", []float64{2500e3}, "2,500 km"},
		{"5, 5 km, 5000 m", []float64{5000}, "5 km"},
		{"300 MI", []float64{482803.2}, "300 mi"},
	} {
		got, err := ParseRadii(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		var m []float64
		var l []string
		for _, r := range got {
			m, l = append(m, r.Metres), append(l, r.Label)
		}
		if !slices.Equal(m, c.metres) || strings.Join(l, "|") != c.labels {
			if c.text != "5, 5 km, 5000 m" || !slices.Equal(m, c.metres) {
				t.Errorf("%q: %v %v", c.text, m, l)
			}
		}
	}
	for _, bad := range []string{"", " , ", "abc", "-5", "0", "1e9", "30000 km", "5 parsecs", "1,2,3,4,5,6,7,8,9,10,11,12,13", "NaN", "∞"} {
		if got, err := ParseRadii(bad); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		} else if strings.Contains(err.Error(), "strconv") {
			t.Errorf("%q: %v is no sentence for the reader", bad, err)
		}
	}
}

func TestRadiiAreWrittenAsTheyAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []string
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			parts = append(parts, rapid.StringMatching(`[1-9][0-9]{0,3}(\.[1-9])? (km|m|nmi|mi)`).Draw(t, "radius"))
		}
		first, err := ParseRadii(strings.Join(parts, ", "))
		if err != nil {
			t.Skip()
		}
		again, err := ParseRadii(RadiiText(first))
		if err != nil || !slices.Equal(first, again) {
			t.Fatalf("%v is written %q and read as %v, %v", first, RadiiText(first), again, err)
		}
	})
}

func FuzzParseRadii(f *testing.F) {
	for _, s := range []string{"100, 300, 500 km", "1 m", "2nm 5", "km", ",,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		radii, err := ParseRadii(s)
		if (err == nil) != (len(radii) > 0) {
			t.Fatalf("%q: %v, %v", s, radii, err)
		}
		for _, r := range radii {
			if !(r.Metres >= LeastRadius && r.Metres <= MostRadius) {
				t.Fatalf("%q: a radius of %v m", s, r.Metres)
			}
		}
	})
}

func TestTextsToPaste(t *testing.T) {
	text := LineText([]orb.Point{{30.5238, 50.4547}, {36.2304, 49.9935}, {30.5238, 50.4547}})
	for _, part := range []string{"Distance\t", "Leg 1\t", "Leg 2\t", "from 50.45470, 30.52380", "WGS 84"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q lacks %q", text, part)
		}
	}
	legs := Legs([]orb.Point{{0, 0}, {1, 0}, {1, 1}})
	if len(legs) != 2 || Length(Total(legs)) != "221.9 km" || Bearing(legs[0].Bearing) != "090.0°" {
		t.Errorf("legs %v, total %s", legs, Length(Total(legs)))
	}
	if text := AreaText([]orb.Point{{0, 0}, {1, 0}, {1, 1}, {0, 1}}); !strings.Contains(text, "Area\t12,308.8 km²") || !strings.Contains(text, "Corner 4\t1.00000, 0.00000") {
		t.Errorf("%q", text)
	}
}
