package entry

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// storeProblems turns what the store refuses into problems at the fields: its
// sentences begin with the member's name, as “places[0].role”.
func storeProblems(err error, e store.Event) []draft.Problem {
	var invalid *store.ValidationError
	if !errors.As(err, &invalid) || len(invalid.Problems) == 0 {
		return []draft.Problem{{Sentence: asSentence(err.Error())}}
	}
	var out []draft.Problem
	for _, p := range invalid.Problems {
		out = append(out, locateProblem(p, e))
	}
	return out
}

var memberName = regexp.MustCompile(`^([a-z_]+)(?:\[(\d+)\])?((?:\.[a-z_0-9]+)*)(?:\[\d+\])?[ :]`)

func locateProblem(sentence string, e store.Event) draft.Problem {
	m := memberName.FindStringSubmatch(sentence)
	if m == nil {
		return draft.Problem{Sentence: asSentence(sentence)}
	}
	path := pathOf(m[1], m[2], strings.TrimPrefix(m[3], "."), e)
	if path == "" {
		return draft.Problem{Sentence: asSentence(sentence)}
	}
	// At its field the sentence need not say where it belongs.
	rest := strings.TrimSpace(sentence[len(m[0])-1:])
	name := m[1]
	if i := strings.LastIndex(m[3], "."); i >= 0 {
		name = m[3][i+1:]
	}
	return draft.Problem{Path: path, Sentence: asSentence(strings.ReplaceAll(name, "_", " ") + " " + rest)}
}

func asSentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	if s = string(r); !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") {
		s += "."
	}
	return s
}

// pathOf is the form's path of a member of the event, "" where the form has no
// field of its own for it.
func pathOf(member, index, rest string, e store.Event) string {
	i, err := strconv.Atoi(index)
	listed := err == nil
	in := func(n int) bool { return listed && i < n }
	head, tail, _ := strings.Cut(rest, ".")
	switch {
	case member == "when" || member == "planned" || member == "kind" || member == "title" || member == "summary" ||
		member == "review" || member == "assessment" || member == "topics" || member == "tags":
		return member
	case member == "reviewed_by":
		return "reviewed by"
	case member == "assessment_note":
		return "assessment note"
	case member == "series" && head == "claimed_position":
		return "series/position"
	case member == "series":
		return "series/name"
	case member == "protection" && head == "embargo_until":
		return "embargo"
	case member == "protection":
		return "tlp"
	case member == "places" && in(len(e.Places)):
		return draft.Path("place", e.Places[i].ID, placeField(head))
	case member == "parties" && in(len(e.Parties)):
		if head == "actor" && tail != "" && tail != "name" && tail != "id" {
			return actorPath(e.Parties[i].Actor, tail)
		}
		return draft.Path("party", e.Parties[i].ID, head)
	case member == "claims" && in(len(e.Claims)):
		return claimPath(e.Claims[i], head, tail)
	case member == "phases" && in(len(e.Phases)):
		return draft.Path("phase", e.Phases[i].ID, head)
	case member == "citations" && in(len(e.Citations)):
		return citationPath(e.Citations[i], head, tail)
	case member == "headlines" && in(len(e.Headlines)):
		return draft.Path("headline", index, head)
	case member == "relations" && in(len(e.Relations)):
		return draft.Path("relation", index, "event")
	case member == "external_ids" && in(len(e.ExternalIDs)):
		return draft.Path("external", index, "id")
	}
	return ""
}

func placeField(member string) string {
	switch member {
	case "geometry":
		return "coordinates"
	case "radius_m":
		return "radius"
	}
	return member
}

// actorPath follows acts_for down to the actor that is meant.
func actorPath(a store.Actor, member string) string {
	for {
		rest, ok := strings.CutPrefix(member, "acts_for.")
		if !ok || a.ActsFor == nil {
			break
		}
		a, member = *a.ActsFor, rest
	}
	switch {
	case strings.HasPrefix(member, "seat.geometry"):
		member = "seat coordinates"
	case strings.HasPrefix(member, "seat.name"):
		member = "seat"
	case strings.HasPrefix(member, "seat."):
		member = "seat country"
	case strings.HasPrefix(member, "protection.embargo"):
		member = "embargo"
	case strings.HasPrefix(member, "protection"):
		member = "tlp"
	}
	return draft.Path("actor", a.ID, member)
}

func claimPath(c store.Claim, head, tail string) string {
	field := head
	switch head {
	case "qualifier", "low", "high":
		field = "figure"
	case "as_of":
		field = "as of"
	case "superseded_by":
		field = "superseded by"
	case "scope":
		field = "scope"
		if tail == "country" || tail == "admin1" {
			field = "scope country"
		} else if strings.HasPrefix(tail, "when") {
			field = "scope when"
		}
	case "according_to":
		if c.AccordingTo != nil && tail != "" && tail != "name" && tail != "id" {
			return actorPath(*c.AccordingTo, tail)
		}
		field = "according to"
	}
	return draft.Path("claim", c.ID, field)
}

func citationPath(c store.Citation, head, tail string) string {
	if head != "item" || tail == "" || tail == "id" || tail == "title" {
		return draft.Path("citation", c.ID, head)
	}
	if rest, ok := strings.CutPrefix(tail, "outlet."); ok && c.Item.Outlet != nil {
		if rest == "name" || rest == "id" {
			return draft.Path("citation", c.ID, "outlet")
		}
		return draft.Path("outlet", c.Item.Outlet.ID, rest)
	}
	switch tail {
	case "archive_url":
		tail = "archive"
	case "inbox_note":
		tail = "inbox note"
	case "captured.at":
		tail = "captured"
	case "captured.by", "captured.how":
		tail = "captured by"
	case "protection.tlp":
		tail = "tlp"
	case "protection.embargo_until":
		tail = "embargo"
	}
	return draft.Path("item", c.Item.ID, tail)
}
