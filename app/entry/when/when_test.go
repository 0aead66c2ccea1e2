package when

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sitmap/store"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func context(t testing.TB) Context {
	return Context{
		Now: time.Date(2025, 7, 5, 9, 0, 0, 0, time.UTC), Zone: zone(t, "Europe/Kyiv"),
		Cities: func(name string) (string, string, bool) {
			return "UA", "UA-63", strings.EqualFold(name, "kharkiv")
		},
	}
}

// Earliest and latest in UTC, precision, zone.
var readings = map[string]string{
	// What the brief asks for.
	"4 Jul 2025 01:30 Kyiv":               "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"night of 3-4 July 2025":              "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"2025-07":                             "2025-06-30T21:00Z 2025-07-31T21:00Z month Europe/Kyiv",
	"3 July 2025":                         "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"early July 2025":                     "2025-06-30T21:00Z 2025-07-10T21:00Z interval Europe/Kyiv",
	"2025-07-03 19:00 – 2025-07-04 03:00": "2025-07-03T16:00Z 2025-07-04T00:00Z interval Europe/Kyiv",

	// Nights.
	"night of 3 to 4 July":         "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"Night 3/4 July 2025":          "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"overnight 3–4 July 2025":      "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"the night of July 3-4, 2025":  "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"3-4 July 2025, night":         "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"night of 30 June to 1 July":   "2025-06-30T19:00Z 2025-07-01T03:00Z part of day Europe/Kyiv",
	"last night":                   "2025-07-04T19:00Z 2025-07-05T03:00Z part of day Europe/Kyiv",
	"tonight":                      "2025-07-05T19:00Z 2025-07-06T03:00Z part of day Europe/Kyiv",
	"night of 31 Dec-1 Jan 2026":   "2025-12-31T20:00Z 2026-01-01T04:00Z part of day Europe/Kyiv",
	"night of 3-4 July 2025 UTC":   "2025-07-03T22:00Z 2025-07-04T06:00Z part of day UTC",
	"ніч 3-4 липня 2025":           "2025-07-03T19:00Z 2025-07-04T03:00Z part of day Europe/Kyiv",
	"3 July 2025 – 4 July evening": "2025-07-02T21:00Z 2025-07-04T19:00Z interval Europe/Kyiv",

	// Parts of a day.
	"evening of 3 July 2025":            "2025-07-03T15:00Z 2025-07-03T19:00Z part of day Europe/Kyiv",
	"yesterday evening":                 "2025-07-04T15:00Z 2025-07-04T19:00Z part of day Europe/Kyiv",
	"this morning":                      "2025-07-05T03:00Z 2025-07-05T09:00Z part of day Europe/Kyiv",
	"early morning on 4 July 2025":      "2025-07-04T01:00Z 2025-07-04T05:00Z part of day Europe/Kyiv",
	"early hours of 4 July":             "2025-07-03T21:00Z 2025-07-04T01:00Z part of day Europe/Kyiv",
	"noon 4 July 2025":                  "2025-07-04T08:30Z 2025-07-04T09:30Z part of day Europe/Kyiv",
	"3 July evening – 4 July morning":   "2025-07-03T15:00Z 2025-07-04T09:00Z interval Europe/Kyiv",
	"evening to night of 3 July 2025 ?": "",

	// Days, months, years.
	"July 3, 2025":               "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"3rd of July 2025":           "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"Thursday, 3 July 2025":      "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"Thursday":                   "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"03.07.2025":                 "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"13/07/2025":                 "2025-07-12T21:00Z 2025-07-13T21:00Z day Europe/Kyiv",
	"07/13/2025":                 "2025-07-12T21:00Z 2025-07-13T21:00Z day Europe/Kyiv",
	"2025/07/13":                 "2025-07-12T21:00Z 2025-07-13T21:00Z day Europe/Kyiv",
	"20250703":                   "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"2025-07-03":                 "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"3 July":                     "2025-07-02T21:00Z 2025-07-03T21:00Z day Europe/Kyiv",
	"30 December":                "2024-12-29T22:00Z 2024-12-30T22:00Z day Europe/Kyiv",
	"yesterday":                  "2025-07-03T21:00Z 2025-07-04T21:00Z day Europe/Kyiv",
	"29 Feb 2024":                "2024-02-28T22:00Z 2024-02-29T22:00Z day Europe/Kyiv",
	"July 2025":                  "2025-06-30T21:00Z 2025-07-31T21:00Z month Europe/Kyiv",
	"July":                       "2025-06-30T21:00Z 2025-07-31T21:00Z month Europe/Kyiv",
	"2025":                       "2024-12-31T22:00Z 2025-12-31T22:00Z year Europe/Kyiv",
	"2025-W27":                   "2025-06-29T21:00Z 2025-07-06T21:00Z week Europe/Kyiv",
	"last week":                  "2025-06-22T21:00Z 2025-06-29T21:00Z week Europe/Kyiv",
	"mid-July 2025":              "2025-07-10T21:00Z 2025-07-20T21:00Z interval Europe/Kyiv",
	"end of February 2025":       "2025-02-20T22:00Z 2025-02-28T22:00Z interval Europe/Kyiv",
	"late 2025":                  "2025-08-31T21:00Z 2025-12-31T22:00Z interval Europe/Kyiv",
	"3–4 July 2025":              "2025-07-02T21:00Z 2025-07-04T21:00Z interval Europe/Kyiv",
	"3/4 July 2025":              "2025-07-02T21:00Z 2025-07-04T21:00Z interval Europe/Kyiv",
	"30 June – 2 July 2025":      "2025-06-29T21:00Z 2025-07-02T21:00Z interval Europe/Kyiv",
	"June 30 - July 2, 2025":     "2025-06-29T21:00Z 2025-07-02T21:00Z interval Europe/Kyiv",
	"31 Dec – 2 Jan 2026":        "2025-12-30T22:00Z 2026-01-02T22:00Z interval Europe/Kyiv",
	"2025-07-03/2025-07-04":      "2025-07-02T21:00Z 2025-07-04T21:00Z interval Europe/Kyiv",
	"May–June 2025":              "2025-04-30T21:00Z 2025-06-30T21:00Z interval Europe/Kyiv",
	"from 3 July to 5 July 2025": "2025-07-02T21:00Z 2025-07-05T21:00Z interval Europe/Kyiv",

	// Times of day.
	"4 July 2025 at 22":                      "2025-07-04T19:00Z 2025-07-04T20:00Z hour Europe/Kyiv",
	"4 July 2025 10 pm":                      "2025-07-04T19:00Z 2025-07-04T20:00Z hour Europe/Kyiv",
	"10:15 p.m. on 4 July 2025":              "2025-07-04T19:15Z 2025-07-04T19:16Z minute Europe/Kyiv",
	"12 am 4 July 2025":                      "2025-07-03T21:00Z 2025-07-03T22:00Z hour Europe/Kyiv",
	"4 July 2025 22:15:30":                   "2025-07-04T19:15:30Z 2025-07-04T19:15:31Z second Europe/Kyiv",
	"2025-07-04T01:30:00Z":                   "2025-07-04T01:30Z 2025-07-04T01:30:01Z second UTC",
	"2025-07-04T01:30+03:00":                 "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"2025-07-04T01:30-04:00":                 "2025-07-04T05:30Z 2025-07-04T05:31Z minute Etc/GMT+4",
	"2025-07-04 01:30 UTC+3":                 "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"2025-07-04 0130 UTC":                    "",
	"0130Z 4 July 2025":                      "2025-07-04T01:30Z 2025-07-04T01:31Z minute UTC",
	"2200 hours 3 July 2025":                 "2025-07-03T19:00Z 2025-07-03T19:01Z minute Europe/Kyiv",
	"040130ZJUL25":                           "2025-07-04T01:30Z 2025-07-04T01:31Z minute UTC",
	"2025-07-03T19:00Z/2025-07-04T03:00Z":    "2025-07-03T19:00Z 2025-07-04T03:00Z interval UTC",
	"3 July 2025 22:00–23:30":                "2025-07-03T19:00Z 2025-07-03T20:30Z interval Europe/Kyiv",
	"3 July 2025 22:00–03:00":                "2025-07-03T19:00Z 2025-07-04T00:00Z interval Europe/Kyiv",
	"between 22:00 and 23:00 on 3 July 2025": "2025-07-03T19:00Z 2025-07-03T20:00Z interval Europe/Kyiv",
	"3 July 2025 22:00 - 4 July 03:00":       "2025-07-03T19:00Z 2025-07-04T00:00Z interval Europe/Kyiv",
	"from 1 am to 2 am on 4 July 2025":       "2025-07-03T22:00Z 2025-07-03T23:00Z interval Europe/Kyiv",
	"24:00 3 July 2025":                      "2025-07-03T21:00Z 2025-07-03T21:01Z minute Europe/Kyiv",
	"about 01:30 on 4 July 2025":             "2025-07-03T22:00Z 2025-07-03T23:00Z hour Europe/Kyiv",
	"~01:30 4 July 2025":                     "2025-07-03T22:00Z 2025-07-03T23:00Z hour Europe/Kyiv",
	"around 3 July 2025":                     "2025-07-01T21:00Z 2025-07-04T21:00Z interval Europe/Kyiv",
	"4 Jul 01:30 Kyiv":                       "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"22:15":                                  "2025-07-04T19:15Z 2025-07-04T19:16Z minute Europe/Kyiv",

	// Open on one side.
	"since 22:00":                "2025-07-04T19:00Z - interval Europe/Kyiv",
	"since 22:00 on 3 July 2025": "2025-07-03T19:00Z - interval Europe/Kyiv",
	"after 3 July 2025":          "2025-07-03T21:00Z - interval Europe/Kyiv",
	"before 4 July 2025 03:00":   "- 2025-07-04T00:00Z interval Europe/Kyiv",
	"by 4 July 2025":             "- 2025-07-04T21:00Z interval Europe/Kyiv",
	"until July 2025":            "- 2025-06-30T21:00Z interval Europe/Kyiv",
	"3 July 2025 22:00 –":        "2025-07-03T19:00Z - interval Europe/Kyiv",

	// Zones.
	"4 Jul 2025 01:30 Kiev":              "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"4 Jul 2025 01:30 Київ":              "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"01:30 Kharkiv time, 4 July 2025":    "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"4 Jul 2025 01:30 Moscow":            "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Moscow",
	"3 July 2025 10:00 Washington":       "2025-07-03T14:00Z 2025-07-03T14:01Z minute America/New_York",
	"3 July 2025 10:00 New York":         "2025-07-03T14:00Z 2025-07-03T14:01Z minute America/New_York",
	"3 July 2025 10:00 America/New_York": "2025-07-03T14:00Z 2025-07-03T14:01Z minute America/New_York",
	"3 July 2025 10:00 EDT":              "2025-07-03T14:00Z 2025-07-03T14:01Z minute America/New_York",
	"3 July 2025 10:00 (Istanbul)":       "2025-07-03T07:00Z 2025-07-03T07:01Z minute Europe/Istanbul",
	"4 July 2025 01:30 EEST":             "2025-07-03T22:30Z 2025-07-03T22:31Z minute Europe/Kyiv",
	"3 July 2025 10:00 Port of Spain":    "2025-07-03T14:00Z 2025-07-03T14:01Z minute America/Port_of_Spain",
	"3 July 2025 10:00 Tel Aviv":         "2025-07-03T07:00Z 2025-07-03T07:01Z minute Asia/Jerusalem",
	"3 July 2025 10:00 +05:30":           "2025-07-03T04:30Z 2025-07-03T04:31Z minute UTC",
}

