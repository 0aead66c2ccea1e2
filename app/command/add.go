package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/jsonl"
)

type addCommand struct {
	database
	JSON string `name:"json" required:"" placeholder:"-" help:"Where the JSON Lines are: - for standard input, or a file."`
}

// AfterApply is called by kong: "--json" at the end of the line has no value.
func (c addCommand) AfterApply() error {
	if c.JSON == "" {
		return errors.New("--json needs - for standard input, or the name of a file")
	}
	return c.database.AfterApply()
}

// Help is printed below the flags.
func (addCommand) Help() string {
	return "The events have the shape that list --json prints. All of them are added, as one change\n" +
		"that one undo takes back, or none. An id that is missing is made; an event that is there\n" +
		"already with the same content is passed over, with other content it is refused. The ids of\n" +
		"the added events are printed once they are safe on the disk. A missing store is made.\n\n" +
		"  echo '{\"kind\":\"strike\",\"title\":\"Drones hit Kharkiv\"}' | sitmap add --db s.gpkg --json -\n\n" +
		"An event with its time, its place and a figure, to be written on one line:\n\n" +
		"  {\"kind\":\"strike\",\"title\":\"Drones hit Kharkiv\",\n" +
		"   \"when\":{\"earliest\":\"2025-07-11T03:00:00Z\",\"latest\":\"2025-07-11T09:00:00Z\",\n" +
		"           \"precision\":\"interval\",\"zone\":\"Europe/Kyiv\"},\n" +
		"   \"places\":[{\"role\":\"target\",\"name\":\"Kharkiv\",\"country\":\"UA\",\"precision\":\"locality\",\n" +
		"              \"geometry\":{\"type\":\"Point\",\"coordinates\":[36.25,49.98]}}],\n" +
		"   \"claims\":[{\"about\":\"measure\",\"measure\":\"killed\",\"low\":2,\"high\":2}]}\n\n" +
		"Times are in UTC, latest is exclusive; coordinates are longitude, latitude."
}

// Run adds the events.
func (c *addCommand) Run(s *session) error {
	in := s.in
	name := "standard input"
	if c.JSON != "-" {
		f, err := os.Open(c.JSON)
		if err != nil {
			return fileError(c.JSON, err)
		}
		defer f.Close()
		in, name = f, c.JSON
	}
	return s.making(c.DB, func(st *store.Store) error {
		step, end := s.progress("Adding events")
		rows := strictRows{session: s, name: name, rows: jsonl.Read(in, exchange.Limits{})}
		result, err := st.Add(s.ctx, rows.events, store.ReasonNew, "", step)
		end()
		switch {
		case rows.failed != nil:
			return rows.failed // and not what the store makes of it
		case err != nil:
			return err
		}
		out := bufio.NewWriter(s.out)
		for _, id := range result.Added {
			fmt.Fprintln(out, id)
		}
		if result.Unchanged > 0 {
			s.note("%s already there with the same content", plural(result.Unchanged, "event was", "events were"))
		}
		return out.Flush()
	})
}

// strictRows are rows that must all be good; the first that is not ends the work.
type strictRows struct {
	*session
	name   string
	rows   iter.Seq2[exchange.Row, error]
	failed error
}

func (r *strictRows) events(yield func(store.Event, error) bool) {
	for row, err := range r.rows {
		switch {
		case err != nil:
			r.failed = fmt.Errorf("%s: %w; nothing was added", r.name, err)
		case row.Err != nil:
			r.failed = fmt.Errorf("%s, line %d: %w; nothing was added", r.name, row.Line, row.Err)
		default:
			r.failed = r.ctx.Err()
		}
		if !yield(row.Event, r.failed) || r.failed != nil {
			return
		}
	}
}

// fileError says in a sentence why a file cannot be read.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("there is no file %s; check its name", path)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("%s may not be read; check its permissions", path)
	case errors.Is(err, io.EOF):
		return fmt.Errorf("%s is empty", path)
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}

// plural is a count with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
