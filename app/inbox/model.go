package inbox

import (
	"cmp"
	"slices"
	"strings"

	"sitmap/app/reading"
	"sitmap/store"
)

// Page is the chosen item with all that was read in it.
type Page struct {
	Item   store.Stored[store.Item]
	Result reading.Result
	Citing []string // titles of the events that cite it
}

// Model is what the inbox holds, what of it is chosen, and what was decided of the
// proposals since the window was opened. It knows no widget.
type Model struct {
	items    []store.Stored[store.Item]
	counts   map[string]int
	state    string // which items are listed
	chosen   string // id of the chosen item
	at       int    // where it stood in the list
	page     *Page  // of the chosen item; nil: not read yet
	open     []int  // proposals that nothing was decided of
	current  int    // index into open
	decided  map[string]map[string]bool
	guest    string // id of a chosen item that is listed whatever its state
	expected string // id of an item that is to be chosen as soon as it is there
}

// NewModel is an empty inbox that lists what is new.
func NewModel() *Model {
	return &Model{state: New, counts: map[string]int{}, decided: map[string]map[string]bool{}}
}

// Set takes the items of all states. The choice stays with its item; where that is
// no longer listed it goes to the one that took its place.
func (m *Model) Set(items []store.Stored[store.Item], counts map[string]int) {
	if i := slices.IndexFunc(m.items, func(s store.Stored[store.Item]) bool { return s.Value.ID == m.guest }); i >= 0 && m.guest == m.chosen {
		if !slices.ContainsFunc(items, func(s store.Stored[store.Item]) bool { return s.Value.ID == m.guest }) {
			items = append(slices.Clone(items), m.items[i])
		}
	}
	m.items, m.counts = items, counts
	if m.expected != "" && slices.ContainsFunc(m.Listed(), func(s store.Stored[store.Item]) bool { return s.Value.ID == m.expected }) {
		m.choose(m.expected)
		m.expected = ""
	}
	m.settle()
}

// settle finds the chosen item anew.
func (m *Model) settle() {
	listed := m.Listed()
	i := slices.IndexFunc(listed, func(s store.Stored[store.Item]) bool { return s.Value.ID == m.chosen })
	if i >= 0 {
		m.at = i
		return
	}
	m.choose("")
	if len(listed) > 0 {
		m.at = min(max(m.at, 0), len(listed)-1)
		m.choose(listed[m.at].Value.ID)
	}
}

// Count is how many items are in a state.
func (m *Model) Count(state string) int { return m.counts[state] }

// State is the state whose items are listed.
func (m *Model) State() string { return m.state }

// Show lists the items of another state.
func (m *Model) Show(state string) {
	if m.state == state {
		return
	}
	m.state, m.at = state, 0
	m.choose("")
	m.settle()
}

// Listed are the items of the state that is shown. One of another state stays while
// it is chosen and there are proposals of it to decide.
func (m *Model) Listed() []store.Stored[store.Item] {
	var out []store.Stored[store.Item]
	for _, s := range m.items {
		if s.Value.Inbox == m.state || s.Value.ID == m.chosen && (len(m.open) > 0 || m.guest == m.chosen) {
			out = append(out, s)
		}
	}
	return out
}

// Visit chooses an item, also one that the inbox does not list.
func (m *Model) Visit(it store.Stored[store.Item]) {
	id := it.Value.ID
	i := slices.IndexFunc(m.items, func(s store.Stored[store.Item]) bool { return s.Value.ID == id })
	switch {
	case i < 0:
		m.items = append(slices.Clone(m.items), it)
		m.guest = id
	case slices.Contains([]string{New, Used, Rejected}, m.items[i].Value.Inbox):
		if m.state != m.items[i].Value.Inbox {
			m.state = m.items[i].Value.Inbox
		}
	}
	m.Choose(id)
}

// Renew takes an item as it is in the store now.
func (m *Model) Renew(it store.Stored[store.Item]) {
	m.items = slices.Clone(m.items)
	for i := range m.items {
		if m.items[i].Value.ID == it.Value.ID {
			m.items[i] = it
		}
	}
}

// Choose chooses an item of the list; "" none.
func (m *Model) Choose(id string) {
	if id == m.chosen {
		return
	}
	m.choose(id)
	m.settle()
}

func (m *Model) choose(id string) {
	m.chosen, m.page, m.open, m.current = id, nil, nil, 0
}

