package picture

import (
	"context"
	"maps"
	"slices"

	"sitmap/store"
)

// mostCredits is how many sources of events drawn as points are listed. A picture has
// no room for more; that there are is said.
const mostCredits = 60

// credit finds which of the events drawn as points a view shows, and what they are
// cited from.
func (m *material) credit(ctx context.Context, shown sight, spec Spec) error {
	m.credited = false
	if m.points == nil {
		return nil
	}
	in := shown.points(m.columns, m.points)
	m.pointsShown = in
	if m.inView = in.Len(); spec.NoSources {
		return nil
	}
	items, more, err := m.from.CitedItems(ctx, func(n int64) bool {
		r, ok := m.columns.RankOfNumber(n)
		return ok && in.Has(r)
	}, mostCredits)
	if err != nil {
		return err
	}
	items = slices.DeleteFunc(items, func(it store.Item) bool {
		if m.rule.Allows(it.ID, it.Protection) {
			return false
		}
		m.sources[it.ID] = true
		return true
	})
	same := more == m.uncited && slices.EqualFunc(items, m.cited, func(a, b store.Item) bool { return a.ID == b.ID })
	m.cited, m.uncited, m.credited = items, more, !same
	return nil
}

// shown are the ids of the events that the picture shows; nil where they are too many
// to be listed.
func (m *material) shown() []string {
	if len(m.drawn)+m.inView > store.MostListed {
		return nil
	}
	ids := slices.Collect(maps.Keys(m.drawn))
	if m.pointsShown != nil {
		for e := range m.pointsShown.Events() {
			ids = append(ids, e.ID.String())
		}
	}
	return ids
}
