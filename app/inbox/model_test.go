package inbox

import (
	"slices"
	"testing"

	"sitmap/app/reading"
	"sitmap/store"
)

func stored(id, state string) store.Stored[store.Item] {
	return store.Stored[store.Item]{Value: store.Item{ID: id, Title: id, Inbox: state}, Revision: 1}
}

func ids(m *Model) (out []string) {
	for _, s := range m.Listed() {
		out = append(out, s.Value.ID)
	}
	return out
}

func filled() *Model {
	m := NewModel()
	m.Set([]store.Stored[store.Item]{stored("a", New), stored("b", New), stored("c", New), stored("u", Used)}, map[string]int{New: 3, Used: 1})
	return m
}

// result is a reading with proposals of these titles, whose ids are new each time.
func result(prefix string, titles ...string) reading.Result {
	var r reading.Result
	for _, t := range titles {
		r.Proposals = append(r.Proposals, reading.Proposal{Event: store.Event{ID: prefix + t, Kind: "strike", Title: t}})
	}
	return r
}

func TestChoiceGoesToWhatTakesTheItemsPlace(t *testing.T) {
	m := filled()
	m.Choose("b")
	m.Set([]store.Stored[store.Item]{stored("a", New), stored("b", Rejected), stored("c", New)}, nil)
	if s, _ := m.Chosen(); s.Value.ID != "c" {
		t.Errorf("chosen %q", s.Value.ID)
	}
	m.Set([]store.Stored[store.Item]{stored("a", New)}, nil)
	if s, _ := m.Chosen(); s.Value.ID != "a" {
		t.Errorf("chosen %q at the end", s.Value.ID)
	}
	m.Set(nil, nil)
	if _, ok := m.Chosen(); ok {
		t.Error("something is chosen in an empty inbox")
	}
}

func TestItemStaysWhileProposalsAreOpen(t *testing.T) {
	m := filled()
	m.SetPage(Page{Item: stored("a", New), Result: result("1", "x", "y")})
	if !m.Drop("1x") {
		t.Fatal("the proposal is not there")
	}
	used := []store.Stored[store.Item]{stored("a", Used), stored("b", New)}
	used[0].Revision = 2
	m.Set(used, nil)
	if got := ids(m); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("listed %v", got)
	}
	// It is read anew, since it has changed: what was decided stays so, by what it says.
	if id, wants := m.Wants(); id != "a" || !wants {
		t.Errorf("wants %q, %v", id, wants)
	}
	m.SetPage(Page{Item: used[0], Result: result("2", "x", "y")})
	if q, ok := m.Proposal(); !ok || q.Event.Title != "y" || len(m.Proposals()) != 1 {
		t.Errorf("proposed %v", m.Proposals())
	}
	m.Drop("2y")
	if got := ids(m); !slices.Equal(got, []string{"b"}) {
		t.Errorf("listed %v after the last proposal", got)
	}
}

func TestProposalsThatCameTrueAreNotMadeAgain(t *testing.T) {
	m := filled()
	m.SetPage(Page{Item: stored("a", New), Result: result("1", "x", "y"), Citing: []string{"x"}})
	if got := m.Proposals(); len(got) != 1 || got[0].Event.Title != "y" {
		t.Errorf("proposed %v", got)
	}
}

func TestDroppedProposalsCanBeShownAgain(t *testing.T) {
	m := filled()
	m.SetPage(Page{Item: stored("a", New), Result: result("1", "x")})
	m.Drop("1x")
	if len(m.Proposals()) != 0 || !m.Restore() || len(m.Proposals()) != 1 || m.Restore() {
		t.Errorf("proposed %v", m.Proposals())
	}
}

func TestPageOfAnotherItemIsNotShown(t *testing.T) {
	m := filled()
	if m.SetPage(Page{Item: stored("b", New)}) || m.Page() != nil {
		t.Error("the page of an item that is not chosen is shown")
	}
}

func TestMarkUsedLeavesTheCallersEventAlone(t *testing.T) {
	e := store.Event{Citations: []store.Citation{{Item: store.Item{Inbox: New}}, {Item: store.Item{Inbox: Rejected, InboxNote: "why"}}, {Item: store.Item{}}}}
	marked := e
	MarkUsed(&marked)
	if e.Citations[0].Item.Inbox != New || e.Citations[1].Item.InboxNote != "why" {
		t.Error("the caller's event has changed")
	}
	var got []string
	for _, c := range marked.Citations {
		got = append(got, c.Item.Inbox+c.Item.InboxNote)
	}
	if !slices.Equal(got, []string{Used, Used, ""}) {
		t.Errorf("marked %q", got)
	}
}
