package csv_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sitmap/store"
	sitcsv "sitmap/store/exchange/csv"
	"sitmap/store/exchange/exchangetest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t *testing.T, events []store.Event, o sitcsv.Options) string {
	t.Helper()
	var b bytes.Buffer
	n, err := sitcsv.Write(&b, func() iter.Seq2[store.Event, error] { return exchangetest.Seq(events) }, o)
	if err != nil || n != len(events) {
		t.Fatalf("%d rows, %v", n, err)
	}
	return b.String()
}

func TestWriteGolden(t *testing.T) {
	got := write(t, exchangetest.Events(), sitcsv.Options{})
	path := filepath.Join("testdata", "events.csv")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got), -update writes it anew:\n%s", diff)
	}
}

// table reads what was written, a map a row.
func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, cell := range record {
			if _, twice := row[all[0][i]]; twice {
				t.Errorf("two columns are called %s", all[0][i])
			}
			row[all[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCells(t *testing.T) {
	rows := table(t, write(t, exchangetest.Events(), sitcsv.Options{}))
	for _, tt := range []struct {
		row          int
		column, want string
	}{
		{0, "earliest", "2025-07-03T14:00:00Z"},
		{0, "date", "2025-07-03"},
		{0, "lon", "-77.0365"}, // a number is not guarded
		{0, "place", "Washington"},
		{0, "place_assumed", "true"},
		{0, "other_places", "seat: Moscow"},
		{0, "participant", "A; B; C"},
		{0, "other_parties", "witness: D"},
		{0, "claimed_position", "6"},
		{0, "killed_civilians_low", ""},
		{1, "title", `'=HYPERLINK("http://x")`},
		{1, "summary", "Line one,\nline “two”; \"three\"\n-- four & <five>"}, // the reader, not the file, drops the CR
		{1, "date", "2025-07-04"},                                            // the night counts on the day it ended
		{1, "planned_earliest", "2025-07-02T00:00:00.5Z"},
		{1, "lon", "31"},
		{1, "lat", "51"},
		{1, "attacker", "'-Russia"},
		{1, "phase", "announced"},
		{1, "tags", "'@home; '=quoted"},
		{1, "figures", "≥ 1 civilian killed, unattributed; 0 wounded (the city); no drones reported launched, UA, unattributed"},
		{1, "killed_civilians_low", "1"},
		{1, "killed_civilians_high", ""},
		{1, "killed_civilians_qualifier", "at least"},
		{1, "wounded_low", "0"},
		{1, "wounded_high", "0"},
		{1, "launched_drones_low", ""},
		{1, "launched_drones_qualifier", "none reported"},
		{1, "part_of", "0197d1e0-5c00-7000-8000-000000000003"},
		{1, "sources", "“Report”, Paper, 2025-07-04"},
		{1, "source_urls", "https://example.org/a"},
		{1, "external_ids", "ACLED:UKR1"},
		{1, "tlp", "AMBER"},
		{1, "do_not_publish", "true"},
		{2, "earliest", ""},
		{2, "review", "draft"},
		{2, "assessment", "reported"},
		{2, "wounded_low", ""},
	} {
		if got := rows[tt.row][tt.column]; got != tt.want {
			t.Errorf("row %d, %s: %q, want %q", tt.row, tt.column, got, tt.want)
		}
	}
}

func TestOptions(t *testing.T) {
	if got := write(t, nil, sitcsv.Options{Mark: true}); !strings.HasPrefix(got, "\ufeffid,kind,title") || strings.Count(got, "\n") != 1 {
		t.Errorf("an empty table with a mark is %q", got)
	}
	rows := table(t, write(t, exchangetest.Events(), sitcsv.Options{NoGuard: true}))
	if got := rows[1]["title"]; got != `=HYPERLINK("http://x")` {
		t.Errorf("unguarded: %q", got)
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"":           "",
		"Kyiv":       "Kyiv",
		"=1+1":       "'=1+1",
		"+380":       "'+380",
		"-5":         "'-5",
		"@SUM(A1)":   "'@SUM(A1)",
		"\t=1":       "'\t=1",
		"\rx":        "'\rx",
		"  =1":       "'  =1",
		"＝1":         "'＝1",
		"'=1":        "''=1",
		"'quoted'":   "'quoted'",
		"a=b":        "a=b",
		"–5 degrees": "–5 degrees", // a dash is no minus
	} {
		if got := sitcsv.Guard(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestGuardLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`['=+@\-\t a]{0,6}`)).Draw(t, "s")
		if got := sitcsv.Unguard(sitcsv.Guard(s)); got != s {
			t.Fatalf("%q became %q", s, got)
		}
		if g := sitcsv.Guard(s); g != "" && strings.ContainsRune("=+-@\t\r", rune(g[0])) {
			t.Fatalf("%q is run as a formula", g)
		}
	})
}
