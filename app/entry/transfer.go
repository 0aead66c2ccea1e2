package entry

var transferSpec = spec{
	open:    []string{secWhen, secParties, secPhases, secSources, secClaims},
	parties: []string{"donor", "recipient"},
	claims:  []string{"delivered"},
}
