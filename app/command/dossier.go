package command

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/situation"
	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/exchange"
)

// lineLength is how many columns the dossier takes at most.
const lineLength = 96

// dossier is an event as text.
type dossier struct {
	e         store.Stored[store.Event]
	kinds     []store.Kind
	history   []store.Change
	published []store.Publication
	titles    map[string]string // of related events, by id

	b       strings.Builder
	sources []store.Citation // in the order of their numbers
}

func (d *dossier) text() string {
	e := d.e.Value
	d.sources = e.Citations
	d.b.WriteString(oneLine(e.Title) + "\n")
	d.b.WriteString(wrap(d.state(), "", lineLength) + "\n")
	if e.Summary != "" {
		d.b.WriteString("\n" + wrap(e.Summary, "", lineLength) + "\n")
	}
	d.b.WriteByte('\n')
	d.field("Id", e.ID)
	d.field("When", describeWhen(e.When))
	d.field("Planned", describeWhen(e.Planned))
	if s := e.Series; s != nil {
		text := s.Name
		if s.ClaimedPosition > 0 {
			text += fmt.Sprintf(", said to be number %d", s.ClaimedPosition)
		}
		if s.Basis != "" {
			text += " (" + s.Basis + ")"
		}
		d.field("Series", text)
	}
	d.field("Topics", strings.Join(e.Topics, ", "))
	d.field("Tags", strings.Join(e.Tags, ", "))
	for _, x := range e.ExternalIDs {
		d.field("Known as", strings.TrimPrefix(x.Dataset+" "+x.ID, " "))
	}
	d.field("Protection", protection(e.Protection))
	d.section("Places", len(e.Places), func(i int) string { return describePlace(e.Places[i]) })
	d.section("Parties", len(e.Parties), func(i int) string { return describeParty(e, e.Parties[i]) })
	figures := store.Figures(e)
	d.section("Figures", len(figures), func(i int) string { return describeFigure(figures[i]) })
	d.section("Claims", len(e.Claims), func(i int) string { return d.claim(e.Claims[i]) })
	d.section("Phases", len(e.Phases), func(i int) string { return d.phase(e.Phases[i]) })
	d.section("Relations", len(e.Relations), func(i int) string {
		r := e.Relations[i]
		title := d.titles[r.Event]
		if title != "" {
			title = "“" + title + "” "
		}
		return r.Type + " " + title + r.Event + note(r.Note)
	})
	d.raw("Fields", e.Fields)
	d.raw("Further properties", e.Properties)
	d.section("Sources", len(d.sources), func(i int) string { return describeCitation(i+1, d.sources[i]) })
	d.section("Published in", len(d.published), func(i int) string { return publicationLine(d.published[i]) })
	d.section("History", len(d.history), func(i int) string { return describeChange(d.history[i]) })
	return d.b.String()
}

// state is what is thought of the event, in one line.
func (d *dossier) state() string {
	e := d.e.Value
	parts := []string{situation.KindName(d.kinds, e.Kind), string(situation.Assessment(e))}
	if e.AssessmentNote != "" {
		parts[1] += " (" + e.AssessmentNote + ")"
	}
	review := "draft"
	if e.Review == store.Reviewed {
		review = "reviewed"
		if e.ReviewedBy != "" {
			review += " by " + e.ReviewedBy
		}
		if _, later := store.ReviewIn(d.history); later > 0 {
			review += ", changed since"
		}
	}
	parts = append(parts, review)
	parts = append(parts, fmt.Sprintf("revision %d", d.e.Revision))
	if d.e.Deleted {
		parts = append(parts, "DELETED")
	}
	return strings.Join(parts, " · ")
}

// field writes one line with a name, or nothing.
func (d *dossier) field(name, value string) {
	if value = oneLine(value); value == "" {
		return
	}
	const column = 12
	text := wrap(value, strings.Repeat(" ", column), lineLength)
	d.b.WriteString(name + strings.Repeat(" ", max(column-len(name), 1)) + strings.TrimLeft(text, " ") + "\n")
}

// section writes a heading and its entries, or nothing.
func (d *dossier) section(name string, n int, entry func(int) string) {
	if n == 0 {
		return
	}
	d.b.WriteString("\n" + name + "\n")
	for i := range n {
		lines := wrap(entry(i), "    ", lineLength)
		d.b.WriteString("  - " + strings.TrimPrefix(lines, "    ") + "\n")
	}
}

func (d *dossier) raw(name string, members map[string]json.RawMessage) {
	names := slices.Sorted(maps.Keys(members))
	d.section(name, len(names), func(i int) string { return names[i] + ": " + string(members[names[i]]) })
}

func describeWhen(w store.When) string {
	if w.IsZero() {
		return ""
	}
	text := situation.FormatWhen(w, time.UTC)
	if utc := situation.FormatUTC(w); utc != "" && w.Zone != "" && w.Zone != "UTC" {
		text += ", that is " + utc
	}
	if w.Text != "" && w.Text != text {
		text += "; written “" + w.Text + "”"
	}
	return text
}

func describePlace(p store.Place) string {
	parts := []string{}
	if p.Name != "" {
		parts = append(parts, p.Name)
	}
	if code := orText(p.Admin1, p.Country); code != "" {
		parts = append(parts, code)
	}
	switch g := p.Geometry.Geometry.(type) {
	case nil:
	case orb.Point:
		parts = append(parts, geo.FormatDD(g))
	default:
		parts = append(parts, strings.ToLower(g.GeoJSONType()))
	}
	if p.Precision != "" {
		text := "precise to the " + string(p.Precision)
		if p.Precision == store.PlaceExact {
			text = "exact"
		}
		parts = append(parts, text)
	}
	if p.RadiusM > 0 {
		parts = append(parts, "within "+metres(p.RadiusM))
	}
	if p.Assumed {
		parts = append(parts, "assumed")
	}
	return strings.TrimSpace(p.Role + ": " + strings.Join(parts, ", ") + note(p.Note))
}

