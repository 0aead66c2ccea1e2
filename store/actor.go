package store

// Actor is a person, state, organisation, armed group, or somebody unnamed.
type Actor struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Kind       string     `json:"kind,omitempty"` // person, state, organisation, armed group or unnamed
	Aliases    []string   `json:"aliases,omitempty"`
	Seat       *Seat      `json:"seat,omitempty"`
	ActsFor    *Actor     `json:"acts_for,omitempty"`
	Note       string     `json:"note,omitempty"`
	Protection Protection `json:"protection,omitzero"`
}

// Seat is where an actor is assumed to be unless said otherwise.
type Seat struct {
	Name      string   `json:"name"`
	GeonameID int64    `json:"geonameid,omitempty"`
	Country   string   `json:"country,omitempty"`
	Admin1    string   `json:"admin1,omitempty"`
	Geometry  Geometry `json:"geometry,omitzero"`
}