func TestParse(t *testing.T) {
	stamp := func(at time.Time) string {
		if at.IsZero() {
			return "-"
		}
		return Stamp(at, time.UTC)
	}
	for text, want := range readings {
		r, err := Parse(text, context(t))
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q) = %+v, want an error", text, r.When)
			}
			continue
		}
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			continue
		}
		w := r.When
		if got := stamp(w.Earliest) + " " + stamp(w.Latest) + " " + string(w.Precision) + " " + w.Zone; got != want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", text, got, want)
		}
		if w.Text != text {
			t.Errorf("Parse(%q) keeps the words %q", text, w.Text)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"31 February 2025":              "no 31 February 2025",
		"31 February":                   "no 31 February",
		"29 Feb 2025":                   "no 29 February 2025",
		"2025-02-31":                    "no 31 February 2025",
		"31.04.2025":                    "no 31 April 2025",
		"2025-13":                       "no month 13",
		"2025-13-01":                    "no month 13",
		"03/04/2025":                    "write the month as a word",
		"3/4":                           "month as a word",
		"night of 3 July 2025":          "Which night: 2–3 or 3–4 July",
		"night of 3-6 July 2025":        "days that follow each other",
		"midnight 4 July 2025":          "00:00 or 24:00",
		"Friday 3 July 2025":            "was a Thursday, not a Friday",
		"4 July 2025 25:00":             "no time 25:00",
		"4 July 2025 12:75":             "no time 12:75",
		"13 pm 4 July 2025":             "hours run from 1 to 12",
		"3rd":                           "which month",
		"evening":                       "On which day",
		"hours after the call":          "no word of a time",
		"sometime":                      "no word of a time",
		"3 July 2025 10:00 IST":         "Asia/Kolkata",
		"3 July 2025 10:00 Xyzzy":       "no zone or city",
		"5 July 2025 – 3 July 2025":     "ends before it begins",
		"22:00–03:00 4 July 2025":       "Which day is the first time on",
		"3 July 2025 4 July 2025":       "not clear what 4 stands for",
		"3 July 2025 10:00 Kyiv London": "Two zones",
		"1 July 2025 – 3 July – 5 July": "more than one range",
		"30 March 2025 03:30":           "did not exist in Europe/Kyiv: clocks went from 03:00 to 04:00",
		"0130 4 July 2025":              "no year",
		"2025-W60":                      "no week 60",
		"4 July 2025 14:00 at night":    "is not in the night",
		"about 3-5 July 2025":           "do not go together",
		"July early late 2025":          "exclude each other",
		"99 July 2025":                  "no day 99",
		"4 July 25":                     "four digits",
		"+03:00":                        "no",
		"💥":                             "not part of a time",
		"4 July 2025 UTC+19":            "No zone",
		"Monday":                        "",
	} {
		r, err := Parse(text, context(t))
		if says == "" {
			continue
		}
		if err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", text, r.When)
			continue
		}
		if msg := err.Error(); !strings.Contains(msg, says) || !strings.HasSuffix(msg, ".") && !strings.HasSuffix(msg, "?") && !strings.HasSuffix(msg, "days.") {
			t.Errorf("Parse(%q) says %q, want a sentence with %q", text, msg, says)
		}
	}
}

