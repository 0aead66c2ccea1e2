package window

import (
	"slices"
	"testing"

	"sitmap/store"
)

// What a report names that the store has already, under another spelling or without a
// kind, is the store's: nobody is entered twice.
func TestAcceptedProposalTakesTheStoresActors(t *testing.T) {
	b := inboxBench(t)
	b.pasted("Putin and Trump talk by phone\n\nPresident Vladimir Putin and US President Donald Trump spoke by phone on 3 July 2025, Kremlin aide Yuri Ushakov said.")
	// They come into the store after the report was read.
	a := store.Action{}
	for i, name := range []string{"Trump", "Russia", "Yury Ushakov"} {
		a.Put = append(a.Put, store.Put{Actor: &store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000c" + string(rune('1'+i)), Name: name}})
	}
	if _, err := b.open.sit.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b.settle()
	b.types("a")
	events := b.events()
	if len(events) != 1 || len(events[0].Parties) != 2 {
		t.Fatalf("%+v; the status line says %q", events, b.status.Said())
	}
	stored, err := b.open.sit.Store().Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range stored {
		names = append(names, s.Value.Name)
	}
	slices.Sort(names)
	if want := []string{"Russia", "Trump", "Vladimir Putin", "Yury Ushakov"}; !slices.Equal(names, want) {
		t.Errorf("the store has %q, want %q", names, want)
	}
	for _, p := range events[0].Parties {
		if p.Actor.Name == "Vladimir Putin" && (p.Actor.ActsFor == nil || p.Actor.ActsFor.Name != "Russia" || p.Actor.Seat == nil) {
			t.Errorf("Putin is %+v", p.Actor)
		}
	}
}

// One who is named twice in a proposal is one in the store, whomever he acts for.
func TestAcceptedProposalEntersNobodyTwice(t *testing.T) {
	b := inboxBench(t)
	b.pasted("Drones\n\nRussia launched 79 drones at Kharkiv overnight. The Ukrainian Air Force said 60 drones were shot down and 11 were suppressed or lost.")
	b.types("a")
	stored, err := b.open.sit.Store().Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range stored {
		names = append(names, s.Value.Name)
	}
	if want := []string{"Russia", "Ukraine", "Ukrainian Air Force"}; !slices.Equal(names, want) {
		t.Errorf("the store has %q, want %q", names, want)
	}
}
