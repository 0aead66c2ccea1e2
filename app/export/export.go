package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"sitmap/app/outfile"
	"sitmap/app/publication"
	"sitmap/app/release"
	"sitmap/app/situation"
	"sitmap/store"
	"sitmap/store/exchange/csv"
	"sitmap/store/exchange/geojson"
	"sitmap/store/exchange/jsonl"
)

// Options say what to write where.
type Options struct {
	Out    string          // the file; its extension tells the format
	Filter string          // full text, as [situation.Filter]
	Names  situation.Names // finds places by other spellings; nil: none are
	Record bool            // log a publication, where the store can be written
	Mark   bool            // begin a CSV file with a byte order mark, for Excel
	// AsKnownAt writes the events as they were known at a moment; nil: as they are.
	AsKnownAt *store.Past
	// Everything writes what is protected too. Else it stays behind, and with it what
	// nobody but a protected source says.
	Everything bool
	// Before is told what is protected before anything is written; an error it returns
	// ends the export. nil: nobody is.
	Before func(Guarded) error
	Clock  func() time.Time // nil: time.Now; embargoes are judged by it
	// Progress is called now and then; nil: nobody wants to know.
	Progress store.Progress

	told bool // Before was told in an earlier attempt
}

// Result is what was written.
type Result struct {
	Events    int
	Protected int // events among them that are not meant for everyone
	// Withheld is what their protection kept out of the file.
	Withheld Guarded
	// Publication is the log's entry; its ID is empty where none was made, and
	// WhyNotRecorded then says why, if it was wanted.
	Publication    store.Publication
	WhyNotRecorded string
}

// format is one way to write events.
type format struct {
	name       string
	extensions []string
	write      func(w io.Writer, p *geojson.Publication, events func() iter.Seq2[store.Event, error], o Options) (int, error)
}

func formats() []format {
	return []format{
		{"geojson", []string{".geojson"}, func(w io.Writer, p *geojson.Publication, events func() iter.Seq2[store.Event, error], o Options) (int, error) {
			return geojson.Write(w, geojson.Collection{Publication: p}, events())
		}},
		{"csv", []string{".csv"}, func(w io.Writer, _ *geojson.Publication, events func() iter.Seq2[store.Event, error], o Options) (int, error) {
			return csv.Write(w, events, csv.Options{Mark: o.Mark})
		}},
		{"jsonl", []string{".jsonl", ".ndjson"}, func(w io.Writer, _ *geojson.Publication, events func() iter.Seq2[store.Event, error], o Options) (int, error) {
			return jsonl.Write(w, events())
		}},
	}
}

// Extensions lists the extensions of the formats that are written.
func Extensions() []string {
	var all []string
	for _, f := range formats() {
		all = append(all, f.extensions[0])
	}
	return all
}

// formatOf finds the format by a file's extension.
func formatOf(path string) (format, error) {
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range formats() {
		if slices.Contains(f.extensions, ext) {
			return f, nil
		}
	}
	if ext == "" {
		return format{}, fmt.Errorf("%s has no extension to tell the format by; end it with one of %s", path, strings.Join(Extensions(), ", "))
	}
	return format{}, fmt.Errorf("%s files cannot be written; the formats are %s", ext, strings.Join(Extensions(), ", "))
}

// Check reports whether a file of that name can be written, as far as can be told
// before: the format is known and it is not the store itself.
func Check(st *store.Store, path string) error {
	if _, err := formatOf(path); err != nil {
		return err
	}
	return notTheStore(st, path)
}

func notTheStore(st *store.Store, path string) error {
	a, errA := os.Stat(path)
	b, errB := os.Stat(st.Path())
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return fmt.Errorf("%s is the event store itself; write into another file", path)
	}
	return nil
}

// attempts is how often a file is written anew because events changed meanwhile.
const attempts = 3

// Write writes the events that pass the filter. The file is there when it
// returns without error, and only then.
func Write(ctx context.Context, st *store.Store, o Options) (Result, error) {
	f, err := formatOf(o.Out)
	if err != nil {
		return Result{}, err
	}
	if err := notTheStore(st, o.Out); err != nil {
		return Result{}, err
	}
	for i := 1; ; i++ {
		r, err := once(ctx, st, f, o, i == attempts)
		o.told = true
		if !errors.Is(err, errMoved) {
			return r, err
		}
	}
}

// errMoved says that the store changed while it was read.
var errMoved = errors.New("the events changed while they were written; try again")

func once(ctx context.Context, st *store.Store, f format, o Options, last bool) (Result, error) {
	var r Result
	p := store.Publication{File: filepath.Base(o.Out), Format: f.name, Filter: o.Filter}
	from, rule, err := o.from(ctx, st)
	if err != nil {
		return r, err
	}
	head, err := from.Head(ctx)
	if err != nil {
		return r, fmt.Errorf("reading the history: %w", err)
	}
	p.Head, p.HeadHash = head.Seq, head.Hash
	var printed *geojson.Publication
	switch readOnly, why := st.ReadOnly(); {
	case o.Record && readOnly:
		r.WhyNotRecorded = why
	case o.Record:
		id, err := uuid.NewV7()
		if err != nil {
			return r, fmt.Errorf("making an id for the publication: %w", err)
		}
		p.ID = id.String()
		printed = &geojson.Publication{ID: p.ID, DataAsOf: head.Time, Filter: p.Filter, Head: p.Head, HeadHash: p.HeadHash}
		if o.AsKnownAt != nil {
			p.AsKnownAt = o.AsKnownAt.Moment()
			printed.AsKnownAt = o.AsKnownAt.Moment()
		}
	}
	guarded, err := survey(ctx, from, rule, o)
	if err != nil {
		return r, err
	}
	if !o.Everything {
		r.Withheld = guarded
	}
	if o.Before != nil && guarded != (Guarded{}) && !o.told {
		if err := o.Before(guarded); err != nil {
			return r, err
		}
	}
	out, err := outfile.Create(o.Out)
	if err != nil {
		return r, err
	}
	defer out.Abort()
	pass := func() iter.Seq2[store.Event, error] {
		r.Protected, p.Shown = 0, nil // CSV takes two passes
		return events(ctx, from, rule, o, func(e store.Event) {
			if !rule.Allows(e.ID, e.Protection) {
				r.Protected++
			}
			if len(p.Shown) <= store.MostListed {
				p.Shown = append(p.Shown, e.ID)
			}
		})
	}
	if r.Events, err = f.write(out, printed, pass, o); err != nil {
		return r, err
	}
	now, err := from.Head(ctx)
	if err != nil {
		return r, fmt.Errorf("reading the history: %w", err)
	}
	if now.Seq != head.Seq {
		if last {
			return r, errors.New("the store is being changed all the while by another program; export again when it is done")
		}
		return r, errMoved
	}
	p.Events = r.Events
	r.Publication, err = publication.Release(ctx, st, p, out)
	return r, err
}

// events reads the store as it may be written, and tells of each event.
func events(ctx context.Context, from state, rule release.Rule, o Options, shown func(store.Event)) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		var n int64
		for s, err := range from.Events(ctx, situation.Filter(o.Filter, o.Names)) {
			if err == nil {
				err = ctx.Err()
			}
			e, may := s.Value, true
			switch {
			case err != nil:
			case !o.Everything:
				e, may = rule.Event(e, nil)
			}
			if may && err == nil {
				shown(e)
			}
			if may && (!yield(e, err) || err != nil) {
				return
			}
			if n++; o.Progress != nil && n%1000 == 0 {
				o.Progress(n, 0)
			}
		}
	}
}
