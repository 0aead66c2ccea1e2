package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"sitmap/store"
)

// shelf is a store with two outlets, three items and two events that cite two of them.
func shelf(t *testing.T) (s *store.Store, outlets [2]store.Outlet, items [3]store.Item, events [2]store.Event) {
	t.Helper()
	s = scratch(t)
	outlets = [2]store.Outlet{{ID: s.NewID(), Name: "Łódź Herald", Kind: "newspaper"}, {ID: s.NewID(), Name: "Agency"}}
	for i, x := range []struct{ title, published string }{{"First", "2025-07-01"}, {"Second", ""}, {"Third", "2025-07-04T10:00Z"}} {
		o := outlets[i/2]
		items[i] = store.Item{ID: s.NewID(), Title: x.title, Published: x.published, Text: "long", Outlet: &o}
	}
	for i := range events {
		e := simple(i, "Event "+string(rune('A'+i)))
		low := 5.0
		e.Citations = []store.Citation{{ID: s.NewID(), About: "event", Item: items[i]}}
		e.Claims = []store.Claim{{ID: s.NewID(), About: "measure", Measure: "killed", Low: &low, High: &low, Citations: []string{e.Citations[0].ID}}}
		e.Headlines = nil
		events[i] = e
	}
	if _, err := s.Save(t.Context(), store.Action{Put: []store.Put{{Event: &events[0]}, {Event: &events[1]}, {Item: &items[2]}}}); err != nil {
		t.Fatal(err)
	}
	return s, outlets, items, events
}

func TestListsOfSources(t *testing.T) {
	t.Parallel()
	s, outlets, _, _ := shelf(t)
	ctx := t.Context()
	for _, c := range []struct {
		filter store.ItemFilter
		want   string
	}{
		{store.ItemFilter{}, "Third 0, First 1, Second 1"},
		{store.ItemFilter{Text: "lodz"}, "First 1, Second 1"},
		{store.ItemFilter{Text: "sec HERALD"}, "Second 1"},
		{store.ItemFilter{Text: "erald"}, ""},
		{store.ItemFilter{Outlet: outlets[1].ID}, "Third 0"},
		{store.ItemFilter{Inbox: "new"}, ""},
	} {
		ns, err := s.ItemNumbers(ctx, c.filter)
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.ItemsNumbered(ctx, append(ns, 999))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, it := range list {
			if it.Value.Text != "" || it.Value.Outlet == nil || it.Revision != 1 {
				t.Errorf("read %+v", it)
			}
			got = append(got, it.Value.Title+" "+string(rune('0'+it.Events)))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%+v: %v, want %s", c.filter, got, c.want)
		}
	}
	for text, want := range map[string]string{"": "Agency 1, Łódź Herald 2", "news": "Łódź Herald 2", "x": ""} {
		ns, err := s.OutletNumbers(ctx, text)
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.OutletsNumbered(ctx, ns)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range list {
			got = append(got, o.Value.Name+" "+string(rune('0'+o.Items)))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("outlets %q: %v, want %s", text, got, want)
		}
	}
}

func TestWhatRestsOnASource(t *testing.T) {
	t.Parallel()
	s, outlets, items, events := shelf(t)
	ctx := t.Context()
	counts := func(e store.Entity, id string) [3]int {
		t.Helper()
		r, err := s.RestsOn(ctx, e, id)
		if err != nil {
			t.Fatal(err)
		}
		return [3]int{len(r.Items), len(r.Events), r.Claims}
	}
	if got := counts(store.EntityOutlet, outlets[0].ID); got != [3]int{2, 2, 2} {
		t.Errorf("on the first outlet: %v", got)
	}
	if got := counts(store.EntityOutlet, outlets[1].ID); got != [3]int{1, 0, 0} {
		t.Errorf("on the second outlet: %v", got)
	}
	if got := counts(store.EntityItem, items[0].ID); got != [3]int{0, 1, 1} {
		t.Errorf("on the first item: %v", got)
	}
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: events[0].ID}}}); err != nil {
		t.Fatal(err)
	}
	if got := counts(store.EntityOutlet, outlets[0].ID); got != [3]int{2, 1, 1} {
		t.Errorf("with one event deleted: %v", got)
	}
	if _, err := s.RestsOn(ctx, store.EntityEvent, events[1].ID); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("on an event: %v", err)
	}
}

func TestWithdrawnPublicationIsForgotten(t *testing.T) {
	t.Parallel()
	s, _, _, events := shelf(t)
	ctx := t.Context()
	var ids []string
	for range 2 {
		p, err := s.Publish(ctx, store.Publication{File: "a.png", Format: "png", Events: 1, Shown: []string{events[0].ID}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	for range 2 { // a second time there is nothing to do
		if err := s.Withdraw(ctx, ids[0]); err != nil {
			t.Fatal(err)
		}
	}
	list, _, err := s.PublicationsTouching(ctx, events[0].ID)
	if err != nil || !slices.EqualFunc(list, ids[1:], func(p store.Publication, id string) bool { return p.ID == id }) {
		t.Errorf("left %+v, %v", list, err)
	}
	mustCheck(t, s)
}
