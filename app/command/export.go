package command

import (
	"fmt"
	"strings"

	"sitmap/app/export"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

type exportCommand struct {
	database
	Filter   string `placeholder:"Q" help:"Export only events that hold all these words."`
	Out      string `required:"" placeholder:"FILE" help:"The file to write; its extension tells the format: .geojson, .csv or .jsonl."`
	BOM      bool   `name:"bom" help:"Begin a CSV file with a byte order mark, by which Excel knows UTF-8."`
	NoRecord bool   `help:"Do not record the file as a publication in the store."`
}

// Help is printed below the flags.
func (exportCommand) Help() string {
	return "GeoJSON has one feature an event, with the event whole in its property “sitmap”: import\n" +
		"reads it back exactly. CSV has one row an event; a text that a spreadsheet would run as a\n" +
		"formula has an apostrophe before it. JSONL is what list --json prints. The file is written\n" +
		"whole or not at all, and logged as a publication with the state of the store it shows.\n\n" +
		"  sitmap export --db s.gpkg --filter kyiv --out kyiv.geojson"
}

// Run exports the events.
func (c *exportCommand) Run(s *session) error {
	open := s.writing
	if c.NoRecord {
		open = s.reading
	}
	return open(c.DB, func(st *store.Store) error {
		if err := export.Check(st, c.Out); err != nil {
			return err
		}
		step, end := s.progress("Exporting events")
		r, err := export.Write(s.ctx, st, export.Options{
			Out: c.Out, Filter: c.Filter, Names: gazetteer.Open(), Record: !c.NoRecord, Mark: c.BOM, Progress: step,
		})
		end()
		if err != nil {
			return err
		}
		if r.Protected > 0 {
			s.note("note: %s protected (TLP, embargo or do not publish): see to whom the file goes", plural(r.Protected, "event in it is", "events in it are"))
		}
		_, err = fmt.Fprintf(s.out, "%s: %s, %s\n", c.Out, plural(r.Events, "event", "events"), recorded(r.Publication, r.WhyNotRecorded))
		return err
	})
}

// recorded says what became of the publication.
func recorded(p store.Publication, why string) string {
	switch {
	case p.ID != "":
		return "publication " + p.ID
	case why != "":
		return "not recorded: " + strings.TrimSuffix(why, ".")
	}
	return "not recorded"
}