func TestFoldIsExplained(t *testing.T) {
	c := context(t)
	r, err := Parse("26 October 2025 03:30", c)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.When.Latest.Sub(r.When.Earliest); got != time.Hour+time.Minute {
		t.Errorf("the interval is %v wide, want both half past threes", got)
	}
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "came twice") {
		t.Errorf("notes are %q", r.Notes)
	}
	for text, want := range map[string]string{
		"26 October 2025 03:30 EEST":   "2025-10-26T00:30Z",
		"26 October 2025 03:30 EET":    "2025-10-26T01:30Z",
		"26 October 2025 03:30 +02:00": "2025-10-26T01:30Z",
	} {
		r, err := Parse(text, c)
		if err != nil || Stamp(r.When.Earliest, time.UTC) != want || r.When.Zone != "Europe/Kyiv" {
			t.Errorf("Parse(%q) = %+v, %v, want %s", text, r.When, err, want)
		}
	}
}

// A day on which clocks change is 23 or 25 hours long.
func TestDaysOfClockChanges(t *testing.T) {
	for text, want := range map[string]time.Duration{"30 March 2025": 23 * time.Hour, "26 October 2025": 25 * time.Hour} {
		r, err := Parse(text, context(t))
		if err != nil || r.When.Latest.Sub(r.When.Earliest) != want {
			t.Errorf("%s: %v, %v", text, r.When.Latest.Sub(r.When.Earliest), err)
		}
	}
}

