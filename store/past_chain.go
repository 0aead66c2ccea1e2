package store

import (
	"context"
	"database/sql"
	"slices"
)

// pastChains is whom the events that later changes touched pointed to then, and which
// series they were in.
type pastChains struct {
	to    map[string][]pointThen // by the id that is pointed to
	chain map[string][]linkThen  // by the series' id
}

type pointThen struct {
	order
	pos int
	PointsHere
}

type linkThen struct {
	order
	ChainLink
}

// pastChains collects them once.
func (r *reader) pastChains(ctx context.Context) (*pastChains, error) {
	s := r.then
	s.texts.Lock()
	defer s.texts.Unlock()
	if s.chains != nil {
		return s.chains, nil
	}
	c := &pastChains{to: map[string][]pointThen{}, chain: map[string][]linkThen{}}
	for _, n := range s.events {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t, _ := s.of(EntityEvent, n)
		body, err := r.payloadThen(ctx, tables[EntityEvent], n, t)
		if err != nil {
			return nil, err
		}
		e, err := DecodeEvent(body)
		if err != nil {
			return nil, err
		}
		if len(e.Relations) == 0 && e.Series == nil {
			continue
		}
		at := orderOf(n, e)
		near := Neighbour{ID: e.ID, Title: e.Title, When: e.When.Earliest}
		for pos, x := range e.Relations {
			c.to[x.Event] = append(c.to[x.Event], pointThen{at, pos, PointsHere{near, x.Type, x.Note}})
		}
		if e.Series != nil {
			c.chain[e.Series.ID] = append(c.chain[e.Series.ID], linkThen{at, ChainLink{near, e.Assessment == Retracted}})
		}
	}
	s.chains = c
	return c, nil
}

// orderOf is the place of an event in lists.
func orderOf(n int64, e Event) order {
	at := order{n: n, earliest: UnknownTime, latest: UnknownTime, id: e.ID}
	if !e.When.Earliest.IsZero() {
		at.earliest = e.When.Earliest.UnixMilli()
	}
	if !e.When.Latest.IsZero() {
		at.latest = e.When.Latest.UnixMilli()
	}
	return at
}

// RelationsTo lists the relations of other events that pointed to one, as
// [Store.RelationsTo] does.
func (p *Past) RelationsTo(ctx context.Context, event string) ([]PointsHere, error) {
	var list []PointsHere
	err := p.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `SELECT e.n, ifnull(e.earliest, ?1), ifnull(e.latest, ?1), e.id, e.title, e.earliest, x.type, x.note, x.pos
			FROM relation x JOIN event e ON e.n = x.event WHERE x.target = ?2 AND e.deleted = 0`, int64(UnknownTime), event)
		if err != nil {
			return err
		}
		var all []pointThen
		err = scanAll(rows, func() error {
			var x pointThen
			var earliest sql.NullInt64
			err := rows.Scan(&x.n, &x.earliest, &x.latest, &x.id, &x.Title, &earliest, &x.Type, &x.Note, &x.pos)
			x.ID, x.When = x.id, fromMillis(earliest)
			if _, touched := r.then.of(EntityEvent, x.n); !touched {
				all = append(all, x)
			}
			return err
		})
		if err != nil {
			return err
		}
		then, err := r.pastChains(ctx)
		if err != nil {
			return err
		}
		all = append(all, then.to[event]...)
		slices.SortFunc(all, func(a, b pointThen) int {
			if c := a.compare(b.order); c != 0 {
				return c
			}
			return a.pos - b.pos
		})
		for _, x := range all {
			list = append(list, x.PointsHere)
		}
		return nil
	})
	return list, explain("reading the relations to an event of", p.file(), err)
}

// SeriesPlace finds where an event stood in its series, as [Store.SeriesPlace] does.
func (p *Past) SeriesPlace(ctx context.Context, event string) (*SeriesPlace, error) {
	e, err := p.Event(ctx, event)
	if err != nil || e.Value.Series == nil {
		return nil, err
	}
	in := *e.Value.Series
	var out *SeriesPlace
	err = p.snapshot(ctx, func(r *reader) error {
		series, err := r.numberOf(ctx, "series", in.ID)
		if err != nil {
			return err
		}
		rows, err := r.q.QueryContext(ctx, `SELECT n, ifnull(earliest, ?1), ifnull(latest, ?1), id, title, earliest, assessment
			FROM event WHERE series = ?2 AND deleted = 0`, int64(UnknownTime), series)
		if err != nil {
			return err
		}
		var all []linkThen
		err = scanAll(rows, func() error {
			var x linkThen
			var earliest sql.NullInt64
			var assessment Assessment
			err := rows.Scan(&x.n, &x.earliest, &x.latest, &x.id, &x.Title, &earliest, &assessment)
			x.ID, x.When, x.Retracted = x.id, fromMillis(earliest), assessment == Retracted
			if _, touched := r.then.of(EntityEvent, x.n); !touched {
				all = append(all, x)
			}
			return err
		})
		if err != nil {
			return err
		}
		then, err := r.pastChains(ctx)
		if err != nil {
			return err
		}
		all = append(all, then.chain[in.ID]...)
		slices.SortFunc(all, func(a, b linkThen) int { return a.compare(b.order) })
		var chain []ChainLink
		for _, x := range all {
			chain = append(chain, x.ChainLink)
		}
		out = PlaceIn(in, chain, event)
		return nil
	})
	return out, explain("reading the series of", p.file(), err)
}
