package sources

import (
	"fmt"
	"strings"
	"time"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// ratings are the Admiralty letters with what they mean. F is unknown, not worst.
var ratings = [][2]string{
	{"A", "completely reliable"},
	{"B", "usually reliable"},
	{"C", "fairly reliable"},
	{"D", "not usually reliable"},
	{"E", "unreliable"},
	{"F", "cannot be judged"},
}

// rating is a letter with its meaning: "B, usually reliable".
func rating(letter string) string {
	for _, r := range ratings {
		if r[0] == letter {
			return r[0] + ", " + r[1]
		}
	}
	return "not judged"
}

// ratingTone is the colour of a letter: shape, the letter itself, says the same.
func ratingTone(letter string) look.Tone {
	switch letter {
	case "A", "B":
		return look.Good
	case "D":
		return look.Caution
	case "E":
		return look.Bad
	}
	return look.Neutral
}

func party(p *bool) string {
	switch {
	case p == nil:
		return ""
	case *p:
		return "party to the conflict"
	}
	return "not a party to the conflict"
}

// day is when something was published, as a list has it.
func day(published string) string {
	date, clock, timed := strings.Cut(published, "T")
	if timed && len(clock) >= 5 {
		return date + " " + clock[:5]
	}
	return date
}

// protection is what keeps a record from publication, in short.
func protection(p store.Protection) string {
	tlp := ""
	if p.TLP != "" {
		tlp = "TLP:" + p.TLP
	}
	embargo, hold := "", ""
	if !p.Embargo.IsZero() {
		embargo = "embargo"
	}
	if p.DoNotPublish {
		hold = "do not publish"
	}
	return look.Join(", ", tlp, embargo, hold)
}

func protectionTone(p store.Protection) look.Tone {
	switch {
	case p.TLP == "RED" || p.DoNotPublish:
		return look.Bad
	case strings.HasPrefix(p.TLP, "AMBER") || !p.Embargo.IsZero():
		return look.Caution
	}
	return look.Neutral
}

// claimed is what a claim says, in a few words.
func claimed(c store.Claim, zone *time.Location) string {
	if c.About == "measure" {
		f := store.Figure{Measure: c.Measure, Of: c.Of, Qualifier: c.Qualifier, Low: c.Low, High: c.High, Claims: []store.Claim{c}}
		return look.Join(": ", f.Value(), c.Value)
	}
	when := ""
	if !c.When.IsZero() {
		when = situation.FormatWhen(c.When, zone)
	}
	return look.Join(": ", situation.Words(c.About), look.Join(", ", situation.Words(c.Value), when))
}

// resting are the claims of an event that are cited from some items, in short; of an
// event that cites them for something else, for what.
func resting(e store.Event, from func(store.Item) bool, zone *time.Location) string {
	cites, claims := map[string]bool{}, []string{}
	for _, c := range e.Citations {
		if from(c.Item) {
			cites[c.ID] = true
		}
	}
	for _, c := range e.Claims {
		for _, id := range c.Citations {
			if cites[id] {
				claims = append(claims, claimed(c, zone))
				break
			}
		}
	}
	switch {
	case len(claims) > 3:
		return fmt.Sprintf("%s and %d more claims", strings.Join(claims[:2], "; "), len(claims)-2)
	case len(claims) > 0:
		return strings.Join(claims, "; ")
	}
	return "cited for the event itself"
}
