package store_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestBuiltInKinds(t *testing.T) {
	s := scratch(t)
	kinds, err := s.Kinds(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	keys, colours := map[string]bool{}, map[string]bool{}
	for _, k := range kinds {
		codes = append(codes, k.Code)
		if keys[k.Key] || len(k.Key) != 1 {
			t.Errorf("%s has the key %q", k.Code, k.Key)
		}
		if colours[k.Colour] || !regexp.MustCompile(`^#[0-9a-f]{6}$`).MatchString(k.Colour) {
			t.Errorf("%s has the colour %q", k.Code, k.Colour)
		}
		keys[k.Key], colours[k.Colour] = true, true
		if k.Icon != strings.ReplaceAll(k.Code, " ", "-") {
			t.Errorf("%s has the icon %s", k.Code, k.Icon)
		}
	}
	want := []string{
		"strike", "clash", "talks", "visit", "call", "statement", "agreement", "ceasefire", "aid", "sanction",
		"prisoner exchange", "protest", "movement", "other",
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Error(diff)
	}
}

func TestBuiltInTerms(t *testing.T) {
	s := scratch(t)
	for vocabulary, want := range map[string]string{
		store.VocabularyPhase:     "considered, announced, postponed, under way, held, cancelled, delivered, paused, resumed",
		store.VocabularyPlaceRole: "scene, target, launch, venue, seat, origin, destination",
		store.VocabularyPartyRole: "attacker, target, participant, mediator, host, speaker, donor, recipient",
		store.VocabularyRelation:  "part of, follows, responds to, same as, contradicts",
		store.VocabularyActorKind: "person, state, organisation, armed group, unnamed",
		"reliability":             "A, B, C, D, E, F",
		"credibility":             "1, 2, 3, 4, 5, 6",
		"tlp":                     "RED, AMBER+STRICT, AMBER, GREEN, CLEAR",
		"unheard of":              "",
	} {
		terms, err := s.Terms(context.Background(), vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, x := range terms {
			codes = append(codes, x.Code)
		}
		if diff := cmp.Diff(want, strings.Join(codes, ", ")); diff != "" {
			t.Errorf("%s: %s", vocabulary, diff)
		}
	}
	qualifiers, err := s.Terms(context.Background(), store.VocabularyQualifier)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range qualifiers {
		if q.Code == "dozens" && (q.Low == nil || *q.Low != 24 || q.High != nil) {
			t.Errorf("dozens: %+v", q)
		}
		if q.Code == "exactly" && (q.Low != nil || q.High != nil) {
			t.Errorf("exactly: %+v", q)
		}
	}
}

func TestAnalystExtendsVocabularies(t *testing.T) {
	ctx := context.Background()
	s := scratch(t)
	kind := store.Kind{Code: "flood", Name: "Flood", Icon: "other", Colour: "#000080", Form: store.FormGeneral, Key: "z", Order: 20}
	term := store.Term{Vocabulary: store.VocabularyPhase, Code: "receding", Name: "receding", Forms: []store.Form{store.FormGeneral, store.FormStrike}}
	e := simple(0, "The river rises")
	e.Kind = "flood"
	e.Phases = []store.Phase{{Phase: "receding"}}
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}, {Kind: &kind}, {Term: &term}}}); err != nil {
		t.Fatal(err)
	}
	kinds, err := s.Kinds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(kind, kinds[len(kinds)-1]); diff != "" {
		t.Error(diff)
	}
	terms, err := s.Terms(ctx, store.VocabularyPhase)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(term, terms[0]); diff != "" { // it has no order: first
		t.Error(diff)
	}
	strike := kinds[0]
	strike.Colour = "#990000"
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Kind: &strike, Base: 1}}}); err != nil {
		t.Fatal(err)
	}
	mustCheck(t, s)
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if kinds, err = s.Kinds(ctx); err != nil || len(kinds) != 14 || kinds[0].Colour == "#990000" {
		t.Errorf("after undo: %v, %v", kinds, err)
	}
	mustCheck(t, s)
	again := simple(1, "Not any more")
	again.Kind = "flood"
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &again}}}); err == nil {
		t.Error("a kind that was undone is still taken")
	}
}

