package reading_test

import (
	"context"
	"encoding/json"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitmap/app/reading"
	"sitmap/app/reading/readingtest"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

var places = gazetteer.Open()

func reader() *reading.Reader { return reading.NewReader(reading.Known{Gazetteer: places}) }

func corpus(t testing.TB, set string) []readingtest.Case {
	t.Helper()
	cases, err := readingtest.Corpus(set)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// What the rules find may not become less. The floors lie a little below what the
// command measure prints.
func TestPrecisionAndRecall(t *testing.T) {
	for set, floor := range map[string]map[string][2]float64{
		"tuned": {
			"date": {.97, .97}, "place": {.97, .97}, "actor": {.97, .97}, "weapon": {.95, .95}, "figure": {.95, .95}, "counted": {.95, .95},
			"binding": {.95, .95}, "originator": {.95, .95}, "hedge": {.99, .99}, "kind": {.96, .96}, "party": {.95, .95},
		},
		"held out": {
			"date": {.9, .85}, "place": {.9, .95}, "actor": {.85, .95}, "weapon": {.85, .95}, "figure": {.9, .95}, "counted": {.8, .85},
			"binding": {.75, .8}, "originator": {.85, .95}, "hedge": {.99, .99}, "kind": {.85, .85}, "party": {.55, .9},
		},
		"readouts": {"kind": {1, 1}, "party": {1, 1}, "date": {1, 1}},
	} {
		total := map[string]readingtest.Count{}
		for _, c := range corpus(t, set) {
			counts, _ := readingtest.Score(c, reader().Read(c.Report))
			for f, n := range counts {
				s := total[f]
				total[f] = readingtest.Count{Right: s.Right + n.Right, Found: s.Found + n.Found, Wanted: s.Wanted + n.Wanted}
			}
		}
		for f, least := range floor {
			if n := total[f]; n.Precision() < least[0] || n.Recall() < least[1] {
				t.Errorf("%s: %s has a precision of %.2f and a recall of %.2f, at least %v are to be", set, f, n.Precision(), n.Recall(), least)
			}
		}
	}
}

func TestReadoutYieldsACallBetweenTheRightPeople(t *testing.T) {
	calls := 0
	for _, c := range corpus(t, "readouts") {
		res := reader().Read(c.Report)
		if len(res.Proposals) != 1 {
			t.Errorf("%s: %d drafts", c.Name, len(res.Proposals))
			continue
		}
		e := res.Proposals[0].Event
		var want []string
		for _, w := range c.Want {
			if name, ok := strings.CutPrefix(w, "party participant "); ok {
				want = append(want, name)
			}
			if kind, ok := strings.CutPrefix(w, "kind "); ok && kind != e.Kind {
				t.Errorf("%s: a %s, want a %s", c.Name, e.Kind, kind)
			}
		}
		if e.Kind == "call" {
			calls++
			if len(e.Places) > 0 {
				t.Errorf("%s: a call has no scene, not %v", c.Name, e.Places)
			}
		}
		var got []string
		for _, p := range e.Parties {
			got = append(got, strings.ReplaceAll(p.Actor.Name, "Zelensky", "Zelenskyy"))
		}
		for _, w := range want {
			if !slices.ContainsFunc(got, func(g string) bool { return strings.HasSuffix(g, w) }) {
				t.Errorf("%s: parties %q, want %q", c.Name, got, want)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: parties %q, want %q", c.Name, got, want)
		}
	}
	if calls < 8 {
		t.Errorf("only %d calls", calls)
	}
}

// The words of a suggestion are those of the text, and a draft quotes the text.
func TestSpansAndQuotesAreTheTexts(t *testing.T) {
	for _, set := range readingtest.Sets {
		for _, c := range corpus(t, set) {
			res := reader().Read(c.Report)
			for _, s := range res.Suggestions {
				if s.Words != c.Report.Text[s.Start:s.End] || s.Words == "" {
					t.Fatalf("%s: %+v", c.Name, s)
				}
			}
			for _, p := range res.Proposals {
				if len(p.Event.Citations) == 0 || p.Event.Title == "" {
					t.Errorf("%s: a draft without source or title", c.Name)
				}
				for _, q := range p.Event.Citations {
					if q.Quote == "" || !strings.Contains(c.Report.Text, q.Quote) {
						t.Errorf("%s: %q is not in the text", c.Name, q.Quote)
					}
				}
				for i, at := range p.From {
					if at < 0 || at >= len(res.Suggestions) || i > 0 && at <= p.From[i-1] {
						t.Errorf("%s: from %v", c.Name, p.From)
					}
				}
			}
		}
	}
}

// A store takes the drafts as they are.
func TestDraftsAreTakenByAStore(t *testing.T) {
	ctx := context.Background()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "x.gpkg"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	known := reading.Known{Gazetteer: places}
	if known.Kinds, err = s.Kinds(ctx); err != nil {
		t.Fatal(err)
	}
	for vocabulary, to := range map[string]*[]store.Term{store.VocabularyWeapon: &known.Weapons, store.VocabularyMeasure: &known.Measures} {
		if *to, err = s.Terms(ctx, vocabulary); err != nil {
			t.Fatal(err)
		}
	}
	r := reading.NewReader(known)
	for _, set := range readingtest.Sets {
		for _, c := range corpus(t, set) {
			for _, p := range r.Read(c.Report).Proposals {
				if _, err := s.Add(ctx, one(p.Event), store.ReasonNew, "", nil); err != nil {
					t.Errorf("%s: %v", c.Name, err)
				}
			}
		}
	}
}

func one(e store.Event) iter.Seq2[store.Event, error] {
	return func(yield func(store.Event, error) bool) { yield(e, nil) }
}

func TestSameTextSameDrafts(t *testing.T) {
	for _, c := range corpus(t, "tuned")[:8] {
		if d := cmp.Diff(reader().Read(c.Report), reader().Read(c.Report)); d != "" {
			t.Errorf("%s:\n%s", c.Name, d)
		}
	}
}

func TestKnownActorsAndTermsAreUsed(t *testing.T) {
	r := reading.NewReader(reading.Known{
		Gazetteer: places,
		Actors:    []store.Actor{{ID: "0197d1e0-5c00-7000-9000-000000000001", Name: "Oksana Marchenko", Kind: "person", Aliases: []string{"the Falcon"}}},
		Weapons:   []store.Term{{Vocabulary: "weapon", Code: "Palianytsia", Name: "Palianytsia missile-drone"}},
		Measures:  []store.Term{{Vocabulary: "measure", Code: "killed"}},
	})
	res := r.Read(reading.Report{Text: "A Palianytsia killed two soldiers and wounded three near Kursk, Marchenko said."})
	var got []string
	for _, s := range res.Suggestions {
		switch s.Field {
		case reading.Weapon:
			got = append(got, s.Weapon)
		case reading.Figure:
			got = append(got, s.Count.Measure+" "+s.Count.By.ID)
		}
	}
	if want := []string{"Palianytsia", "killed 0197d1e0-5c00-7000-9000-000000000001"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDatesCountFromThePublication(t *testing.T) {
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	rep := reading.Report{Text: "Drones hit Kharkiv yesterday evening.", Zone: kyiv, Item: store.Item{Published: "2025-07-05"}}
	e := reader().Read(rep).Proposals[0].Event
	if got := e.When.Earliest.Format(time.RFC3339); got != "2025-07-04T15:00:00Z" || e.When.Precision != store.PartOfDay || e.When.Text != "yesterday evening" {
		t.Errorf("%+v", e.When)
	}
	// Which night is meant is asked, and no time is made up.
	rep.Text = "Drones hit Kharkiv on Friday night."
	res := reader().Read(rep)
	if len(res.Proposals) != 1 || !res.Proposals[0].Event.When.IsZero() {
		t.Errorf("%+v", res.Proposals)
	}
	i := slices.IndexFunc(res.Suggestions, func(s reading.Suggestion) bool { return s.Field == reading.Date })
	if i < 0 || !strings.Contains(res.Suggestions[i].Question, "Which night") {
		t.Errorf("%+v", res.Suggestions)
	}
}

func TestNamesThatAreNoPlaces(t *testing.T) {
	for text, want := range map[string][]string{
		"Drones fell near the village of Vovchansk.":                                       {"Vovchansk"},
		"Fires broke out in Kharkiv, Sumy and the Poltava region.":                         {"Kharkiv", "Sumy", "Poltava Oblast"},
		"Secretary of Commerce Ruth Hall met Secretary of Labor Dan Coe.":                  nil,
		"The head of the Office of Unity and the Justice Department spoke on Victory Day.": nil,
		"The leaders met in Munich, Germany, and flew to Paris.":                           {"Munich", "Paris"},
		"Reading the report took an hour.":                                                 nil,
		"Putin told Trump that Moscow agreed.":                                             nil,
	} {
		var got []string
		for _, s := range reader().Read(reading.Report{Text: text}).Suggestions {
			if s.Field == reading.Place && s.Place.Name != "Germany" {
				got = append(got, s.Place.Name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSecondEventOfAReport(t *testing.T) {
	rep := reading.Report{
		Text: "Russian missiles struck Odesa early on Friday, killing two people. On Thursday, Donald Trump and Vladimir Putin spoke by phone.",
		Item: store.Item{Published: "2025-07-04T12:00:00Z"},
	}
	var kinds []string
	for _, p := range reader().Read(rep).Proposals {
		kinds = append(kinds, p.Event.Kind)
	}
	if !slices.Equal(kinds, []string{"strike", "call"}) {
		t.Errorf("drafts of %q", kinds)
	}
}

func TestNothingIsMadeOfNothing(t *testing.T) {
	for _, text := range []string{"", "   \n\n", "Hello.", "\xff\xfe", "1 2 3", strings.Repeat("—", 50)} {
		if res := reader().Read(reading.Report{Text: text}); len(res.Proposals) > 0 {
			t.Errorf("%q: %+v", text, res.Proposals)
		}
	}
	long := strings.Repeat("Drones hit Kyiv. ", reading.Longest/16)
	if res := reader().Read(reading.Report{Text: long}); !res.Clipped || len(res.Proposals) == 0 {
		t.Errorf("a long text: clipped %v, %d drafts", res.Clipped, len(res.Proposals))
	}
}

// fewPlaces is a gazetteer of two.
type fewPlaces struct{}

func (fewPlaces) Named(name string, _ int) []gazetteer.Place {
	switch strings.ToLower(name) {
	case "kyiv":
		return []gazetteer.Place{{GeonameID: 703448, Name: "Kyiv", Country: "UA", Admin1: "UA-30", Population: 2_800_000, Class: gazetteer.ClassCity}}
	case "sumy":
		return []gazetteer.Place{{GeonameID: 692194, Name: "Sumy", Country: "UA", Admin1: "UA-59", Population: 260_000, Class: gazetteer.ClassCity}}
	}
	return nil
}

func (fewPlaces) Admin1Name(string) string { return "Sumy Oblast" }

func FuzzRead(f *testing.F) {
	for _, c := range append(corpus(f, "tuned"), corpus(f, "readouts")...) {
		f.Add(c.Report.Item.Title, c.Report.Text, c.Report.Item.Published)
	}
	r := reading.NewReader(reading.Known{Gazetteer: fewPlaces{}}) // the real one takes each worker long to read
	f.Fuzz(func(t *testing.T, title, text, published string) {
		res := r.Read(reading.Report{Text: text, Item: store.Item{Title: title, Published: published}})
		for _, s := range res.Suggestions {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Words {
				t.Fatalf("%+v in %q", s, text)
			}
			if f := s.Count.Figure; f.Low != nil && f.High != nil && *f.Low > *f.High {
				t.Fatalf("%+v", s)
			}
		}
		for _, p := range res.Proposals {
			if p.Event.Kind == "" || p.Event.ID == "" || len(p.Event.Citations) == 0 {
				t.Fatalf("%+v", p)
			}
			if _, err := json.Marshal(p.Event); err != nil {
				t.Fatal(err)
			}
		}
	})
}
