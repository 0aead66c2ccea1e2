package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitmap/assets/gen/internal/topo"
	"sitmap/mapdata/gazetteer"
)

// entry is a place of the gazetteer.
type entry struct {
	id         int64
	class      string
	name       string
	alternates []string
	at         topo.Point
	code       string // ISO 3166-2 of its region, or ISO 3166-1 of its country
	population int
	radius     float64 // metres; 0 where it follows from the population
}

// makeGazetteer writes the places that can be looked up by name.
func makeGazetteer(b *build) error {
	units, err := readUnits(b)
	if err != nil {
		return err
	}
	index := newUnitIndex(units)
	named, err := readNameTable()
	if err != nil {
		return err
	}
	regions, err := regionEntries(b, units, named)
	if err != nil {
		return err
	}
	sites, err := siteEntries(index)
	if err != nil {
		return err
	}
	cities, err := cityEntries(b, index)
	if err != nil {
		return err
	}
	entries := slices.Concat(countryEntries(units, named), regions, sites, cities)
	seen := map[int64]string{}
	for _, e := range entries {
		if other, ok := seen[e.id]; ok {
			return fmt.Errorf("%s and %s have the same id %d", e.name, other, e.id)
		}
		seen[e.id] = e.name
	}
	data := encodeGazetteer(entries)
	b.log.Info("gazetteer", "regions", len(regions), "sites", len(sites), "cities", len(cities), "bytes", len(data))
	return b.writeGzip("gazetteer/places.txt.gz", data)
}

// encodeGazetteer writes entries column by column, a value a line, as package
// gazetteer reads them: like next to like packs a fifth smaller than row by row.
func encodeGazetteer(entries []entry) []byte {
	classes := []string{gazetteer.ClassCountry, gazetteer.ClassAdmin1, gazetteer.ClassSite, gazetteer.ClassCity}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(
			cmp.Compare(slices.Index(classes, a.class), slices.Index(classes, b.class)),
			strings.Compare(a.code, b.code),
			cmp.Compare(a.id, b.id))
	})
	var out strings.Builder
	out.WriteString("sitmap gazetteer 1\n")
	for _, class := range classes {
		n := 0
		for _, e := range entries {
			if e.class == class {
				n++
			}
		}
		fmt.Fprintf(&out, "%s %d\n", class, n)
	}
	for _, column := range []func(e entry) string{
		func(e entry) string { return e.name },
		func(e entry) string { return strings.Join(e.alternates, "|") },
		func(e entry) string { return e.code },
		stepped(func(e entry) int64 { return e.id }),
		// A ten-thousandth of a degree is eleven metres.
		stepped(func(e entry) int64 { return tenth(e.at.X) }),
		stepped(func(e entry) int64 { return tenth(e.at.Y) }),
		func(e entry) string { return blankZero(e.population) },
		func(e entry) string { return blankZero(int(e.radius)) },
	} {
		for _, e := range entries {
			out.WriteString(column(e))
			out.WriteByte('\n')
		}
	}
	return []byte(out.String())
}

// stepped writes a number as its difference from the row before: neighbours in
// the list are neighbours on the ground.
func stepped(value func(entry) int64) func(entry) string {
	previous := int64(0)
	return func(e entry) string {
		step := value(e) - previous
		previous += step
		return strconv.FormatInt(step, 10)
	}
}

// tenth divides by ten, rounding half away from zero.
func tenth(v int32) int64 {
	if v < 0 {
		return -tenth(-v)
	}
	return (int64(v) + 5) / 10
}

func blankZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// nameTable has corrected names and further ones, by ISO code.
//
//go:embed tables/names.tsv
var nameTable string

type names struct {
	name    string
	further []string
}

func readNameTable() (map[string]names, error) {
	table := map[string]names{}
	err := readTable(nameTable, 3, func(column []string) error {
		table[column[0]] = names{column[1], splitNames(column[2])}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("names.tsv: %w", err)
	}
	return table, nil
}

// readTable calls row with the trimmed columns of each line that is no comment.
func readTable(table string, columns int, row func([]string) error) error {
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		column := strings.Split(line, "\t")
		if len(column) != columns {
			return fmt.Errorf("%q has %d columns, expected %d", line, len(column), columns)
		}
		for i := range column {
			column[i] = strings.TrimSpace(column[i])
		}
		if err := row(column); err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
	}
	return nil
}

func splitNames(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
