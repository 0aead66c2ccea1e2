package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// pastTexts is what touched records were found by. The index of the full text has
// only what they are found by now.
type pastTexts struct {
	events []pastEvent        // in the order of lists
	actors map[int64][]string // words of the names of actors
	gone   []byte             // JSON list of the numbers of touched actors
}

// pastEvent is what a filter asks of an event.
type pastEvent struct {
	order
	words    []string
	actors   []int64 // its parties, and who its claims are according to
	geonames []int64
}

// order is the place of an event in lists.
type order struct {
	n                int64
	earliest, latest int64
	id               string
}

func (a order) compare(b order) int {
	return cmp.Or(cmp.Compare(a.earliest, b.earliest), cmp.Compare(a.latest, b.latest), cmp.Compare(a.id, b.id))
}

// pastTexts collects them once.
func (r *reader) pastTexts(ctx context.Context) (*pastTexts, error) {
	s := r.then
	s.texts.Lock()
	defer s.texts.Unlock()
	if s.found != nil {
		return s.found, nil
	}
	p := &pastTexts{actors: map[int64][]string{}}
	for _, n := range s.events {
		t, _ := s.of(EntityEvent, n)
		x, err := r.eventThen(ctx, n, t)
		if err != nil {
			return nil, err
		}
		e := &x.Value
		at := pastEvent{
			order: orderOf(n, *e),
			words: strings.Fields(eventText(e)), actors: slices.Clone(x.parties),
		}
		for _, a := range x.claims {
			if a != 0 {
				at.actors = append(at.actors, a)
			}
		}
		for i := range e.Places {
			at.geonames = append(at.geonames, e.Places[i].GeonameID)
		}
		p.events = append(p.events, at)
		for _, a := range at.actors {
			if err := p.actor(ctx, r, a); err != nil {
				return nil, err
			}
		}
		r.trim()
	}
	slices.SortFunc(p.events, func(a, b pastEvent) int { return a.compare(b.order) })
	touched := make([]int64, 0, len(s.records[EntityActor]))
	for n, t := range s.records[EntityActor] {
		touched = append(touched, n)
		if t.there() {
			if err := p.actor(ctx, r, n); err != nil {
				return nil, err
			}
		}
	}
	var err error
	if p.gone, err = encode(touched); err != nil {
		return nil, err
	}
	s.found = p
	return p, nil
}

func (p *pastTexts) actor(ctx context.Context, r *reader, n int64) error {
	if _, known := p.actors[n]; known {
		return nil
	}
	a, err := r.actor(ctx, n, true)
	if err != nil {
		return err
	}
	p.actors[n] = strings.Fields(actorText(&a))
	return nil
}

// matching are the numbers of the events that pass f, in order.
func (r *reader) matching(ctx context.Context, f Filter) ([]int64, error) {
	if r.then == nil {
		return matching(ctx, r.q, f)
	}
	p, err := r.pastTexts(ctx)
	if err != nil {
		return nil, err
	}
	wanted := terms(f)
	if strings.TrimSpace(f.Text) != "" && len(wanted) == 0 {
		return nil, nil
	}
	// What no change touched is found by the index, but for its actors' names.
	now, err := ordered(ctx, r.q, f, func(expression string) (string, []any, error) {
		var found []int64
		for n := range r.then.records[EntityActor] {
			if matches(p.actors[n], expression) {
				found = append(found, n)
			}
		}
		list, err := encode(append([]int64{}, found...))
		return `SELECT rowid FROM actor_text WHERE actor_text MATCH ? AND rowid NOT IN (SELECT value FROM json_each(?))
			UNION ALL SELECT value FROM json_each(?)`, []any{expression, string(p.gone), string(list)}, err
	})
	if err != nil {
		return nil, err
	}
	list := make([]int64, 0, len(now))
	at := 0
	before := func(o *order) { // those that were there and stand before o
		for ; at < len(p.events) && (o == nil || p.events[at].compare(*o) < 0); at++ {
			if e := &p.events[at]; (len(f.IDs) == 0 || slices.Contains(f.IDs, e.id)) && p.pass(e, wanted) {
				list = append(list, e.n)
			}
		}
	}
	for i := range now {
		if _, touched := r.then.of(EntityEvent, now[i].n); touched {
			continue
		}
		before(&now[i])
		list = append(list, now[i].n)
	}
	before(nil)
	return list, nil
}

// pass reports whether an event had all that a filter asks for.
func (p *pastTexts) pass(e *pastEvent, wanted []term) bool {
	holds := func(expression string) bool {
		return matches(e.words, expression) || slices.ContainsFunc(e.actors, func(n int64) bool { return matches(p.actors[n], expression) })
	}
	for _, t := range wanted {
		all := true
		for _, w := range t.words {
			all = all && holds(w)
		}
		if !all && !slices.ContainsFunc(t.names, holds) &&
			!slices.ContainsFunc(e.geonames, func(g int64) bool { return slices.Contains(t.places, g) }) {
			return false
		}
	}
	return true
}

// matches reports whether words hold an expression of those that [match] and [phrase]
// make, as the index of the full text would: a phrase, whose last word may be the
// beginning of a longer one where a star stands behind it.
func matches(words []string, expression string) bool {
	text, beginning := strings.CutSuffix(expression, "*")
	want := strings.Fields(strings.Trim(text, `"`))
	for at := 0; len(want) > 0 && at+len(want) <= len(words); at++ {
		last := len(want) - 1
		have := words[at : at+len(want)]
		if slices.Equal(have[:last], want[:last]) &&
			(have[last] == want[last] || beginning && strings.HasPrefix(have[last], want[last])) {
			return true
		}
	}
	return false
}
