package inbox

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"sitmap/app/entry/figure"
	"sitmap/app/reading"
	"sitmap/app/wellknown"
	"sitmap/store"
)

// manyCiting is how many of the events that cite an item are named.
const manyCiting = 20

// ReadPage reads an item of a store and what its text says, by what the store and the
// gazetteer know. zone is that of times which name none.
func ReadPage(ctx context.Context, st *store.Store, g reading.Gazetteer, id string, zone *time.Location) (Page, error) {
	var p Page
	var err error
	if p.Item, err = st.Item(ctx, id); err != nil {
		return p, err
	}
	if p.Citing, err = st.Citing(ctx, id, manyCiting); err != nil {
		return p, err
	}
	if p.Item.Value.Text == "" {
		return p, nil
	}
	k, err := known(ctx, st)
	if err != nil {
		return p, err
	}
	k.Gazetteer = g
	if seats, ok := g.(wellknown.Gazetteer); ok {
		k.World = wellknown.Actors(seats)
	}
	p.Result = reading.NewReader(k).Read(reading.Report{Text: p.Item.Value.Text, Item: p.Item.Value, Zone: zone})
	return p, ctx.Err()
}

// Settle has a proposal name the actors that the store has now, and those that everybody
// knows with all that is known of them: it may have been read a while ago. Those that are
// new get an id each.
func Settle(ctx context.Context, st *store.Store, g wellknown.Gazetteer, e *store.Event) error {
	own, err := ownActors(ctx, st)
	if err != nil {
		return err
	}
	wellknown.NewSettler(own, wellknown.Actors(g)).Event(e)
	*e = wellknown.Named(*e, func() string { return uuid.Must(uuid.NewV7()).String() })
	return nil
}

func ownActors(ctx context.Context, st *store.Store) (own []store.Actor, err error) {
	actors, err := st.Actors(ctx)
	for _, a := range actors {
		if !a.Deleted {
			own = append(own, a.Value)
		}
	}
	return own, err
}

// known is what a store knows of the words of reports.
func known(ctx context.Context, st *store.Store) (k reading.Known, err error) {
	k.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	if k.Actors, err = ownActors(ctx, st); err != nil {
		return k, err
	}
	if k.Weapons, err = st.Terms(ctx, store.VocabularyWeapon); err != nil {
		return k, err
	}
	if k.Measures, err = st.Terms(ctx, store.VocabularyMeasure); err != nil {
		return k, err
	}
	words, err := st.Terms(ctx, store.VocabularyQualifier)
	if err != nil {
		return k, err
	}
	for _, t := range words {
		if t.Low != nil || t.High != nil {
			k.Words = append(k.Words, figure.Word{Code: t.Code, Names: []string{strings.ToLower(t.Name)}, Low: t.Low, High: t.High})
		}
	}
	k.Kinds, err = st.Kinds(ctx)
	return k, err
}

// KnownOutlet gives an item the outlet that the store has under the same name,
// however that is written, so that nothing is said of it anew.
func KnownOutlet(it *store.Item, outlets []store.Stored[store.Outlet]) {
	if it.Outlet == nil {
		return
	}
	for _, o := range outlets {
		if strings.EqualFold(o.Value.Name, it.Outlet.Name) {
			known := o.Value
			it.Outlet = &known
			return
		}
	}
}
