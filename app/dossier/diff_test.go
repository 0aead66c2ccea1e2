package dossier

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		want                []Edit
	}{
		{"nothing", `{"id":"1","title":"a"}`, `{"id":"1","title":"a"}`, nil},
		{
			"a member", `{"id":"1","title":"a","review":"draft"}`, `{"id":"1","title":"b","review":"draft"}`,
			[]Edit{{"title", "a", "b"}},
		},
		{
			"a member more and one less", `{"summary":"s"}`, `{"assessment":"confirmed"}`,
			[]Edit{{"assessment", "", "confirmed"}, {"summary", "s", ""}},
		},
		{
			"inside a claim",
			`{"claims":[{"id":"c","measure":"killed","of":"civilians","qualifier":"at least","low":1}]}`,
			`{"claims":[{"id":"c","measure":"killed","of":"civilians","qualifier":"at least","low":3}]}`,
			[]Edit{{"claims › at least 1 civilians killed › low", "1", "3"}},
		},
		{
			"the first place", `{}`, `{"places":[{"id":"p","role":"target","name":"Kyiv"}]}`,
			[]Edit{{"places", "", "target: Kyiv"}},
		},
		{
			"one party goes, one stays",
			`{"parties":[{"id":"a","role":"host","actor":{"id":"x","name":"Türkiye"}},{"id":"b","role":"participant","actor":{"id":"y","name":"Russia"}}]}`,
			`{"parties":[{"id":"b","role":"participant","actor":{"id":"y","name":"Russia"}}]}`,
			[]Edit{{"parties", "host: Türkiye", ""}},
		},
		{
			"a relation has no id of its own", `{"relations":[{"type":"follows","event":"e1"}]}`,
			`{"relations":[{"type":"follows","event":"e1"},{"type":"part of","event":"e2"}]}`,
			[]Edit{{"relations", "", "part of e2"}},
		},
		{
			"a list of words is one value", `{"tags":["wave"]}`, `{"tags":["wave","kyiv"]}`,
			[]Edit{{"tags", "wave", "wave, kyiv"}},
		},
		{
			"a point moves",
			`{"places":[{"id":"p","name":"Kyiv","geometry":{"type":"Point","coordinates":[30.5,50.4]}}]}`,
			`{"places":[{"id":"p","name":"Kyiv","geometry":{"type":"Point","coordinates":[30.6,50.4]}}]}`,
			[]Edit{{"places › Kyiv › geometry › coordinates", "30.5, 50.4", "30.6, 50.4"}},
		},
		{"0 is not unknown", `{"low":0}`, `{}`, []Edit{{"low", "0", ""}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, Compare([]byte(c.before), []byte(c.after))); d != "" {
				t.Errorf("Compare differs (-want +got):\n%s", d)
			}
		})
	}
}

func FuzzCompare(f *testing.F) {
	f.Add([]byte(`{"a":[{"id":"x"}]}`), []byte(`{"a":[{"id":"x","b":1}]}`))
	f.Add([]byte(`[1,{"type":"t"}]`), []byte(`not JSON`))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if d := Compare(a, a); len(d) != 0 {
			t.Errorf("a state differs from itself: %v", d)
		}
		Compare(a, b)
	})
}
