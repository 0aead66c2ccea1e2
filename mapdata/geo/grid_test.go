package geo

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// latLon reads "50.4 30.5", latitude first.
func latLon(t *testing.T, s string) orb.Point {
	t.Helper()
	f := strings.Fields(s)
	return orb.Point{number(t, f[1]), number(t, f[0])}
}

// halves reads "31 N 448251.898 5411943.794".
func halves(t *testing.T, s string) utm {
	t.Helper()
	f := strings.Fields(s)
	return utm{zone: atoi(f[0]), south: f[1] == "S", easting: number(t, f[2]), northing: number(t, f[3])}
}

func TestGridAgreesWithPublishedVectors(t *testing.T) {
	for _, row := range facts(t, "grid.csv") {
		kind, in, want, note := row[0], row[1], row[2], row[3]
		t.Run(kind+" "+in, func(t *testing.T) {
			switch kind {
			case "latlon_zone":
				if got := zoneOf(latLon(t, in)); fmt.Sprint(got) != want {
					t.Errorf("zone %d, want %s", got, want)
				}
			case "latlon_to_utm":
				p := latLon(t, in)
				got, w := toUTM(p, zoneOf(p)), halves(t, want)
				within := 0.5001
				if d, ok := strings.CutPrefix(note, "decimals="); ok {
					within = 0.5001 * math.Pow10(-atoi(d))
				}
				if got.zone != w.zone || got.south != w.south ||
					math.Abs(got.easting-w.easting) > within || math.Abs(got.northing-w.northing) > within {
					t.Errorf("got %+v, want %+v", got, w)
				}
			case "utm_to_latlon":
				if got, w := halves(t, in).point(), latLon(t, want); math.Abs(got[0]-w[0]) > 1e-4 || math.Abs(got[1]-w[1]) > 1e-4 {
					t.Errorf("got %v, want %v", got, w)
				}
			case "utm_to_mgrs":
				if got := FormatMGRS(halves(t, in).point()); got != strings.TrimPrefix(want, "0") {
					t.Errorf("got %q, want %q", got, want)
				}
			case "latlon_to_mgrs":
				squeeze := strings.NewReplacer(" ", "").Replace
				if got := FormatMGRS(latLon(t, in)); squeeze(got) != strings.TrimPrefix(squeeze(want), "0") {
					t.Errorf("got %q, want %q", got, want)
				}
			case "mgrs_to_utm":
				if strings.Contains(in, ".") {
					t.Run("fractions of a metre are no grid reference", func(t *testing.T) {
						if _, is, _ := parseGridCell(in); is {
							t.Error("read as one")
						}
					})
					return
				}
				cell, is, err := parseGridCell(in)
				if w := halves(t, want); !is || err != nil || cell.corner.zone != w.zone || cell.corner.south != w.south ||
					cell.corner.easting != w.easting || cell.corner.northing != w.northing {
					t.Errorf("got %+v, %v; want %+v", cell, err, w)
				}
			case "mgrs_to_latlon_cell_centre":
				got, err := ParsePoint(in)
				// The vector's centre is the mean of the corners' degrees, ours that of metres.
				if w := latLon(t, want); err != nil || math.Abs(got[0]-w[0]) > 1e-4 || math.Abs(got[1]-w[1]) > 1e-4 {
					t.Errorf("got %v, %v; want %v", got, err, w)
				}
			case "mgrs_to_latlon_sw_corner":
				cell, is, err := parseGridCell(in)
				if !is || err != nil {
					t.Fatal(is, err)
				}
				if got, w := cell.corner.point(), latLon(t, want); math.Abs(got[0]-w[0]) > 1e-4 || math.Abs(got[1]-w[1]) > 1e-4 {
					t.Errorf("got %v, want %v", got, w)
				}
			case "mgrs_invalid", "utm_invalid":
				if p, err := ParsePoint(in); err == nil {
					t.Errorf("read as %v", p)
				}
			default:
				t.Errorf("unknown kind of fact %q", kind)
			}
		})
	}
}

func TestUTMRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := orb.Point{rapid.Float64Range(-180, 179.999).Draw(t, "lon"), rapid.Float64Range(-80, 84).Draw(t, "lat")}
		back := toUTM(p, zoneOf(p)).point()
		if d, _ := Inverse(p, back); d > 1e-6 {
			t.Fatalf("%v comes back as %v, %g m away", p, back, d)
		}
	})
}

func TestMGRSRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := orb.Point{rapid.Float64Range(-180, 179.999).Draw(t, "lon"), rapid.Float64Range(-80, 84).Draw(t, "lat")}
		s := FormatMGRS(p)
		back, err := ParsePoint(s)
		if err != nil {
			t.Fatalf("%v is written %s, which is not read: %v", p, s, err)
		}
		if d, _ := Inverse(p, back); d > 0.75 {
			t.Fatalf("%v is written %s and read %v, %.2f m away", p, s, back, d)
		}
	})
}

func TestBeyondTheGridDegreesAreWritten(t *testing.T) {
	p := orb.Point{10, 88.5}
	if got := FormatMGRS(p); got != "88.50000, 10.00000" {
		t.Errorf("MGRS at 88.5° N: %q", got)
	}
	if got := FormatUTM(orb.Point{10, -85}); got != "-85.00000, 10.00000" {
		t.Errorf("UTM at 85° S: %q", got)
	}
}
