package entry

var generalSpec = spec{
	open:   []string{secWhen, secPlaces, secParties, secSources, secClaims},
	places: []string{"scene"},
	title: func(s summary) string {
		at := s.place("scene", "venue", "target", "seat")
		if at == "" {
			return ""
		}
		return s.kind + " in " + at
	},
}
