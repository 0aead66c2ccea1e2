package dossier

import (
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// term is a vocabulary's name for a code, or the code in words.
func (n Names) term(vocabulary, code string) string {
	if name := n.Terms[vocabulary+"/"+code]; name != "" {
		return name
	}
	return situation.Words(code)
}

// figure is a figure whose measure is called as the vocabulary calls it.
func (n Names) figure(f store.Figure) store.Figure {
	f.Measure = n.term("measure", f.Measure)
	return f
}

// region names a country and its region: "Kyiv City, Ukraine".
func (n Names) region(country, admin1 string) string {
	var parts []string
	if admin1 != "" {
		parts = append(parts, named(n.Admin1, admin1))
	}
	if country != "" {
		parts = append(parts, named(n.Country, country))
	}
	return strings.Join(parts, ", ")
}

func named(f func(string) string, code string) string {
	if f != nil {
		if name := f(code); name != "" {
			return name
		}
	}
	return code
}

// reliability is an Admiralty letter in words. F is unknown, not worst.
func reliability(letter string) string {
	words := map[string]string{
		"A": "completely reliable", "B": "usually reliable", "C": "fairly reliable",
		"D": "not usually reliable", "E": "unreliable", "F": "cannot be judged",
	}[letter]
	switch {
	case letter == "":
		return "reliability not judged"
	case words == "":
		return "reliability " + letter
	}
	return fmt.Sprintf("reliability %s, %s", letter, words)
}

// credibility is an Admiralty figure in words. 6 is unknown, not worst.
func credibility(figure int) string {
	words := map[int]string{
		1: "confirmed", 2: "probably true", 3: "possibly true",
		4: "doubtful", 5: "improbable", 6: "cannot be judged",
	}[figure]
	switch {
	case figure == 0:
		return "credibility not judged"
	case words == "":
		return fmt.Sprintf("credibility %d", figure)
	}
	return fmt.Sprintf("credibility %d, %s", figure, words)
}

// rating is the Admiralty code of a citation with its words: "B2: usually reliable,
// probably true". What was not judged is a dash.
func rating(c store.Citation) string {
	letter := ""
	if c.Item.Outlet != nil {
		letter = c.Item.Outlet.Reliability
	}
	if letter == "" && c.Credibility == 0 {
		return "not rated"
	}
	code, words := "–", "source not judged"
	if letter != "" {
		code = letter
		if w, ok := strings.CutPrefix(reliability(letter), "reliability "+letter+", "); ok {
			words = w
		}
	}
	if c.Credibility == 0 {
		return code + "–: " + words + ", report not judged"
	}
	report := "report not judged"
	if _, w, ok := strings.Cut(credibility(c.Credibility), ", "); ok {
		report = w
	}
	if words == report {
		return fmt.Sprintf("%s%d: %s", code, c.Credibility, words)
	}
	return fmt.Sprintf("%s%d: %s, %s", code, c.Credibility, words, report)
}

// relation says a relation from this event's side.
func relation(kind string, incoming bool) string {
	if !incoming {
		return situation.Sentence(situation.Words(kind))
	}
	switch kind {
	case "part of":
		return "Has as part"
	case "follows":
		return "Followed by"
	case "responds to":
		return "Answered by"
	case "same as":
		return "Same as"
	case "related to":
		return "Related to"
	case "not the same as":
		return "Not the same as"
	case "contradicts":
		return "Contradicted by"
	}
	return situation.Sentence(situation.Words(kind)) + ", from"
}

// ordinal is "1st", "2nd", "11th".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n) + suffix
}

// assessmentTone is the colour of an assessment's badge.
func assessmentTone(a store.Assessment) look.Tone {
	switch a {
	case store.Corroborated, store.Confirmed:
		return look.Good
	case store.Disputed:
		return look.Caution
	case store.Retracted:
		return look.Bad
	}
	return look.Neutral
}

// quoted puts text into quotation marks, unless it has its own.
func quoted(text string) string {
	if text == "" || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "\"") || strings.HasPrefix(text, "«") {
		return text
	}
	return "“" + text + "”"
}
