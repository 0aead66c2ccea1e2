package layers_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sitmap/app/layers"
)

func TestParseSpan(t *testing.T) {
	for text, want := range map[string]string{
		"2025-07-03":                "2025-07-03T00:00:00Z to 2025-07-04T00:00:00Z",
		"20250703":                  "2025-07-03T00:00:00Z to 2025-07-04T00:00:00Z",
		"2025/07/03":                "2025-07-03T00:00:00Z to 2025-07-04T00:00:00Z",
		"2025-12":                   "2025-12-01T00:00:00Z to 2026-01-01T00:00:00Z",
		"2024":                      "2024-01-01T00:00:00Z to 2025-01-01T00:00:00Z",
		"2025-07-03T21:05:06+03:00": "2025-07-03T18:05:06Z to 2025-07-03T18:05:06Z",
		"2025-07-03 18:05":          "2025-07-03T18:05:00Z to 2025-07-03T18:06:00Z",
		"2025-07-01/2025-07-03":     "2025-07-01T00:00:00Z to 2025-07-04T00:00:00Z",
		"2022-02-24/..":             "2022-02-24T00:00:00Z to …",
		"../2022":                   "… to 2023-01-01T00:00:00Z",
		"2014..2022":                "2014-01-01T00:00:00Z to 2023-01-01T00:00:00Z",
		"2014 – 2022":               "2014-01-01T00:00:00Z to 2023-01-01T00:00:00Z",
		"2025-07-03T00:00:00Z/2025-07-03T12:00:00Z": "2025-07-03T00:00:00Z to 2025-07-03T12:00:00Z",
		"1751500800000":   "2025-07-03T00:00:00Z to 2025-07-03T00:00:00Z",
		"1751500800":      "2025-07-03T00:00:00Z to 2025-07-03T00:00:00Z",
		"":                "none",
		"..":              "none",
		"/":               "none",
		"soon":            "none",
		"2025-13-01":      "none",
		"2025-07-03/2024": "none",
		"12":              "none",
		"NaN":             "none",
		"1e400":           "none",
	} {
		s, ok := layers.ParseSpan(text)
		got := "none"
		if ok {
			end := func(t time.Time) string {
				if t.IsZero() {
					return "…"
				}
				return t.Format(time.RFC3339)
			}
			got = end(s.From) + " to " + end(s.To)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestSpanMeets(t *testing.T) {
	day := func(text string) time.Time {
		if text == "" {
			return time.Time{}
		}
		t, _ := time.Parse(time.DateOnly, text)
		return t
	}
	for _, c := range []struct {
		from, to   string // of the feature
		first, end string // of the window
		want       bool
	}{
		{"2025-07-03", "2025-07-04", "", "", true},
		{"2025-07-03", "2025-07-04", "2025-07-04", "", false},
		{"2025-07-03", "2025-07-04", "", "2025-07-03", false},
		{"2025-07-03", "2025-07-04", "2025-07-03", "2025-07-04", true},
		{"2025-07-01", "2025-07-09", "2025-07-03", "2025-07-04", true},
		{"2025-07-03", "2025-07-03", "2025-07-03", "2025-07-04", true},
		{"2025-07-03", "2025-07-03", "2025-07-02", "2025-07-03", false},
		{"2025-07-03", "", "2030-01-01", "", true},
		{"2025-07-03", "", "", "2025-07-03", false},
		{"", "2025-07-03", "2025-07-03", "", false},
		{"", "2025-07-03", "2025-07-02", "", true},
		{"", "", "2025-07-02", "2025-07-03", true}, // unknown
	} {
		s := layers.Span{From: day(c.from), To: day(c.to)}
		if got := s.Meets(day(c.first), day(c.end)); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestVisibleFollowsTheWindow(t *testing.T) {
	d, err := layers.Read(context.Background(), strings.NewReader(`{"type":"FeatureCollection","features":[
		{"type":"Feature","geometry":null,"properties":{"start":"2025-07-01","end":"2025-07-02","year":2024}},
		{"type":"Feature","geometry":null,"properties":{"start":"2025-07-02","end":null,"year":"2025"}},
		{"type":"Feature","geometry":null,"properties":{"start":"?","end":"","year":[1]}},
		{"type":"Feature","geometry":null,"properties":{"start":"2025-07-09","end":"2025-07-01"}}]}`), layers.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	at := func(spans []layers.Span, from, to string) (out string) {
		a, _ := time.Parse(time.DateOnly, from)
		b, _ := time.Parse(time.DateOnly, to)
		for _, s := range spans {
			if s.Meets(a, b) {
				out += "x"
			} else {
				out += "."
			}
		}
		return out
	}
	spans, undated := d.Spans("start", "end")
	if got := at(spans, "2025-07-03", "2025-07-04"); got != ".xxx" || undated != 2 {
		t.Errorf("between start and end: %s, %d undated", got, undated)
	}
	if got := at(spans, "2025-07-02", "2025-07-03"); got != "xxxx" { // the end's day counts
		t.Errorf("on the last day: %s", got)
	}
	spans, undated = d.Spans("year", "")
	if got := at(spans, "2024-03-01", "2024-03-02"); got != "x.xx" || undated != 2 {
		t.Errorf("by year: %s, %d undated", got, undated)
	}
	if spans, undated := d.Spans("", ""); spans != nil || undated != 0 {
		t.Error("a layer without times has some")
	}
}

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"2025-07-03", "2025/2026", "..2024-02", "1751500800000", "2025-07-03T00:00Z/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := layers.ParseSpan(text)
		if ok != s.Known() {
			t.Fatalf("%q: %v, %v", text, s, ok)
		}
		if !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From) {
			t.Fatalf("%q ends before it begins: %v", text, s)
		}
	})
}
