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
	Filter        string   `placeholder:"Q" help:"Export only events that hold all these words."`
	Out           string   `required:"" placeholder:"FILE" help:"The file to write; its extension tells the format: .geojson, .csv or .jsonl."`
	BOM           bool     `name:"bom" help:"Begin a CSV file with a byte order mark, by which Excel knows UTF-8."`
	AsKnownAt     lookback `name:"as-known-at" placeholder:"WHEN" help:"Export the events as they were known then: a date (its end in UTC), an instant, or a change as #12."`
	WithProtected bool     `help:"Export what is protected too (TLP:AMBER and stricter, embargo, do not publish), which is left out otherwise."`
	NoRecord      bool     `help:"Do not record the file as a publication in the store."`
}

// Help is printed below the flags.
func (exportCommand) Help() string {
	return "GeoJSON has one feature an event, with the event whole in its property “sitmap”: import\n" +
		"reads it back exactly. CSV has one row an event; a text that a spreadsheet would run as a\n" +
		"formula has an apostrophe before it. JSONL is what list --json prints. The file is written\n" +
		"whole or not at all, and logged as a publication with the state of the store it shows.\n\n" +
		"Events, sources and actors that are TLP:AMBER or stricter, under embargo or not to be\n" +
		"published stay behind, and with them what nobody else says; before anything is written it\n" +
		"is said how many.\n\n" +
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
		past, err := c.AsKnownAt.Open(s.ctx, st)
		if err != nil {
			return err
		}
		step, end := s.progress("Exporting events")
		r, err := export.Write(s.ctx, st, export.Options{
			Out: c.Out, Filter: c.Filter, Names: gazetteer.Open(), Record: !c.NoRecord, Mark: c.BOM, Progress: step,
			AsKnownAt: past, Everything: c.WithProtected,
			Before: func(g export.Guarded) error {
				s.note("note: %s", guardedNote(g, c.WithProtected))
				return nil
			},
		})
		end()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(s.out, "%s: %s, %s\n", c.Out, plural(r.Events, "event", "events"), recorded(r.Publication, r.WhyNotRecorded))
		return err
	})
}

// guardedNote says what of the events is protected, and what becomes of it.
func guardedNote(g export.Guarded, written bool) string {
	const what = "protected (TLP:AMBER and stricter, embargo, do not publish)"
	if written {
		return fmt.Sprintf("%s: see to whom the file goes; in it are %s, %s, %s", what, plural(g.Events, "such event", "such events"),
			plural(g.Partly, "event that names what is", "events that name what is"), plural(g.Sources, "source", "sources"))
	}
	return fmt.Sprintf("left out as %s: %s, %s, and parts of %s", what,
		plural(g.Events, "event", "events"), plural(g.Sources, "source", "sources"), plural(g.Partly, "other event", "other events"))
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
