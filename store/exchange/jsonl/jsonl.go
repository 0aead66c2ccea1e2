package jsonl

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/internal/jsonscan"
)

// Read yields the events of a stream. The objects may also be set over several
// lines. A record that is no event is yielded with its Err and reading goes on;
// the second value is an error after which nothing can be read, with its line.
func Read(r io.Reader, limits exchange.Limits) iter.Seq2[exchange.Row, error] {
	limits = limits.OrDefault()
	return func(yield func(exchange.Row, error) bool) {
		s := jsonscan.New(r, limits.MaxSize, limits.MaxDepth)
		var raw []byte
		for n := 1; ; n++ {
			if _, err := s.Peek(); err != nil {
				if !errors.Is(err, io.EOF) {
					yield(exchange.Row{}, fmt.Errorf("reading events: %w", err))
				}
				return
			}
			row := exchange.Row{Number: n, Line: s.Line(), Offset: s.Offset()}
			var err error
			raw, err = s.Value(raw[:0])
			switch {
			case limits.Passed(err) != nil:
				row.Err = limits.Passed(err)
			case err != nil:
				yield(row, err)
				return
			default:
				row.Event, row.Err = exchange.DecodeEvent(raw)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Write writes the events, a line each, and returns how many.
func Write(w io.Writer, events iter.Seq2[store.Event, error]) (int, error) {
	b := bufio.NewWriterSize(w, 64<<10)
	n := 0
	for e, err := range events {
		if err != nil {
			return n, err
		}
		line, err := store.EncodeEvent(e)
		if err != nil {
			return n, err
		}
		b.Write(line)
		if err := b.WriteByte('\n'); err != nil {
			return n, err
		}
		n++
	}
	return n, b.Flush()
}
