package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sitmap/store"
	"sitmap/store/exchange"
)

// Options say how to read.
type Options struct {
	As      string    // the format of all files; "": by their extensions
	MaxSize int64     // bytes of the largest record; 0: [exchange.DefaultMaxSize]
	DryRun  bool      // read and judge only
	Stdin   io.Reader // what the file name "-" stands for
	// Progress is called now and then; nil: nobody wants to know.
	Progress store.Progress
	// Rejected is called for each record that is left out; an error ends the
	// work. nil: they are only counted.
	Rejected func(Rejection) error
}

// Rejection is a record that is left out, and why.
type Rejection struct {
	File   string
	Noun   string // what a record of the file is called: "feature", "event"
	Row    exchange.Row
	Reason string
}

// String is a line for a report, with file, line and byte.
func (r Rejection) String() string {
	return fmt.Sprintf("%s:%d: %s %d, byte %d: %s", r.File, r.Row.Line, r.Noun, r.Row.Number, r.Row.Offset, r.Reason)
}

// Result is what was done.
type Result struct {
	Accepted int // records that the store takes, or would take
	Rejected int
	Timeless int // accepted foreign records that tell no time
	// Flattened are accepted records whose altitudes are left out.
	Flattened int
	Added     int
	Same      int          // were there already with the same content
	Change    store.Change // zero when nothing was added
}

// CheckFormats reports whether the formats of all files are known.
func CheckFormats(files []string, as string) error {
	for _, f := range files {
		if _, err := formatOf(f, as); err != nil {
			return err
		}
	}
	return nil
}

// Run takes the events of all files into the store, as one change. After an error
// nothing was taken.
func Run(ctx context.Context, st *store.Store, files []string, o Options) (Result, error) {
	j := &job{ctx: ctx, st: st, o: o}
	if err := CheckFormats(files, o.As); err != nil {
		return j.result, err
	}
	if err := j.learnKinds(); err != nil {
		return j.result, err
	}
	var err error
	if j.valid, err = st.Judge(ctx); err != nil {
		return j.result, err
	}
	if o.DryRun {
		for _, err := range j.events(files) {
			if err != nil {
				return j.result, err
			}
			if o.Progress != nil {
				o.Progress(int64(j.result.Accepted+j.result.Rejected), 0)
			}
		}
		return j.result, nil
	}
	added, err := st.Add(ctx, j.events(files), store.ReasonImported, names(files), o.Progress)
	switch {
	case j.failed != nil:
		return j.result, j.failed // and not what the store makes of it
	case err != nil:
		return j.result, err
	}
	j.result.Added, j.result.Same, j.result.Change = len(added.Added), added.Unchanged, added.Change
	return j.result, nil
}

// names is the note of the change: which files were taken in.
func names(files []string) string {
	all := make([]string, len(files))
	for i, f := range files {
		if all[i] = filepath.Base(f); f == "-" {
			all[i] = "standard input"
		}
	}
	return strings.Join(all, ", ")
}

type job struct {
	ctx    context.Context
	st     *store.Store
	o      Options
	kinds  map[string]string // codes by names and codes in lower case
	valid  func(store.Event) error
	result Result
	failed error // what ended the reading
}

// learnKinds reads the words for kinds. A code goes before a name.
func (j *job) learnKinds() error {
	kinds, err := j.st.Kinds(j.ctx)
	if err != nil {
		return fmt.Errorf("reading the kinds: %w", err)
	}
	j.kinds = map[string]string{}
	for _, k := range kinds {
		j.kinds[strings.ToLower(k.Name)] = k.Code
	}
	for _, k := range kinds {
		j.kinds[strings.ToLower(k.Code)] = k.Code
	}
	return nil
}

func (j *job) kind(word string) string { return j.kinds[strings.ToLower(strings.TrimSpace(word))] }

// events yields the good records of all files.
func (j *job) events(files []string) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) {
		for _, f := range files {
			goOn, err := j.file(f, yield)
			if err != nil {
				j.failed = err
				yield(store.Event{}, err)
				return
			}
			if !goOn {
				return
			}
		}
	}
}

func (j *job) file(path string, yield func(store.Event, error) bool) (goOn bool, err error) {
	format, err := formatOf(path, j.o.As)
	if err != nil {
		return false, err
	}
	in := j.o.Stdin
	if path != "-" || in == nil {
		f, err := os.Open(path)
		if err != nil {
			return false, fmt.Errorf("%w; nothing was imported", fileError(path, err))
		}
		defer f.Close()
		in = f
	}
	base := filepath.Base(path)
	dataset := strings.TrimSuffix(base, filepath.Ext(base))
	for row, err := range format.read(in, exchange.Limits{MaxSize: j.o.MaxSize}, dataset, j.kind) {
		if err == nil && j.ctx.Err() != nil {
			return false, j.ctx.Err()
		}
		if err != nil {
			return false, fmt.Errorf("%s: %w; nothing was imported", path, fileError(path, err))
		}
		if row.Err == nil {
			row.Err = j.judge(row.Event)
		}
		if row.Err != nil {
			if err := j.reject(path, format.noun, row); err != nil {
				return false, err
			}
			continue
		}
		j.result.Accepted++
		if row.Foreign && row.Event.When.IsZero() {
			j.result.Timeless++
		}
		if row.Flattened {
			j.result.Flattened++
		}
		if !yield(row.Event, nil) {
			return false, nil
		}
	}
	return true, nil
}

// fileError says in a sentence why a file cannot be opened or read.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s; check its name", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s may not be read; check its permissions", path)
	}
	return err
}

// judge says what keeps an event out of the store.
func (j *job) judge(e store.Event) error {
	if err := j.valid(e); err != nil {
		return err
	}
	if e.ID == "" {
		return nil
	}
	there, err := j.st.Event(j.ctx, e.ID)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil
	case err != nil:
		return err
	}
	a, errA := store.EncodeEvent(e)
	b, errB := store.EncodeEvent(there.Value)
	if errA == nil && errB == nil && string(a) != string(b) {
		return fmt.Errorf("an event with the id %s is in the store already, with other content; change it there, or give this one an id of its own", e.ID)
	}
	return nil
}

func (j *job) reject(path, noun string, row exchange.Row) error {
	j.result.Rejected++
	if j.o.Rejected == nil {
		return nil
	}
	// A record's text may hold anything: the report keeps to one line.
	reason := strings.Join(strings.Fields(row.Err.Error()), " ")
	return j.o.Rejected(Rejection{File: path, Noun: noun, Row: row, Reason: reason})
}
