package entry

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// named gives the system's zone its IANA name, which is what events keep. Where it
// cannot be found out, instants are right all the same and the zone is not stored.
func named(loc *time.Location) *time.Location {
	if loc != time.Local {
		return loc
	}
	link, _ := filepath.EvalSymlinks("/etc/localtime")
	file, _ := os.ReadFile("/etc/timezone")
	for _, name := range []string{os.Getenv("TZ"), link, string(file)} {
		if found, ok := sameClock(zoneName(name), loc); ok {
			return found
		}
	}
	if found, ok := sameClock("UTC", loc); ok {
		return found
	}
	return loc
}

// zoneName takes the name out of a TZ variable or of a path to a zone's file.
func zoneName(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), ":")
	if _, after, ok := strings.Cut(filepath.ToSlash(s), "/zoneinfo/"); ok {
		return after
	}
	return s
}

// sameClock loads a zone if its clock shows what loc's does, in winter and summer.
func sameClock(name string, loc *time.Location) (*time.Location, bool) {
	if name == "" {
		return nil, false
	}
	found, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, false
	}
	for _, m := range []time.Month{time.January, time.July} {
		at := time.Date(2025, m, 1, 0, 0, 0, 0, time.UTC)
		_, a := at.In(found).Zone()
		if _, b := at.In(loc).Zone(); a != b {
			return nil, false
		}
	}
	return found, true
}