func TestRecordsOfTheirOwn(t *testing.T) {
	ctx := context.Background()
	s := scratch(t)
	us := store.Actor{ID: storetest.ID(9, 1), Name: "United States", Kind: "state"}
	trump := store.Actor{ID: storetest.ID(9, 2), Name: "Donald Trump", Kind: "person", ActsFor: &us}
	outlet := store.Outlet{ID: storetest.ID(9, 3), Name: "Agency", Reliability: "B"}
	item := store.Item{ID: storetest.ID(9, 4), Title: "Report", Outlet: &outlet, Published: "2025"}
	newer := store.Item{ID: storetest.ID(9, 5), Title: "A newer one", Published: "2025-07-04"}
	_, err := s.Save(ctx, store.Action{Put: []store.Put{{Actor: &trump}, {Item: &item}, {Item: &newer}}})
	if err != nil {
		t.Fatal(err)
	}
	actors, err := s.Actors(ctx)
	if err != nil || len(actors) != 2 || actors[0].Value.Name != "Donald Trump" || actors[0].Value.ActsFor == nil || actors[0].Value.ActsFor.Name != "United States" {
		t.Errorf("actors: %+v, %v", actors, err)
	}
	outlets, err := s.Outlets(ctx)
	if err != nil || len(outlets) != 1 || outlets[0].By != "Olha" || outlets[0].Revision != 1 {
		t.Errorf("outlets: %+v, %v", outlets, err)
	}
	items, err := s.Items(ctx)
	if err != nil || len(items) != 2 || items[0].Value.Title != "A newer one" || items[1].Value.Outlet.Name != "Agency" {
		t.Errorf("items: %+v, %v", items, err)
	}
	// Nobody acts for himself through another.
	us.ActsFor = &store.Actor{ID: trump.ID}
	if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Actor: &us, Base: 1}}}); err == nil {
		t.Error("two act for each other")
	}
	e := simple(0, "In a series")
	e.Series = &store.InSeries{Name: "Istanbul talks", ClaimedPosition: 2}
	save(t, s, e, 0)
	second := simple(1, "By its name")
	second.Series = &store.InSeries{Name: "Istanbul talks"}
	save(t, s, second, 0)
	series, err := s.SeriesList(ctx)
	if err != nil || len(series) != 1 || series[0].Name != "Istanbul talks" {
		t.Errorf("series: %+v, %v", series, err)
	}
	ref, err := s.AddAttachment(ctx, "a.txt", "text/plain", strings.NewReader("hello"))
	if err != nil || ref.Size != 5 {
		t.Fatalf("%+v, %v", ref, err)
	}
	body, err := s.Attachment(ctx, ref.SHA256)
	if err != nil || string(body) != "hello" {
		t.Errorf("attachment: %q, %v", body, err)
	}
	mustCheck(t, s)
}

func TestPublications(t *testing.T) {
	ctx := context.Background()
	s := scratch(t)
	c := save(t, s, simple(0, "Shown"), 0)
	p, err := s.Publish(ctx, store.Publication{File: "map.png", Format: "png", Title: "3–4 July", View: "-80,20,60,65", POV: "un", Events: 1})
	if err != nil {
		t.Fatal(err)
	}
	if p.ID == "" || p.By != "Olha" || p.Time.IsZero() || p.Head != c.Seq || p.HeadHash != c.Hash {
		t.Errorf("filled in: %+v", p)
	}
	if _, err := s.Publish(ctx, store.Publication{File: "b.csv", Format: "csv", Time: p.Time.Add(1e9)}); err != nil {
		t.Fatal(err)
	}
	all, err := s.Publications(ctx)
	if err != nil || len(all) != 2 || all[0].File != "b.csv" {
		t.Fatalf("%+v, %v", all, err)
	}
	if diff := cmp.Diff(p, all[1]); diff != "" {
		t.Error(diff)
	}
	mustCheck(t, s)
}
