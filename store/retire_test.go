package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"

	"sitmap/store"
)

// What is retired is a change that can be undone; what is used cannot be deleted.
func TestRetiring(t *testing.T) {
	ctx := context.Background()
	s := create(t, filepath.Join(t.TempDir(), "s.gpkg"), "olha")
	defer s.Close()
	one := func(p store.Put) {
		t.Helper()
		if _, err := s.Save(ctx, store.Action{Put: []store.Put{p}}); err != nil {
			t.Fatal(err)
		}
	}
	used := store.Term{Vocabulary: store.VocabularyWeapon, Code: "Lancet", Name: "Lancet"}
	free := store.Term{Vocabulary: store.VocabularyMeasure, Code: "sunk", Name: "sunk"}
	one(store.Put{Term: &used})
	one(store.Put{Term: &free})
	low := 3.0
	e := store.Event{
		Kind: "strike", Title: "Strike", Fields: map[string]json.RawMessage{"weapons": json.RawMessage(`["Lancet"]`)},
		Claims: []store.Claim{
			{About: "measure", Measure: "killed", Qualifier: "exactly", Low: &low, High: &low},
			{About: "outcome", Value: "target hit"},
		},
		Phases: []store.Phase{{Phase: "held"}},
	}
	one(store.Put{Event: &e})

	for _, x := range []struct {
		term store.Term
		n    int64
	}{
		{used, 1},
		{free, 0},
		{store.Term{Vocabulary: store.VocabularyMeasure, Code: "killed"}, 1},
		{store.Term{Vocabulary: store.VocabularyMeasure, Code: "wounded"}, 0},
		{store.Term{Vocabulary: store.VocabularyOutcome, Code: "target hit"}, 1},
		{store.Term{Vocabulary: store.VocabularyPhase, Code: "held"}, 1},
		{store.Term{Vocabulary: store.VocabularyPhase, Code: "cancelled"}, 0},
	} {
		n, err := s.Uses(ctx, store.EntityTerm, store.TermID(x.term))
		if err != nil || n != x.n {
			t.Errorf("%s is used %d times, %v, want %d", store.TermID(x.term), n, err, x.n)
		}
	}
	_, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityTerm, ID: store.TermID(used)}}})
	if err == nil {
		t.Error("a weapon in use was deleted")
	}
	if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: store.EntityTerm, ID: store.TermID(free)}}}); err != nil {
		t.Error(err)
	}

	if _, err := s.Retire(ctx, store.EntityTerm, store.TermID(used), true); err != nil {
		t.Fatal(err)
	}
	r, err := s.Retired(ctx)
	if err != nil || !r.Has(store.EntityTerm, "weapon/Lancet") || len(r) != 1 {
		t.Errorf("retired: %v, %v", r, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Retired(ctx); err != nil || len(r) != 0 {
		t.Errorf("after undo: %v, %v", r, err)
	}
	if _, err := s.Retire(ctx, store.EntityEvent, "x", true); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("an event is retired: %v", err)
	}
	if e, id, ok := store.RetiredIn("retired term/weapon/Lancet"); !ok || e != store.EntityTerm || id != "weapon/Lancet" {
		t.Errorf("%s %s %v", e, id, ok)
	}
}
