package dossier

import (
	"context"

	"sitmap/app/situation"
	"sitmap/store"
)

// chains is a store that finds by itself who points to an event and where it stands in
// its series; the present one does, of a past all events are read.
type chains interface {
	SeriesPlace(ctx context.Context, event string) (*store.SeriesPlace, error)
	RelationsTo(ctx context.Context, event string) ([]store.PointsHere, error)
}

// place finds who points to an event, where it stands in its series, and the names of
// codes.
func (r *Reader) place(ctx context.Context, p *Page) (in []Related, err error) {
	e := p.Event.Value
	p.Names = Names{Country: r.Country, Admin1: r.Admin1}
	at := map[string]string{}
	if q, ok := r.Store.(chains); ok {
		if p.Names.Terms, err = terms(ctx, r.Store); err != nil {
			return nil, err
		}
		points, err := q.RelationsTo(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		for _, x := range points {
			in = append(in, Related{Type: x.Type, Incoming: true, ID: x.ID, Title: x.Title, Note: x.Note, When: r.when(ctx, x.Neighbour)})
		}
		if p.Place, err = q.SeriesPlace(ctx, e.ID); err != nil {
			return nil, err
		}
		p.Linked = true
	} else {
		l, linked, err := r.within(ctx)
		if err != nil {
			return nil, err
		}
		p.Linked, p.Names.Terms, in = linked, l.terms, l.in[e.ID]
		if e.Series != nil && linked {
			var chain []store.ChainLink
			for _, m := range l.chain[e.Series.ID] {
				chain = append(chain, m.ChainLink)
				at[m.ID] = m.text
			}
			p.Place = store.PlaceIn(*e.Series, chain, e.ID)
		}
	}
	if p.Place == nil {
		return in, nil
	}
	for _, n := range []struct {
		at   *store.Neighbour
		when *string
	}{{p.Place.Before, &p.Before}, {p.Place.After, &p.After}} {
		if n.at == nil {
			continue
		}
		if text, known := at[n.at.ID]; known {
			*n.when = text
		} else {
			*n.when = r.when(ctx, *n.at)
		}
	}
	return in, nil
}

// when is the time of another event, as exactly as it was told.
func (r *Reader) when(ctx context.Context, n store.Neighbour) string {
	if e, err := r.Store.Event(ctx, n.ID); err == nil {
		return situation.FormatWhen(e.Value.When, r.Zone)
	}
	return situation.FormatInstant(n.When, r.Zone)
}
