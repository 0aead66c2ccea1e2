package intake

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"sitmap/store/exchange"
	"sitmap/store/exchange/geojson"
	"sitmap/store/exchange/jsonl"
)

// format is a way in which events are written.
type format struct {
	name       string
	noun       string // what a record is called
	extensions []string
	read       func(r io.Reader, limits exchange.Limits, dataset string, kind func(string) string) iter.Seq2[exchange.Row, error]
}

func formats() []format {
	return []format{
		{
			"geojson", "feature",
			[]string{".geojson", ".json", ".geojsonl", ".geojsons", ".geojsonseq", ".ndjson"},
			func(r io.Reader, limits exchange.Limits, dataset string, kind func(string) string) iter.Seq2[exchange.Row, error] {
				return geojson.Read(r, geojson.Options{Limits: limits, Dataset: dataset, Kind: kind})
			},
		},
		{
			"jsonl", "event",
			[]string{".jsonl"},
			func(r io.Reader, limits exchange.Limits, _ string, _ func(string) string) iter.Seq2[exchange.Row, error] {
				return jsonl.Read(r, limits)
			},
		},
	}
}

// Extensions lists the endings of the files that can be read.
func Extensions() []string {
	var all []string
	for _, f := range formats() {
		all = append(all, f.extensions...)
	}
	return all
}

// formatOf tells the format of a file: as named, else by its extension.
func formatOf(path, as string) (format, error) {
	var names []string
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range formats() {
		if strings.EqualFold(f.name, as) || as == "" && slices.Contains(f.extensions, ext) {
			return f, nil
		}
		names = append(names, f.name)
	}
	if as != "" {
		return format{}, fmt.Errorf("the format “%s” is not read; the formats are %s", as, strings.Join(names, " and "))
	}
	return format{}, fmt.Errorf("the format of %s is not known by its extension; name it with --as: the formats are %s", path, strings.Join(names, " and "))
}
