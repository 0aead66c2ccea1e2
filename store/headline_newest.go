package store

import (
	"slices"
	"strings"
	"time"
)

// Originator is one who says something of a measure, with what counts of it.
type Originator struct {
	Claims []Claim // the newest, or all that may be it where that is not known
	Older  []Claim // those that the newest superseded
	key    string
}

// Unordered reports whether it is not known which of several claims is the newest.
func (o Originator) Unordered() bool { return len(o.Claims) > 1 }

// Superseded reports whether the newest claim says something else than an older one.
func (o Originator) Superseded() bool {
	return len(o.Claims) > 0 && slices.ContainsFunc(o.Older, func(c Claim) bool { return !sameValue(c, o.Claims[0]) })
}

// newestOfEach parts the claims of every originator into those that count and older
// ones, in the order in which the originators first spoke.
func newestOfEach(claims []Claim, citations []Citation) []Originator {
	if len(claims) == 1 {
		return []Originator{{key: originator(claims[0], citations), Claims: claims}}
	}
	var by []Originator
	for _, c := range claims {
		k := originator(c, citations)
		i := slices.IndexFunc(by, func(o Originator) bool { return o.key == k })
		if i < 0 {
			i = len(by)
			by = append(by, Originator{key: k})
		}
		by[i].Claims = append(by[i].Claims, c)
	}
	for i := range by {
		by[i].Claims, by[i].Older = newestOf(by[i].Claims, citations)
	}
	return by
}

// newestOf are the claims than which none is known to be newer, and those that are
// older. Of some that say the same the one entered last stands for all.
func newestOf(claims []Claim, citations []Citation) (newest, older []Claim) {
	for i, c := range claims {
		if successor(i, claims, citations) >= 0 {
			older = append(older, c)
			continue
		}
		if same := slices.IndexFunc(newest, func(x Claim) bool { return sameValue(x, c) && sameVoice(x, c) }); same >= 0 {
			newest[same] = c
			continue
		}
		newest = append(newest, c)
	}
	return newest, older
}

func sameVoice(a, b Claim) bool {
	return a.AccordingTo == b.AccordingTo || a.AccordingTo != nil && b.AccordingTo != nil && a.AccordingTo.ID == b.AccordingTo.ID
}

// successor is the newest of the claims that are newer than one of them; -1: none is.
func successor(i int, claims []Claim, citations []Citation) int {
	at := -1
	for j := range claims {
		if j != i && ageOrder(claims[j], claims[i], citations) > 0 && (at < 0 || ageOrder(claims[j], claims[at], citations) > 0) {
			at = j
		}
	}
	return at
}

// Outdated finds the claims that a newer one of the same originator superseded by the
// rule of the headlines, though nobody marked them: their ids, and those of the claims
// that took their place. A claim that is pinned is not among them, nor is one that the
// newer claim repeats.
func Outdated(e Event) map[string]string {
	out := map[string]string{}
	for _, group := range groupClaims(e) {
		if len(group) < 2 {
			continue
		}
		pinned := headlineFor(e.Headlines, group[0].Measure, group[0].Of).Claim
		by := map[string][]Claim{}
		for _, c := range group {
			k := originator(c, e.Citations)
			by[k] = append(by[k], c)
		}
		for _, claims := range by {
			for i, c := range claims {
				if n := successor(i, claims, e.Citations); n >= 0 && c.ID != pinned && !sameValue(c, claims[n]) {
					out[c.ID] = claims[n].ID
				}
			}
		}
	}
	return out
}

// originator tells claims apart by who made them. Where nobody is named, an
// outlet can only be taken to correct itself: what another outlet says without
// naming anybody is kept beside it.
func originator(c Claim, citations []Citation) string {
	if a := c.AccordingTo; a != nil {
		if a.ID != "" {
			return "actor " + a.ID
		}
		return "name " + strings.ToLower(strings.TrimSpace(a.Name))
	}
	items := citedItems(c, citations)
	if len(items) == 0 {
		return ""
	}
	if o := items[0].Outlet; o != nil {
		return "outlet " + o.ID + o.Name
	}
	return "item " + items[0].ID
}

// ageOrder says whether c is newer than old (1) or older (-1), by the time it speaks for,
// else by when it was published; 0 where that cannot be told: one of them has no time,
// or they have the same, or one's day holds the other's hour.
func ageOrder(c, old Claim, citations []Citation) int {
	a, b := c.toldIn(citations), old.toldIn(citations)
	switch {
	case a.from.IsZero() || b.from.IsZero() || a.holds(b) || b.holds(a):
		return 0
	case !a.from.Before(b.from) && !a.to.Before(b.to):
		return 1
	case !b.from.Before(a.from) && !b.to.Before(a.to):
		return -1
	}
	return 0
}

// stretch is a time as exactly as it is known.
type stretch struct{ from, to time.Time }

// holds reports whether the other lies within it, so that neither can be called newer.
func (s stretch) holds(o stretch) bool { return !s.from.After(o.from) && !s.to.Before(o.to) }

// toldIn is when a claim speaks for, else when it was first published.
func (c Claim) toldIn(citations []Citation) stretch {
	if w := c.AsOf; !w.Latest.IsZero() || !w.Earliest.IsZero() {
		s := stretch{w.Earliest.UTC(), w.Latest.UTC()}
		if s.from.IsZero() {
			s.from = s.to
		}
		if s.to.IsZero() {
			s.to = s.from
		}
		return s
	}
	var first stretch
	for _, item := range citedItems(c, citations) {
		if t := publishedIn(item.Published); !t.from.IsZero() && (first.from.IsZero() || t.from.Before(first.from)) {
			first = t
		}
	}
	return first
}

// publishedIn reads the date of an item as far as it goes.
func publishedIn(s string) stretch {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return stretch{t.UTC(), t.UTC()}
		}
	}
	for _, l := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return stretch{t, t.AddDate(l.years, l.months, l.days)}
		}
	}
	return stretch{}
}

func citedItems(c Claim, citations []Citation) []Item {
	var items []Item
	for _, id := range c.Citations {
		for _, ci := range citations {
			if ci.ID == id {
				items = append(items, ci.Item)
			}
		}
	}
	return items
}
