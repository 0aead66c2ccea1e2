package gazetteer

import (
	"slices"
	"strings"
)

// regionWords are those that ask for a region, folded.
var regionWords = []string{
	"oblast", "region", "province", "state", "governorate", "county", "district", "krai", "republic",
	Fold("область"), Fold("обл"), Fold("край"), Fold("регион"), Fold("регіон"),
}

// asksForRegion says whether a query has a word that only regions have.
func asksForRegion(q string) bool {
	return slices.ContainsFunc(strings.Fields(Fold(q)), func(w string) bool { return slices.Contains(regionWords, w) })
}

// townsFirst puts each town before the region that is called after it: of Zaporizhzhia
// the oblast may have the spelling that was typed, and yet the city is meant.
func townsFirst(l *list, hits []hit) {
	for i := range hits {
		region := &l.places[hits[i].place]
		if region.class != admin1 {
			continue
		}
		name := Fold(l.name(hits[i].place))
		at := slices.IndexFunc(hits[i+1:], func(h hit) bool {
			town := &l.places[h.place]
			if town.class != city || town.code[:2] != region.code[:2] {
				return false
			}
			own := Fold(l.name(h.place))
			return town.code == region.code && name == own || strings.HasPrefix(name, own+" ")
		})
		if at < 0 {
			continue
		}
		town := hits[i+1+at]
		town.score = hits[i].score
		copy(hits[i+1:i+2+at], hits[i:i+1+at])
		hits[i] = town
	}
}
