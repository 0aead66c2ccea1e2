package entry

var callSpec = spec{
	open:    []string{secWhen, secParties, secPlaces, secSources, secClaims, secTopics},
	places:  []string{"seat", "seat"},
	parties: []string{"participant", "participant"},
	claims:  []string{aboutOutcome},
}
