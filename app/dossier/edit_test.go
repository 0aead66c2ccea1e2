package dossier

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

// said are words as a store with a few names would give them.
var said = Words{
	Names: Names{
		Kinds: []store.Kind{{Code: "strike", Name: "Strike"}, {Code: "clash", Name: "Clash"}},
		Terms: map[string]string{
			"measure/shot_down": "shot down", "measure/killed": "killed", "place role/target": "target", "party role/attacker": "attacker",
			"phase/under_way": "under way",
		},
		Country: func(c string) string { return map[string]string{"UA": "Ukraine", "TR": "Türkiye"}[c] },
		Admin1:  func(c string) string { return map[string]string{"UA-30": "Kyiv City"}[c] },
	},
	Titles: map[string]string{"e1": "Talks in Istanbul"}, Zone: time.UTC,
}

func encoded(e store.Event) []byte {
	b, err := store.EncodeEvent(e)
	if err != nil {
		panic(err)
	}
	return b
}

func num(x float64) *float64 { return &x }

func TestEditsReadAsTheForm(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2025, 7, day, hour, 0, 0, 0, time.UTC) }
	day := func(d int) store.When {
		return store.When{Earliest: at(d, 0), Latest: at(d+1, 0), Precision: store.Day}
	}
	post := store.Item{ID: "i", Title: "Post of the mayor", Outlet: &store.Outlet{ID: "o", Name: "Telegram"}}
	whole := store.Event{
		ID: "e", Kind: "strike", Title: "A", When: day(3),
		Places:    []store.Place{{ID: "p", Role: "target", Name: "Kyiv", Country: "UA", Admin1: "UA-30", Geometry: store.Geometry{Geometry: orb.Point{30.5, 50.4}}}},
		Parties:   []store.Party{{ID: "a", Role: "attacker", Actor: store.Actor{ID: "x", Name: "Russia"}}},
		Claims:    []store.Claim{{ID: "c", About: "measure", Measure: "shot_down", Of: "drones", Qualifier: "at least", Low: num(1), Citations: []string{"q"}}},
		Citations: []store.Citation{{ID: "q", Item: post, Credibility: 2}},
	}
	for _, c := range []struct {
		name  string
		alter func(e *store.Event)
		want  []Edit
	}{
		{"nothing", func(*store.Event) {}, nil},
		{"a code", func(e *store.Event) { e.Kind = "clash" }, []Edit{{"kind", "Strike", "Clash"}}},
		{"what reads as a draft is one", func(e *store.Event) { e.Review = store.Draft }, nil},
		{"review", func(e *store.Event) { e.Review, e.ReviewedBy = store.Reviewed, "olha" }, []Edit{{"review", "draft", "reviewed"}, {"reviewed by", "", "olha"}}},
		{"a time", func(e *store.Event) { e.When = day(4) }, []Edit{{"when", "3 July 2025", "4 July 2025"}}},
		{
			"a time in other words", func(e *store.Event) { e.When.Text = "on Thursday" },
			[]Edit{{"when", "3 July 2025 · as written: –", "3 July 2025 · as written: “on Thursday”"}},
		},
		{
			"how exact a time is", func(e *store.Event) { e.When.Precision = store.Interval },
			[]Edit{{"when", "3 July 2025 · to the day", "3 July 2025 · to the interval"}},
		},
		{"a time is forgotten", func(e *store.Event) { e.When = store.When{} }, []Edit{{"when", "3 July 2025", ""}}},
		{
			"inside a claim", func(e *store.Event) { e.Claims[0].Low = num(3) },
			[]Edit{{"claims › ≥ 1 drone shot down › figure", "≥ 1", "≥ 3"}},
		},
		{
			"bounds that a word hides", func(e *store.Event) { e.Claims[0].Qualifier, e.Claims[0].High = "dozens", num(99) },
			[]Edit{{"claims › ≥ 1 drone shot down › figure", "≥ 1", "dozens"}},
		},
		{
			"0 is not unknown", func(e *store.Event) { e.Claims[0].Qualifier, e.Claims[0].Low, e.Claims[0].High = "", num(0), num(0) },
			[]Edit{{"claims › ≥ 1 drone shot down › figure", "≥ 1", "0"}},
		},
		{
			"a claim's source", func(e *store.Event) { e.Claims[0].Citations = nil },
			[]Edit{{"claims › ≥ 1 drone shot down › sources", "Telegram: Post of the mayor", ""}},
		},
		{
			"a claim more", func(e *store.Event) {
				e.Claims = append(e.Claims, store.Claim{ID: "d", About: "outcome", Value: "a truce", AccordingTo: &store.Actor{ID: "m", Name: "Ministry"}})
			},
			[]Edit{{"claims", "", "outcome: a truce, says Ministry"}},
		},
		{
			"another actor", func(e *store.Event) { e.Parties[0].Actor = store.Actor{ID: "y", Name: "Belarus"} },
			[]Edit{{"parties › attacker Russia › who", "Russia", "Belarus"}},
		},
		{
			"where an actor was", func(e *store.Event) { e.Parties[0].Place = "p" },
			[]Edit{{"parties › attacker Russia › was at", "", "Kyiv"}},
		},
		{
			"a point moves", func(e *store.Event) { e.Places[0].Geometry = store.Geometry{Geometry: orb.Point{30.6, 50.4}} },
			[]Edit{{"places › target Kyiv › at", "50.40000, 30.50000", "50.40000, 30.60000"}},
		},
		{
			"a region", func(e *store.Event) { e.Places[0].Country, e.Places[0].Admin1, e.Places[0].RadiusM = "TR", "", 12000 },
			[]Edit{{"places › target Kyiv › radius", "", "12 km"}, {"places › target Kyiv › country", "Kyiv City, Ukraine", "Türkiye"}},
		},
		{"a place goes", func(e *store.Event) { e.Places = nil }, []Edit{{"places", "target: Kyiv, Kyiv City, Ukraine", ""}}},
		{
			"a judgement of a source", func(e *store.Event) { e.Citations[0].Credibility = 0 },
			[]Edit{{"sources › Telegram: Post of the mayor › credibility", "2, probably true", ""}},
		},
		{
			"what a source is about", func(e *store.Event) { e.Citations[0].About = "c" },
			[]Edit{{"sources › Telegram: Post of the mayor › about", "event", "≥ 1 drone shot down"}},
		},
		{
			"relations", func(e *store.Event) {
				e.Relations = []store.Relation{{Type: "follows", Event: "e1"}, {Type: "part of", Event: "gone"}}
			},
			[]Edit{{"relations", "", "follows “Talks in Istanbul”"}, {"relations", "", "part of an event that is not in this store, gone"}},
		},
		{"a list of words is one value", func(e *store.Event) { e.Tags = []string{"wave", "kyiv"} }, []Edit{{"tags", "", "wave, kyiv"}}},
		{"weapons", func(e *store.Event) {
			e.Fields = map[string]json.RawMessage{"weapons": json.RawMessage(`["Shahed-136","Iskander"]`)}
		}, []Edit{{"weapons", "", "Shahed-136, Iskander"}}},
		{
			"a step", func(e *store.Event) { e.Phases = []store.Phase{{ID: "f", Phase: "under_way", At: day(3)}} },
			[]Edit{{"phases", "", "under way, 3 July 2025"}},
		},
		{
			"a rule", func(e *store.Event) {
				e.Headlines = []store.Headline{{Measure: "shot_down", Claim: "c", Reason: "seen"}}
			},
			[]Edit{{"headlines", "", "shot down: pinned: ≥ 1 drone shot down, seen"}},
		},
		{"an embargo", func(e *store.Event) { e.Protection.Embargo = at(9, 12) }, []Edit{{"embargo", "", "9 July 2025, 12:00 UTC"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			after, err := store.DecodeEvent(encoded(whole))
			if err != nil {
				t.Fatal(err)
			}
			c.alter(&after)
			if d := cmp.Diff(c.want, said.Event(encoded(whole), encoded(after))); d != "" {
				t.Errorf("it is told otherwise (-want +got):\n%s", d)
			}
		})
	}
}

