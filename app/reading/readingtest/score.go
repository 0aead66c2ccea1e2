package readingtest

import (
	"fmt"
	"slices"
	"strings"

	"sitmap/app/entry/figure"
	"sitmap/app/reading"
	"sitmap/mapdata/gazetteer"
)

// Fields are those that are counted, in the order of the table. A figure counts if
// measure, value and qualifier are right; counted asks for what was counted as
// well, binding for who says so.
var Fields = []string{"date", "place", "actor", "weapon", "figure", "counted", "binding", "originator", "hedge", "kind", "party"}

// Count is how many were found rightly, found in all, and to be found.
type Count struct{ Right, Found, Wanted int }

// Precision and Recall are in [0, 1], and 1 where there was nothing to find.
func (c Count) Precision() float64 { return ratio(c.Right, c.Found) }

// Recall is how many of those to be found were found.
func (c Count) Recall() float64 { return ratio(c.Right, c.Wanted) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Score counts one result by field, and lists what was missed and what was wrong.
func Score(c Case, r reading.Result) (map[string]Count, []string) {
	want, got := wanted(c), found(r)
	out := map[string]Count{}
	var notes []string
	for _, f := range Fields {
		if len(want[f]) == 0 && strings.HasPrefix(c.Name, "r") && f != "party" && f != "kind" && f != "date" {
			continue // readouts are annotated for these only
		}
		n := Count{Found: len(got[f]), Wanted: len(want[f])}
		left := slices.Clone(want[f])
		for _, g := range got[f] {
			i := slices.IndexFunc(left, func(w string) bool { return agree(f, w, g) })
			if i < 0 {
				notes = append(notes, fmt.Sprintf("%s + %s %s", c.Name, f, g))
				continue
			}
			n.Right++
			left = slices.Delete(left, i, i+1)
		}
		for _, w := range left {
			notes = append(notes, fmt.Sprintf("%s - %s %s", c.Name, f, w))
		}
		out[f] = n
	}
	return out, notes
}

// agree compares dates and hedges by their words, of which a preposition may be
// missing, and all else by its letters.
func agree(field, want, got string) bool {
	w, g := name(want), name(got)
	if field == "date" || field == "hedge" {
		return w == g || g != "" && strings.HasSuffix(w, " "+g) || strings.HasSuffix(g, " "+w)
	}
	return w == g
}

// name folds a name, and the spellings of one transliteration.
func name(s string) string {
	fields := strings.Fields(s)
	for i, w := range fields {
		f := strings.ReplaceAll(gazetteer.Fold(w), "yy", "y")
		if f == "" {
			f = w
		}
		fields[i] = strings.TrimSuffix(f, "s")
	}
	return strings.Join(fields, " ")
}

func wanted(c Case) map[string][]string {
	out := map[string][]string{}
	for _, line := range c.Want {
		field, rest, _ := strings.Cut(line, " ")
		if field != "figure" {
			out[field] = append(out[field], rest)
			continue
		}
		what, by, _ := strings.Cut(rest, " < ")
		measure, cell, _ := strings.Cut(strings.TrimSpace(what), " ")
		cell, of, _ := strings.Cut(cell, " ")
		add(out, measure, cell, of, strings.TrimSpace(by))
	}
	return out
}

func add(out map[string][]string, measure, cell, of, by string) {
	out["figure"] = append(out["figure"], measure+" "+cell)
	out["counted"] = append(out["counted"], measure+" "+cell+" "+of)
	out["binding"] = append(out["binding"], measure+" "+cell+" < "+by)
}

func found(r reading.Result) map[string][]string {
	out := map[string][]string{}
	once := func(field, s string) {
		if !slices.ContainsFunc(out[field], func(t string) bool { return name(s) == name(t) }) {
			out[field] = append(out[field], s)
		}
	}
	for _, s := range r.Suggestions {
		switch s.Field {
		case reading.Date:
			if s.Question == "" {
				out["date"] = append(out["date"], s.Words)
			}
		case reading.Place:
			once("place", s.Place.Name)
		case reading.Actor:
			if s.Actor.Kind != "unnamed" {
				once("actor", s.Actor.Name)
			}
		case reading.Originator:
			once("originator", s.Actor.Name)
		case reading.Weapon:
			once("weapon", s.Weapon)
		case reading.Hedge:
			once("hedge", s.Words)
		case reading.Figure:
			by := ""
			if s.Count.By != nil {
				by = s.Count.By.Name
			}
			add(out, s.Count.Measure, figure.Format(s.Count.Figure), s.Count.Of, by)
		}
	}
	for _, p := range r.Proposals {
		out["kind"] = append(out["kind"], p.Event.Kind)
		for _, q := range p.Event.Parties {
			once("party", q.Role+" "+q.Actor.Name)
		}
	}
	return out
}
