package exchange_test

import (
	"strings"
	"testing"

	"sitmap/store/exchange"
)

func TestRepeatedMembers(t *testing.T) {
	for text, want := range map[string]string{
		`{"title":"a","title":"b"}`:                                                          "its “title” stands there twice",
		`{"title":"a","title":"a"}`:                                                          "its “title” stands there twice",
		`{"title":"a","Title":"b"}`:                                                          "its “Title” stands there twice",
		`{"title":"a","t\u0069tle":"b"}`:                                                     "its “title” stands there twice",
		`{"when":{"zone":"UTC","zone":"Europe/Kyiv"}}`:                                       "its “when.zone” stands there twice",
		`{"places":[{"name":"a"},{"name":"b","role":"scene","name":"c"}]}`:                   "its “places[1].name” stands there twice",
		`{"parties":[{"actor":{"name":"a","aliases":[],"name":"b"}}]}`:                       "its “parties[0].actor.name” stands there twice",
		`{"places":[{"geometry":{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}}]}`: "its “places[0].geometry.coordinates” stands there twice",
		`{"properties":{"a":1,"a":2}}`:                                                       "its “properties.a” stands there twice",
		`{"properties":{"a":1,"A":2}}`:                                                       "",
		`{"properties":{"o":{"a":1,"a":2}}}`:                                                 "", // kept as it is
		`{"places":[{"name":"a"},{"name":"a"}]}`:                                             "",
		`{"title":"a","summary":"a"}`:                                                        "",
	} {
		_, err := exchange.DecodeEvent([]byte(text))
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", text, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
