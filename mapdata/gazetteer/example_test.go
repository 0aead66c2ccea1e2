package gazetteer_test

import (
	"fmt"

	"github.com/paulmach/orb"

	"sitmap/mapdata/gazetteer"
)

func Example() {
	g := gazetteer.Open()
	for _, query := range []string{"Киев", "kharkv", "istanbul", "Yalta, Crimea"} {
		m := g.Search(query, nil, 1)[0]
		fmt.Printf("%s: %s, %s, %s\n", query, m.Place.Name, m.Place.Admin1Name, m.Place.CountryName)
	}
	place, metres, _ := g.Nearest(orb.Point{30.51, 50.454})
	fmt.Printf("%.0f km from %s\n", metres/1000, place.Name)
	// Output:
	// Киев: Kyiv, Kyiv City, Ukraine
	// kharkv: Kharkiv, Kharkiv Oblast, Ukraine
	// istanbul: Istanbul, Istanbul, Türkiye
	// Yalta, Crimea: Yalta, Autonomous Republic of Crimea, Ukraine
	// 1 km from Kyiv
}
