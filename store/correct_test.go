package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sitmap/store"
)

func ptr(f float64) *float64 { return &f }

// TestCorrectKeepsWhatItReplaces: the old claim stays with what became of it, by which
// it was replaced and why, and counts no more.
func TestCorrectKeepsWhatItReplaces(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for reason, want := range map[store.Reason]store.ClaimState{
		store.ReasonUpdate: store.Superseded, store.ReasonCorrected: store.Withdrawn, store.ReasonOurError: store.Rejected,
	} {
		s := scratch(t)
		e := simple(0, "Strike")
		e.Claims[0].Measure, e.Claims[0].Of = "killed", "civilians"
		old := e.Claims[0].ID
		e.Headlines = []store.Headline{{Measure: "killed", Of: "civilians", Claim: old, Reason: "the best there is"}}
		save(t, s, e, 0)
		next := store.Claim{Qualifier: "exactly", Low: ptr(7), High: ptr(7), AccordingTo: e.Claims[0].AccordingTo}
		c, err := s.Correct(ctx, e.ID, 1, old, next, reason, "they counted again")
		if err != nil {
			t.Fatal(err)
		}
		if c.Reason != reason || c.Note != "they counted again" {
			t.Errorf("the change: %+v", c)
		}
		got := get(t, s, e.ID).Value
		if len(got.Claims) != 2 {
			t.Fatalf("claims: %+v", got.Claims)
		}
		was, is := got.Claims[0], got.Claims[1]
		if was.ID != old || was.State != want || was.SupersededBy != is.ID || was.Why != "they counted again" || *was.Low != *e.Claims[0].Low {
			t.Errorf("%s: the old claim is %+v", reason, was)
		}
		if is.About != "measure" || is.Measure != "killed" || is.Of != "civilians" || is.State != store.Live || got.Headlines[0].Claim != is.ID {
			t.Errorf("%s: the new claim is %+v, the pin on %s", reason, is, got.Headlines[0].Claim)
		}
		if f := store.Figures(got); len(f) != 1 || *f[0].Low != 7 || !f[0].Pinned {
			t.Errorf("%s: the figures are %+v", reason, f)
		}
		if _, err := s.Correct(ctx, e.ID, 2, old, next, reason, "again"); !errors.Is(err, store.ErrConflict) || !strings.Contains(err.Error(), "already") {
			t.Errorf("a claim that was replaced, once more: %v", err)
		}
		mustCheck(t, s)
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := get(t, s, e.ID).Value; string(mustEncode(t, got)) != string(mustEncode(t, e)) {
			t.Errorf("undone it is %s", mustEncode(t, got))
		}
	}
}

func TestDropClaimAndRetract(t *testing.T) {
	t.Parallel()
	e := simple(0, "Strike")
	id := e.Claims[0].ID
	e.Headlines = []store.Headline{{Measure: "killed", Claim: id}, {Measure: "wounded", Rule: "newest", Claim: id}}
	got, err := store.DropClaim(e, id, store.ReasonCorrected, "withdrawn on 5 July")
	if err != nil || got.Claims[0].State != store.Withdrawn || got.Claims[0].Why != "withdrawn on 5 July" || len(store.Figures(got)) != 0 {
		t.Errorf("%+v, %v", got.Claims, err)
	}
	if len(got.Headlines) != 1 || got.Headlines[0].Claim != "" || e.Claims[0].State == store.Withdrawn || e.Headlines[1].Claim != id {
		t.Errorf("pins: %+v; the caller's: %+v", got.Headlines, e.Headlines)
	}
	for _, err := range []error{
		second(store.DropClaim(e, id, store.ReasonOurError, "")),
		second(store.DropClaim(e, id, store.ReasonUpdate, "why")),
		second(store.CorrectClaim(e, id, store.Claim{}, store.ReasonUpdate, "")),
		second(store.CorrectClaim(e, id, store.Claim{ID: id}, store.ReasonUpdate, "")),
		second(store.CorrectClaim(e, id, store.Claim{ID: "n"}, store.ReasonOurError, "")),
		second(store.CorrectClaim(e, id, store.Claim{ID: "n"}, store.ReasonMerged, "why")),
		second(store.Retract(e, "")),
	} {
		if !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%v is not refused", err)
		}
	}
	if _, err := store.DropClaim(e, "x", store.ReasonOurError, "why"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of no claim: %v", err)
	}
	if r, err := store.Retract(e, "a hoax"); err != nil || r.Assessment != store.Retracted || r.AssessmentNote != "a hoax" || r.Title != e.Title {
		t.Errorf("retracted: %+v, %v", r, err)
	}
}

func second(_ store.Event, err error) error { return err }
