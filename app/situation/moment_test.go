package situation

import (
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	at := func(text string) time.Time {
		x, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	for text, want := range map[string]Moment{
		"#12":                       {seq: 12},
		" 2025-07-03 ":              {at: at("2025-07-03T23:59:59.999Z")},
		"2025-07-03T21:00Z":         {at: at("2025-07-03T21:00:00Z")},
		"2025-07-03T21:00:30+03:00": {at: at("2025-07-03T18:00:30Z")},
	} {
		got, err := ParseMoment(text)
		if err != nil || got.seq != want.seq || !got.at.Equal(want.at) {
			t.Errorf("%q is %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "#", "#0", "#-1", "#x", "yesterday", "2025-02-30", "12", "2025-07-03 21:00"} {
		if got, err := ParseMoment(text); err == nil {
			t.Errorf("%q is taken for %+v", text, got)
		}
	}
}
