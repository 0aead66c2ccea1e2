package situation

import (
	"strings"
	"time"
	_ "time/tzdata" // the machine of the analyst may have no zone data

	"sitmap/store"
)

// zones loads each zone once. It is not safe for concurrent use.
type zones struct {
	home  *time.Location
	known map[string]*time.Location
}

func newZones(home *time.Location) *zones {
	if home == nil {
		home = time.UTC
	}
	return &zones{home: home, known: map[string]*time.Location{}}
}

// of is the zone in which w was told, or home where that is not known.
func (z *zones) of(w store.When) *time.Location {
	if w.Zone == "" {
		return z.home
	}
	if l, ok := z.known[w.Zone]; ok {
		return l
	}
	l, err := time.LoadLocation(w.Zone)
	if err != nil {
		l = z.home
	}
	z.known[w.Zone] = l
	return l
}

// zoneTitle names a zone for people: "Kyiv time" for Europe/Kyiv.
func zoneTitle(l *time.Location) string {
	name := l.String()
	if l == time.UTC || name == "UTC" || name == "Etc/UTC" {
		return "UTC"
	}
	if name == "Local" {
		return "local time"
	}
	if i := strings.LastIndexByte(name, '/'); i >= 0 && !strings.HasPrefix(name, "Etc/") {
		return strings.ReplaceAll(name[i+1:], "_", " ") + " time"
	}
	return name
}
