package dossier

import (
	"context"

	"sitmap/app/situation"
	"sitmap/store"
)

// place finds who points to an event, where it stands in its series, and the names of
// codes.
func (r *Reader) place(ctx context.Context, p *Page) (in []Related, err error) {
	e := p.Event.Value
	p.Names = Names{Country: r.Country, Admin1: r.Admin1}
	if p.Names.Terms, err = terms(ctx, r.Store); err != nil {
		return nil, err
	}
	points, err := r.Store.RelationsTo(ctx, e.ID)
	if err != nil {
		return nil, err
	}
	for _, x := range points {
		in = append(in, Related{Type: x.Type, Incoming: true, ID: x.ID, Title: x.Title, Note: x.Note, When: r.when(ctx, x.Neighbour)})
	}
	if p.Place, err = r.Store.SeriesPlace(ctx, e.ID); err != nil {
		return nil, err
	}
	if p.Place == nil {
		return in, nil
	}
	for _, n := range []struct {
		at   *store.Neighbour
		when *string
	}{{p.Place.Before, &p.Before}, {p.Place.After, &p.After}} {
		if n.at != nil {
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
