package basemap

import (
	"testing"

	"github.com/paulmach/orb"
)

// BenchmarkLayers is the time from nothing decoded to layers ready to draw.
func BenchmarkLayers(b *testing.B) {
	for l := Coarse; l <= Fine; l++ {
		b.Run(l.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := New().Layers(l, DefaultPOV); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkOwnerAt is one look-up once the finest level is decoded.
func BenchmarkOwnerAt(b *testing.B) {
	m := shared()
	points := []orb.Point{simferopol, {30.5, 50.45}, {-77, 38.9}, {-150, 0}, {151.2, -33.8}}
	m.OwnerAt(points[0], DefaultPOV)
	i := 0
	for b.Loop() {
		m.OwnerAt(points[i%len(points)], DefaultPOV)
		i++
	}
}
