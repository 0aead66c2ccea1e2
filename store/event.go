package store

import (
	"encoding/json"
	"time"
)

// Event is something that happened or was planned: a strike, a call, a round of
// talks. It is the root of its parts, each of which has a stable UUID of its own.
//
// The order of the fields is the order of members in the JSON that every command
// reads and writes; a member without value is left out, never null and never a 0
// that stands for unknown.
type Event struct {
	ID      string `json:"id"`   // UUIDv7
	Kind    string `json:"kind"` // code of a [Kind]
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`

	When    When `json:"when,omitzero"`    // when it happened; zero: unknown
	Planned When `json:"planned,omitzero"` // when it was meant to happen, kept apart from When

	Review     Review     `json:"review,omitempty"` // empty reads as draft
	ReviewedBy string     `json:"reviewed_by,omitempty"`
	Assessment Assessment `json:"assessment,omitempty"` // empty reads as reported
	// AssessmentNote says why, chiefly why an event was retracted.
	AssessmentNote string `json:"assessment_note,omitempty"`

	Phases    []Phase    `json:"phases,omitempty"`
	Places    []Place    `json:"places,omitempty"`
	Parties   []Party    `json:"parties,omitempty"`
	Claims    []Claim    `json:"claims,omitempty"`
	Headlines []Headline `json:"headlines,omitempty"` // rules and pins that differ from the default
	Citations []Citation `json:"citations,omitempty"`
	Relations []Relation `json:"relations,omitempty"`
	Series    *InSeries  `json:"series,omitempty"`

	Topics      []string                   `json:"topics,omitempty"`
	Tags        []string                   `json:"tags,omitempty"`
	Fields      map[string]json.RawMessage `json:"fields,omitempty"`     // values of the kind's own fields
	Properties  map[string]json.RawMessage `json:"properties,omitempty"` // foreign members, kept verbatim
	ExternalIDs []ExternalID               `json:"external_ids,omitempty"`
	Protection  Protection                 `json:"protection,omitzero"`
}

// Review says whether a second person has looked at an event.
type Review string

// The steps of a review.
const (
	Draft    Review = "draft"
	Reviewed Review = "reviewed"
)

// Assessment is how far the analyst believes an event. A rule suggests it; the
// analyst sets it.
type Assessment string

// The assessments.
const (
	Reported     Assessment = "reported"
	Corroborated Assessment = "corroborated"
	Confirmed    Assessment = "confirmed"
	Disputed     Assessment = "disputed"
	Retracted    Assessment = "retracted"
)

// Precision of a time says how wide the told interval is meant to be.
type Precision string

// The precisions of a time, finest first.
const (
	Second    Precision = "second"
	Minute    Precision = "minute"
	Hour      Precision = "hour"
	PartOfDay Precision = "part of day"
	Day       Precision = "day"
	Interval  Precision = "interval"
	Week      Precision = "week"
	Month     Precision = "month"
	Year      Precision = "year"
	Unknown   Precision = "unknown"
)

// When is a half-open interval of time, [Earliest, Latest), as precise as it was
// told. Instants are UTC, whole milliseconds; a zero instant is unknown.
type When struct {
	Earliest  time.Time `json:"earliest,omitzero"`
	Latest    time.Time `json:"latest,omitzero"`
	Precision Precision `json:"precision,omitempty"`
	Zone      string    `json:"zone,omitempty"`      // IANA name of the zone it was told in
	Text      string    `json:"text,omitempty"`      // the words as written
	CountsOn  string    `json:"counts_on,omitempty"` // local date YYYY-MM-DD it counts on, where not the one on which it ended
}

// IsZero reports whether nothing at all is known or written about the time.
func (w When) IsZero() bool { return w == When{} }

// Phase is one dated, cited step in the life of the thing itself: announced,
// postponed, held …. Phases append to each other; none erases an earlier one.
type Phase struct {
	ID        string   `json:"id"`
	Phase     string   `json:"phase"` // code of the vocabulary "phase"
	At        When     `json:"at,omitzero"`
	Note      string   `json:"note,omitempty"`
	Citations []string `json:"citations,omitempty"` // ids of the event's citations
}

// PlacePrecision says what a place's geometry stands for.
type PlacePrecision string

// The precisions of a place, finest first.
const (
	PlaceExact    PlacePrecision = "exact"
	PlaceVicinity PlacePrecision = "vicinity"
	PlaceLocality PlacePrecision = "locality"
	PlaceDistrict PlacePrecision = "district"
	PlaceRegion   PlacePrecision = "region"
	PlaceCountry  PlacePrecision = "country"
)

// Place is where an event, or one side of it, was.
type Place struct {
	ID        string         `json:"id"`
	Role      string         `json:"role"` // scene, target, launch, venue, seat, origin or destination
	Name      string         `json:"name,omitempty"`
	GeonameID int64          `json:"geonameid,omitempty"`
	Country   string         `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Admin1    string         `json:"admin1,omitempty"`  // ISO 3166-2, as "UA-30"
	Geometry  Geometry       `json:"geometry,omitzero"` // WGS 84, longitude first
	Precision PlacePrecision `json:"precision,omitempty"`
	RadiusM   float64        `json:"radius_m,omitempty"` // metres around a point; 0: not given
	Assumed   bool           `json:"assumed,omitempty"`  // nobody said so: a leader's seat, say
	Note      string         `json:"note,omitempty"`     // how it was found and by whom checked
}

