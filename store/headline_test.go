package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitmap/store"
)

func num(x float64) *float64 { return &x }

func asOf(day int) store.When {
	return store.When{Latest: time.Date(2025, 7, day, 12, 0, 0, 0, time.UTC)}
}

var (
	airForce = &store.Actor{ID: "a1", Name: "Ukrainian Air Force"}
	ministry = &store.Actor{ID: "a2", Name: "ministry"}
	hospital = &store.Actor{ID: "a3", Name: "hospital"}
)

// killed is a claim of so many killed; low < 0 stands for no bound, and so high.
func killed(id string, who *store.Actor, qualifier string, low, high float64) store.Claim {
	c := store.Claim{ID: id, About: "measure", Measure: "killed", AccordingTo: who, Qualifier: qualifier}
	if low >= 0 {
		c.Low = num(low)
	}
	if high >= 0 {
		c.High = num(high)
	}
	return c
}

func with(c store.Claim, change func(*store.Claim)) store.Claim {
	change(&c)
	return c
}

func TestFigures(t *testing.T) {
	outletA := store.Item{ID: "ia", Published: "2025-07-04", Outlet: &store.Outlet{ID: "oa", Name: "A"}}
	outletB := store.Item{ID: "ib", Published: "2025-07-05", Outlet: &store.Outlet{ID: "ob", Name: "B"}}
	citations := []store.Citation{{ID: "ca", Item: outletA}, {ID: "cb", Item: outletB}}
	cited := func(id string) func(*store.Claim) { return func(c *store.Claim) { c.Citations = []string{id} } }

	tests := []struct {
		name       string
		claims     []store.Claim
		headlines  []store.Headline
		assessment store.Assessment
		want       []string // texts of the figures
		low, high  *float64 // of the first
		voices     int      // of the first; 0: not asked
	}{
		{name: "no claim is unknown, not zero"},
		{
			name: "nobody named", claims: []store.Claim{killed("1", nil, "at least", 1, -1)},
			want: []string{"≥ 1 killed, unattributed"}, low: num(1), voices: 1,
		},
		{
			name: "zero is a number", claims: []store.Claim{killed("1", ministry, "exactly", 0, 0)},
			want: []string{"0 killed (ministry)"}, low: num(0), high: num(0),
		},
		{
			name: "none reported is not zero", claims: []store.Claim{killed("1", ministry, "none reported", 0, 0)},
			want: []string{"none reported killed (ministry)"},
		},
		{
			name: "none reported of something", want: []string{"no civilians reported killed (ministry)"},
			claims: []store.Claim{with(killed("1", ministry, "none reported", -1, -1), func(c *store.Claim) { c.Of = "civilians" })},
		},
		{
			name: "newer supersedes older of the same originator",
			claims: []store.Claim{
				with(killed("2", ministry, "exactly", 5, 5), func(c *store.Claim) { c.AsOf = asOf(5) }),
				with(killed("1", ministry, "exactly", 3, 3), func(c *store.Claim) { c.AsOf = asOf(4) }),
			},
			want: []string{"5 killed (ministry, newest of 2)"}, low: num(5), high: num(5), voices: 1,
		},
		{
			name:   "without times nobody knows which is newer",
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", ministry, "exactly", 5, 5)},
			want:   []string{"3–5 killed (ministry: 3 or 5, order unknown)"}, low: num(3), high: num(5), voices: 1,
		},
		{
			name: "four of one originator without times",
			claims: []store.Claim{
				killed("1", ministry, "exactly", 2, 2), killed("2", ministry, "exactly", 3, 3),
				killed("3", ministry, "between", 2, 3), killed("4", ministry, "more than", 3, -1),
			},
			want: []string{"2 to > 3 killed (ministry: 2, 3, 2–3 or > 3, order unknown)"}, low: num(2), voices: 1,
		},
		{
			name: "one without time beside two that have it",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), func(c *store.Claim) { c.AsOf = asOf(4) }),
				with(killed("2", ministry, "exactly", 7, 7), func(c *store.Claim) { c.AsOf = asOf(5) }),
				killed("3", ministry, "exactly", 4, 4),
			},
			want: []string{"4–7 killed (ministry: 7 or 4, order unknown)"}, low: num(4), high: num(7), voices: 1,
		},
		{
			name: "an hour of the day on which another was published",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), cited("ca")),
				with(killed("2", ministry, "exactly", 7, 7), func(c *store.Claim) { c.AsOf = asOf(4) }),
			},
			want: []string{"3–7 killed (ministry: 3 or 7, order unknown)"}, low: num(3), high: num(7),
		},
		{
			name: "the newest of one originator beside another's",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), func(c *store.Claim) { c.AsOf = asOf(4) }),
				killed("2", hospital, "exactly", 9, 9),
				with(killed("3", ministry, "exactly", 7, 7), func(c *store.Claim) { c.AsOf = asOf(5) }),
			},
			want: []string{"7–9 killed (ministry: 7, newest of 2; hospital: 9)"}, low: num(7), high: num(9), voices: 2,
		},
		{
			name: "the date of publication stands in for as-of",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 5, 5), cited("cb")),
				with(killed("2", ministry, "exactly", 3, 3), cited("ca")),
			},
			want: []string{"5 killed (ministry, newest of 2)"}, low: num(5), high: num(5),
		},
		{
			name: "two outlets echo one originator",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), cited("ca")),
				with(killed("2", ministry, "exactly", 3, 3), cited("cb")),
			},
			want: []string{"3 killed (ministry)"}, low: num(3), high: num(3), voices: 1,
		},
		{
			name:   "originators who agree",
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 3, 3)},
			want:   []string{"3 killed (ministry; hospital)"}, low: num(3), high: num(3), voices: 2,
		},
		{
			name:   "originators who differ: the attributed range",
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5)},
			want:   []string{"3–5 killed (ministry: 3; hospital: 5)"}, low: num(3), high: num(5), voices: 2,
		},
		{
			name:   "an open end stays open",
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "at least", 5, -1)},
			want:   []string{"3 to ≥ 5 killed (ministry: 3; hospital: ≥ 5)"}, low: num(3),
		},
		{
			name:   "bounds that the range says itself",
			claims: []store.Claim{killed("1", ministry, "at least", 2, -1), killed("2", hospital, "up to", -1, 30)},
			want:   []string{"2 to 30 killed (ministry: ≥ 2; hospital: ≤ 30)"},
		},
		{
			name:   "an open claim between two plain ones",
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5), killed("3", airForce, "up to", -1, 4)},
			want:   []string{"3–5 killed (ministry: 3; hospital: 5; Ukrainian Air Force: ≤ 4)"}, high: num(5), voices: 3,
		},
		{
			name:   "up to has no lower bound",
			claims: []store.Claim{killed("1", ministry, "up to", -1, 40)},
			want:   []string{"≤ 40 killed (ministry)"}, high: num(40),
		},
		{
			name:   "none reported beside a number does not make it zero",
			claims: []store.Claim{killed("1", ministry, "none reported", -1, -1), killed("2", hospital, "exactly", 2, 2)},
			want:   []string{"2 killed or none reported (ministry: none reported; hospital: 2)"}, low: num(2), high: num(2), voices: 2,
		},
		{
			name: "none reported among several who count",
			claims: []store.Claim{
				killed("1", ministry, "none reported", -1, -1), killed("2", hospital, "more than", 3, -1), killed("3", airForce, "exactly", 3, 3),
			},
			want: []string{"≥ 3 killed or none reported (ministry: none reported; hospital: > 3; Ukrainian Air Force: 3)"}, low: num(3),
		},
		{
			name: "two outlets that name nobody are both kept and are one voice",
			claims: []store.Claim{
				with(killed("1", nil, "exactly", 1, 1), cited("ca")),
				with(killed("2", nil, "exactly", 3, 3), cited("cb")),
			},
			want: []string{"1–3 killed, unattributed"}, low: num(1), high: num(3), voices: 1,
		},
		{
			name: "superseded, withdrawn and rejected do not count",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 9, 9), func(c *store.Claim) { c.State = store.Superseded }),
				with(killed("2", hospital, "exactly", 8, 8), func(c *store.Claim) { c.State = store.Withdrawn }),
				with(killed("3", airForce, "exactly", 7, 7), func(c *store.Claim) { c.State = store.Rejected }),
				killed("4", nil, "exactly", 2, 2),
			},
			want: []string{"2 killed, unattributed"}, low: num(2), high: num(2),
		},
		{
			name: "a retracted event has none", assessment: store.Retracted,
			claims: []store.Claim{killed("1", ministry, "exactly", 3, 3)},
		},
		{
			name:      "a pin",
			claims:    []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5)},
			headlines: []store.Headline{{Measure: "killed", Claim: "2", Reason: "they counted"}},
			want:      []string{"5 killed (hospital)"}, low: num(5), high: num(5), voices: 1,
		},
		{
			name: "a pin on a claim that fell",
			claims: []store.Claim{
				killed("1", ministry, "exactly", 3, 3),
				with(killed("2", hospital, "exactly", 5, 5), func(c *store.Claim) { c.State = store.Withdrawn }),
			},
			headlines: []store.Headline{{Measure: "killed", Claim: "2"}},
			want:      []string{"3 killed (ministry)"}, low: num(3), high: num(3),
		},
		{
			name:      "the lowest",
			claims:    []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5), killed("3", airForce, "none reported", 0, 0)},
			headlines: []store.Headline{{Measure: "killed", Rule: "lowest"}},
			want:      []string{"3 killed (ministry)"}, low: num(3), high: num(3),
		},
		{
			name:      "the highest",
			claims:    []store.Claim{killed("3", airForce, "none reported", 0, 0), killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5)},
			headlines: []store.Headline{{Measure: "killed", Rule: "highest"}},
			want:      []string{"5 killed (hospital)"}, low: num(5), high: num(5),
		},
		{
			name: "the newest",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), func(c *store.Claim) { c.AsOf = asOf(6) }),
				with(killed("2", hospital, "exactly", 5, 5), func(c *store.Claim) { c.AsOf = asOf(5) }),
			},
			headlines: []store.Headline{{Measure: "killed", Rule: "newest"}},
			want:      []string{"3 killed (ministry)"}, low: num(3), high: num(3),
		},
		{
			name:      "a rule for another thing counted",
			claims:    []store.Claim{killed("1", ministry, "exactly", 3, 3), killed("2", hospital, "exactly", 5, 5)},
			headlines: []store.Headline{{Measure: "killed", Of: "soldiers", Rule: "highest"}},
			want:      []string{"3–5 killed (ministry: 3; hospital: 5)"}, low: num(3), high: num(5),
		},
		{
			name: "the air force's report",
			claims: []store.Claim{
				{ID: "1", About: "measure", Measure: "launched", Of: "drones", Qualifier: "exactly", Low: num(539), High: num(539), AccordingTo: airForce},
				{ID: "2", About: "measure", Measure: "launched", Of: "missiles", Qualifier: "exactly", Low: num(11), High: num(11), AccordingTo: airForce},
				{ID: "3", About: "outcome", Value: "repelled", AccordingTo: airForce},
				{ID: "4", About: "measure", Measure: "shot_down", Of: "drones and missiles", Qualifier: "dozens", Low: num(24), AccordingTo: airForce},
				{ID: "5", About: "measure", Measure: "killed", Of: "civilians", Qualifier: "at least", Low: num(1)},
			},
			want: []string{
				"539 drones launched (Ukrainian Air Force)", "11 missiles launched (Ukrainian Air Force)",
				"dozens of drones and missiles shot down (Ukrainian Air Force)", "≥ 1 civilian killed, unattributed",
			}, low: num(539), high: num(539),
		},
		{
			name: "a scope that is the event's own place is none",
			claims: []store.Claim{
				with(killed("1", ministry, "exactly", 3, 3), func(c *store.Claim) { c.Scope = store.Scope{Text: "all of it", Admin1: "UA-63", Country: "UA"} }),
				killed("2", hospital, "exactly", 4, 4),
				with(killed("3", airForce, "exactly", 5, 5), func(c *store.Claim) { c.Scope = store.Scope{Country: "PL"} }),
				with(killed("4", airForce, "exactly", 9, 9), func(c *store.Claim) { c.Scope = store.Scope{Country: "UA"} }),
			},
			want: []string{"3–5 killed (ministry: 3; hospital: 4; Ukrainian Air Force: 5)", "9 killed, UA (Ukrainian Air Force)"}, low: num(3), high: num(5),
		},
		{
			name: "a wider scope is a figure of its own",
			claims: []store.Claim{
				killed("1", ministry, "exactly", 3, 3),
				with(killed("2", ministry, "exactly", 9, 9), func(c *store.Claim) { c.Scope = store.Scope{Text: "all of Ukraine"} }),
			},
			want: []string{"3 killed (ministry)", "9 killed, all of Ukraine (ministry)"}, low: num(3), high: num(3),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := store.Event{
				Claims: tt.claims, Headlines: tt.headlines, Assessment: tt.assessment, Citations: citations,
				Places: []store.Place{{Country: "UA", Admin1: "UA-63", Precision: store.PlaceRegion}, {Country: "PL", Precision: store.PlaceCountry}},
			}
			figures := store.Figures(e)
			var got []string
			for _, f := range figures {
				got = append(got, f.Text())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Fatalf("texts (-want +got):\n%s", diff)
			}
			if len(figures) == 0 {
				return
			}
			if diff := cmp.Diff([]*float64{tt.low, tt.high}, []*float64{figures[0].Low, figures[0].High}); diff != "" {
				t.Errorf("bounds (-want +got):\n%s", diff)
			}
			if got := figures[0].Voices(); tt.voices != 0 && got != tt.voices {
				t.Errorf("%d voices, want %d", got, tt.voices)
			}
		})
	}
}

