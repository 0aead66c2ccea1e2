package store_test

import (
	"errors"
	"testing"

	"sitmap/store"
)

func TestAReviewIsForASecondPerson(t *testing.T) {
	e := store.Stored[store.Event]{Value: store.Event{Title: "A", Review: store.Draft}, By: "olha"}
	if _, err := store.ReviewBy(e, "olha"); !errors.Is(err, store.ErrConflict) {
		t.Errorf("who wrote it reviews it: %v", err)
	}
	if _, err := store.ReviewBy(e, ""); err == nil {
		t.Error("nobody reviews it")
	}
	v, err := store.ReviewBy(e, "bohdan")
	if err != nil || v.Review != store.Reviewed || v.ReviewedBy != "bohdan" || e.Value.Review != store.Draft {
		t.Errorf("reviewed: %+v, %v; before: %+v", v, err, e.Value)
	}
	if v = store.Redraft(v); v.Review != store.Draft || v.ReviewedBy != "" {
		t.Errorf("a draft again: %+v", v)
	}
}

func TestAssessingKeepsWhyAndRetractingNeedsIt(t *testing.T) {
	e := store.Event{Title: "A", Assessment: store.Reported}
	v, err := store.Assess(e, store.Confirmed, "seen on video")
	if err != nil || v.Assessment != store.Confirmed || v.AssessmentNote != "seen on video" {
		t.Errorf("confirmed: %+v, %v", v, err)
	}
	if _, err := store.Assess(e, store.Retracted, ""); err == nil {
		t.Error("retracted without a reason")
	}
}
