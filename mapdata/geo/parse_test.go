package geo

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestParsePoint(t *testing.T) {
	kyiv := orb.Point{30.5238, 50.4547}
	dms := orb.Point{30 + 31./60 + 26./3600, 50 + 27./60 + 17./3600}
	for _, c := range []struct {
		in   string
		want orb.Point
	}{
		{"50.4547, 30.5238", kyiv},
		{"50.4547 30.5238", kyiv},
		{"50.4547,30.5238", kyiv},
		{" 50.4547;30.5238 ", kyiv},
		{"50.4547 / 30.5238", kyiv},
		{"(50.4547, 30.5238)", kyiv},
		{"50,4547 30,5238", kyiv},
		{"50,4547; 30,5238", kyiv},
		{"50,4547, 30,5238", kyiv},
		{"50,4547,30,5238", kyiv},
		{"50,30", orb.Point{30, 50}},
		{"50, 30", orb.Point{30, 50}},
		{"+50.4547 +30.5238", kyiv},
		{"-33.857 151.215", orb.Point{151.215, -33.857}},
		{"−33.857, −70.5", orb.Point{-70.5, -33.857}},
		{"38.8977-77.0365", orb.Point{-77.0365, 38.8977}},
		{"N50.4547 E30.5238", kyiv},
		{"N 50.4547, E 30.5238", kyiv},
		{"50.4547N 30.5238E", kyiv},
		{"50.4547° N, 30.5238° E", kyiv},
		{"30.5238 E, 50.4547 N", kyiv},
		{"E30.5238 N50.4547", kyiv},
		{"50,4547° N 30,5238° E", kyiv},
		{"38.8977 N 77.0365 W", orb.Point{-77.0365, 38.8977}},
		{"lat 50.4547 lon 30.5238", kyiv},
		{"Latitude: 50.4547, Longitude: 30.5238", kyiv},
		{"lon=30.5238 lat=50.4547", kyiv},
		{"50.4547 north, 30.5238 east", kyiv},
		{"50°27′17″N 30°31′26″E", dms},
		{"50°27'17\"N 30°31'26\"E", dms},
		{"50°27’17”N, 30°31’26”E", dms},
		{"50° 27' 17'' N 30° 31' 26'' E", dms},
		{"N 50° 27′ 17″ E 30° 31′ 26″", dms},
		{"50 27 17 N 30 31 26 E", dms},
		{"50 27 17, 30 31 26", dms},
		{"50 27 17 30 31 26", dms},
		{"50:27:17N 30:31:26E", dms},
		{"50:27:17, 30:31:26", dms},
		{"50d27m17s N 30d31m26s E", dms},
		{"50deg 27min 17sec N 30deg 31min 26sec E", dms},
		{"50°27′17″ 30°31′26″", dms},
		{"502717N 0303126E", dms},
		{"502717N0303126E", dms},
		{"50°27,5′N 30°31,25′E", orb.Point{30 + 31.25/60, 50 + 27.5/60}},
		{"50°27.5'N 30°31.25'E", orb.Point{30 + 31.25/60, 50 + 27.5/60}},
		{"5027N 03031E", orb.Point{30 + 31./60, 50 + 27./60}},
		{"33°51′25″S 151°12′54″E", orb.Point{151 + 12./60 + 54./3600, -(33 + 51./60 + 25./3600)}},
		{"50°27′17″ с. ш. 30°31′26″ в. д.", dms},
		{"50°27′17″ пн. ш. 30°31′26″ сх. д.", dms},
		{"50°27′17″ K 30°31′26″ D", dms},
		{"41,0082 kuzey 28,9784 doğu", orb.Point{28.9784, 41.0082}},
		{"+50.4547+030.5238/", kyiv},
		{"+50.4547-030.5238+120CRSWGS_84/", orb.Point{-30.5238, 50.4547}},
		{"geo:50.4547,30.5238", kyiv},
		{"GEO:50.4547,30.5238,120;crs=wgs84;u=35", kyiv},
		{"geo:50.4547,30.5238?z=12", kyiv},
		{"0 0", orb.Point{0, 0}},
		{"90, 180", orb.Point{180, 90}},
	} {
		got, err := ParsePoint(c.in)
		if err != nil || math.Abs(got[0]-c.want[0]) > 1e-9 || math.Abs(got[1]-c.want[1]) > 1e-9 {
			t.Errorf("ParsePoint(%q) = %v, %v; want %v", c.in, got, err, c.want)
		}
	}
}

