package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"sitmap/app/entry/figure"
	"sitmap/app/reading"
	"sitmap/store"
)

// told writes what matters of an event in a line.
func told(e store.Event) string {
	out := []string{e.Kind}
	for _, p := range e.Places {
		out = append(out, p.Role+" "+p.Name)
	}
	for _, p := range e.Parties {
		out = append(out, p.Role+" "+p.Actor.Name)
	}
	for _, p := range e.Phases {
		s := "phase " + p.Phase
		if !p.At.Earliest.IsZero() {
			s += " " + p.At.Text
		}
		out = append(out, s)
	}
	for _, c := range e.Claims {
		if c.About == "measure" {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", c.Measure, figure.Format(figure.Figure{Qualifier: c.Qualifier, Low: c.Low, High: c.High}), c.Of)))
		}
	}
	if w := string(e.Fields["weapons"]); w != "" {
		out = append(out, w)
	}
	if e.When.Text != "" {
		out = append(out, "when "+e.When.Text)
	}
	if e.Planned.Text != "" {
		out = append(out, "planned "+e.Planned.Text)
	}
	return strings.Join(out, "; ")
}

func read(text string) (out []string) {
	rep := reading.Report{Text: text, Item: store.Item{Title: "Morning brief", Published: "2025-07-16T12:00:00+03:00"}}
	for _, p := range reader().Read(rep).Proposals {
		out = append(out, told(p.Event))
	}
	return out
}

// What two sides did to each other, or what the report calls something else, is an event
// each; a figure goes with the one that it counts of, and what only says where a place
// lies is none.
func TestEventsOfAReportAreToldApart(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"two sides": {
			"Kharkiv was struck by Shahed-136 drones overnight; at least three people were injured, Mayor Ihor Terekhov said. Separately, Ukrainian drones hit an aviation plant in Lukhovitsy, southeast of Moscow. Ukraine's Air Force said 60 of the 79 drones launched by Russia were shot down.",
			[]string{
				`strike; target Kharkiv; attacker Russia; wounded ≥3 people; shot_down 60 drones; launched 79 drones; ["Shahed-136","drone"]; when overnight`,
				`strike; target Lukhovitsy; attacker Ukraine; ["drone"]`,
			},
		},
		"without a word that parts them": {
			"Russian forces shelled Kherson on Monday, killing one person. In Russia's Belgorod region, a Ukrainian drone struck a car, wounding two civilians.",
			[]string{
				`strike; target Kherson; attacker Russia; killed 1 person; when on Monday`,
				`strike; target Belgorod Oblast; attacker Ukraine; wounded 2 civilians; ["drone"]`,
			},
		},
		"only what was shot down": {
			"Russia launched 79 drones at Ukraine overnight. In Kharkiv two people were killed. Russia's Defence Ministry said its forces had downed 40 Ukrainian drones over the Kursk region.",
			[]string{
				`strike; target Kharkiv; attacker Russia; target Ukraine; launched 79 drones; killed 2 people; ["drone"]; when overnight`,
				`strike; target Kursk Oblast; attacker Ukraine; shot_down 40 drones; ["drone"]`,
			},
		},
		"one wave": {
			"Russia attacked Odesa with ballistic missiles on Tuesday evening. A missile also struck Mykolaiv, about 110 km east of Odesa. Nine missiles were shot down, the Ukrainian Air Force said.",
			[]string{`strike; target Odesa; target Mykolaiv; attacker Russia; shot_down 9 missiles; ["ballistic missile","missile"]; when on Tuesday evening`},
		},
		"talks put off, and aid": {
			"Talks between Ukrainian and Russian delegations, announced last week for July 16 in Istanbul, have been postponed, two sources familiar with the matter said. Meanwhile the Pentagon announced a $400 million aid package for Ukraine.",
			[]string{
				`talks; venue Istanbul; participant Ukraine; participant Russia; phase announced last week; phase postponed; planned July 16`,
				`aid; donor Pentagon; recipient Ukraine; phase announced; value_usd 400000000`,
			},
		},
		"talks to come": {
			"Donald Trump will meet Vladimir Putin in Istanbul on Friday, the White House said.",
			[]string{`talks; venue Istanbul; participant Donald Trump; participant Vladimir Putin; phase announced; planned on Friday`},
		},
		"talks that were held": {
			"Delegations from Ukraine and Russia held talks in Istanbul on Monday, Turkish officials announced.",
			[]string{`talks; venue Istanbul; participant Ukraine; participant Russia; when on Monday`},
		},
		"a call that was called off": {
			"A phone call between Donald Trump and Vladimir Putin set for Tuesday was cancelled, the Kremlin said.",
			[]string{`call; participant Donald Trump; participant Vladimir Putin; phase announced; phase cancelled; planned Tuesday`},
		},
	} {
		got := read(c.text)
		if a, b := strings.Join(got, "\n"), strings.Join(c.want, "\n"); a != b {
			t.Errorf("%s:\n%s\nwant\n%s", name, a, b)
		}
	}
}

// A draft has the title that the form would propose, and whoever told of a call is kept
// with it, so that the outlet does not seem to speak for itself.
func TestDraftsAreEntitledAndSayWhoSaidSo(t *testing.T) {
	for text, want := range map[string][4]string{
		"Russian President Vladimir Putin and US President Donald Trump spoke by phone for an hour on Thursday, Kremlin aide Yuri Ushakov said.": {
			"Call: Vladimir Putin – Donald Trump", "when", "Yuri Ushakov", "",
		},
		"U.S. President Donald Trump held a call with Russian President Vladimir Putin on Thursday. The conversation was frank, Kremlin aide Yuri Ushakov told reporters.": {
			"Call: Donald Trump – Vladimir Putin", "outcome", "Yuri Ushakov", "The conversation was frank, Kremlin aide Yuri Ushakov told reporters.",
		},
		"Talks between Ukrainian and Russian delegations planned for July 18 in Istanbul have been postponed, two sources familiar with the matter said.": {
			"Talks in Istanbul: Ukraine, Russia", "phase", "sources", "postponed",
		},
		"Talks between Ukrainian and Russian delegations set for July 20 in Istanbul were cancelled, the Kremlin said.": {
			"Talks in Istanbul: Ukraine, Russia", "phase", "Kremlin", "cancelled",
		},
	} {
		ps := reader().Read(reading.Report{Text: text, Item: store.Item{Title: "A long title that stands over the report", Published: "2025-07-16"}}).Proposals
		if len(ps) != 1 {
			t.Errorf("%s: %d drafts", text, len(ps))
			continue
		}
		e := ps[0].Event
		if e.Title != want[0] || len(e.Claims) != 1 {
			t.Errorf("%s: “%s”, claims %+v", text, e.Title, e.Claims)
			continue
		}
		if c := e.Claims[0]; c.About != want[1] || c.AccordingTo == nil || c.AccordingTo.Name != want[2] || c.Value != want[3] || c.About == "when" && c.When.Text != "on Thursday" {
			t.Errorf("%s: the claim is %+v", text, c)
		}
	}
}
