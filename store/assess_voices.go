package store

import (
	"slices"
)

// voices are those who stand behind an event, each once.
type voices struct {
	list []voice
	at   map[string]int
}

// add takes a voice with what it speaks of; one that is known already speaks of that
// as well. Nobody's word is none.
func (l *voices) add(v voice) {
	if v.key == "" || v.unknown {
		return
	}
	i, ok := l.at[v.key]
	if !ok {
		l.at[v.key] = len(l.list)
		l.list = append(l.list, v)
		return
	}
	have := &l.list[i]
	have.itself, have.implies = have.itself || v.itself, have.implies || v.implies
	have.phases = append(have.phases, v.phases...)
}

// voicesOf are those who stand behind an event.
func voicesOf(e Event) []voice {
	l := voices{at: map[string]int{}}
	told := passedOn(e)
	for _, c := range e.Claims {
		if c.AccordingTo != nil && c.stands() {
			v := actorVoice(c.AccordingTo)
			v.implies = c.implies()
			l.add(v)
		}
	}
	for _, c := range e.Claims {
		if c.AccordingTo != nil || !c.stands() {
			continue
		}
		for _, it := range citedItems(c, e.Citations) {
			if !told[it.ID] {
				v := itemVoice(it)
				v.itself = c.implies()
				l.add(v)
			}
		}
	}
	for _, c := range e.Citations {
		if told[c.Item.ID] {
			continue
		}
		v := itemVoice(c.Item)
		var counts bool
		if v.itself, v.phases, counts = carries(e, c); counts {
			l.add(v)
		}
	}
	return l.list
}

// carries says what a citation stands for: the event as such, or no more than states of
// the thing in which it has not come to be, such as that talks were postponed. It counts
// for nothing where nothing but claims that fell rest on it.
func carries(e Event, c Citation) (itself bool, phases []string, counts bool) {
	used := false
	for _, x := range e.Claims {
		if slices.Contains(x.Citations, c.ID) || x.ID != "" && c.About == x.ID {
			used = true
			itself = itself || x.stands() && x.implies()
		}
		if slices.Contains(x.Citations, c.ID) && !x.stands() {
			return false, nil, false
		}
	}
	for _, p := range e.Phases {
		if slices.Contains(p.Citations, c.ID) || p.ID != "" && c.About == p.ID {
			used = true
			phases = append(phases, p.Phase)
			itself = itself || !notYet(p.Phase)
		}
	}
	return itself || !used, phases, true
}

// implies reports whether what a claim says would not be without the event: its dead,
// its time, its outcome. That talks are announced or postponed is not that they were.
func (c Claim) implies() bool { return c.About != "phase" || !notYet(c.Value) }

// notYet are the phases in which the thing itself has not come to be.
func notYet(phase string) bool {
	return slices.Contains([]string{"considered", "announced", "postponed", "cancelled"}, phase)
}
