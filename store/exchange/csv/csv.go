package csv

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"sitmap/store"
	"sitmap/store/exchange"
)

// Options say how to write.
type Options struct {
	// Mark begins the file with a byte order mark, by which Excel knows UTF-8.
	Mark bool
	// NoGuard writes texts that look like formulas as they are.
	NoGuard bool
}

// Write writes the table and returns the number of rows. It goes through the
// events twice, as the columns of the figures must be known before the first row;
// so events is called twice.
func Write(w io.Writer, events func() iter.Seq2[store.Event, error], o Options) (int, error) {
	header, figures, err := header(events())
	if err != nil {
		return 0, err
	}
	buffered := bufio.NewWriterSize(w, 64<<10)
	if o.Mark {
		if _, err := buffered.WriteString("\ufeff"); err != nil {
			return 0, err
		}
	}
	out := csv.NewWriter(buffered)
	if err := out.Write(header); err != nil {
		return 0, err
	}
	record := make([]string, len(header))
	table := exchange.NewTable()
	n := 0
	for e, err := range events() {
		if err != nil {
			return n, err
		}
		clear(record)
		for i, c := range table.Columns(e) {
			record[i] = cell(c.Value, o)
		}
		for _, c := range exchange.FigureColumns(e) {
			i, ok := figures[c.Name]
			if !ok {
				return n, fmt.Errorf("the events changed while the table was written (%s is new); export again", c.Name)
			}
			record[i] = cell(c.Value, o)
		}
		if err := out.Write(record); err != nil {
			return n, err
		}
		n++
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return n, err
	}
	return n, buffered.Flush()
}

// header is the first line, and where the columns of the figures stand in it.
func header(events iter.Seq2[store.Event, error]) ([]string, map[string]int, error) {
	var names []string
	for _, c := range exchange.NewTable().Columns(store.Event{}) {
		names = append(names, c.Name)
	}
	figures := map[string]int{}
	var extra []string
	for e, err := range events {
		if err != nil {
			return nil, nil, err
		}
		for _, f := range store.Figures(e) {
			name := exchange.FigureName(f)
			if _, ok := figures[name]; !ok {
				figures[name] = 0
				extra = append(extra, name)
			}
		}
	}
	slices.Sort(extra)
	clear(figures)
	for _, name := range extra {
		for _, suffix := range []string{"_low", "_high", "_qualifier"} {
			figures[name+suffix] = len(names)
			names = append(names, name+suffix)
		}
	}
	return names, figures, nil
}

func cell(v any, o Options) string {
	switch v := v.(type) {
	case string:
		if o.NoGuard {
			return v
		}
		return Guard(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
