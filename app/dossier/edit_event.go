package dossier

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// event tells of a whole event, in the order of the form.
func (d *differ) event() {
	a, b, n := d.a, d.b, d.w.Names
	d.changed("kind", a.Kind != b.Kind, n.kind(a.Kind), n.kind(b.Kind))
	d.say("title", a.Title, b.Title)
	d.say("summary", a.Summary, b.Summary)
	d.members("weapons", a.Fields, b.Fields, func(key string) bool { return key == "weapons" })
	d.when("when", a.When, b.When)
	d.when("planned", a.Planned, b.Planned)
	parts[store.Place]{
		"places", func(p store.Place) string { return p.ID },
		func(_ store.Event, p store.Place) string { return d.w.placeName(p) }, d.w.placeWhole, (*differ).place,
	}.compare(d, a.Places, b.Places)
	parts[store.Party]{
		"parties", func(p store.Party) string { return p.ID },
		func(_ store.Event, p store.Party) string { return d.w.partyName(p) }, d.w.partyWhole, (*differ).party,
	}.compare(d, a.Parties, b.Parties)
	parts[store.Claim]{
		"claims", func(c store.Claim) string { return c.ID },
		func(_ store.Event, c store.Claim) string { return d.w.claimName(c) }, d.w.claimWhole, (*differ).claim,
	}.compare(d, a.Claims, b.Claims)
	parts[store.Citation]{
		"sources", func(c store.Citation) string { return c.ID },
		func(_ store.Event, c store.Citation) string { return itemName(c.Item) }, d.w.citationWhole, (*differ).citation,
	}.compare(d, a.Citations, b.Citations)
	parts[store.Phase]{
		"phases", func(p store.Phase) string { return p.ID },
		func(_ store.Event, p store.Phase) string { return n.term("phase", p.Phase) }, d.w.phaseWhole, (*differ).phase,
	}.compare(d, a.Phases, b.Phases)
	parts[store.Relation]{
		"relations", func(r store.Relation) string { return r.Type + " " + r.Event },
		func(_ store.Event, r store.Relation) string { return d.w.relationName(r) },
		func(_ store.Event, r store.Relation) string { return look.Join(": ", d.w.relationName(r), r.Note) },
		func(d *differ, a, b store.Relation) { d.say("note", a.Note, b.Note) },
	}.compare(d, a.Relations, b.Relations)
	d.series(a.Series, b.Series)
	d.words("topics", a.Topics, b.Topics)
	d.words("tags", a.Tags, b.Tags)
	d.say("assessment", string(situation.Assessment(a)), string(situation.Assessment(b)))
	d.say("why this assessment", a.AssessmentNote, b.AssessmentNote)
	d.say("review", string(reviewOf(a)), string(reviewOf(b)))
	d.say("reviewed by", a.ReviewedBy, b.ReviewedBy)
	parts[store.Headline]{
		"headlines", func(h store.Headline) string { return h.Measure + "\x00" + h.Of },
		func(_ store.Event, h store.Headline) string { return d.w.headlineName(h) }, d.w.headlineWhole, (*differ).headline,
	}.compare(d, a.Headlines, b.Headlines)
	d.members("fields", a.Fields, b.Fields, func(key string) bool { return key != "weapons" })
	d.members("properties", a.Properties, b.Properties, func(string) bool { return true })
	parts[store.ExternalID]{
		"external ids", func(x store.ExternalID) string { return x.Dataset },
		func(_ store.Event, x store.ExternalID) string { return x.Dataset },
		func(_ store.Event, x store.ExternalID) string { return x.Dataset + ": " + x.ID },
		func(d *differ, a, b store.ExternalID) { d.say("id", a.ID, b.ID) },
	}.compare(d, a.ExternalIDs, b.ExternalIDs)
	d.protection(a.Protection, b.Protection)
}

func reviewOf(e store.Event) store.Review {
	if e.Review == "" {
		return store.Draft
	}
	return e.Review
}

