package picture

import (
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

func TestWidePicturesAreBetterEqualArea(t *testing.T) {
	for _, c := range []struct {
		name  string
		bound orb.Bound
		want  geo.Projection
	}{
		{"a city", orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{31, 51}}, geo.WebMercator},
		{"990 km", orb.Bound{Min: orb.Point{20, 59}, Max: orb.Point{37.7, 61}}, geo.WebMercator},
		{"1010 km", orb.Bound{Min: orb.Point{20, 59}, Max: orb.Point{38.1, 61}}, geo.EqualArea},
		{"across the date line", orb.Bound{Min: orb.Point{179, 50}, Max: orb.Point{-179, 51}}, geo.WebMercator},
		{"the Pacific", orb.Bound{Min: orb.Point{150, -20}, Max: orb.Point{-120, 50}}, geo.EqualArea},
	} {
		if got := SuggestProjection(c.bound); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAViewIsLoggedWithItsProjection(t *testing.T) {
	b := orb.Bound{Min: orb.Point{-80, 20}, Max: orb.Point{60, 65}}
	if got := viewText(b, geo.WebMercator); got != "-80.0000,20.0000,60.0000,65.0000" {
		t.Error(got)
	}
	if got := viewText(b, geo.Conic); got != "-80.0000,20.0000,60.0000,65.0000 conic" {
		t.Error(got)
	}
}
