package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Suggestion is the assessment that a rule finds for an event, and the sentence that
// explains it. The analyst alone sets an assessment.
type Suggestion struct {
	Assessment Assessment
	Why        string
	Voices     []string // names of the independent originators, in the order of the event
}

// Suggest finds an assessment by this rule:
//
//   - who says something is its originator, and of one who acts for another that other,
//     whichever outlets printed it: outlets that echo a ministry are one voice;
//   - where nobody is named, the outlet that says so itself;
//   - one voice: reported; two or more, of which two say the same, see [agreement]:
//     corroborated; that, and a citation of credibility 1: confirmed;
//   - two or more that speak of different things, or differ on one: reported;
//   - disputed where the event is said to contradict another, or where two voices say
//     what cannot both be true of the same thing: ranges of figures that do not meet,
//     unless they were counted at different times; a figure of 0 and one above; two
//     outcomes of the vocabulary that exclude each other; times that do not meet;
//   - what is retracted stays so.
//
// Claims that were superseded, withdrawn or rejected do not count.
func Suggest(e Event) Suggestion {
	if e.Assessment == Retracted {
		return Suggestion{Assessment: Retracted, Why: "It was retracted; that stands until you take it back."}
	}
	voices := voicesOf(e)
	s := Suggestion{}
	for _, v := range voices {
		s.Voices = append(s.Voices, v.name)
	}
	outlets := outletsIn(e)
	switch n := len(voices); {
	case n == 0:
		s.Assessment, s.Why = Reported, "Nobody is cited for it yet: reported at most."
	case n == 1:
		s.Assessment, s.Why = Reported, fmt.Sprintf("One originator says so, %s: reported.", s.Voices[0])
		if outlets > 1 {
			s.Why = fmt.Sprintf("%d outlets carry it, but they rest on one originator, %s, and count as one: reported.", outlets, s.Voices[0])
		}
	default:
		s.Assessment, s.Why = severalVoices(e, voices, s.Voices)
	}
	if why := contradiction(e); why != "" {
		s.Assessment, s.Why = Disputed, why+": disputed."
	}
	return s
}

// voice is one who says something, independent of the others.
type voice struct {
	key, name string
	itself    bool // of the event as such, not only by a claim within it
}

// voiceOf is whose word a claim is.
func voiceOf(c Claim, citations []Citation) voice {
	if a := c.AccordingTo; a != nil {
		return actorVoice(a)
	}
	items := citedItems(c, citations)
	if len(items) == 0 {
		return voice{}
	}
	return itemVoice(items[0])
}

// actorVoice is the one for whom an actor speaks in the end.
func actorVoice(a *Actor) voice {
	for depth := 0; a.ActsFor != nil && depth <= maxActsFor; depth++ {
		a = a.ActsFor
	}
	key := "actor " + a.ID
	if a.ID == "" {
		key = "name " + fold(a.Name)
	}
	return voice{key: key, name: cmp.Or(a.Name, "somebody")}
}

func itemVoice(it Item) voice {
	if o := it.Outlet; o != nil {
		name := cmp.Or(o.Name, "an outlet")
		if name == "not stated" {
			name = "an outlet that is not stated"
		}
		return voice{"outlet " + cmp.Or(o.ID, fold(o.Name)), name, true}
	}
	return voice{"item " + cmp.Or(it.ID, it.Title), "“" + it.Title + "”", true}
}

// voicesOf are those who stand behind an event.
func voicesOf(e Event) []voice {
	var list []voice
	seen := map[string]bool{"": true}
	add := func(v voice) {
		if !seen[v.key] {
			seen[v.key] = true
			list = append(list, v)
		}
	}
	told := map[string]bool{} // items that pass on what somebody said
	for _, c := range e.Claims {
		if c.AccordingTo == nil {
			continue
		}
		for _, it := range citedItems(c, e.Citations) {
			told[it.ID] = true
		}
		if c.stands() {
			add(actorVoice(c.AccordingTo))
		}
	}
	for _, c := range e.Claims {
		if c.AccordingTo != nil || !c.stands() {
			continue
		}
		for _, it := range citedItems(c, e.Citations) {
			if !told[it.ID] {
				add(itemVoice(it))
			}
		}
	}
	dropped := map[string]bool{} // citations of claims that do not count
	for _, c := range e.Claims {
		if !c.stands() {
			for _, id := range c.Citations {
				dropped[id] = true
			}
		}
	}
	for _, c := range e.Citations {
		if !told[c.Item.ID] && !dropped[c.ID] {
			add(itemVoice(c.Item))
		}
	}
	return list
}

func outletsIn(e Event) int {
	seen := map[string]bool{}
	for _, c := range e.Citations {
		seen[itemVoice(c.Item).key] = true
	}
	return len(seen)
}

func numberWord(n int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// and is a list in words.
func and(names []string) string {
	if len(names) > 4 {
		names = append(slices.Clone(names[:3]), fmt.Sprintf("%d others", len(names)-3))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