func TestFilledInIsSaid(t *testing.T) {
	for text, says := range map[string]string{"3 July": "The year is taken to be 2025.", "since 22:00": "4 July 2025", "yesterday": "5 July 2025"} {
		r, err := Parse(text, context(t))
		if err != nil || len(r.Notes) == 0 || !strings.Contains(r.Notes[0], says) {
			t.Errorf("Parse(%q) notes %q, %v; want %q", text, r.Notes, err, says)
		}
	}
}

func TestShow(t *testing.T) {
	for text, want := range map[string][2]string{
		"4 Jul 2025 01:30 Kyiv":   {"4 Jul 2025 01:30 Europe/Kyiv", "3 Jul 2025 22:30 UTC"},
		"night of 3-4 July 2025":  {"3 Jul 2025 22:00 – 4 Jul 2025 06:00 Europe/Kyiv", "3 Jul 2025 19:00 – 4 Jul 2025 03:00 UTC"},
		"3 July 2025":             {"3 Jul 2025, the whole day, Europe/Kyiv", "2 Jul 2025 21:00 – 3 Jul 2025 21:00 UTC"},
		"3 July 2025 22:00–23:00": {"3 Jul 2025 22:00–23:00 Europe/Kyiv", "3 Jul 2025 19:00–20:00 UTC"},
		"since 3 July 2025 22:00": {"from 3 Jul 2025 22:00 on, Europe/Kyiv", "from 3 Jul 2025 19:00 on, UTC"},
		"":                        {"", ""},
	} {
		r, err := Parse(text, context(t))
		if err != nil {
			t.Fatal(err)
		}
		local, utc := Show(r.When)
		if local != want[0] || utc != want[1] {
			t.Errorf("Show(%q) = %q, %q", text, local, utc)
		}
	}
}

