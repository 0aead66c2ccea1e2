package jsonl_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/exchangetest"
	"sitmap/store/exchange/jsonl"
)

func TestRoundTrip(t *testing.T) {
	var first, second bytes.Buffer
	if _, err := jsonl.Write(&first, exchangetest.Seq(exchangetest.Events())); err != nil {
		t.Fatal(err)
	}
	var events []store.Event
	for row, err := range jsonl.Read(bytes.NewReader(first.Bytes()), exchange.Limits{}) {
		if err != nil || row.Err != nil {
			t.Fatal(err, row.Err)
		}
		events = append(events, row.Event)
	}
	if n, err := jsonl.Write(&second, exchangetest.Seq(events)); err != nil || n != 3 {
		t.Fatal(n, err)
	}
	if first.String() != second.String() {
		t.Errorf("%s\nbecame\n%s", first.String(), second.String())
	}
}

func TestBadLines(t *testing.T) {
	good := `{"kind":"other","title":"t"}`
	tests := []struct {
		name, line, want string
		ends             bool // nothing can be read after it
	}{
		{"unknown member", `{"titel":"t"}`, "titel", false},
		{"a list", `[1]`, "object", false},
		{"a number for a text", `{"title":1}`, "title", false},
		{"31 February", `{"title":"t","when":{"earliest":"2025-02-31T00:00:00Z"}}`, "its “when.earliest” is “2025-02-31T00:00:00Z”, which is not a time: February 2025 has 28 days", false},
		{"no zone", `{"title":"t","when":{"latest":"2025-02-01T00:00:00"}}`, "with its offset from UTC", false},
		{"time of a claim", `{"title":"t","claims":[{"as_of":{"latest":"yesterday"}}]}`, "its “claims.as_of.latest” is “yesterday”", false},
		{"broken", `{"title":t}`, "broken", false},
		{"too deep", `{"fields":{"a":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}}`, "nested more than", false},
		{"not UTF-8", "{\"title\":\"\xff\"}", "UTF-8", false},
		{"cut off", `{"title":"t`, "line 2", true},
		{"too many brackets", `}`, "line 2", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := good + "\n" + tt.line + "\n"
			if !tt.ends {
				text += good + "\n"
			}
			var got, fatal error
			n := 0
			for row, err := range jsonl.Read(strings.NewReader(text), exchange.Limits{}) {
				switch {
				case err != nil:
					fatal = err
				case row.Err != nil:
					got = row.Err
					if row.Line != 2 || row.Number != 2 {
						t.Errorf("row %+v", row)
					}
				default:
					n++
				}
			}
			if tt.ends {
				got, fatal, n = fatal, nil, n+1
			}
			if fatal != nil || n != 2 {
				t.Errorf("%d good lines, %v", n, fatal)
			}
			if got == nil || !strings.Contains(got.Error(), tt.want) {
				t.Errorf("%v, want %q", got, tt.want)
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	for row, err := range jsonl.Read(strings.NewReader(`{"title":"`+strings.Repeat("x", 100)+`"}`), exchange.Limits{MaxSize: 50}) {
		if err != nil || row.Err == nil || !strings.Contains(row.Err.Error(), "larger than the limit of 50 bytes") {
			t.Errorf("%v, %v", row.Err, err)
		}
	}
}

func TestErrorOfTheSourceEndsWriting(t *testing.T) {
	broken := errors.New("broken")
	events := func(yield func(store.Event, error) bool) { yield(store.Event{}, broken) }
	if _, err := jsonl.Write(&bytes.Buffer{}, events); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"kind":"other","title":"t","when":{"earliest":"2025-02-31T00:00:00Z"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for row, err := range jsonl.Read(bytes.NewReader(data), exchange.Limits{MaxSize: 1 << 16, MaxDepth: 50}) {
			if err != nil || row.Err != nil {
				continue
			}
			if _, err := store.EncodeEvent(row.Event); err != nil {
				t.Fatal(err)
			}
		}
	})
}
