package entry

import "strings"

var callSpec = spec{
	open:    []string{secWhen, secParties, secPlaces, secSources, secClaims, secTopics},
	places:  []string{"seat", "seat"},
	parties: []string{"participant", "participant"},
	claims:  []string{aboutOutcome},
	title: func(s summary) string {
		who := s.actors("participant")
		if len(who) < 2 {
			return ""
		}
		return s.kind + ": " + strings.Join(who, " – ")
	},
}
