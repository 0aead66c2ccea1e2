package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// least is the least radius in which a line over the ellipsoid bends.
const least = polar * polar / equatorial

// A line that bends nowhere more than a circle of some radius lies no nearer to its
// chord than that circle: A. Schur, "Über die Schwarzsche Extremaleigenschaft des
// Kreises unter den Kurven konstanter Krümmung", Mathematische Annalen 83 (1921).
func TestChordIsShorterByNoMoreThanTheEarthBends(t *testing.T) {
	degrees := func(t *rapid.T, label string, most float64) float64 {
		return rapid.Float64Range(-most, most).Draw(t, label)
	}
	rapid.Check(t, func(t *rapid.T) {
		a := orb.Point{degrees(t, "lon", 180), degrees(t, "lat", 90)}
		b := orb.Point{degrees(t, "lon", 180), degrees(t, "lat", 90)}
		if rapid.Bool().Draw(t, "near") {
			b = orb.Point{a[0] + degrees(t, "east", 1), max(-90, min(90, a[1]+degrees(t, "north", 1)))}
		}
		metres, _ := Inverse(a, b)
		chord := PositionOf(a).Chord(PositionOf(b))
		if chord > metres+1e-6 {
			t.Fatalf("from %v to %v: the chord of %v m is longer than the line of %v m", a, b, chord, metres)
		}
		if arc := 2 * least * math.Asin(min(1, chord/2/least)); metres < math.Pi*least && chord < 2*least && metres > arc+1e-6 {
			t.Fatalf("from %v to %v: the line of %v m is longer than the arc of %v m", a, b, metres, arc)
		}
	})
}
