package reading_test

import (
	"slices"
	"strings"
	"testing"

	"sitmap/app/reading"
)

// A draft of a strike takes the places that were struck: those of the sentences that tell
// of it and of those that go on with it, not where talks are held, where somebody spoke,
// or where the report was written.
func TestPlacesOfTheEventAlone(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want string
	}{
		"talks in a sentence of their own": {
			"Russian missiles struck Kharkiv overnight, killing three people. Ukrainian and Russian negotiators are to hold direct talks in Istanbul on Thursday.",
			"Kharkiv",
		},
		"talks first": {
			"Ahead of direct talks in Istanbul, Ukraine's air force was busy. Drones struck Odesa and a missile attack damaged the port of Mykolaiv.",
			"Odesa, Mykolaiv",
		},
		"what goes on with the strike": {
			"Russia launched a massive missile attack overnight. Explosions were heard in Kyiv. In Kharkiv two people were killed. A warehouse burned in Odesa.",
			"Kyiv, Kharkiv, Odesa",
		},
		"what goes on with the talks": {
			"A drone attack on Kharkiv killed two people. A summit on the war opened in Istanbul. Ministers are staying in Ankara until Friday.",
			"Kharkiv",
		},
		"both in one sentence": {
			"A missile attack on Kharkiv killed three people hours after the delegations held talks in Istanbul.",
			"Kharkiv",
		},
		"where somebody spoke": {
			"Zelenskyy said in Istanbul that Russian missiles had struck Kharkiv. He told reporters in Ankara that the attack killed three people.",
			"Kharkiv",
		},
		"where it was written": {
			"ISTANBUL, July 4 (Agency) — A drone attack on Kharkiv killed two people.",
			"Kharkiv",
		},
	} {
		res := reader().Read(reading.Report{Text: c.text})
		if len(res.Proposals) == 0 || res.Proposals[0].Event.Kind != "strike" {
			t.Errorf("%s: no strike is proposed: %+v", name, res.Proposals)
			continue
		}
		var got []string
		for _, p := range res.Proposals[0].Event.Places {
			if p.Role != "launch" && !slices.Contains(got, p.Name) {
				got = append(got, p.Name)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: struck are %s, want %s", name, s, c.want)
		}
	}
}
