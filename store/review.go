package store

import "encoding/json"

// ReviewBy is the event reviewed by somebody, who must be another than made its newest
// revision: a review is a second pair of eyes. e is not changed.
func ReviewBy(e Stored[Event], who string) (Event, error) {
	v := e.Value
	switch {
	case who == "":
		return Event{}, invalid("who reviewed ‘%s’ must be said", v.Title)
	case e.By == who:
		return Event{}, say(ErrConflict, "%s made the newest change of ‘%s’: a review is for a second person, who does it under their own name", who, v.Title)
	}
	v.Review, v.ReviewedBy = Reviewed, who
	return v, nil
}

// Redraft is the event as a draft again, which nobody has reviewed. e is not changed.
func Redraft(e Event) Event {
	e.Review, e.ReviewedBy = Draft, ""
	return e
}

// Assess is the event with another assessment, and why it was found. From a retraction
// it takes the event back. To retract, use [Retract], which asks for a reason. e is not
// changed.
func Assess(e Event, a Assessment, why string) (Event, error) {
	if a == Retracted {
		return Retract(e, why)
	}
	e.Assessment, e.AssessmentNote = a, why
	return e, nil
}

// ReviewIn is the change that made the event reviewed, and how many came after it;
// nil where the history does not have it.
func ReviewIn(history []Change) (at *Change, later int) {
	state := func(payload []byte) (s struct {
		Review     Review `json:"review"`
		ReviewedBy string `json:"reviewed_by"`
	},
	) {
		_ = json.Unmarshal(payload, &s) // what cannot be read was no review
		return s
	}
	for i := len(history) - 1; i >= 0; i-- {
		if len(history[i].Items) == 0 {
			continue
		}
		item := history[i].Items[0]
		was, is := state(item.Before), state(item.After)
		if is.Review == Reviewed && was != is {
			return &history[i], later
		}
		later++
	}
	return nil, 0
}
