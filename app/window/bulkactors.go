package window

import (
	"context"
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/store"
)

// namesakes counts the actors of each name, however it is spelled.
func namesakes(actors []store.Actor) map[string]int {
	n := map[string]int{}
	for _, a := range actors {
		n[store.Fold(a.Name)]++
	}
	return n
}

// usesOfNamesakes counts what names the actors that are called alike, by their ids.
func usesOfNamesakes(ctx context.Context, st *store.Store, actors []store.Actor) (map[string]int64, error) {
	n, out := namesakes(actors), map[string]int64{}
	for _, a := range actors {
		if n[store.Fold(a.Name)] < 2 {
			continue
		}
		uses, err := st.Uses(ctx, store.EntityActor, a.ID)
		if err != nil {
			return nil, fmt.Errorf("counting what names “%s”: %w", a.Name, err)
		}
		out[a.ID] = uses
	}
	return out, nil
}

// actorLabels are the actors' names, in their order; those that are called alike are told
// apart by kind, seat and by how often they are named, and where that is not enough, by a
// number.
func actorLabels(actors []store.Actor, uses map[string]int64) []string {
	n, seen := namesakes(actors), map[string]int{}
	out := make([]string, len(actors))
	for i, a := range actors {
		out[i] = a.Name
		if n[store.Fold(a.Name)] < 2 {
			continue
		}
		parts := []string{a.Name}
		if parts = append(parts, a.Kind); a.Kind == "" {
			parts[1] = "no kind"
		}
		if a.Seat != nil && a.Seat.Name != "" {
			parts = append(parts, a.Seat.Name)
		}
		parts = append(parts, "named "+look.Count(int(uses[a.ID]), "time"))
		label := strings.Join(parts, " · ")
		if seen[label]++; seen[label] > 1 {
			label += fmt.Sprintf(" · the %d.", seen[label])
		}
		out[i] = label
	}
	return out
}

// actor is the actor that was chosen, or whose name was typed; it must be one of the
// store's, and of several of one name one of the lines that tell them apart.
func (x *bulkDialog) actor(name string) (string, error) {
	var found []string
	for i, a := range x.actors {
		if x.called[i] == name {
			return a.ID, nil
		}
		if store.Fold(a.Name) == store.Fold(name) {
			found = append(found, a.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("there is no actor “%s”: choose one from the list", name)
	}
	return "", fmt.Errorf("%d actors are called “%s”: choose one of them from the list, where kind, seat and how often they are named tell them apart", len(found), name)
}
