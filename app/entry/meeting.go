package entry

var meetingSpec = spec{
	open:    []string{secWhen, secPlaces, secParties, secPhases, secSources, secClaims},
	places:  []string{"venue"},
	parties: []string{"participant", "participant", "host"},
	claims:  []string{aboutOutcome},
}