// A claim that a newer one of the same originator superseded is known as such, though
// nobody marked it; one that is pinned, repeated or of unknown order is not.
func TestOutdated(t *testing.T) {
	of := func(day int) func(*store.Claim) { return func(c *store.Claim) { c.AsOf = asOf(day) } }
	claims := []store.Claim{
		with(killed("7", ministry, "exactly", 7, 7), of(5)), with(killed("3", ministry, "exactly", 3, 3), of(4)),
		with(killed("2", ministry, "exactly", 2, 2), of(3)), with(killed("7 too", ministry, "exactly", 7, 7), of(4)),
		killed("undated", ministry, "exactly", 1, 1), with(killed("theirs", hospital, "exactly", 4, 4), of(3)),
	}
	if diff := cmp.Diff(map[string]string{"3": "7", "2": "7"}, store.Outdated(store.Event{Claims: claims})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	pinned := []store.Headline{{Measure: "killed", Claim: "3", Reason: "counted by hand"}}
	if diff := cmp.Diff(map[string]string{"2": "7"}, store.Outdated(store.Event{Claims: claims, Headlines: pinned})); diff != "" {
		t.Errorf("pinned (-want +got):\n%s", diff)
	}
}

func TestClaimAmount(t *testing.T) {
	tests := []struct {
		claim store.Claim
		want  string
	}{
		{killed("", nil, "", 3, 3), "3"},
		{killed("", nil, "", 3, 5), "3–5"},
		{killed("", nil, "", 3, -1), "≥ 3"},
		{killed("", nil, "", -1, 3), "≤ 3"},
		{killed("", nil, "exactly", 12345, 12345), "12,345"},
		{killed("", nil, "at least", 1000, -1), "≥ 1,000"},
		{killed("", nil, "more than", 40, -1), "> 40"},
		{killed("", nil, "fewer than", -1, 40), "< 40"},
		{killed("", nil, "about", 90, 110), "about 90–110"},
		{killed("", nil, "about", 2.5, 2.5), "about 2.5"},
		{killed("", nil, "dozens", 24, -1), "dozens"},
		{killed("", nil, "dozens", -1, -1), "dozens"},
		{killed("", nil, "none reported", -1, -1), "none reported"},
		{killed("", nil, "", -1, -1), "number not told"},
	}
	for _, tt := range tests {
		if got := tt.claim.Amount(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.claim, got, tt.want)
		}
	}
}
