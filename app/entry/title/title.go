// Package title makes titles of events of what they say, by the form of their kind: the
// form proposes them, and so do drafts that were read in a report.
package title

import (
	"strings"

	"sitmap/store"
)

// Summary is what a title can be made of.
type Summary struct {
	Kind   string                       // its name
	Place  func(roles ...string) string // name of the first place in one of the roles
	Actors func(role string) []string
}

// Of is a summary of an event; kind is the name of its kind.
func Of(e store.Event, kind string) Summary {
	return Summary{
		Kind: kind,
		Place: func(roles ...string) string {
			for _, r := range roles {
				for _, p := range e.Places {
					if name := strings.TrimSpace(p.Name); p.Role == r && name != "" {
						return name
					}
				}
			}
			return ""
		},
		Actors: func(role string) (out []string) {
			for _, p := range e.Parties {
				if name := strings.TrimSpace(p.Actor.Name); p.Role == role && name != "" {
					out = append(out, name)
				}
			}
			return out
		},
	}
}

// For is the title that a form proposes; "" if there is too little to make one of.
func For(form store.Form, s Summary) string {
	switch form {
	case store.FormStrike:
		return with(s.Kind+" on ", s.Place("target", "scene"))
	case store.FormMeeting:
		return meeting(s)
	case store.FormCall:
		if who := s.Actors("participant"); len(who) > 1 {
			return s.Kind + ": " + strings.Join(who, " – ")
		}
		return ""
	case store.FormStatement:
		return with(s.Kind+" by ", strings.Join(s.Actors("speaker"), ", "))
	case store.FormTransfer:
		from, to := strings.Join(s.Actors("donor"), ", "), strings.Join(s.Actors("recipient"), ", ")
		if from == "" || to == "" {
			return ""
		}
		return s.Kind + " from " + from + " to " + to
	}
	return with(s.Kind+" in ", s.Place("scene", "venue", "target", "seat"))
}

func with(begin, name string) string {
	if name == "" {
		return ""
	}
	return begin + name
}

func meeting(s Summary) string {
	who, at := strings.Join(s.Actors("participant"), ", "), s.Place("venue", "scene")
	switch {
	case who == "" && at == "":
		return ""
	case who == "":
		return s.Kind + " in " + at
	case at == "":
		return s.Kind + ": " + who
	}
	return s.Kind + " in " + at + ": " + who
}