// An interval that came without words is given words that mean the same.
func TestWriteIsReadBack(t *testing.T) {
	zones := []string{"UTC", "Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Etc/GMT-3", ""}
	rapid.Check(t, func(rt *rapid.T) {
		w := store.When{Zone: rapid.SampledFrom(zones).Draw(rt, "zone"), Precision: store.Interval}
		w.Earliest = time.UnixMilli(rapid.Int64Range(0, 4e9).Draw(rt, "earliest") * 1000).UTC().Truncate(time.Minute)
		w.Latest = w.Earliest.Add(time.Duration(rapid.IntRange(1, 1e6).Draw(rt, "minutes")) * time.Minute)
		switch rapid.IntRange(0, 4).Draw(rt, "open") {
		case 0:
			w.Earliest = time.Time{}
		case 1:
			w.Latest = time.Time{}
		}
		r, err := Parse(Write(w), Context{Zone: zone(t, "Asia/Tokyo"), Now: time.Unix(0, 0)})
		if err != nil {
			rt.Fatalf("%q: %v", Write(w), err)
		}
		if !r.When.Earliest.Equal(w.Earliest) || !r.When.Latest.Equal(w.Latest) {
			rt.Fatalf("%+v is written %q, read as %+v", w, Write(w), r.When)
		}
	})
}

func FuzzParse(f *testing.F) {
	for text := range readings {
		f.Add(text)
	}
	for _, row := range phraseRows(f) {
		f.Add(row[0])
	}
	c := context(f)
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Parse(text, c)
		if err != nil {
			if err.Error() == "" {
				t.Fatalf("%q: an error without words", text)
			}
			return
		}
		w := r.When
		if !w.Earliest.IsZero() && !w.Latest.IsZero() && !w.Latest.After(w.Earliest) {
			t.Fatalf("%q: %v is not before %v", text, w.Earliest, w.Latest)
		}
		if w.Zone != "" {
			if _, err := time.LoadLocation(w.Zone); err != nil {
				t.Fatalf("%q: zone %q: %v", text, w.Zone, err)
			}
		}
		if w.Earliest.UnixMilli()*1e6 != w.Earliest.UnixNano() && !w.Earliest.IsZero() && w.Earliest.Year() < 2200 && w.Earliest.Year() > 1700 {
			t.Fatalf("%q: %v is finer than a millisecond", text, w.Earliest)
		}
	})
}
