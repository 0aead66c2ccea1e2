package when

import (
	_ "embed"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sitmap/store"
)

//go:embed testdata/phrases.txt
var phrases string

func phraseRows(t testing.TB) (out [][]string) {
	for line := range strings.Lines(phrases) {
		if line = strings.TrimRight(line, "\n"); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		row := strings.Split(line, " | ")
		if len(row) < 3 {
			t.Fatalf("%q has too few columns", line)
		}
		out = append(out, row)
	}
	return out
}

func TestHundredPhrases(t *testing.T) {
	kyiv := zone(t, "Europe/Kyiv")
	stamp := func(at time.Time) string {
		if at.IsZero() {
			return "-"
		}
		return at.In(kyiv).Format("2006-01-02 15:04")
	}
	read, other := 0, 0
	for _, row := range phraseRows(t) {
		text := row[0]
		r, err := Parse(text, context(t))
		var e *Error
		switch verdict := row[1]; verdict {
		case "read":
			read++
			got := []string{stamp(r.When.Earliest), stamp(r.When.Latest), string(r.When.Precision)}
			if err != nil || !slices.Equal(got, row[2:]) {
				t.Errorf("%q: %v, %v; want %v", text, got, err, row[2:])
			}
		case "ask":
			other++
			if !errors.As(err, &e) || !e.Ask || !strings.Contains(e.Sentence, row[2]) {
				t.Errorf("%q: %+v, %v; want a question that says %q", text, r.When, err, row[2])
				continue
			}
			if got := strings.Join(e.Choices, "; "); len(row) != 4 || got != row[3] {
				t.Errorf("%q: choices %q, want %q", text, got, row[3:])
			}
			for _, c := range e.Choices {
				if _, err := Parse(c, context(t)); err != nil {
					t.Errorf("%q: its choice %q is not read: %v", text, c, err)
				}
			}
		case "refuse":
			other++
			if !errors.As(err, &e) || e.Ask || !strings.Contains(e.Sentence, row[2]) {
				t.Errorf("%q: %+v, %v; want a refusal that says %q", text, r.When, err, row[2])
			}
		default:
			t.Errorf("%q: no verdict %q", text, verdict)
		}
	}
	if read < 50 || other < 50 {
		t.Errorf("the table has %d phrases that are read and %d that are not", read, other)
	}
}

func TestPublishedIsWhatWordsCountFrom(t *testing.T) {
	c := Context{Zone: zone(t, "Europe/Kyiv")}
	for _, x := range []struct{ published, text, earliest, latest, says string }{
		{"2025-07-05T09:00:00+03:00", "yesterday", "2025-07-03T21:00Z", "2025-07-04T21:00Z", ""},
		// At 23:30 in Washington it is the next morning in Kyiv.
		{"2025-07-03T23:30:00-04:00", "yesterday", "2025-07-02T21:00Z", "2025-07-03T21:00Z", ""},
		{"2025-07-05T09:00:00+03:00", "two hours ago", "2025-07-05T03:30Z", "2025-07-05T04:30Z", ""},
		{"2025-07-05T21:00:00+03:00", "overnight", "", "", "Which night: 4–5 or 5–6 July"},
		{"2025-07-05", "yesterday evening", "2025-07-04T15:00Z", "2025-07-04T19:00Z", ""},
		{"2025-07-05", "earlier today", "2025-07-04T21:00Z", "2025-07-05T21:00Z", ""},
		{"2025-07-05", "two hours ago", "", "", "only the day is known"},
		{"2025-07-05", "at 22:00", "", "", "On which day is 22:00"},
		{"2025-07-05", "the past three days", "2025-07-02T21:00Z", "2025-07-05T21:00Z", ""},
	} {
		at, err := c.Published(x.published)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Parse(x.text, at)
		if x.says != "" {
			if err == nil || !strings.Contains(err.Error(), x.says) {
				t.Errorf("%s, published %s: %+v, %v; want %q", x.text, x.published, r.When, err, x.says)
			}
			continue
		}
		if got := Stamp(r.When.Earliest, time.UTC) + " " + Stamp(r.When.Latest, time.UTC); err != nil || got != x.earliest+" "+x.latest {
			t.Errorf("%s, published %s: %s, %v", x.text, x.published, got, err)
		}
		if len(r.Notes) == 0 {
			t.Errorf("%s: nothing says what it was counted from", x.text)
		}
	}
	for _, iso := range []string{"", "2025", "2025-07", "Friday"} {
		if _, err := c.Published(iso); err == nil || err.Error() == "" {
			t.Errorf("words can be counted from %q: %v", iso, err)
		}
	}
}

func TestRemarksOnClockChanges(t *testing.T) {
	for text, says := range map[string][]string{
		"30 March 2025":               {"went forward on 30 March 2025, from 03:00 to 04:00: the time from 03:00 to 04:00 was left out, and the interval is 23 h long."},
		"26 October 2025":             {"went back on 26 October 2025, from 04:00 to 03:00: the time from 03:00 to 04:00 came twice, and the interval is 25 h long."},
		"26 October 2025 03:30":       {"the interval is 1 h 1 min long."},
		"3 July 2025":                 nil,
		"October 2025":                nil,
		"since 26 October 2025":       nil,
		"30 March 2025 02:00–02:59":   nil,
		"26 October 2025 01:00 UTC":   nil,
		"night of 25–26 October 2025": {"the interval is 9 h long."},
	} {
		r, err := Parse(text, context(t))
		if err != nil {
			t.Fatal(err)
		}
		got := Remarks(r.When)
		if len(got) != len(says) || len(got) == 1 && !strings.Contains(got[0], says[0]) {
			t.Errorf("%s: %q, want %q", text, got, says)
		}
	}
	local, utc := Show(store.When{Earliest: time.Date(2025, 10, 26, 0, 30, 0, 0, time.UTC), Latest: time.Date(2025, 10, 26, 1, 31, 0, 0, time.UTC), Precision: store.Interval, Zone: "Europe/Kyiv"})
	if local != "26 Oct 2025 03:30 +03:00 – 26 Oct 2025 03:31 +02:00, Europe/Kyiv" || utc != "26 Oct 2025 00:30–01:31 UTC" {
		t.Errorf("%s | %s", local, utc)
	}
}