// TestEveryFieldHasItsWord alters each field of an event and of all its parts, one at a
// time: a field that has no word yet fails here.
func TestEveryFieldHasItsWord(t *testing.T) {
	whole := full[store.Event]()
	seen := map[string]bool{}
	leaves(reflect.TypeFor[store.Event](), "", func(path string) {
		seen[path] = true
		after := full[store.Event]()
		alter(reflect.ValueOf(&after).Elem(), strings.Split(path, "."))
		edits := said.Events(whole, after)
		var got []string
		for _, e := range edits {
			parts := strings.Split(e.Member, " › ")
			got = append(got, parts[len(parts)-1])
			if e.Before == e.After {
				t.Errorf("%s: nothing differs in %+v", path, e)
			}
		}
		if g, want := strings.Join(slices.Compact(got), " and "), everyWord[path]; g != want {
			t.Errorf("%s is called %q, want %q", path, g, want)
		}
	})
	for path := range everyWord {
		if !seen[path] {
			t.Errorf("there is no %s any more", path)
		}
	}
}

// leaves are the fields of a type that hold a value, by their JSON names. Ids that an
// entry of a list is told apart by are left out.
func leaves(t reflect.Type, path string, f func(string)) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		leaves(t.Elem(), path, f)
		return
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() || t == reflect.TypeFor[store.Geometry]() {
			break
		}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			sub := strings.TrimPrefix(path+"."+name, ".")
			if sub == "id" || strings.Contains(path, "acts_for") {
				continue // an event's own never changes; an actor has its words already
			}
			leaves(t.Field(i).Type, sub, f)
		}
		return
	}
	f(path)
}

