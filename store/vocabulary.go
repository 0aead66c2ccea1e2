package store

// Form is one of the six entry forms.
type Form string

// The forms.
const (
	FormStrike    Form = "strike"
	FormMeeting   Form = "meeting"
	FormCall      Form = "call"
	FormStatement Form = "statement"
	FormTransfer  Form = "transfer"
	FormGeneral   Form = "general"
)

// Kind is an entry of the vocabulary of kinds of event, which the analyst extends.
type Kind struct {
	Code   string `json:"code"` // as in Event.Kind
	Name   string `json:"name"`
	Icon   string `json:"icon"`   // name of an icon in assets, such as "strike"
	Colour string `json:"colour"` // #rrggbb on the light theme
	Form   Form   `json:"form"`
	CAMEO  string `json:"cameo,omitempty"`
	Key    string `json:"key,omitempty"` // letter that chooses it in the form
	Order  int    `json:"order,omitempty"`
}

// Term is an entry of any other vocabulary: "measure", "phase", "outcome",
// "weapon", "qualifier", "place role", "party role", "relation", "actor kind" ….
type Term struct {
	Vocabulary string `json:"vocabulary"`
	Code       string `json:"code"`
	Name       string `json:"name"`
	Order      int    `json:"order,omitempty"`
	// Low and High bound a qualifier without figures of its own: "dozens" is 24 or
	// more. They are conventions, stored with the claim they were used for.
	Low  *float64 `json:"low,omitempty"`
	High *float64 `json:"high,omitempty"`
	// Forms lists the forms that offer the term first; empty: all.
	Forms []Form `json:"forms,omitempty"`
}