// when tells of a time; of its words, zone and the like only what differs.
func (d *differ) when(word string, a, b store.When) {
	same := a.Earliest.Equal(b.Earliest) && a.Latest.Equal(b.Latest)
	if same && a.Precision == b.Precision && a.Zone == b.Zone && a.Text == b.Text && a.CountsOn == b.CountsOn {
		return
	}
	exact := func(w store.When) string {
		stamp := func(t time.Time) string {
			if t.IsZero() {
				return "not known"
			}
			return t.UTC().Format("2006-01-02 15:04:05.999 UTC")
		}
		return stamp(w.Earliest) + " – " + stamp(w.Latest)
	}
	main := func(w store.When) string {
		if w.Earliest.IsZero() && w.Latest.IsZero() {
			return ""
		}
		return situation.FormatWhen(w, d.w.Zone)
	}
	before, after := []string{main(a)}, []string{main(b)}
	extra := func(differs bool, show func(store.When) string) {
		if differs {
			before, after = append(before, show(a)), append(after, show(b))
		}
	}
	extra(!same && before[0] == after[0], exact)
	extra(a.Text != b.Text, func(w store.When) string { return look.Join(" ", "as written:", orNothing(quoted(w.Text))) })
	extra(a.Precision != b.Precision && (before[0] == after[0] || same), func(w store.When) string { return "to the " + orNothing(string(w.Precision)) })
	extra(a.Zone != b.Zone, func(w store.When) string { return "told in " + orNothing(w.Zone) })
	extra(a.CountsOn != b.CountsOn, func(w store.When) string { return "counts on " + orNothing(w.CountsOn) })
	said := func(w store.When, parts []string) string {
		if w.IsZero() {
			return ""
		}
		return look.Join(" · ", parts...)
	}
	d.changed(word, true, said(a, before), said(b, after))
}

func orNothing(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// series tells of the chain that an event stands in.
func (d *differ) series(a, b *store.InSeries) {
	var x, y store.InSeries
	if a != nil {
		x = *a
	}
	if b != nil {
		y = *b
	}
	d.changed("series", x.ID != y.ID || x.Name != y.Name, x.Name, y.Name)
	d.in("series", func() {
		d.number("position", int64(x.ClaimedPosition), int64(y.ClaimedPosition))
		d.say("counted over", x.Basis, y.Basis)
	})
}

// members tells of the kind's own fields, or of foreign ones, by the names they have.
func (d *differ) members(word string, a, b map[string]json.RawMessage, these func(key string) bool) {
	keys := map[string]bool{}
	for _, m := range []map[string]json.RawMessage{a, b} {
		for k := range m {
			keys[k] = these(k)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		x, y := a[k], b[k]
		before, after := shown(x), shown(y)
		if before == after { // a text that looks like a number
			before, after = string(x), string(y)
		}
		tell := func() { d.changed(situation.Words(k), string(x) != string(y), before, after) }
		switch {
		case !keys[k]:
		case k == word:
			tell()
		default:
			d.in(word, tell)
		}
	}
}

func shown(raw json.RawMessage) string {
	if raw == nil {
		return ""
	}
	return plain(raw)
}

// protection tells of who may see a record.
func (d *differ) protection(a, b store.Protection) {
	d.say("TLP", a.TLP, b.TLP)
	d.changed("embargo", !a.Embargo.Equal(b.Embargo), d.w.instant(a.Embargo), d.w.instant(b.Embargo))
	d.flag("do not publish", a.DoNotPublish, b.DoNotPublish)
}

// phase tells of a step in the life of the thing itself.
func (d *differ) phase(a, b store.Phase) {
	n := d.w.Names
	d.changed("phase", a.Phase != b.Phase, n.term("phase", a.Phase), n.term("phase", b.Phase))
	d.when("at", a.At, b.At)
	d.say("note", a.Note, b.Note)
	d.cited(a.Citations, b.Citations)
}

// headline tells of how the figure that is shown is found.
func (d *differ) headline(a, b store.Headline) {
	d.say("rule", a.Rule, b.Rule)
	d.changed("pinned", a.Claim != b.Claim, d.w.part(d.a, a.Claim), d.w.part(d.b, b.Claim))
	d.say("why", a.Reason, b.Reason)
}

// phaseWhole is a phase with its time.
func (w Words) phaseWhole(_ store.Event, p store.Phase) string {
	return look.Join(", ", w.Names.term("phase", p.Phase), w.when(p.At), p.Note)
}

func (w Words) headlineName(h store.Headline) string {
	return strings.TrimSpace(h.Of + " " + w.Names.term("measure", h.Measure))
}

func (w Words) headlineWhole(e store.Event, h store.Headline) string {
	pinned := ""
	if h.Claim != "" {
		pinned = "pinned: " + w.part(e, h.Claim)
	}
	rule := ""
	if h.Rule != "" {
		rule = "rule " + h.Rule
	}
	return w.headlineName(h) + ": " + look.Join(", ", rule, pinned, h.Reason)
}

// relationName is what a relation says of which event.
func (w Words) relationName(r store.Relation) string {
	name := w.Titles[r.Event]
	if name == "" {
		name = "an event that is not in this store, " + r.Event
	} else {
		name = "“" + name + "”"
	}
	return w.Names.term("relation", r.Type) + " " + name
}