// full is a value whose every field is set.
func full[T any]() (x T) {
	fill(reflect.ValueOf(&x).Elem(), "", 0)
	return x
}

func fill(v reflect.Value, path string, deep int) {
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = time.Date(2025, 7, 3, 10, 0, 0, 0, time.UTC)
		return
	case *store.Geometry:
		x.Geometry = orb.Point{30.5, 50.4}
		return
	case *json.RawMessage:
		*x = json.RawMessage(`"x"`)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(path)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		if deep < 8 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), path, deep+1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), path, deep+1)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), reflect.ValueOf(json.RawMessage(`"x"`)))
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			fill(v.Field(i), name, deep+1)
		}
	}
}

// alter makes the field at a path another.
func alter(v reflect.Value, path []string) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice && len(path) > 0 {
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		} else {
			v = v.Index(0)
		}
	}
	if len(path) > 0 {
		for i := range v.NumField() {
			if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); name == path[0] {
				alter(v.Field(i), path[1:])
			}
		}
		return
	}
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = x.Add(time.Hour)
		return
	case *store.Geometry:
		x.Geometry = orb.Point{31, 51}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + " other")
	case reflect.Int, reflect.Int64:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(2)
	case reflect.Bool:
		v.SetBool(false)
	case reflect.Slice:
		alter(v.Index(0), nil)
	case reflect.Map:
		v.SetMapIndex(reflect.ValueOf("key"), reflect.ValueOf(json.RawMessage(`"y"`)))
	}
}

// TestWhatDiffersIsTold: of any two states something is told, unless they say the same.
func TestWhatDiffersIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := storetest.NewWorld(t)
		a, b := w.Event(t), w.Event(t)
		b.ID = a.ID
		for _, e := range []*store.Event{&a, &b} {
			// What is empty reads as these.
			e.Review, e.Assessment = reviewOf(*e), orReported(*e)
			for i := range e.Claims {
				e.Claims[i].State = store.ClaimState(stateOf(e.Claims[i]))
			}
			for i := range e.Citations {
				e.Citations[i].About = aboutEvent(e.Citations[i].About)
			}
		}
		if got := said.Event(encoded(a), encoded(a)); len(got) > 0 {
			t.Errorf("a state differs from itself: %v", got)
		}
		edits := said.Event(encoded(a), encoded(b))
		if string(encoded(a)) != string(encoded(b)) && len(edits) == 0 {
			t.Errorf("nothing is told of\n%s\n%s", encoded(a), encoded(b))
		}
		if slices.ContainsFunc(edits, func(e Edit) bool { return e.Before == e.After }) {
			t.Errorf("edits that change nothing: %v", edits)
		}
	})
}

func orReported(e store.Event) store.Assessment {
	if e.Assessment == "" {
		return store.Reported
	}
	return e.Assessment
}

func FuzzEvent(f *testing.F) {
	f.Add([]byte(`{"claims":[{"id":"x"}]}`), []byte(`{"claims":[{"id":"x","low":1}]}`))
	f.Add([]byte(`{"tags":["t"]}`), []byte(`not JSON`))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if d := said.Event(a, a); len(d) != 0 {
			t.Errorf("a state differs from itself: %v", d)
		}
		said.Event(a, b)
		said.Item(a, b)
		said.Outlet(a, b)
	})
}
