package entry

import (
	"context"
	"slices"
	"strings"
	"time"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// What the store's own events say is looked for no longer than this: the list must
// follow the typing.
const (
	ownWithin = 20 * time.Millisecond
	ownEvents = 300
	// newestEvents is how many of the newest are looked at first.
	newestEvents = 40
)

// used gives take the events that have what was typed, as many as are found in time.
func used(d Deps, typed string, take func(store.Event)) {
	if len([]rune(strings.TrimSpace(typed))) < 2 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), d.patience)
	defer cancel()
	newest, err := newestSaying(ctx, d.Store, typed, newestEvents)
	if err != nil {
		return
	}
	seen := map[string]bool{}
	for _, e := range newest {
		seen[e.Value.ID] = true
		take(e.Value)
	}
	if len(newest) == newestEvents {
		return // there are enough, and more than can be looked through
	}
	events := d.Store.Events(ctx, store.Filter{Text: typed})
	if events == nil {
		return
	}
	n := 0
	for e, err := range events {
		if n++; err != nil || n > ownEvents { // what was found so far will do
			return
		}
		if !seen[e.Value.ID] {
			take(e.Value)
		}
	}
}

// newestSaying are the events with such words that were entered last, from a store that
// can tell at once.
func newestSaying(ctx context.Context, s Store, typed string, limit int) ([]store.Stored[store.Event], error) {
	quick, ok := s.(interface {
		Newest(ctx context.Context, text string, limit int) ([]store.Stored[store.Event], error)
	})
	if !ok {
		return nil, nil
	}
	return quick.Newest(ctx, typed, limit)
}

// ownPlaces are the places of the store's events that the gazetteer does not know: a
// plant, a crossing, a position.
func ownPlaces(d Deps, typed string) []field.Option {
	const most = 3
	var out []field.Option
	seen := map[string]bool{}
	want := folded(typed)
	used(d, typed, func(e store.Event) {
		for _, p := range e.Places {
			key := folded(p.Name) + p.Admin1
			if p.GeonameID > 0 || p.Name == "" || p.Geometry.Geometry == nil || seen[key] || matchRank(folded(p.Name), want) > rankWithin || len(out) == most {
				continue
			}
			seen[key] = true
			region, country := d.Gazetteer.Admin1Name(p.Admin1), d.Gazetteer.CountryName(p.Country)
			said := slices.DeleteFunc([]string{"own place", region, country}, func(s string) bool { return s == "" })
			out = append(out, field.Option{Text: p.Name, Detail: strings.Join(said, ", "), Value: p})
		}
	})
	return out
}

// fillOwn takes what an own place said.
func fillOwn(p *draft.Place, own store.Place) {
	p.SetName(own.Name, 0)
	p.SetRegion(own.Country, own.Admin1)
	p.Coordinates = draft.ShowGeometry(own.Geometry)
	p.Precision, p.Radius = string(own.Precision), draft.ShowRadius(own.RadiusM)
	p.Told = draft.Fineness{Precision: p.Precision, Radius: p.Radius}
}

// labels completes tags or topics with those that events carry already.
func (f *Form) labels(path string, p *string, of func(store.Event) []string) *field.Complete {
	c := field.NewComplete(f.panel, nil)
	c.Part, c.PlaceHolder, c.Several = f.part, "commas between", true
	c.Set(*p)
	c.Run = f.slow(func(typed string) func() []field.Option {
		deps := f.deps
		return func() []field.Option { return usedLabels(deps, typed, of) }
	})
	set := func() {
		*p = c.Text
		f.touched(path)
	}
	c.OnTyped = func(string) { set() }
	c.OnPick = func(field.Option) { set() }
	return c
}

func usedLabels(d Deps, typed string, of func(store.Event) []string) []field.Option {
	want := folded(typed)
	times := map[string]int{}
	used(d, typed, func(e store.Event) {
		for _, t := range of(e) {
			if matchRank(folded(t), want) <= rankWord {
				times[t]++
			}
		}
	})
	var out []field.Option
	for t, n := range times {
		detail := "1 event"
		if n > 1 {
			detail = itoa(n) + " events"
		}
		out = append(out, field.Option{Text: t, Detail: detail, Value: n})
	}
	slices.SortFunc(out, func(a, b field.Option) int {
		if n := b.Value.(int) - a.Value.(int); n != 0 {
			return n
		}
		return strings.Compare(a.Text, b.Text)
	})
	return out[:min(len(out), field.MaxOptions)]
}
