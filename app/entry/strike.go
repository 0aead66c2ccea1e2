package entry

var strikeSpec = spec{
	open:    []string{secWhen, secPlaces, secParties, secSources, secClaims},
	places:  []string{"target"},
	parties: []string{"attacker", "target"},
	claims:  []string{"killed", "wounded", "launched", "shot_down"},
	weapons: true,
}
