package main

import (
	"cmp"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// leastSettlement is the population from which a place outside the countries that
// are listed wholly is named on close maps.
const leastSettlement = 15_000

// settlements gives the places beyond the ranked ones that close maps name: all of
// some countries (see isComplete), elsewhere the larger ones; suburbs too.
func settlements(cities []city, ranked map[int]bool, locate func(topo.Point) string) []place {
	var out []place
	for _, c := range cities {
		listed := c.population >= leastSettlement || isComplete(c) && c.population > 0
		if ranked[c.id] || !listed || c.name == "" || slices.Contains(gone, c.class) {
			continue
		}
		if c.country == "RU" && c.at.X > 32*degree && c.at.X < 37*degree && c.at.Y > 44*degree && c.at.Y < 47*degree {
			// What the United Nations count to Ukraine is Ukraine's, whatever a source says.
			if key := locate(c.at); key == "UA-43" || key == "UA-40" {
				c.country = "UA"
			}
		}
		out = append(out, place{
			id: c.id, name: placeName(c), names: placeNamesOf(c), at: c.at,
			rank: settlementRank(c), population: c.population, seat: c.class == "PPLA",
		})
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.population, a.population), cmp.Compare(a.id, b.id))
	})
	return out
}

// settlementRank goes on where the source's ranks end. A part of a city counts less
// than a place of its own.
func settlementRank(c city) int {
	rank := 13
	for i, least := range []int{200_000, 100_000, 50_000, 20_000, 8_000, 3_000} {
		if c.population >= least {
			rank = 7 + i
			break
		}
	}
	if c.class == "PPLX" {
		rank++
	}
	return rank
}
