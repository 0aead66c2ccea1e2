package index

import (
	"slices"

	"sitmap/store"
)

// State is how an event stands, in one byte: its assessment and its flags.
type State uint8

// The flags of a State.
const (
	Draft     State = 1 << (3 + iota) // not reviewed
	Placed                            // it has a point on the map
	Protected                         // it carries a protection that limits who may see it

	assessmentBits State = 7
)

// assessments are the codes in a State; an empty assessment reads as reported.
var assessments = [...]store.Assessment{store.Reported, store.Corroborated, store.Confirmed, store.Disputed, store.Retracted}

// Assessment is how far the analyst believes the event.
func (s State) Assessment() store.Assessment {
	if i := int(s & assessmentBits); i < len(assessments) {
		return assessments[i]
	}
	return store.Reported
}

// Retracted reports whether the event was retracted.
func (s State) Retracted() bool { return s.Assessment() == store.Retracted }

func assessmentCode(a store.Assessment) State { return State(max(slices.Index(assessments[:], a), 0)) }

func stateOf(r *store.EventRow) State {
	s := assessmentCode(r.Assessment)
	if r.Review != store.Reviewed {
		s |= Draft
	}
	if r.Protected {
		s |= Protected
	}
	return s
}

// precisions are the codes of the precision of a place, finest first.
var precisions = [...]store.PlacePrecision{
	"", store.PlaceExact, store.PlaceVicinity, store.PlaceLocality, store.PlaceDistrict, store.PlaceRegion, store.PlaceCountry,
}

func precisionCode(p store.PlacePrecision) uint8 {
	return uint8(max(slices.Index(precisions[:], p), 0))
}
