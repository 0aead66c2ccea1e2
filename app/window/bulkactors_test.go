package window

import (
	"strings"
	"testing"

	"sitmap/store"
)

// Two actors of one name are told apart, and can be merged.
func TestActorsOfOneNameAreMerged(t *testing.T) {
	b := emptyBench(t)
	whole := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000b1", Name: "Russia", Kind: "state", Seat: &store.Seat{Name: "Moscow", Country: "RU"}}
	bare := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000b2", Name: "russia"}
	a := store.Action{Put: []store.Put{{Actor: &whole}}}
	e := store.Event{ID: secretID, Kind: "strike", Title: "Strike one", Parties: []store.Party{{Role: "attacker", Actor: bare}}}
	a.Put = append(a.Put, store.Put{Event: &e})
	if _, err := b.open.sit.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b.shows("1 event")
	x := b.bulkDialog()
	x.from.SetText("Russia")
	x.to.SetText("Russia")
	x.merge.SetChecked(true)
	b.settle()
	if says := b.dialogText(); !strings.Contains(says, "2 actors are called “Russia”: choose one of them from the list") {
		t.Fatalf("the dialog says %s", says)
	}
	x.from.SetText("russia · no kind · named 1 time")
	x.to.SetText("Russia · state · Moscow · named 0 times")
	b.settle()
	b.press("Merge the two")
	b.until("it is done", func() bool { return strings.HasPrefix(b.status.Said(), "Merged ") })
	b.settle()
	if got := b.byTitle()["Strike one"].Parties[0].Actor; got.ID != whole.ID {
		t.Errorf("the strike is by %+v", got)
	}
}

func TestActorsThatNothingTellsApartAreNumbered(t *testing.T) {
	got := actorLabels([]store.Actor{{ID: "1", Name: "A"}, {ID: "2", Name: "a"}, {ID: "3", Name: "A"}, {ID: "4", Name: "B"}}, nil)
	if strings.Join(got, "|") != "A · no kind · named 0 times|a · no kind · named 0 times|A · no kind · named 0 times · the 2.|B" {
		t.Errorf("they are called %q", got)
	}
}