// Chosen is the chosen item, without its text.
func (m *Model) Chosen() (store.Stored[store.Item], bool) {
	for _, s := range m.items {
		if s.Value.ID == m.chosen && m.chosen != "" {
			return s, true
		}
	}
	return store.Stored[store.Item]{}, false
}

// Wants reports whether the page of the chosen item has to be read: there is none
// yet, or it is of an earlier revision.
func (m *Model) Wants() (id string, wants bool) {
	s, ok := m.Chosen()
	return m.chosen, ok && (m.page == nil || m.page.Item.Revision != s.Revision)
}

// SetPage shows a page, if it is of the chosen item still.
func (m *Model) SetPage(p Page) bool {
	if p.Item.Value.ID != m.chosen {
		return false
	}
	keep := ""
	if q, ok := m.Proposal(); ok {
		keep = sign(q)
	}
	m.page = &p
	m.open, m.current = nil, 0
	for i, q := range p.Result.Proposals {
		if m.decided[m.chosen][sign(q)] || slices.Contains(p.Citing, q.Event.Title) {
			continue
		}
		if sign(q) == keep {
			m.current = len(m.open)
		}
		m.open = append(m.open, i)
	}
	return true
}

// Page is the chosen item's; nil: it is not read yet.
func (m *Model) Page() *Page { return m.page }

// Proposals are those that nothing was decided of.
func (m *Model) Proposals() []reading.Proposal {
	var out []reading.Proposal
	for _, i := range m.open {
		out = append(out, m.page.Result.Proposals[i])
	}
	return out
}

// Proposal is the current one.
func (m *Model) Proposal() (reading.Proposal, bool) {
	if m.page == nil || m.current >= len(m.open) {
		return reading.Proposal{}, false
	}
	return m.page.Result.Proposals[m.open[m.current]], true
}

// Current is where the current proposal stands among those that are open.
func (m *Model) Current() int { return m.current }

// Move makes another proposal the current one.
func (m *Model) Move(to int) { m.current = min(max(to, 0), max(0, len(m.open)-1)) }

// Drop says of the proposal with that event id that it is decided: dropped, or saved
// as an event. It reports whether there was one.
func (m *Model) Drop(event string) bool {
	for k, i := range m.open {
		q := m.page.Result.Proposals[i]
		if q.Event.ID != event {
			continue
		}
		if m.decided[m.chosen] == nil {
			m.decided[m.chosen] = map[string]bool{}
		}
		m.decided[m.chosen][sign(q)] = true
		m.open = slices.Delete(m.open, k, k+1)
		m.Move(m.current)
		m.settle()
		return true
	}
	return false
}

// Restore takes back what was decided of the chosen item's proposals, so that they
// can be looked at again. It reports whether there was anything.
func (m *Model) Restore() bool {
	if m.page == nil || len(m.decided[m.chosen]) == 0 {
		return false
	}
	delete(m.decided, m.chosen)
	return m.SetPage(*m.page)
}

// Decided is how many of the chosen item's proposals were decided.
func (m *Model) Decided() int {
	if m.page == nil {
		return 0
	}
	return len(m.page.Result.Proposals) - len(m.open)
}

// sign tells the proposals of an item apart. Their ids are new with each reading.
func sign(p reading.Proposal) string {
	e := p.Event
	parts := []string{e.Kind, e.Title, e.When.Text, e.When.Earliest.String()}
	for _, c := range e.Citations {
		parts = append(parts, c.Quote)
	}
	return strings.Join(parts, "\x00")
}

// Empty is an event that says nothing yet but cites an item.
func Empty(it store.Item) store.Event {
	return store.Event{Review: store.Draft, Citations: []store.Citation{{About: "event", Item: it}}}
}

// Mark is a stretch of a text that something was read in.
type Mark struct {
	Start, End int // bytes; End is exclusive
	Suggestion int // its index
}

// Marks are the stretches to be marked, in order and apart from each other. Where
// suggestions overlap, the one that begins first is marked, of those the longest; of
// the same words rather who says something than that somebody is named.
func Marks(all []reading.Suggestion) []Mark {
	var out []Mark
	for i, s := range all {
		if s.Start < s.End {
			out = append(out, Mark{s.Start, s.End, i})
		}
	}
	speaks := func(m Mark) int {
		if all[m.Suggestion].Field == reading.Originator {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(speaks(b), speaks(a)))
	})
	end := 0
	return slices.DeleteFunc(out, func(m Mark) bool {
		if m.Start < end {
			return true
		}
		end = m.End
		return false
	})
}
