package gazetteer

import (
	"cmp"
	"slices"
)

// Named returns at most limit places that have exactly this name, in whatever
// spelling or script it is theirs, the most populous first. Case, accents and the
// like make no difference, see [Fold].
func (g *Gazetteer) Named(name string, limit int) []Place {
	text := Fold(name)
	if text == "" || len(text) > longestQuery || limit <= 0 {
		return nil
	}
	l := g.list()
	var found []int32
	for k := range l.shards {
		s := &l.shards[k]
		s.find(text, func(name, at int) {
			if at == int(s.start[name]) && s.folded[at+len(text)] == '\n' {
				found = append(found, s.first+s.of[name])
			}
		})
	}
	slices.Sort(found)
	found = slices.Compact(found) // places with two spellings that fold alike
	slices.SortStableFunc(found, func(a, b int32) int {
		return cmp.Compare(l.places[b].population, l.places[a].population)
	})
	places := make([]Place, min(limit, len(found)))
	for i := range places {
		places[i] = l.place(found[i])
	}
	return places
}
