package store_test

import (
	"strings"
	"testing"

	"sitmap/store"
)

func TestSuggest(t *testing.T) {
	ministry := &store.Actor{ID: "m", Name: "the ministry"}
	spokesman := &store.Actor{ID: "s", Name: "its spokesman", ActsFor: ministry}
	mayor := &store.Actor{ID: "y", Name: "the mayor"}
	a := store.Item{ID: "i1", Title: "One", Outlet: &store.Outlet{ID: "o1", Name: "Paper"}}
	b := store.Item{ID: "i2", Title: "Two", Outlet: &store.Outlet{ID: "o2", Name: "Agency"}}
	cite := func(items ...store.Item) (list []store.Citation) {
		for i, it := range items {
			list = append(list, store.Citation{ID: "c" + itoa(i), About: "event", Item: it})
		}
		return list
	}
	killed := func(by *store.Actor, low, high float64, cited ...string) store.Claim {
		return store.Claim{ID: "k", About: "measure", Measure: "killed", Low: &low, High: &high, AccordingTo: by, Citations: cited}
	}
	day := func(d int) store.When { return store.When{Earliest: date(2025, 7, d), Latest: date(2025, 7, d+1)} }
	with := func(c store.Claim, change func(*store.Claim)) store.Claim { change(&c); return c }
	for _, x := range []struct {
		name string
		e    store.Event
		want store.Assessment
		says string
	}{
		{"nobody", store.Event{}, store.Reported, "Nobody is cited for it yet"},
		{"one outlet", store.Event{Citations: cite(a)}, store.Reported, "One originator says so, Paper: reported."},
		{"an outlet twice", store.Event{Citations: cite(a, a)}, store.Reported, "One originator says so, Paper"},
		{"two outlets by themselves", store.Event{Citations: cite(a, b)}, store.Corroborated, "Two independent originators say so, Paper and Agency: corroborated."},
		{
			"two outlets that echo one ministry",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{killed(ministry, 1, 1, "c0"), killed(ministry, 1, 1, "c1")}},
			store.Reported, "2 outlets carry it, but they rest on one originator, the ministry, and count as one: reported.",
		},
		{
			"a ministry and who speaks for it",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{killed(ministry, 1, 1, "c0"), killed(spokesman, 1, 1, "c1")}},
			store.Reported, "one originator, the ministry",
		},
		{
			"the ministry, and an outlet by itself",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{killed(ministry, 1, 1, "c0")}},
			store.Corroborated, "the ministry and Agency",
		},
		{
			"two originators in one outlet",
			store.Event{Citations: cite(a), Claims: []store.Claim{killed(ministry, 1, 3, "c0"), killed(mayor, 2, 2, "c0")}},
			store.Corroborated, "the ministry and the mayor",
		},
		{
			"a claim that its source withdrew",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{
				killed(ministry, 1, 3, "c0"), with(killed(mayor, 9, 9, "c1"), func(c *store.Claim) { c.State = store.Withdrawn }),
			}},
			store.Reported, "they rest on one originator, the ministry",
		},
		{
			"credibility 1",
			store.Event{Citations: append(cite(a, b), store.Citation{ID: "x", Item: a, Credibility: 1})},
			store.Confirmed, "judged confirmed (credibility 1): confirmed.",
		},
		{
			"credibility 1 of one voice",
			store.Event{Citations: []store.Citation{{ID: "x", Item: a, Credibility: 1}}},
			store.Reported, "One originator",
		},
		{
			"figures that can both be true and differ",
			store.Event{Claims: []store.Claim{
				killed(ministry, 2, 2), with(killed(mayor, 0, 30), func(c *store.Claim) { c.Low, c.Qualifier = nil, "up to" }),
			}},
			store.Reported, "Two independent originators speak of it, the ministry and the mayor, but they differ on killed: reported.",
		},
		{
			"figures of outlets that differ",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{
				killed(nil, 2, 2, "c0"), with(killed(nil, 0, 30, "c1"), func(c *store.Claim) { c.Low, c.Qualifier = nil, "up to" }),
			}},
			store.Reported, "but they differ on killed: reported.",
		},
		{
			"at least as many as the other says",
			store.Event{Claims: []store.Claim{killed(ministry, 2, 2), with(killed(mayor, 2, 2), func(c *store.Claim) { c.High, c.Qualifier = nil, "at least" })}},
			store.Corroborated, "the ministry and the mayor: corroborated.",
		},
		{
			"different measures",
			store.Event{Citations: cite(a), Claims: []store.Claim{killed(ministry, 2, 2, "c0"), with(killed(mayor, 2, 2, "c0"), func(c *store.Claim) { c.Measure = "wounded" })}},
			store.Reported, "but each of something else: reported.",
		},
		{
			"two agree and a third differs",
			store.Event{Claims: []store.Claim{
				killed(ministry, 2, 2), killed(mayor, 1, 3), with(killed(&store.Actor{ID: "z", Name: "the army"}, 0, 30), func(c *store.Claim) { c.Low, c.Qualifier = nil, "up to" }),
			}},
			store.Corroborated, "the ministry, the mayor and the army, though they differ on killed: corroborated.",
		},
		{
			"figures that cannot both be true",
			store.Event{Claims: []store.Claim{killed(ministry, 1, 3), killed(mayor, 5, 9)}},
			store.Disputed, "the ministry and the mayor contradict each other on killed: disputed.",
		},
		{
			"figures of different times",
			store.Event{Claims: []store.Claim{
				with(killed(ministry, 1, 3), func(c *store.Claim) { c.AsOf = day(3) }), with(killed(mayor, 5, 9), func(c *store.Claim) { c.AsOf = day(5) }),
			}},
			store.Corroborated, "",
		},
		{
			"none at all against some, whenever counted",
			store.Event{Claims: []store.Claim{
				with(killed(ministry, 0, 0), func(c *store.Claim) { c.AsOf = day(3) }), with(killed(mayor, 5, 9), func(c *store.Claim) { c.AsOf = day(5) }),
			}},
			store.Disputed, "",
		},
		{
			"one voice that corrects itself",
			store.Event{Claims: []store.Claim{killed(ministry, 1, 1), killed(spokesman, 5, 5)}},
			store.Reported, "",
		},
		{
			"figures of different scope",
			store.Event{Claims: []store.Claim{killed(ministry, 1, 3), with(killed(mayor, 5, 9), func(c *store.Claim) { c.Scope.Country = "UA" })}},
			store.Reported, "each of something else",
		},
		{
			"two outcomes",
			store.Event{Claims: []store.Claim{
				{ID: "1", About: "outcome", Value: "agreement", AccordingTo: ministry}, {ID: "2", About: "outcome", Value: "broken off", AccordingTo: mayor},
			}},
			store.Disputed, "contradict each other on the outcome",
		},
		{
			"two outcomes in words, which may both be true",
			store.Event{Claims: []store.Claim{
				{ID: "1", About: "outcome", Value: "the call took place", AccordingTo: ministry}, {ID: "2", About: "outcome", Value: "he told how the talks stand", AccordingTo: mayor},
			}},
			store.Reported, "each of something else",
		},
		{
			"two times",
			store.Event{Claims: []store.Claim{
				{ID: "1", About: "when", When: day(3), AccordingTo: ministry}, {ID: "2", About: "when", When: day(5), AccordingTo: mayor},
			}},
			store.Disputed, "contradict each other on the time",
		},
		{
			"another event",
			store.Event{Citations: cite(a, b), Relations: []store.Relation{{Type: "contradicts", Event: "x"}}},
			store.Disputed, "contradict another event",
		},
		{
			"one tells of none and another counts some",
			store.Event{Claims: []store.Claim{
				killed(ministry, 3, 3), with(killed(mayor, 0, 0), func(c *store.Claim) { c.Low, c.High, c.Qualifier = nil, nil, "none reported" }),
			}},
			store.Reported, "the ministry and the mayor, but they differ on killed: reported.",
		},
		{
			"an item of nobody for nothing in particular, and one for the postponement alone",
			store.Event{
				Citations: []store.Citation{{ID: "c0", About: "event", Item: store.Item{ID: "i9", Title: "A title"}}, {ID: "c1", About: "event", Item: b}},
				Phases:    []store.Phase{{ID: "p", Phase: "postponed", Citations: []string{"c1"}}},
			},
			store.Reported, "One originator says so, Agency; whose word “A title” is is not known: reported.",
		},
		{
			"one outlet for the talks and another for the postponement alone",
			store.Event{Citations: cite(a, b), Phases: []store.Phase{{ID: "p", Phase: "postponed", Citations: []string{"c1"}}}},
			store.Reported, "Paper and Agency, but each of something else: reported.",
		},
		{
			"each for another phase",
			store.Event{Citations: cite(a, b), Phases: []store.Phase{
				{ID: "p", Phase: "announced", Citations: []string{"c0"}}, {ID: "q", Phase: "postponed", Citations: []string{"c1"}},
			}},
			store.Reported, "each of something else",
		},
		{
			"two for the same phase",
			store.Event{Citations: cite(a, b), Phases: []store.Phase{{ID: "q", Phase: "postponed", Citations: []string{"c0", "c1"}}}},
			store.Corroborated, "Paper and Agency: corroborated.",
		},
		{
			"that they were held, and the talks as such",
			store.Event{Citations: cite(a, b), Phases: []store.Phase{{ID: "q", Phase: "held", Citations: []string{"c0"}}}},
			store.Corroborated, "",
		},
		{
			"claimed to be postponed, and the talks as such",
			store.Event{Citations: cite(a, b), Claims: []store.Claim{{ID: "1", About: "phase", Value: "postponed", AccordingTo: mayor, Citations: []string{"c1"}}}},
			store.Reported, "the mayor and Paper, but each of something else",
		},
		{
			"two items of nobody",
			store.Event{Citations: cite(store.Item{ID: "i8", Title: "One"}, store.Item{ID: "i9", Title: "Two", Outlet: &store.Outlet{ID: "o", Name: "not stated"}})},
			store.Reported, "neither an outlet nor an originator is recorded: reported at most.",
		},
		{
			"an author without an outlet, and an outlet",
			store.Event{Citations: cite(store.Item{ID: "i8", Title: "Post", Author: "A mayor"}, b)},
			store.Corroborated, "A mayor and Agency",
		},
		{
			"a later number against another's, and which is the later not known",
			store.Event{Claims: []store.Claim{killed(ministry, 0, 0), killed(ministry, 5, 5), killed(mayor, 5, 5)}},
			store.Reported, "but they differ on killed: reported.",
		},
		{"retracted", store.Event{Assessment: store.Retracted, Citations: cite(a, b)}, store.Retracted, "until you take it back"},
	} {
		got := store.Suggest(x.e)
		if got.Assessment != x.want || !strings.Contains(got.Why, x.says) {
			t.Errorf("%s: %s, “%s”; want %s, “%s”", x.name, got.Assessment, got.Why, x.want, x.says)
		}
	}
}
