package inbox

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"sitmap/app/entry/figure"
	"sitmap/app/reading"
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
	p.Result = reading.NewReader(k).Read(reading.Report{Text: p.Item.Value.Text, Item: p.Item.Value, Zone: zone})
	return p, ctx.Err()
}

// known is what a store knows of the words of reports.
func known(ctx context.Context, st *store.Store) (k reading.Known, err error) {
	k.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	actors, err := st.Actors(ctx)
	if err != nil {
		return k, err
	}
	for _, a := range actors {
		k.Actors = append(k.Actors, a.Value)
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
