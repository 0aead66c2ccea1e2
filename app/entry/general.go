package entry

var generalSpec = spec{
	open:   []string{secWhen, secPlaces, secParties, secSources, secClaims},
	places: []string{"scene"},
}
