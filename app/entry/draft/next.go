package draft

import (
	"maps"

	"sitmap/store"
)

// Next is the draft of another event of the kind that begins with what is pinned in
// this one. Its parts have ids of their own and are pinned again; quotes, which are
// one event's, are left out.
func (d *Draft) Next(newID func() string) *Draft {
	out := &Draft{
		ID: newID(), Store: d.Store, Desk: d.Desk, Kind: d.Kind, Pinned: map[string]bool{},
		Actors: map[string]*Actor{}, Items: map[string]*Item{}, Outlets: map[string]*Outlet{},
	}
	if d.Pinned["when"] {
		out.When, out.Pinned["when"] = d.When.fresh(), true
	}
	if d.Pinned["planned"] {
		out.Planned, out.Pinned["planned"] = d.Planned.fresh(), true
	}
	if d.Pinned[Weapons] {
		out.Pinned[Weapons] = true
		for _, p := range d.Fields {
			if p.Key == Weapons {
				out.Fields = append(out.Fields, &Pair{Key: p.Key, Value: p.Value})
			}
		}
	}
	for _, x := range []struct {
		key      string
		from, to *string
	}{
		{"title", &d.Title, &out.Title},
		{"summary", &d.Summary, &out.Summary},
		{"topics", &d.Topics.Text, &out.Topics.Text},
		{"tags", &d.Tags.Text, &out.Tags.Text},
	} {
		if d.Pinned[x.key] {
			*x.to, out.Pinned[x.key] = *x.from, true
		}
	}
	places := map[string]string{"": ""} // new ids of places, by the old ones
	for _, p := range d.Places {
		if d.Pinned[p.ID] {
			q := *p
			q.Base, q.ID = store.Place{}, newID()
			places[p.ID], out.Pinned[q.ID] = q.ID, true
			out.Places = append(out.Places, &q)
		}
	}
	for _, p := range d.Parties {
		if d.Pinned[p.ID] {
			q := &Party{ID: newID(), Role: p.Role, Actor: p.Actor, Place: places[p.Place]}
			out.Pinned[q.ID] = true
			out.Parties = append(out.Parties, q)
		}
	}
	for _, c := range d.Citations {
		if d.Pinned[c.ID] {
			q := &Citation{ID: newID(), About: "event", Item: c.Item, Voice: c.Voice}
			out.Pinned[q.ID] = true
			out.Citations = append(out.Citations, q)
		}
	}
	if len(out.Parties)+len(out.Citations) > 0 { // the records they speak of
		maps.Copy(out.Actors, d.Actors)
		maps.Copy(out.Items, d.Items)
		maps.Copy(out.Outlets, d.Outlets)
	}
	return out
}

// fresh is a time as typed, of another event.
func (w When) fresh() When {
	w.Base = store.When{}
	return w
}
