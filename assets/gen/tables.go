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
		err := out.point(pointOf(n[:2]), property{"name", column[0]}, property{"rank", int(n[2])}, property{"width", n[3]})
		if err != nil {
			return err
		}
	}
	return b.writeGzip("layers/waters.geojson.gz", out.bytes())
}
