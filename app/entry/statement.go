package entry

import "strings"

var statementSpec = spec{
	open:    []string{secWhen, secParties, secPlaces, secTopics, secRelations, secSources},
	places:  []string{"scene"},
	parties: []string{"speaker"},
	title: func(s summary) string {
		who := strings.Join(s.actors("speaker"), ", ")
		if who == "" {
			return ""
		}
		return s.kind + " by " + who
	},
}
