package situation

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/store"
)

// FormatPlace names a place with how exact it is: "Kyiv (locality, ±12 km)",
// "Moscow (assumed)".
func FormatPlace(p store.Place) string {
	var notes []string
	switch {
	case p.Assumed:
		notes = append(notes, "assumed")
	case p.Precision != "" && p.Precision != store.PlaceExact:
		notes = append(notes, string(p.Precision))
	}
	if p.RadiusM > 0 && !p.Assumed {
		notes = append(notes, "±"+FormatDistance(p.RadiusM))
	}
	name := placeName(p)
	if len(notes) == 0 {
		return name
	}
	return name + " (" + strings.Join(notes, ", ") + ")"
}

// FormatDistance gives metres as people read them: "400 m", "2.5 km", "12 km".
func FormatDistance(metres float64) string {
	switch {
	case metres < 1000:
		return fmt.Sprintf("%.0f m", metres)
	case metres < 10000 && math.Mod(math.Round(metres/100), 10) != 0:
		return fmt.Sprintf("%.1f km", metres/1000)
	default:
		return fmt.Sprintf("%.0f km", metres/1000)
	}
}

// Where names the places of an event in one short line: "Kyiv", for a call
// "Washington – Moscow", for a transfer "Berlin → Kyiv". It is empty where no
// place is known.
func Where(e store.Event) string {
	from, to := named(e.Places, "origin"), named(e.Places, "destination")
	if len(from) > 0 && len(to) > 0 {
		return enumerate(from) + " → " + enumerate(to)
	}
	if main := scenes(e); len(main) > 0 {
		return enumerate(names(main))
	}
	if seats := named(e.Places, "seat"); len(seats) > 0 {
		return strings.Join(atMost(seats, 3), " – ")
	}
	return enumerate(names(e.Places))
}

// scenes are the places where the event itself was, as opposed to where those who
// took part sit, or where something came from: its targets, or its venue, or its
// scene, or its destination; places without a known role last.
func scenes(e store.Event) []store.Place {
	for _, role := range []string{"target", "venue", "scene", "destination"} {
		if ps := inRole(e.Places, role); len(ps) > 0 {
			return ps
		}
	}
	var rest []store.Place
	for _, p := range e.Places {
		if !slices.Contains([]string{"seat", "origin", "launch"}, p.Role) {
			rest = append(rest, p)
		}
	}
	return rest
}

func inRole(ps []store.Place, role string) []store.Place {
	var out []store.Place
	for _, p := range ps {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

func named(ps []store.Place, role string) []string { return names(inRole(ps, role)) }

// names are the places' names, each once.
func names(ps []store.Place) []string {
	var out []string
	for _, p := range ps {
		if n := placeName(p); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func placeName(p store.Place) string {
	switch {
	case p.Name != "":
		return p.Name
	case !p.Geometry.IsZero():
		c := p.Geometry.Bound().Center()
		return fmt.Sprintf("%.3f, %.3f", c[1], c[0])
	case p.Admin1 != "":
		return p.Admin1
	case p.Country != "":
		return p.Country
	default:
		return "unnamed place"
	}
}

// enumerate lists names: "Kyiv, Odesa", and how many more where they are many.
func enumerate(ns []string) string { return strings.Join(atMost(ns, 3), ", ") }

func atMost(ns []string, n int) []string {
	if len(ns) <= n {
		return ns
	}
	return append(slices.Clone(ns[:n-1]), fmt.Sprintf("%d more", len(ns)-n+1))
}

// point is the one point that stands for a place where a line has to end in it.
func point(p store.Place) (orb.Point, bool) {
	switch g := p.Geometry.Geometry.(type) {
	case nil:
		return orb.Point{}, false
	case orb.Point:
		return g, true
	default:
		return g.Bound().Center(), true
	}
}