func metres(m float64) string {
	if m >= 1000 {
		return strconv.FormatFloat(m/1000, 'f', -1, 64) + " km"
	}
	return strconv.FormatFloat(m, 'f', -1, 64) + " m"
}

func describeParty(e store.Event, p store.Party) string {
	text := p.Role + ": " + p.Actor.Name
	if p.Actor.Kind != "" {
		text += " (" + p.Actor.Kind + ")"
	}
	if p.Actor.ActsFor != nil {
		text += " for " + p.Actor.ActsFor.Name
	}
	for _, q := range e.Places {
		if p.Place != "" && q.ID == p.Place && q.Name != "" {
			text += ", at " + q.Name
		}
	}
	return text
}

func describeFigure(f store.Figure) string {
	text := f.Text()
	switch {
	case f.Pinned:
		text += "; pinned"
	case f.Rule != store.RuleRange:
		text += "; the " + f.Rule
	default:
		return text
	}
	if f.Reason != "" {
		text += " because " + f.Reason
	}
	return text
}

func (d *dossier) claim(c store.Claim) string {
	var text string
	switch {
	case c.About == "measure":
		text = store.Figure{Measure: c.Measure, Of: c.Of, Low: c.Low, High: c.High, Claims: []store.Claim{c}}.Value()
	case c.Value != "":
		text = c.About + ": " + c.Value
	case !c.When.IsZero():
		text = c.About + ": " + describeWhen(c.When)
	default:
		text = c.About
	}
	if c.About == "measure" && c.Value != "" {
		text += " (" + c.Value + ")"
	}
	if c.About == "position" && c.Low != nil && c.Value == "" {
		text += " " + c.Amount()
	}
	if c.AccordingTo != nil {
		text += ", according to " + c.AccordingTo.Name
	} else {
		text += ", unattributed"
	}
	if s := orText(c.Scope.Text, orText(c.Scope.Admin1, c.Scope.Country)); s != "" {
		text += ", counting " + s
	}
	if !c.AsOf.IsZero() {
		text += ", as of " + situation.FormatWhen(c.AsOf, time.UTC)
	}
	if c.State != "" && c.State != store.Live {
		text += "; " + strings.ToUpper(string(c.State))
		if c.Why != "" {
			text += " because " + c.Why
		}
	} else if newer, ok := store.Outdated(d.e.Value)[c.ID]; ok {
		text += "; SUPERSEDED by what the same originator said later"
		for _, other := range d.e.Value.Claims {
			if other.ID == newer {
				text += ": " + other.Amount()
			}
		}
	}
	return text + note(c.Note) + d.refs(c.Citations)
}

func (d *dossier) phase(p store.Phase) string {
	text := situation.Words(p.Phase)
	if !p.At.IsZero() {
		text += ", " + situation.FormatWhen(p.At, time.UTC)
	}
	return text + note(p.Note) + d.refs(p.Citations)
}

// refs are the numbers of the sources cited.
func (d *dossier) refs(ids []string) string {
	var text string
	for _, id := range ids {
		for i, c := range d.sources {
			if c.ID == id {
				text += fmt.Sprintf(" [%d]", i+1)
			}
		}
	}
	return text
}

func describeCitation(n int, c store.Citation) string {
	text := fmt.Sprintf("[%d] %s", n, exchange.SourceLine(c.Item))
	var marks []string
	if o := c.Item.Outlet; o != nil && o.Reliability != "" {
		marks = append(marks, "reliability "+o.Reliability)
	}
	if c.Credibility > 0 {
		marks = append(marks, fmt.Sprintf("credibility %d", c.Credibility))
	}
	if o := c.Item.Outlet; o != nil && o.PartyToConflict != nil && *o.PartyToConflict {
		marks = append(marks, "party to the conflict")
	}
	if len(marks) > 0 {
		text += " (" + strings.Join(marks, ", ") + ")"
	}
	if c.Quote != "" {
		text += ": “" + c.Quote + "”"
	}
	if c.Translation != "" {
		text += " = “" + c.Translation + "”"
	}
	if c.Page != "" {
		text += ", at " + c.Page
	}
	if p := protection(c.Item.Protection); p != "" {
		text += " [" + p + "]"
	}
	if c.Item.URL != "" {
		text += " " + c.Item.URL
	}
	return text
}

func describeChange(c store.Change) string {
	text := fmt.Sprintf("%s UTC, %s: %s", c.Time.UTC().Format("2006-01-02 15:04:05"), c.By, c.Reason)
	if c.Undoes > 0 {
		text += fmt.Sprintf(" of change %d", c.Undoes)
	}
	if len(c.Items) > 0 && c.Items[0].Revision > 0 {
		text += fmt.Sprintf(" (revision %d)", c.Items[0].Revision)
	}
	return fmt.Sprintf("change %d, %s", c.Seq, text) + note(c.Note)
}

func protection(p store.Protection) string {
	var parts []string
	if p.TLP != "" {
		parts = append(parts, "TLP:"+p.TLP)
	}
	if !p.Embargo.IsZero() {
		parts = append(parts, "embargo until "+p.Embargo.UTC().Format("2006-01-02 15:04 UTC"))
	}
	if p.DoNotPublish {
		parts = append(parts, "do not publish")
	}
	return strings.Join(parts, ", ")
}

func note(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func orText(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}
