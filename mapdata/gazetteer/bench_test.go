package gazetteer

import (
	"testing"

	"github.com/paulmach/orb"
)

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if err := Open().Warm(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSearch is what one key costs: from a single letter, which begins a
// tenth of all names, to words with slips, which must be compared with all.
func BenchmarkSearch(b *testing.B) {
	near := orb.Point{30.5, 50.4}
	for _, q := range []string{"k", "ky", "san", "kyiv", "kharkv", "zaporizhia", "запорижья", "joint base andrews", "qwertyuiop", "Vienna, Austria"} {
		b.Run(q, func(b *testing.B) {
			_ = builtInList.Warm()
			for b.Loop() {
				builtInList.Search(q, &near, 12)
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	builtInList.Nearest(orb.Point{0, 0})
	for b.Loop() {
		builtInList.Nearest(orb.Point{30.5, 50.4})
	}
}
