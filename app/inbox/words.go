package inbox

import (
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/app/reading"
	"sitmap/app/situation"
	"sitmap/store"
)

// meaning says what words of a text were read as.
func meaning(s reading.Suggestion) string {
	as := ""
	switch s.Field {
	case reading.Date:
		as = s.When.Text
		if s.Question != "" {
			as = s.Question
		} else if !s.When.Earliest.IsZero() {
			as = s.When.Earliest.UTC().Format("2 Jan 2006 15:04") + " – " + s.When.Latest.UTC().Format("2 Jan 2006 15:04") + " UTC"
		}
	case reading.Place:
		as = s.Place.Name
		if s.Place.Country != "" {
			as += ", " + s.Place.Country
		}
	case reading.Actor, reading.Originator:
		as = s.Actor.Name
	case reading.Weapon:
		as = s.Weapon
	case reading.Figure:
		as = strings.TrimSpace(s.Count.Measure + " " + s.Count.Of)
		if s.Count.By != nil {
			as += ", according to " + s.Count.By.Name
		}
	case reading.Kind:
		as = s.Kind
	}
	name := strings.ToUpper(nameOf(s.Field)[:1]) + nameOf(s.Field)[1:]
	if as == "" || as == s.Words {
		return fmt.Sprintf("%s: “%s”", name, s.Words)
	}
	return fmt.Sprintf("%s: “%s” read as %s", name, s.Words, as)
}

// told is a proposal's second line: when, where, who, and how many claims.
func told(e store.Event) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if e.When.Text != "" {
		add(situation.Sentence(e.When.Text))
	} else if !e.When.Earliest.IsZero() {
		add(e.When.Earliest.Format("2 Jan 2006"))
	}
	var names []string
	for _, p := range e.Places {
		names = append(names, p.Name)
	}
	add(few(names))
	names = nil
	for _, p := range e.Parties {
		names = append(names, p.Actor.Name)
	}
	add(few(names))
	if n := len(e.Claims); n > 0 {
		add(look.Count(n, "claim"))
	}
	return strings.Join(parts, " · ")
}

// few names the first two, and says how many more there are.
func few(names []string) string {
	if len(names) > 2 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:2], ", "), len(names)-2)
	}
	return strings.Join(names, ", ")
}

// origin is where an item comes from: outlet, publication, address.
func origin(it store.Item) string {
	var parts []string
	if it.Outlet != nil && it.Outlet.Name != "" {
		parts = append(parts, it.Outlet.Name)
	}
	if it.Author != "" {
		parts = append(parts, it.Author)
	}
	if it.Published != "" {
		day, clock, timed := strings.Cut(it.Published, "T")
		if timed && len(clock) >= 5 {
			day += " " + clock[:5]
		}
		parts = append(parts, day)
	}
	if it.URL != "" {
		parts = append(parts, strings.TrimPrefix(strings.TrimPrefix(it.URL, "https://"), "http://"))
	}
	if len(parts) == 0 {
		parts = append(parts, it.Captured.How)
	}
	return strings.Join(parts, " · ")
}
