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

func TestAReviewThatChangesCameAfterIsSaid(t *testing.T) {
	change := func(seq int64, before, after string) store.Change {
		return store.Change{Seq: seq, By: "olha", Items: []store.ChangeItem{{ID: "a", Before: []byte(before), After: []byte(after)}}}
	}
	history := []store.Change{
		change(1, ``, `{"id":"a","title":"A"}`),
		change(2, `{"id":"a","title":"A"}`, `{"id":"a","title":"A","review":"reviewed","reviewed_by":"bohdan"}`),
	}
	if at, later := store.ReviewIn(history); at == nil || at.Seq != 2 || later != 0 {
		t.Errorf("reviewed at %v, %d later", at, later)
	}
	history = append(history, change(3, string(history[1].Items[0].After), `{"id":"a","title":"B","review":"reviewed","reviewed_by":"bohdan"}`))
	if at, later := store.ReviewIn(history); at == nil || at.Seq != 2 || later != 1 {
		t.Errorf("reviewed at %v, %d later", at, later)
	}
	if at, _ := store.ReviewIn(history[:1]); at != nil {
		t.Errorf("reviewed at %v, which nobody did", at)
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
