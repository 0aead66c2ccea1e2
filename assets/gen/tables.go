package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// countryTable has the short English names in use at the United Nations, by ISO
// 3166-1 code; longer ones cut to what fits on a map ("Iran", "DR Congo").
//
//go:embed tables/countries.tsv
var countryTable string

// waterTable has oceans, seas, gulfs and straits: name, longitude, latitude of
// the label, rank, width of the water there in degrees of longitude. The names
// are those of the United Nations' maps.
//
//go:embed tables/waters.tsv
var waterTable string

// waterNamesTable has the names of the waters in other languages.
//
//go:embed tables/water_names.tsv
var waterNamesTable string

// inlandTable has the rivers and lakes that are named.
//
//go:embed tables/inland.tsv
var inlandTable string

// rows gives the columns of each row of a table, as many as wanted; lines that
// begin with # are left out.
func rows(table string, columns int) ([][]string, error) {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return nil, fmt.Errorf("%q has %d columns, not %d", line, len(row), columns)
		}
		out = append(out, row)
	}
	return out, nil
}

// inlandName is how a river or a lake is called.
type inlandName struct {
	english string
	names   translations
}

// inlandNames gives the names of rivers or lakes by the source's.
func inlandNames(kind string) (map[string]inlandName, error) {
	all, err := rows(inlandTable, 7)
	if err != nil {
		return nil, fmt.Errorf("inland.tsv: %w", err)
	}
	out := map[string]inlandName{}
	for _, r := range all {
		if r[0] == kind {
			out[r[1]] = inlandName{r[2], translations{local: r[3], uk: r[4], ru: r[5], tr: r[6]}}
		}
	}
	return out, nil
}

// countryNames gives the names by code.
func countryNames() map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(countryTable) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		names[code] = name
	}
	return names
}

// writeWaterNames writes the names of the waters, in the order of the table.
func writeWaterNames(b *build) error {
	translated, err := rows(waterNamesTable, 4)
	if err != nil {
		return fmt.Errorf("water_names.tsv: %w", err)
	}
	others := map[string]translations{}
	for _, r := range translated {
		others[r[0]] = translations{uk: r[1], ru: r[2], tr: r[3]}
	}
	out := newCollection(2)
	for line := range strings.Lines(waterTable) {
		column := strings.Split(strings.TrimSpace(line), "\t")
		if len(column) != 5 {
			return fmt.Errorf("waters.tsv: %q has not five columns", line)
		}
		var n [4]float64
		for i := range n {
			v, err := strconv.ParseFloat(column[i+1], 64)
			if err != nil {
				return fmt.Errorf("waters.tsv: %s: %w", column[0], err)
			}
			n[i] = v
		}
		properties := []property{{"name", column[0]}, {"rank", int(n[2])}, {"width", n[3]}}
		properties = others[column[0]].properties(column[0], properties)
		if err := out.point(pointOf(n[:2]), properties...); err != nil {
			return err
		}
	}
	return b.writeGzip("layers/waters.geojson.gz", out.bytes())
}
