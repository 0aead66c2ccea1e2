package store

import (
	"cmp"
	"context"
	"slices"
)

// NewID makes an id, for a part of an event that another part is to name before it is
// saved.
func (s *Store) NewID() string { return s.newID() }

// CorrectClaim is the event with a claim replaced by another, which the caller gave an
// id. The old claim stays, and says by which it was replaced and in what way, by the
// reason of the change: after an update it is superseded; where the source corrected
// itself it is withdrawn; where it was our error it is rejected. why, which those two
// need, is kept with it. A pin on the old claim goes over to the new one, and what the
// new claim does not say of what it is about is taken from the old. e is not changed.
func CorrectClaim(e Event, old string, next Claim, reason Reason, why string) (Event, error) {
	at, err := standingClaim(e, old)
	if err != nil {
		return Event{}, err
	}
	if next.ID == "" || slices.ContainsFunc(e.Claims, func(c Claim) bool { return c.ID == next.ID }) {
		return Event{}, invalid("the claim that replaces another needs an id of its own")
	}
	state, ok := map[Reason]ClaimState{ReasonUpdate: Superseded, ReasonCorrected: Withdrawn, ReasonOurError: Rejected}[reason]
	if !ok {
		return Event{}, invalid("a claim is replaced by an update, because its source corrected it, or because of our error: the reason %s is none of these", quoted(string(reason)))
	}
	if state != Superseded && why == "" {
		return Event{}, invalid("why the claim is wrong must be said: it stays in the event with that reason")
	}
	e.Claims = slices.Clone(e.Claims)
	was := &e.Claims[at]
	if next.About == "" {
		next.About = was.About
		next.Part = cmp.Or(next.Part, was.Part)
		next.Measure = cmp.Or(next.Measure, was.Measure)
		next.Of = cmp.Or(next.Of, was.Of)
	}
	next.State, next.SupersededBy = Live, ""
	was.State, was.SupersededBy, was.Why = state, next.ID, why
	// What the old one had replaced is replaced by the same chain: it is left alone.
	e.Claims = slices.Insert(e.Claims, at+1, next)
	e.Headlines = slices.Clone(e.Headlines)
	for i := range e.Headlines {
		if e.Headlines[i].Claim == old {
			e.Headlines[i].Claim = next.ID
		}
	}
	return e, nil
}

// DropClaim is the event with a claim that no longer counts, and nothing in its place:
// withdrawn by its source (ReasonCorrected), or rejected by us (ReasonOurError). It
// stays in the event and says why. e is not changed.
func DropClaim(e Event, id string, reason Reason, why string) (Event, error) {
	at, err := standingClaim(e, id)
	if err != nil {
		return Event{}, err
	}
	state, ok := map[Reason]ClaimState{ReasonCorrected: Withdrawn, ReasonOurError: Rejected}[reason]
	if !ok {
		return Event{}, invalid("a claim is dropped because its source withdrew it, or because of our error: the reason %s is neither", quoted(string(reason)))
	}
	if why == "" {
		return Event{}, invalid("why the claim is wrong must be said: it stays in the event with that reason")
	}
	e.Claims = slices.Clone(e.Claims)
	e.Claims[at].State, e.Claims[at].Why = state, why
	e.Headlines = slices.DeleteFunc(slices.Clone(e.Headlines), func(h Headline) bool { return h.Claim == id && h.Rule == "" })
	for i := range e.Headlines {
		if e.Headlines[i].Claim == id {
			e.Headlines[i].Claim = ""
		}
	}
	return e, nil
}

// standingClaim finds a claim that still counts.
func standingClaim(e Event, id string) (int, error) {
	at := slices.IndexFunc(e.Claims, func(c Claim) bool { return c.ID == id })
	if at < 0 {
		return 0, say(ErrNotFound, "the event ‘%s’ has no claim %s", e.Title, id)
	}
	if c := e.Claims[at]; !c.stands() {
		return 0, say(ErrConflict, "the claim %s of ‘%s’ was %s already: correct the one that took its place", id, e.Title, cmp.Or(c.State, Superseded))
	}
	return at, nil
}

// Retract is the event retracted, with the reason. It stays in the store, in lists and
// in what asks for retracted events, but counts no more. e is not changed.
func Retract(e Event, why string) (Event, error) {
	if why == "" {
		return Event{}, invalid("why ‘%s’ is retracted must be said: it stays in the store with that reason", e.Title)
	}
	e.Assessment, e.AssessmentNote = Retracted, why
	return e, nil
}

// Correct replaces a claim of an event that the caller read at revision base, as
// [CorrectClaim] does, in one change that has the reason and why as its note. An absent
// id of the new claim is made.
func (s *Store) Correct(ctx context.Context, event string, base int64, old string, next Claim, reason Reason, why string) (Change, error) {
	e, err := s.Event(ctx, event)
	if err != nil {
		return Change{}, err
	}
	if next.ID == "" {
		next.ID = s.newID()
	}
	after, err := CorrectClaim(e.Value, old, next, reason, why)
	if err != nil {
		return Change{}, err
	}
	return s.Save(ctx, Action{Reason: reason, Note: why, Put: []Put{{Event: &after, Base: base}}})
}
