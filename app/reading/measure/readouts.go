package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sitmap/app/reading"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// tally counts the readouts of calls and what was made of them.
type tally struct{ all, calls, asCall, named, bothRight, partyFound, partyRight, partyWanted int }

func (t tally) String() string {
	pc := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%d are calls, of which %d (%.0f %%) are proposed as calls; of %d whose title names both sides, %d (%.0f %%) have just these two parties; parties: precision %.0f %%, recall %.0f %%",
		t.calls, t.asCall, pc(t.asCall, t.calls), t.named, t.bothRight, pc(t.bothRight, t.named), pc(t.partyRight, t.partyFound), pc(t.partyRight, t.partyWanted))
}

// The title of a readout names the two by their offices; the surnames are what is
// compared. Those that name more than two, or none, are not counted.
var (
	titlePattern = regexp.MustCompile(`(?i)^readout (?:of|from) (.*?)(?:’s|'s|’) (?:phone |telephone |video |virtual |secure )?call (?:with|to) (.*?)$`)
	office       = regexp.MustCompile(`(?i)\b(?:of|from)\b.*$`)
	capital      = regexp.MustCompile(`^\p{Lu}`)
)

// titled gives the surnames of the two sides, or false.
func titled(title string) (a, b string, ok bool) {
	m := titlePattern.FindStringSubmatch(strings.Join(strings.Fields(title), " "))
	if m == nil || strings.Contains(m[2], " and ") || strings.Contains(m[1], " and ") {
		return "", "", false
	}
	last := func(s string) string {
		s = strings.Trim(office.ReplaceAllString(s, ""), " ,.")
		f := strings.Fields(s)
		if len(f) < 2 || !capital.MatchString(f[len(f)-1]) {
			return ""
		}
		return plain(f[len(f)-1])
	}
	a, b = last(m[1]), last(m[2])
	for _, s := range []string{a, b} {
		switch s {
		case "", "president", "minister", "leaders", "leader", "adviser", "advisor", "council", "secretary", "officials", "families", "family", "general", "allies", "ceos", "executives":
			return "", "", false
		}
	}
	return a, b, true
}

// plain folds a name, and the endings of one transliteration.
func plain(s string) string {
	return strings.ReplaceAll(gazetteer.Fold(s), "yy", "y")
}

// unescape mends letters that the file has as \xE9, some with a blank behind.
func unescape(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(x string) string {
		n, err := strconv.ParseUint(x[2:4], 16, 8)
		if err != nil {
			return x
		}
		return string(rune(n))
	})
}

var escaped = regexp.MustCompile(`\\x[0-9A-F]{2} ?`)

func readouts(path string, r *reading.Reader, verbose bool, w io.Writer) (t tally, err error) {
	f, err := os.Open(path)
	if err != nil {
		return t, fmt.Errorf("opening the readouts: %w", err)
	}
	defer func() { _ = f.Close() }()
	in := csv.NewReader(f)
	head, err := in.Read()
	if err != nil {
		return t, fmt.Errorf("reading the head of %s: %w", path, err)
	}
	column := map[string]int{}
	for i, h := range head {
		column[strings.TrimPrefix(h, "\ufeff")] = i
	}
	for _, h := range []string{"kind", "title", "text", "published_time"} {
		if _, ok := column[h]; !ok {
			return t, fmt.Errorf("%s has no column “%s”", path, h)
		}
	}
	washington, err := time.LoadLocation("America/New_York")
	if err != nil {
		return t, err
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return t, fmt.Errorf("reading %s: %w", path, err)
		}
		get := func(h string) string { return unescape(row[column[h]]) }
		res := r.Read(reading.Report{
			Text: get("text"), Zone: washington,
			Item: store.Item{Title: get("title"), Published: strings.Replace(get("published_time"), " ", "T", 1)},
		})
		t.all++
		if get("kind") == "call" {
			t.count(get("title"), res, verbose, w)
		}
	}
}

func (t *tally) count(title string, res reading.Result, verbose bool, w io.Writer) {
	t.calls++
	call := len(res.Proposals) > 0 && res.Proposals[0].Event.Kind == "call"
	if call {
		t.asCall++
	}
	a, b, ok := titled(title)
	if !ok {
		if !call && verbose {
			fmt.Fprintf(w, "no call: %s\n", title)
		}
		return
	}
	t.named++
	right, names := 0, []string{}
	if call {
		for _, p := range res.Proposals[0].Event.Parties {
			names = append(names, p.Actor.Name)
		}
	}
	hit := map[string]bool{}
	for _, n := range names {
		low := plain(n)
		for _, s := range []string{a, b} {
			if strings.Contains(" "+low+" ", s) && !hit[s] {
				hit[s] = true
				right++
				break
			}
		}
	}
	t.partyFound, t.partyWanted, t.partyRight = t.partyFound+len(names), t.partyWanted+2, t.partyRight+right
	if right == 2 && len(names) == 2 {
		t.bothRight++
	} else if verbose {
		fmt.Fprintf(w, "%s: call=%v %q\n", title, call, names)
	}
}