// Party is an actor's part in an event.
type Party struct {
	ID    string `json:"id"`
	Role  string `json:"role"` // attacker, target, participant, mediator, host, speaker, donor or recipient
	Actor Actor  `json:"actor"`
	Place string `json:"place,omitempty"` // id of the event's place where this party was
}

// Claim is who says what about one aspect of an event.
type Claim struct {
	ID    string `json:"id"`
	About string `json:"about"`          // measure, when, place, party, outcome, phase or position
	Part  string `json:"part,omitempty"` // id of the event's part it speaks of, where there is one

	Measure   string   `json:"measure,omitempty"` // code of the vocabulary "measure"
	Of        string   `json:"of,omitempty"`      // what was counted: "Shahed-136", "civilians"
	Qualifier string   `json:"qualifier,omitempty"`
	Low       *float64 `json:"low,omitempty"`   // nil: no lower bound told
	High      *float64 `json:"high,omitempty"`  // nil: no upper bound told; inclusive
	Value     string   `json:"value,omitempty"` // what is claimed, where it is not a number: the outcome, a phase, a name
	When      When     `json:"when,omitzero"`   // what is claimed about the time

	AccordingTo *Actor `json:"according_to,omitempty"` // originator; nil: nobody is named
	Scope       Scope  `json:"scope,omitzero"`
	AsOf        When   `json:"as_of,omitzero"`

	State        ClaimState `json:"state,omitempty"`         // empty reads as live
	SupersededBy string     `json:"superseded_by,omitempty"` // id of the claim that took its place
	Why          string     `json:"why,omitempty"`           // why it was rejected or withdrawn
	Note         string     `json:"note,omitempty"`
	Citations    []string   `json:"citations,omitempty"` // ids of the event's citations
}

// ClaimState is whether a claim still stands.
type ClaimState string

// The states of a claim.
const (
	Live       ClaimState = "live"
	Superseded ClaimState = "superseded"
	Withdrawn  ClaimState = "withdrawn"
	Rejected   ClaimState = "rejected"
)

// Scope is the place and window that a claim counts, where wider than the event.
type Scope struct {
	Text    string `json:"text,omitempty"`
	Country string `json:"country,omitempty"`
	Admin1  string `json:"admin1,omitempty"`
	When    When   `json:"when,omitzero"`
}

// IsZero reports whether the claim counts just the event.
func (s Scope) IsZero() bool { return s == Scope{} }

// Headline chooses how the value shown for a measure is found: by a rule other
// than the default, or by pinning one claim for a stated reason.
type Headline struct {
	Measure string `json:"measure"`
	Of      string `json:"of,omitempty"`
	Rule    string `json:"rule,omitempty"`  // range, newest, lowest or highest
	Claim   string `json:"claim,omitempty"` // id of the pinned claim
	Reason  string `json:"reason,omitempty"`
}

// Citation ties an item to the event, one of its parts, or one of its fields.
type Citation struct {
	ID          string `json:"id"`
	About       string `json:"about,omitempty"` // "event", a field's name, or the id of a part
	Item        Item   `json:"item"`
	Quote       string `json:"quote,omitempty"`
	Translation string `json:"translation,omitempty"`
	Page        string `json:"page,omitempty"`        // page or minute
	Credibility int    `json:"credibility,omitempty"` // Admiralty 1–6; 0: not judged
}

// Relation points from this event to another, which may not be in the store.
type Relation struct {
	Type  string `json:"type"`  // part of, follows, responds to, same as or contradicts
	Event string `json:"event"` // UUID
	Note  string `json:"note,omitempty"`
}

// InSeries places an event in an ordered chain such as "Istanbul talks". The
// position by time is computed; a claimed one stands beside it.
type InSeries struct {
	ID              string `json:"id"`
	Name            string `json:"name"`
	ClaimedPosition int    `json:"claimed_position,omitempty"`
	Basis           string `json:"basis,omitempty"` // what the claimed position counts: "this year"
}

// ExternalID is the event's id in somebody else's data set.
type ExternalID struct {
	Dataset string `json:"dataset"`
	ID      string `json:"id"`
}

// Protection limits who may see a record. TLP 2.0.
type Protection struct {
	TLP          string    `json:"tlp,omitempty"` // RED, AMBER+STRICT, AMBER, GREEN or CLEAR
	Embargo      time.Time `json:"embargo_until,omitzero"`
	DoNotPublish bool      `json:"do_not_publish,omitempty"`
}

// IsZero reports whether nothing limits the record.
func (p Protection) IsZero() bool { return p == Protection{} }
