package dossier

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Item lists what differs between two states of an item, as JSON, in the order of the
// form.
func (w Words) Item(before, after []byte) []Edit {
	var a, b store.Item
	return w.record(before, after, &a, &b, func(d *differ) { d.item(a, b) })
}

// Outlet lists what differs between two states of an outlet, as JSON, in the order of
// the form.
func (w Words) Outlet(before, after []byte) []Edit {
	var a, b store.Outlet
	return w.record(before, after, &a, &b, func(d *differ) { d.outlet(a, b) })
}

func (w Words) record(before, after []byte, a, b any, compare func(*differ)) []Edit {
	errA, errB := json.Unmarshal(before, a), json.Unmarshal(after, b)
	d := &differ{w: w}
	if errA != nil || errB != nil {
		d.changed("the whole record", string(before) != string(after), readable(errA), readable(errB))
		return d.edits
	}
	compare(d)
	return d.edits
}

// citation tells of what ties an item to the event.
func (d *differ) citation(a, b store.Citation) {
	if a.Item.ID != b.Item.ID {
		d.changed("source", true, itemName(a.Item), itemName(b.Item))
	} else {
		d.item(a.Item, b.Item)
	}
	d.say("quote", a.Quote, b.Quote)
	d.say("translation", a.Translation, b.Translation)
	d.say("page or minute", a.Page, b.Page)
	judged := func(n int) string {
		if n == 0 {
			return ""
		}
		return strings.TrimPrefix(credibility(n), "credibility ")
	}
	d.say("credibility", judged(a.Credibility), judged(b.Credibility))
	d.changed("about", aboutEvent(a.About) != aboutEvent(b.About), d.w.aboutSaid(d.a, a.About), d.w.aboutSaid(d.b, b.About))
}

// aboutEvent is what a citation is about: it is the event where nothing is said.
func aboutEvent(about string) string {
	if about == "" {
		return "event"
	}
	return about
}

// cited tells of which sources a claim or a phase has.
func (d *differ) cited(a, b []string) {
	names := func(e store.Event, ids []string) string {
		var list []string
		for _, id := range ids {
			list = append(list, d.w.part(e, id))
		}
		return strings.Join(list, "; ")
	}
	d.changed("sources", !slices.Equal(a, b), names(d.a, a), names(d.b, b))
}

// item tells of an article, post, video or document.
func (d *differ) item(a, b store.Item) {
	n := d.w.Names
	d.say("title", a.Title, b.Title)
	d.say("author", a.Author, b.Author)
	d.say("link", a.URL, b.URL)
	d.say("archived", a.ArchiveURL, b.ArchiveURL)
	d.changed("kind", a.Kind != b.Kind, n.term("item kind", a.Kind), n.term("item kind", b.Kind))
	d.say("language", a.Language, b.Language)
	d.say("published", a.Published, b.Published)
	d.changed("captured", !a.Captured.At.Equal(b.Captured.At), d.w.instant(a.Captured.At), d.w.instant(b.Captured.At))
	d.say("captured by", a.Captured.By, b.Captured.By)
	d.say("captured how", a.Captured.How, b.Captured.How)
	d.say("text", a.Text, b.Text)
	d.file(a.File, b.File)
	d.say("inbox", a.Inbox, b.Inbox)
	d.say("why in the inbox", a.InboxNote, b.InboxNote)
	d.say("note", a.Note, b.Note)
	d.protection(a.Protection, b.Protection)
	if a.Outlet == nil || b.Outlet == nil || a.Outlet.ID != b.Outlet.ID {
		d.changed("outlet", a.Outlet != b.Outlet, d.w.outletName(a.Outlet), d.w.outletName(b.Outlet))
		return
	}
	d.in("outlet", func() { d.outlet(*a.Outlet, *b.Outlet) })
}

// file tells of the file that an item keeps.
func (d *differ) file(a, b *store.FileRef) {
	var x, y store.FileRef
	if a != nil {
		x = *a
	}
	if b != nil {
		y = *b
	}
	name := func(f store.FileRef) string {
		if f.Name == "" && f.SHA256 != "" {
			return "without a name"
		}
		return f.Name
	}
	d.changed("file", x.Name != y.Name || x.SHA256 != y.SHA256, look.Join(", SHA-256 ", name(x), look.Shorten(x.SHA256, 12)), look.Join(", SHA-256 ", name(y), look.Shorten(y.SHA256, 12)))
	d.in("file", func() {
		d.say("format", x.MediaType, y.MediaType)
		size := func(n int64) string {
			if n == 0 {
				return ""
			}
			return strconv.FormatInt(n, 10) + " bytes"
		}
		d.say("size", size(x.Size), size(y.Size))
	})
}

// outlet tells of who publishes.
func (d *differ) outlet(a, b store.Outlet) {
	n := d.w.Names
	d.say("name", a.Name, b.Name)
	d.changed("kind", a.Kind != b.Kind, n.term("outlet kind", a.Kind), n.term("outlet kind", b.Kind))
	judged := func(letter string) string {
		if letter == "" {
			return ""
		}
		return strings.TrimPrefix(reliability(letter), "reliability ")
	}
	d.say("reliability", judged(a.Reliability), judged(b.Reliability))
	party := func(p *bool) string {
		if p == nil {
			return ""
		}
		return yesNo(*p)
	}
	d.say("party to the conflict", party(a.PartyToConflict), party(b.PartyToConflict))
	d.say("site", a.URL, b.URL)
	d.say("note", a.Note, b.Note)
}

// outletName is that of an outlet, or of one of which a state has just the id.
func (w Words) outletName(o *store.Outlet) string {
	if o != nil && o.Name == "" {
		return w.Titles[o.ID]
	}
	return outletName(o)
}

func outletName(o *store.Outlet) string {
	if o == nil {
		return ""
	}
	return o.Name
}

// itemName names an item by its outlet and its title.
func itemName(i store.Item) string { return look.Join(": ", outletName(i.Outlet), i.Title) }

// citationWhole is a source with its words.
func (w Words) citationWhole(e store.Event, c store.Citation) string {
	about := ""
	if aboutEvent(c.About) != "event" {
		about = "for " + w.aboutSaid(e, c.About)
	}
	return look.Join(", ", itemName(c.Item), about, quoted(c.Quote))
}

// aboutSaid names what a citation is about: the event, a field, or a part by its name.
func (w Words) aboutSaid(e store.Event, about string) string {
	about = aboutEvent(about)
	if name := w.part(e, about); name != about {
		return name
	}
	return situation.Words(strings.TrimPrefix(about, "fields."))
}
