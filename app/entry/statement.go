package entry

var statementSpec = spec{
	open:    []string{secWhen, secParties, secPlaces, secTopics, secRelations, secSources},
	places:  []string{"scene"},
	parties: []string{"speaker"},
}
