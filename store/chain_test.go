package store_test

import (
	"context"
	"errors"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestSeriesPlaceAndRelations(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	in := func(claimed int, basis string) *store.InSeries {
		return &store.InSeries{ID: storetest.ID(0xd03, 1), Name: "Calls", ClaimedPosition: claimed, Basis: basis}
	}
	var ids []string
	put := func(title string, y, m, d int, change func(*store.Event)) string {
		t.Helper()
		e := simple(len(ids), title)
		e.When = store.When{}
		if y != 0 {
			e.When.Earliest = date(y, 1, d).AddDate(0, m-1, 0)
		}
		e.Series = in(0, "")
		if change != nil {
			change(&e)
		}
		save(t, s, e, 0)
		ids = append(ids, e.ID)
		return e.ID
	}
	put("2024", 2024, 11, 1, nil)
	first := put("First", 2025, 2, 12, nil)
	hoax := put("Hoax", 2025, 3, 1, func(e *store.Event) { e.Assessment, e.AssessmentNote = store.Retracted, "made up" })
	second := put("Second", 2025, 7, 3, func(e *store.Event) {
		e.Series = in(2, "this year")
		e.Relations = []store.Relation{{Type: "follows", Event: first}}
	})
	planned := put("Planned", 0, 0, 0, func(e *store.Event) {
		e.Series = in(9, "")
		e.Relations = []store.Relation{{Type: "responds to", Event: first, Note: "so they say"}}
	})
	alone := simple(9, "Alone")
	save(t, s, alone, 0)

	at := func(id string) store.SeriesPlace {
		t.Helper()
		p, err := s.SeriesPlace(ctx, id)
		if err != nil || p == nil {
			t.Fatal(p, err)
		}
		return *p
	}
	p := at(second)
	if p.Position != 3 || p.Of != 3 || p.PositionInYear != 2 || p.ClaimedPosition != 2 || p.Basis != "this year" || p.Name != "Calls" || !p.Agrees() {
		t.Errorf("the second: %+v", p)
	}
	if p.Before == nil || p.Before.ID != hoax || p.After == nil || p.After.Title != "Planned" {
		t.Errorf("beside the second: %+v, %+v", p.Before, p.After)
	}
	if p := at(ids[0]); p.Before != nil || p.Position != 1 || p.After.ID != first {
		t.Errorf("the first of all: %+v", p)
	}
	if p := at(hoax); p.Position != 0 || p.Of != 3 {
		t.Errorf("what is retracted: %+v", p)
	}
	if p := at(planned); p.Position != 0 || p.After != nil || p.Agrees() {
		t.Errorf("what has no time yet: %+v", p)
	}
	if p, err := s.SeriesPlace(ctx, alone.ID); err != nil || p != nil {
		t.Errorf("in no series: %+v, %v", p, err)
	}
	if _, err := s.SeriesPlace(ctx, "x"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of no event: %v", err)
	}

	list, err := s.RelationsTo(ctx, first)
	if err != nil || len(list) != 2 || list[0].Title != "Second" || list[0].Type != "follows" || list[1].ID != planned || list[1].Note != "so they say" {
		t.Errorf("relations to the first: %+v, %v", list, err)
	}
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityEvent, ID: second}}}); err != nil {
		t.Fatal(err)
	}
	if list, err := s.RelationsTo(ctx, first); err != nil || len(list) != 1 {
		t.Errorf("after one is deleted: %+v, %v", list, err)
	}
}