func TestParsePointReadsGrids(t *testing.T) {
	for _, c := range []struct {
		in     string
		want   orb.Point
		within float64
	}{
		{"31U DQ 48251 11943", orb.Point{2.2945, 48.8583}, 1},
		{"31UDQ4825111943", orb.Point{2.2945, 48.8583}, 1},
		{"31u dq 48 11", orb.Point{2.2945, 48.8583}, 1000},
		{"31U 448252 5411944", orb.Point{2.2945, 48.8583}, 1},
		{"31 N 448251.898 5411943.794", orb.Point{2.2945, 48.8583}, 0.1},
		{"31N 448252mE 5411944mN", orb.Point{2.2945, 48.8583}, 1},
		{"56 S 334873 6252266", orb.Point{151.215, -33.857}, 1},
		{"56H 334873 6252266", orb.Point{151.215, -33.857}, 1},
		{"18S 323394 4307396", orb.Point{-77.0365, 38.8977}, 1},
	} {
		got, err := ParsePoint(c.in)
		if d, _ := Inverse(got, c.want); err != nil || d > c.within {
			t.Errorf("ParsePoint(%q) = %v, %v; want %v (%.1f m)", c.in, got, err, c.want, d)
		}
	}
}

func TestParsePointSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ in, says string }{
		{"", "missing"},
		{"Kyiv", "not a coordinate"},
		{"50.4547", "not a coordinate"},
		{"1 2 3", "not a coordinate"},
		{"1 2 3 4 5 6 7 8", "not a coordinate"},
		{"95, 30", "latitude 95 is out of range"},
		{"50, 190", "longitude 190 is out of range"},
		{"50°75′N 30°E", "75 minutes"},
		{"50.5°30′N 30°E", "not a coordinate"},
		{"-50 S 30 E", "both a sign and a letter"},
		{"50 N 30 N", "one latitude and one longitude"},
		{"50 N 30", "one latitude and one longitude"},
		{"geo:50", "no geo: link"},
		{"geo:50,30;crs=moon", "only wgs84"},
		{"61U 448252 5411944", "no UTM zone 61"},
		{"31U 048252 5411944", "easting"},
		{"31U DQ 4825 119", "equally many digits"},
		{"31U IQ 4825 1194", "no square"},
		{"32X MH 11 11", "Svalbard"},
		{strings.Repeat("5", 1000), "too long"},
	} {
		p, err := ParsePoint(c.in)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("ParsePoint(%.30q) = %v, %v; want an error that says %q", c.in, p, err, c.says)
		}
	}
	if _, err := ParsePoint("Kyiv"); !errors.Is(err, ErrNotACoordinate) {
		t.Errorf("a word's error is %v", err)
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		p                   orb.Point
		dd, dms, mgrs, grid string
	}{
		{orb.Point{30.5238, 50.4547}, "50.45470, 30.52380", "50°27′16.9″N 30°31′25.7″E", "36U UA 24227 92118", "36U 324228 5592118"},
		{orb.Point{-77.0365, 38.8977}, "38.89770, -77.03650", "38°53′51.7″N 77°02′11.4″W", "18S UJ 23394 07395", "18S 323394 4307396"},
		{orb.Point{0, 0}, "0.00000, 0.00000", "0°00′00.0″N 0°00′00.0″E", "31N AA 66021 00000", "31N 166021 0"},
		{orb.Point{-0.000001, 59.99999999}, "60.00000, 0.00000", "60°00′00.0″N 0°00′00.0″W", "", ""},
	} {
		if got := FormatDD(c.p); got != c.dd {
			t.Errorf("FormatDD(%v) = %q, want %q", c.p, got, c.dd)
		}
		if got := FormatDMS(c.p); got != c.dms {
			t.Errorf("FormatDMS(%v) = %q, want %q", c.p, got, c.dms)
		}
		if got := FormatMGRS(c.p); c.mgrs != "" && got != c.mgrs {
			t.Errorf("FormatMGRS(%v) = %q, want %q", c.p, got, c.mgrs)
		}
		if got := FormatUTM(c.p); c.grid != "" && got != c.grid {
			t.Errorf("FormatUTM(%v) = %q, want %q", c.p, got, c.grid)
		}
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
		for s, within := range map[string]float64{FormatDD(p): 0.51e-5, FormatDMS(p): 0.51 / 36000} {
			got, err := ParsePoint(s)
			if err != nil || math.Abs(got[1]-p[1]) > within || math.Abs(got[0]-p[0]) > within {
				t.Fatalf("%v is written %q and read %v, %v", p, s, got, err)
			}
		}
	})
}

func FuzzParsePoint(f *testing.F) {
	for _, s := range []string{
		"50.4547, 30.5238", "50,4547,30,5238", "50°27′17″N 30°31′26″E", "502717N0303126E", "36U UA 24115 91912",
		"36U 324115 5591912", "geo:50,30;u=5", "+50.4547+030.5238/", "50:27:17N 30:31:26E", "с 50 в 30", "lat 5 lon 6", "- -", "K 5 D 6",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePoint(s)
		if err != nil {
			if p != (orb.Point{}) || err.Error() == "" {
				t.Fatalf("%q: %v beside the error %q", s, p, err)
			}
			return
		}
		if !(math.Abs(p[1]) <= 90 && math.Abs(p[0]) <= 180) {
			t.Fatalf("%q is read as %v", s, p)
		}
		if again, err := ParsePoint(FormatDD(p)); err != nil || math.Abs(again[1]-p[1]) > 1e-5 {
			t.Fatalf("%q is read as %v, written %q, then read as %v, %v", s, p, FormatDD(p), again, err)
		}
	})
}
