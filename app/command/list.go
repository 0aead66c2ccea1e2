package command

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"sitmap/app/situation"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
	"sitmap/store/exchange/jsonl"
)

type listCommand struct {
	database
	Filter    string   `placeholder:"Q" help:"List only events that hold all these words, in any spelling; places in any language."`
	AsKnownAt lookback `name:"as-known-at" placeholder:"WHEN" help:"List the events as they were known then: a date (its end in UTC), an instant, or a change as #12."`
	JSON      bool     `name:"json" help:"Print JSON Lines: one object a line, the shape that add takes."`
}

// Help is printed below the flags.
func (listCommand) Help() string {
	return "Each line has the time in the zone it was told in, the kind, the title, the place, the\n" +
		"assessment and the id that show takes; events whose time is unknown come last. Drafts and\n" +
		"retracted events are listed, deleted ones are not. For all there is to an event see show and --json.\n\n" +
		"  sitmap list --db s.gpkg --filter \"kyiv drones\"\n" +
		"  sitmap list --db s.gpkg --json | sitmap add --db copy.gpkg --json -"
}

// Run lists the events.
func (c *listCommand) Run(s *session) error {
	return s.reading(c.DB, func(st *store.Store) error {
		past, err := c.AsKnownAt.Open(s.ctx, st)
		if err != nil {
			return err
		}
		var from interface {
			Events(ctx context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error]
			Kinds(ctx context.Context) ([]store.Kind, error)
		} = st
		if past != nil {
			from = past
		}
		events := values(from.Events(s.ctx, situation.Filter(c.Filter, gazetteer.Open())))
		if c.JSON {
			_, err := jsonl.Write(s.out, events)
			return err
		}
		kinds, err := from.Kinds(s.ctx)
		if err != nil {
			return fmt.Errorf("reading the kinds: %w", err)
		}
		return listPlain(s.out, events, kinds)
	})
}

// values drops what is local to the store.
func values(all iter.Seq2[store.Stored[store.Event], error]) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		for s, err := range all {
			if !yield(s.Value, err) {
				return
			}
		}
	}
}

// measured is how many lines are looked at before the columns' widths are set, so
// that a long list starts at once and is never held in memory.
const measured = 500

// columns of a line: time, kind, title, place, assessment, id.
const columns = 6

// listPlain prints the events in columns.
func listPlain(w io.Writer, events iter.Seq2[store.Event, error], kinds []store.Kind) error {
	out := bufio.NewWriter(w)
	// A title that is much longer than the others must not push their places away.
	widths := [columns - 1]int{}
	limits := [columns - 1]int{32, 18, 72, 40, 23}
	var waiting [][columns]string
	print := func(line [columns]string) error {
		var b strings.Builder
		for i, cell := range line {
			b.WriteString(cell)
			if i < columns-1 {
				b.WriteString(strings.Repeat(" ", max(widths[i]-columnsOf(cell), 0)+2))
			}
		}
		_, err := out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
		return err
	}
	flush := func() error {
		for _, line := range waiting {
			for i := range widths {
				widths[i] = max(widths[i], min(columnsOf(line[i]), limits[i]))
			}
		}
		for _, line := range waiting {
			if err := print(line); err != nil {
				return err
			}
		}
		waiting = nil
		return nil
	}
	n := 0
	for e, err := range events {
		if err != nil {
			return err
		}
		line := plainLine(e, kinds)
		switch n++; {
		case n <= measured:
			waiting = append(waiting, line)
			continue
		case n == measured+1:
			if err := flush(); err != nil {
				return err
			}
		}
		if err := print(line); err != nil {
			return err
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Flush()
}

func plainLine(e store.Event, kinds []store.Kind) [columns]string {
	last := string(situation.Assessment(e))
	if e.Review == store.Reviewed {
		last += ", reviewed"
	}
	return [columns]string{
		situation.FormatWhen(e.When, time.UTC),
		strings.ToLower(situation.KindName(kinds, e.Kind)),
		oneLine(e.Title), oneLine(placeNames(e)), last, e.ID,
	}
}

// placeNames says where: one place by its name, the ends of a call or a delivery
// with a dash between.
func placeNames(e store.Event) string {
	var names []string
	seen := map[string]bool{}
	for _, p := range e.Places {
		name := p.Name
		switch {
		case name != "":
		case p.Admin1 != "":
			name = p.Admin1
		default:
			name = p.Country
		}
		if name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return strings.Join(names, " – ")
}
