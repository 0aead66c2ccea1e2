package entry

import "strings"

var transferSpec = spec{
	open:    []string{secWhen, secParties, secPhases, secSources, secClaims},
	parties: []string{"donor", "recipient"},
	claims:  []string{"delivered"},
	title: func(s summary) string {
		from, to := strings.Join(s.actors("donor"), ", "), strings.Join(s.actors("recipient"), ", ")
		if from == "" || to == "" {
			return ""
		}
		return s.kind + " from " + from + " to " + to
	},
}
