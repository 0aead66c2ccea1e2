package basemap

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"sitmap/assets"
)

// DefaultPOV is the name of the built-in point of view that is used where none
// is named: United Nations practice.
const DefaultPOV = "un"

// POV is a point of view: a named, versioned table of who owns what, how what is
// contested is marked, and on whose authority. It says nothing about who holds
// what on the ground: that is a dated, sourced layer of the analyst's own.
//
// Units are named by ISO 3166-2 code ("UA-43"); a piece without one by the code
// of its country or region, a tilde and a word ("CY~north", "EH~smara"). The
// code of a country names all units that ISO 3166-1 counts to it.
type POV struct {
	// Name is short and lower-case ("un"); Title is for people; Version is a
	// date or number; Statement is the sentence printed on pictures.
	Name      string `json:"name"`
	Title     string `json:"title"`
	Version   string `json:"version"`
	Statement string `json:"statement"`
	// Units gives units to countries. Later rules override earlier ones, and a
	// rule for a unit overrides one for its country.
	Units []UnitRule `json:"units"`
	// Lines gives classes to stretches of border.
	Lines []LineRule `json:"lines"`
	// Territories says which state is responsible for a territory that has an
	// ISO 3166-1 code of its own without being a state.
	Territories []TerritoryRule `json:"territories"`
}

// UnitRule says to whom units belong and how they are marked.
type UnitRule struct {
	Units []string `json:"units"`
	// Owner is an ISO 3166-1 code; empty where no owner is determined.
	Owner string `json:"owner"`
	// Treatment is "hatched" or empty; Note says why, in a few words.
	Treatment string `json:"treatment,omitempty"`
	Note      string `json:"note,omitempty"`
	// Inner is the class of the line between these units and the rest of their
	// owner: empty (an inner border like others), "disputed" or "claimed".
	Inner string `json:"inner,omitempty"`
	// Authority is the resolution, treaty or list that the rule follows.
	Authority string `json:"authority"`
}

// LineRule gives a class to the border between two units or countries.
type LineRule struct {
	Between [2]string `json:"between"`
	// Class is "recognised", "disputed", "claimed", or "none" for a line that
	// is no border at all in this point of view.
	Class     string `json:"class"`
	Note      string `json:"note,omitempty"`
	Authority string `json:"authority"`
}

// TerritoryRule says which state is responsible for territories.
type TerritoryRule struct {
	Territories []string `json:"territories"`
	Owner       string   `json:"owner"`
	Note        string   `json:"note,omitempty"`
	Authority   string   `json:"authority"`
}

// POVs lists the built-in points of view, the default first.
func POVs() []POV {
	data, err := assets.Read("layers/pov/un.json")
	if err != nil {
		return nil
	}
	p, err := parsePOV(data)
	if err != nil {
		return nil
	}
	return []POV{p}
}

// maxPOV is far more than a table of all first-order regions needs, in bytes.
const maxPOV = 4 << 20

// LoadPOV reads a point of view from JSON, in the shape of the built-in one. The
// error is a sentence that says what is wrong with which rule.
func LoadPOV(r io.Reader) (POV, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPOV+1))
	if err != nil {
		return POV{}, fmt.Errorf("reading the point of view: %w", err)
	}
	if len(data) > maxPOV {
		return POV{}, errors.New("the point of view is larger than 4 MB; is it the right file?")
	}
	return parsePOV(data)
}

func parsePOV(data []byte) (POV, error) {
	var p POV
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return POV{}, fmt.Errorf("the point of view is not JSON of the expected shape: %w", err)
	}
	if d.More() {
		return POV{}, errors.New("the point of view has something after its end; it must be a single JSON object")
	}
	if err := p.check(); err != nil {
		return POV{}, fmt.Errorf("the point of view %q: %w", p.Name, err)
	}
	return p, nil
}

var (
	povName  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)
	unitCode = regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,4})?(~[a-z0-9]+)?$`)
	country  = regexp.MustCompile(`^[A-Z]{2}$`)
)

func (p POV) check() error {
	switch {
	case !povName.MatchString(p.Name):
		return errors.New(`"name" must be a short word of lower-case letters, digits and hyphens`)
	case p.Title == "" || p.Version == "" || p.Statement == "":
		return errors.New(`"title", "version" and "statement" must not be empty`)
	}
	for i, r := range p.Units {
		if err := r.check(); err != nil {
			return fmt.Errorf("unit rule %d (%s): %w", i+1, strings.Join(r.Units, ", "), err)
		}
	}
	for i, r := range p.Lines {
		if err := r.check(); err != nil {
			return fmt.Errorf("line rule %d (%s): %w", i+1, strings.Join(r.Between[:], " – "), err)
		}
	}
	for i, r := range p.Territories {
		if err := r.check(); err != nil {
			return fmt.Errorf("territory rule %d (%s): %w", i+1, strings.Join(r.Territories, ", "), err)
		}
	}
	return nil
}

var errAuthority = errors.New(`"authority" is empty; name the resolution, treaty or list that the rule follows`)

func (r UnitRule) check() error {
	if len(r.Units) == 0 {
		return errors.New(`"units" names none`)
	}
	for _, u := range r.Units {
		if !unitCode.MatchString(u) {
			return fmt.Errorf("%q is not a unit's code, such as UA or UA-43", u)
		}
	}
	switch {
	case r.Owner != "" && !country.MatchString(r.Owner):
		return fmt.Errorf("owner %q is not an ISO 3166-1 code of two letters", r.Owner)
	case r.Treatment != "" && r.Treatment != "hatched":
		return fmt.Errorf(`treatment %q is unknown; use "hatched" or leave it out`, r.Treatment)
	case r.Treatment != "" && r.Note == "":
		return errors.New(`a treatment needs a "note" that explains it`)
	case r.Inner != "" && r.Inner != "disputed" && r.Inner != "claimed":
		return fmt.Errorf(`inner %q is unknown; use "disputed" or "claimed" or leave it out`, r.Inner)
	case r.Authority == "":
		return errAuthority
	}
	return nil
}

func (r LineRule) check() error {
	for _, u := range r.Between {
		if !unitCode.MatchString(u) {
			return fmt.Errorf("%q is not a unit's or country's code, such as UA or UA-43", u)
		}
	}
	switch r.Class {
	case "recognised", "disputed", "claimed", "none":
	default:
		return fmt.Errorf(`class %q is unknown; use "recognised", "disputed", "claimed" or "none"`, r.Class)
	}
	if r.Authority == "" {
		return errAuthority
	}
	return nil
}

func (r TerritoryRule) check() error {
	for _, t := range append(r.Territories, r.Owner) {
		if !country.MatchString(t) {
			return fmt.Errorf("%q is not an ISO 3166-1 code of two letters", t)
		}
	}
	if r.Authority == "" {
		return errAuthority
	}
	return nil
}
