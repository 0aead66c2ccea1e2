package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sitmap/app/intake"
	"sitmap/store"
)

type importCommand struct {
	database
	As         string   `placeholder:"FORMAT" help:"The files' format, geojson or jsonl, where the extension does not tell."`
	Mapping    string   `placeholder:"FILE" help:"How columns become events; for tables, which are not read yet."`
	DryRun     bool     `help:"Read and judge every record, but import nothing."`
	Report     string   `placeholder:"FILE" help:"Write each rejected record, with its line and the reason, into this file."`
	MaxFeature byteSize `placeholder:"SIZE" default:"64MB" help:"Reject a record larger than this (${default})."`
	Files      []string `arg:"" name:"file" help:"The files to read; - is standard input."`
}

// Help is printed below the flags.
func (importCommand) Help() string {
	return "GeoJSON is read feature by feature: a FeatureCollection, a single Feature, or Features line\n" +
		"by line. Features that Sitmap wrote come back as they were. Of others the title is “title”\n" +
		"or “name”, the kind “kind”, the time “time”, “date”, “datetime” or “timestamp” in ISO 8601,\n" +
		"and the rest is kept with the event. All files together are one change, which one undo\n" +
		"takes back. Records that cannot be taken are left out and listed; the exit status is then\n" +
		"3. A missing store is made.\n\n" +
		"  sitmap import --db s.gpkg --dry-run --report rejected.txt incidents.geojson"
}

// byteSize is a number of bytes, as 64MB.
type byteSize int64

// UnmarshalText reads a number with or without KB, MB or GB.
func (b *byteSize) UnmarshalText(text []byte) error {
	s := strings.ToUpper(strings.TrimSpace(string(text)))
	unit := int64(1)
	for suffix, u := range map[string]int64{"KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30} {
		if rest, is := strings.CutSuffix(s, suffix); is {
			s, unit = strings.TrimSpace(rest), u
			break
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 || n > (1<<40)/unit {
		return fmt.Errorf("“%s” is not a size such as 64MB", text)
	}
	*b = byteSize(n * unit)
	return nil
}

// errNothingTaken says that every record was rejected: a store that was made for
// them is removed.
var errNothingTaken = errors.New("nothing was imported")

// Run imports the files.
func (c *importCommand) Run(s *session) error {
	if c.Mapping != "" {
		return errors.New("a mapping is for tables, which this version does not read yet; leave --mapping out for GeoJSON")
	}
	if err := intake.CheckFormats(c.Files, c.As); err != nil {
		return err
	}
	report, err := newReport(c.Report, append([]string{c.DB}, c.Files...))
	if err != nil {
		return err
	}
	defer report.abort()
	var result intake.Result
	work := func(st *store.Store) (err error) {
		step, end := s.progress("Importing events")
		defer end()
		result, err = intake.Run(s.ctx, st, c.Files, intake.Options{
			As: c.As, MaxSize: int64(c.MaxFeature), DryRun: c.DryRun, Stdin: s.in, Progress: step, Rejected: report.add,
		})
		if err == nil && !c.DryRun && result.Accepted == 0 && result.Rejected > 0 {
			return errNothingTaken
		}
		return err
	}
	switch _, statErr := os.Stat(c.DB); {
	case c.DryRun && errors.Is(statErr, os.ErrNotExist):
		err = withoutStore(s, work)
	case c.DryRun:
		err = s.reading(c.DB, work)
	default:
		err = s.making(c.DB, work)
	}
	if err != nil && !errors.Is(err, errNothingTaken) {
		return err
	}
	if err := report.commit(); err != nil {
		return fmt.Errorf("the events are imported, but the report failed: %w", err)
	}
	return c.outcome(s, result, report)
}

// withoutStore judges by what a new store would take.
func withoutStore(s *session, work func(*store.Store) error) error {
	dir, err := os.MkdirTemp("", "sitmap-dry-run-")
	if err != nil {
		return fmt.Errorf("making a folder for the dry run: %w", err)
	}
	defer os.RemoveAll(dir)
	return s.making(filepath.Join(dir, "new.gpkg"), work)
}

// outcome prints what was done.
func (c *importCommand) outcome(s *session, r intake.Result, report *report) error {
	done := fmt.Sprintf("%s imported", plural(r.Added, "event", "events"))
	if c.DryRun {
		done = fmt.Sprintf("%s could be imported; this was a dry run", plural(r.Accepted, "event", "events"))
	}
	if r.Same > 0 {
		done += fmt.Sprintf(", %d there already", r.Same)
	}
	if r.Rejected > 0 {
		done += fmt.Sprintf(", %d rejected", r.Rejected)
	}
	if _, err := fmt.Fprintln(s.out, done); err != nil {
		return err
	}
	if r.Timeless > 0 {
		s.note("note: %s no time, as no “time”, “date”, “datetime” or “timestamp” told one", plural(r.Timeless, "event has", "events have"))
	}
	if r.Flattened > 0 {
		s.note("note: %s without altitudes: only that of a single point is kept, as the property altitude_m", plural(r.Flattened, "event was taken", "events were taken"))
	}
	if r.Rejected == 0 {
		return nil
	}
	were := plural(r.Rejected, "record was", "records were")
	if c.Report != "" {
		return part{fmt.Errorf("%s rejected; %s lists each with its line and the reason", were, c.Report)}
	}
	for _, line := range report.first {
		s.note("%s", line)
	}
	if more := r.Rejected - len(report.first); more > 0 {
		s.note("… and %d more", more)
		return part{fmt.Errorf("%s rejected; run again with --report FILE to list them all", were)}
	}
	return part{fmt.Errorf("%s rejected, as listed above", were)}
}
