// Package exchangetest has events for the tests of the formats: between them they
// fill every member, and the texts are unpleasant on purpose.
package exchangetest

import (
	"encoding/json"
	"fmt"

	"sitmap/store"
)

// Events returns the events anew on each call.
func Events() []store.Event {
	var events []store.Event
	for i, line := range lines {
		var e store.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			panic(fmt.Sprintf("event %d of the tests: %v", i, err))
		}
		events = append(events, e)
	}
	return events
}

// Seq yields events as a store does.
func Seq(events []store.Event) func(func(store.Event, error) bool) {
	return func(yield func(store.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

var lines = []string{
	`{"id":"0197d1e0-5c00-7000-8000-000000000001","kind":"call","title":"A call","when":{"earliest":"2025-07-03T14:00:00Z","latest":"2025-07-03T15:00:00Z","precision":"hour","zone":"Europe/Kyiv","text":"Thursday"},"review":"reviewed","reviewed_by":"ok","assessment":"confirmed","places":[{"id":"0197d1e0-5c00-7000-8000-000000000011","role":"seat","name":"Washington","country":"US","admin1":"US-DC","geometry":{"type":"Point","coordinates":[-77.0365,38.8951]},"precision":"locality","radius_m":15000,"assumed":true},{"id":"0197d1e0-5c00-7000-8000-000000000012","role":"seat","name":"Moscow","country":"RU","geometry":{"type":"Point","coordinates":[37.6178,55.7558]},"assumed":true}],"parties":[{"id":"0197d1e0-5c00-7000-8000-000000000013","role":"participant","actor":{"id":"0197d1e0-5c00-7000-8000-0000000000a1","name":"A","kind":"person"}},{"id":"0197d1e0-5c00-7000-8000-000000000014","role":"participant","actor":{"id":"0197d1e0-5c00-7000-8000-0000000000a2","name":"B; C"}},{"id":"0197d1e0-5c00-7000-8000-000000000015","role":"witness","actor":{"id":"0197d1e0-5c00-7000-8000-0000000000a3","name":"D"}}],"series":{"id":"0197d1e0-5c00-7000-8000-0000000000b1","name":"Calls","claimed_position":6,"basis":"this year"}}`,
	`{"id":"0197d1e0-5c00-7000-8000-000000000002","kind":"strike","title":"=HYPERLINK(\"http://x\")","summary":"Line one,\nline “two”; \"three\"\r\n-- four & <five>","when":{"earliest":"2025-07-03T19:00:00Z","latest":"2025-07-04T03:00:00Z","precision":"part of day","zone":"Europe/Kyiv","text":"night of 3 to 4 July"},"planned":{"earliest":"2025-07-02T00:00:00.5Z"},"assessment":"disputed","phases":[{"id":"0197d1e0-5c00-7000-8000-000000000021","phase":"announced","at":{"earliest":"2025-07-05T00:00:00Z"}},{"id":"0197d1e0-5c00-7000-8000-000000000022","phase":"held","at":{"earliest":"2025-07-04T00:00:00Z"}}],"places":[{"id":"0197d1e0-5c00-7000-8000-000000000023","role":"target","name":"Київ","geonameid":703448,"country":"UA","admin1":"UA-30","geometry":{"type":"Polygon","coordinates":[[[30,50],[32,50],[32,52],[30,52],[30,50]]]},"precision":"region"}],"parties":[{"id":"0197d1e0-5c00-7000-8000-000000000024","role":"attacker","actor":{"id":"0197d1e0-5c00-7000-8000-0000000000a4","name":"-Russia","aliases":["Россия"]}}],"claims":[{"id":"0197d1e0-5c00-7000-8000-000000000025","about":"measure","measure":"killed","of":"civilians","qualifier":"at least","low":1,"citations":["0197d1e0-5c00-7000-8000-000000000027"]},{"id":"0197d1e0-5c00-7000-8000-000000000026","about":"measure","measure":"wounded","qualifier":"exactly","low":0,"high":0,"according_to":{"id":"0197d1e0-5c00-7000-8000-0000000000a5","name":"the city"}},{"id":"0197d1e0-5c00-7000-8000-000000000028","about":"measure","measure":"launched","of":"drones","scope":{"country":"UA"},"qualifier":"none reported"}],"citations":[{"id":"0197d1e0-5c00-7000-8000-000000000027","item":{"id":"0197d1e0-5c00-7000-8000-0000000000c1","title":"Report","published":"2025-07-04","url":"https://example.org/a","outlet":{"id":"0197d1e0-5c00-7000-8000-0000000000d1","name":"Paper"}},"quote":"“…”"},{"id":"0197d1e0-5c00-7000-8000-000000000029","item":{"id":"0197d1e0-5c00-7000-8000-0000000000c1","title":"Report","published":"2025-07-04","url":"https://example.org/a","outlet":{"id":"0197d1e0-5c00-7000-8000-0000000000d1","name":"Paper"}},"page":"2"}],"relations":[{"type":"part of","event":"0197d1e0-5c00-7000-8000-000000000003"},{"type":"follows","event":"0197d1e0-5c00-7000-8000-000000000001"}],"topics":["air defence"],"tags":["@home","'=quoted"],"fields":{"n":1},"properties":{"a":null,"b":[1.50,"<&>"]},"external_ids":[{"dataset":"ACLED","id":"UKR1"}],"protection":{"tlp":"AMBER","embargo_until":"2030-01-01T00:00:00Z","do_not_publish":true}}`,
	`{"id":"0197d1e0-5c00-7000-8000-000000000003","kind":"other","title":"Nothing is known"}`,
}
