package entry

import "strings"

var meetingSpec = spec{
	open:    []string{secWhen, secPlaces, secParties, secPhases, secSources, secClaims},
	places:  []string{"venue"},
	parties: []string{"participant", "participant", "host"},
	claims:  []string{aboutOutcome},
	title: func(s summary) string {
		who, at := strings.Join(s.actors("participant"), ", "), s.place("venue", "scene")
		switch {
		case who == "" && at == "":
			return ""
		case who == "":
			return s.kind + " in " + at
		case at == "":
			return s.kind + ": " + who
		}
		return s.kind + " in " + at + ": " + who
	},
}
