package store

import (
	"cmp"
	"context"
	"slices"
)

// Actors returns all actors as they were, by name.
func (p *Past) Actors(ctx context.Context) ([]Stored[Actor], error) { return actorsOf(ctx, p) }

// Outlets returns all outlets as they were, by name.
func (p *Past) Outlets(ctx context.Context) ([]Stored[Outlet], error) { return outletsOf(ctx, p) }

// Items returns all items as they were, in the order of [Store.Items].
func (p *Past) Items(ctx context.Context) ([]Stored[Item], error) { return itemsOf(ctx, p) }

// Definitions returns all definitions of one sort as they were, in the order of
// [Store.Definitions].
func (p *Past) Definitions(ctx context.Context, e Entity) ([]Stored[Definition], error) {
	return definitionsOf(ctx, p, e)
}

// Kinds returns the vocabulary of kinds as it was, in its order.
func (p *Past) Kinds(ctx context.Context) ([]Kind, error) {
	list, err := all(ctx, p, EntityKind, func(r *reader, n int64) (Kind, error) {
		if x, touched := r.then.of(EntityKind, n); touched {
			return recordThen[Kind](ctx, r, EntityKind, n, x)
		}
		k, err := scanKind(r.q.QueryRowContext(ctx, `SELECT `+kindColumns+` FROM kind WHERE n = ?`, n).Scan)
		return k, missing(err)
	}, func(a, b Stored[Kind]) int {
		return cmp.Or(cmp.Compare(a.Value.Order, b.Value.Order), cmp.Compare(a.Value.Name, b.Value.Name))
	})
	return valuesOf(list), err
}

// Terms returns a vocabulary as it was, in its order.
func (p *Past) Terms(ctx context.Context, vocabulary string) ([]Term, error) {
	list, err := all(ctx, p, EntityTerm, func(r *reader, n int64) (Term, error) {
		if x, touched := r.then.of(EntityTerm, n); touched {
			return recordThen[Term](ctx, r, EntityTerm, n, x)
		}
		t, err := scanTerm(r.q.QueryRowContext(ctx, `SELECT `+termColumns+` FROM term WHERE n = ?`, n).Scan)
		return t, missing(err)
	}, func(a, b Stored[Term]) int {
		return cmp.Or(cmp.Compare(a.Value.Order, b.Value.Order), cmp.Compare(a.Value.Name, b.Value.Name))
	})
	terms := slices.DeleteFunc(valuesOf(list), func(t Term) bool { return t.Vocabulary != vocabulary })
	return terms, err
}

// Setting returns a setting as it was; "" when it was not set.
func (p *Past) Setting(ctx context.Context, name string) (string, error) {
	list, err := all(ctx, p, EntitySetting, func(r *reader, n int64) (settingRecord, error) {
		if x, touched := r.then.of(EntitySetting, n); touched {
			return recordThen[settingRecord](ctx, r, EntitySetting, n, x)
		}
		var s settingRecord
		err := r.q.QueryRowContext(ctx, `SELECT name, value FROM setting WHERE n = ?`, n).Scan(&s.Name, &s.Value)
		return s, missing(err)
	}, func(a, b Stored[settingRecord]) int { return cmp.Compare(a.Value.Name, b.Value.Name) })
	for _, s := range list {
		if s.Value.Name == name {
			return s.Value.Value, err
		}
	}
	return "", err
}

// SeriesList returns id and name of all series as they were, by name.
func (p *Past) SeriesList(ctx context.Context) ([]InSeries, error) {
	list, err := all(ctx, p, EntitySeries, func(r *reader, n int64) (InSeries, error) {
		var s InSeries
		err := r.q.QueryRowContext(ctx, `SELECT id FROM series WHERE n = ?`, n).Scan(&s.ID)
		if err != nil {
			return s, missing(err)
		}
		s.Name, err = r.seriesName(ctx, n)
		return s, err
	}, func(a, b Stored[InSeries]) int {
		return byNameThenID(a.Value.Name, b.Value.Name, a.Value.ID, b.Value.ID)
	})
	return valuesOf(list), err
}

func valuesOf[T any](list []Stored[T]) []T {
	var out []T
	for _, x := range list {
		out = append(out, x.Value)
	}
	return out
}

// History returns the changes of one record up to that state, oldest first, as
// [Store.History] does: what a state names is as it is now.
func (p *Past) History(ctx context.Context, e Entity, id string) ([]Change, error) {
	list, err := p.s.History(ctx, e, id)
	at := slices.IndexFunc(list, func(c Change) bool { return c.Seq > p.head.Seq })
	if at >= 0 {
		list = list[:at]
	}
	return list, err
}

// ReadOnly reports that nothing can be changed, and why.
func (p *Past) ReadOnly() (bool, string) {
	return true, "it is the past, as known at " + stampUTC(p.asked)
}
