package entry

var strikeSpec = spec{
	open:    []string{secWhen, secPlaces, secParties, secSources, secClaims},
	places:  []string{"target"},
	parties: []string{"attacker", "target"},
	claims:  []string{"killed", "wounded", "launched", "shot_down"},
	weapons: true,
	title: func(s summary) string {
		at := s.place("target", "scene")
		if at == "" {
			return ""
		}
		return s.kind + " on " + at
	},
}
