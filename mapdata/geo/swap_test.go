package geo

import (
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func TestSwapSuspected(t *testing.T) {
	// A rough outline of Ukraine, and one of Georgia and Turkey across the sea.
	ukraine := orb.Ring{{22, 48}, {24, 51.8}, {34, 52.3}, {40, 49.5}, {35, 45}, {33, 44.4}, {29, 45.3}, {22, 48}}
	south := orb.Ring{{26, 36}, {46, 36}, {46, 43.5}, {26, 42}, {26, 36}}
	in := func(r orb.Ring) func(orb.Point) bool {
		return func(p orb.Point) bool { return planar.RingContains(r, p) }
	}
	for _, c := range []struct {
		name    string
		p       orb.Point
		country orb.Ring
		swapped bool
	}{
		{"Kyiv as it is", orb.Point{30.52, 50.45}, ukraine, false},
		{"Kyiv with longitude first", orb.Point{50.45, 30.52}, ukraine, true},
		{"Sydney, in Ukraine by mistake", orb.Point{151.2, -33.9}, ukraine, false},
		{"neither order lies in the country", orb.Point{30.52, 50.45}, south, false},
		{"both orders lie in the country", orb.Point{41, 42}, south, false},
		{"swapped it is no latitude", orb.Point{151.2, 30}, ukraine, false},
	} {
		swapped, suspected := SwapSuspected(c.p, in(c.country))
		want := c.p
		if c.swapped {
			want = orb.Point{c.p[1], c.p[0]}
		}
		if suspected != c.swapped || swapped != want {
			t.Errorf("%s: %v, %v", c.name, swapped, suspected)
		}
	}
}
