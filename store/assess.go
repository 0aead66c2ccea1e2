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
//   - where nobody is named, the outlet that says so itself, or its author where there is
//     no outlet; an item that tells neither is nobody's word, and counts for nothing;
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
	case n == 0 && len(e.Citations) > 0:
		s.Assessment, s.Why = Reported, "Whose word it is is not known, for neither an outlet nor an originator is recorded: reported at most."
	case n == 0:
		s.Assessment, s.Why = Reported, "Nobody is cited for it yet: reported at most."
	case n == 1:
		s.Assessment, s.Why = Reported, fmt.Sprintf("One originator says so, %s: reported.", s.Voices[0])
		if title := nobodys(e); title != "" {
			s.Why = fmt.Sprintf("One originator says so, %s; whose word “%s” is is not known: reported.", s.Voices[0], title)
		}
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
	itself    bool     // of the event as such, not only of something in it
	implies   bool     // of something that would not be without the event, such as its dead
	unknown   bool     // neither outlet nor author is recorded: it may be anybody's
	phases    []string // states of the thing for which it is cited
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
	o := it.Outlet
	switch {
	case o != nil && o.Name != notStated:
		return voice{key: "outlet " + cmp.Or(o.ID, fold(o.Name)), name: cmp.Or(o.Name, "an outlet")}
	case it.Author != "":
		return voice{key: "author " + fold(it.Author), name: it.Author}
	}
	return voice{key: "item " + cmp.Or(it.ID, it.Title), name: "“" + it.Title + "”", unknown: true}
}

// notStated is the name of the outlet of items whose outlet was not told.
const notStated = "not stated"

// nobodys is the title of an item of which neither outlet nor author is recorded, and
// that passes on nobody's words; "" where there is none.
func nobodys(e Event) string {
	told := passedOn(e)
	for _, c := range e.Citations {
		if itemVoice(c.Item).unknown && !told[c.Item.ID] {
			return cmp.Or(c.Item.Title, "a source")
		}
	}
	return ""
}

// passedOn are the items that pass on what somebody said, by their ids.
func passedOn(e Event) map[string]bool {
	told := map[string]bool{}
	for _, c := range e.Claims {
		if c.AccordingTo == nil {
			continue
		}
		for _, it := range citedItems(c, e.Citations) {
			told[it.ID] = true
		}
	}
	return told
}

func outletsIn(e Event) int {
	seen := map[string]bool{}
	for _, c := range e.Citations {
		if v := itemVoice(c.Item); !v.unknown {
			seen[v.key] = true
		}
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
