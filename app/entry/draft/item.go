package draft

import (
	"reflect"
	"strings"
	"time"

	"sitmap/app/entry/when"
	"sitmap/store"
)

// Item is an article, post or document as typed.
type Item struct {
	Base                                *store.Item // nil: made in this form
	ID, Title, Kind, Author             string
	URL, ArchiveURL, Language           string
	Published                           string
	CapturedAt, CapturedBy, CapturedHow string
	Text, Inbox, InboxNote, Note        string
	Outlet                              Ref[store.Outlet]
	Protection                          Protection
	// NewFile is a file that was attached in this form; nil: none was.
	NewFile *store.FileRef
}

// File is the item's file; nil: it has none.
func (i *Item) File() *store.FileRef {
	if i.NewFile == nil && i.Base != nil {
		return i.Base.File
	}
	return i.NewFile
}

// Outlet is who publishes, as typed.
type Outlet struct {
	Base                        *store.Outlet // nil: made in this form
	ID, Name, Kind, Reliability string
	Party                       string // party to the conflict: "yes", "no" or "" for unknown
	URL, Note                   string
}

// Citation is a row of the sources.
type Citation struct {
	Base                     store.Citation
	ID, About                string
	Item                     Ref[store.Item]
	Quote, Translation, Page string
	Credibility              string
	// Voice is whose claims the item prints unless said otherwise. It is not saved:
	// each claim names its originator.
	Voice Ref[store.Actor]
}

func showItem(i store.Item) *Item {
	out := &Item{
		Base: &i, ID: i.ID, Title: i.Title, Kind: i.Kind, Author: i.Author, URL: i.URL, ArchiveURL: i.ArchiveURL,
		Language: i.Language, Published: i.Published, CapturedAt: when.Stamp(i.Captured.At, time.UTC),
		CapturedBy: i.Captured.By, CapturedHow: i.Captured.How, Text: i.Text, Inbox: i.Inbox, InboxNote: i.InboxNote,
		Note: i.Note, Protection: showProtection(i.Protection),
	}
	if i.Outlet != nil {
		out.Outlet = Ref[store.Outlet]{i.Outlet.ID, i.Outlet}
	}
	return out
}

func showOutlet(o store.Outlet) *Outlet {
	out := &Outlet{Base: &o, ID: o.ID, Name: o.Name, Kind: o.Kind, Reliability: o.Reliability, URL: o.URL, Note: o.Note}
	if o.PartyToConflict != nil {
		out.Party = map[bool]string{true: "yes", false: "no"}[*o.PartyToConflict]
	}
	return out
}

func (d *Draft) holdItem(i store.Item) Ref[store.Item] {
	if i.Outlet != nil {
		d.holdOutlet(*i.Outlet)
	}
	have := d.Items[i.ID]
	if have == nil || have.Base != nil && len(marshal(i)) > len(marshal(have.Base)) {
		d.Items[i.ID] = d.shownItem(i)
	}
	return Ref[store.Item]{i.ID, &i}
}

func (d *Draft) holdOutlet(o store.Outlet) Ref[store.Outlet] {
	have := d.Outlets[o.ID]
	if have == nil || have.Base != nil && len(marshal(o)) > len(marshal(have.Base)) {
		d.Outlets[o.ID] = showOutlet(o)
	}
	return Ref[store.Outlet]{o.ID, &o}
}

// UseItem puts an item of the store into a citation.
func (d *Draft) UseItem(r *Ref[store.Item], i store.Item) { *r = d.holdItem(i) }

// UseOutlet puts an outlet of the store into an item.
func (d *Draft) UseOutlet(r *Ref[store.Outlet], o store.Outlet) { *r = d.holdOutlet(o) }

// Item is the item a citation points to; nil: none.
func (d *Draft) Item(r Ref[store.Item]) *Item { return d.Items[r.Key] }

// Outlet is the outlet an item points to; nil: none.
func (d *Draft) Outlet(r Ref[store.Outlet]) *Outlet { return d.Outlets[r.Key] }

// NameItem takes a title typed into a citation, as [Draft.NameActor] does for
// actors.
func (d *Draft) NameItem(r *Ref[store.Item], title string, newID func() string) {
	have := d.Items[r.Key]
	uses := 0
	for _, c := range d.Citations {
		if c.Item.Key == r.Key {
			uses++
		}
	}
	switch {
	case have != nil && have.Title == title:
	case have != nil && have.Base == nil && uses == 1:
		have.Title = title
	case strings.TrimSpace(title) == "":
		*r = Ref[store.Item]{}
	default:
		id := newID()
		d.Items[id] = &Item{ID: id, Title: title}
		*r = Ref[store.Item]{Key: id}
	}
}

// NameOutlet takes a name typed into an item's outlet.
func (d *Draft) NameOutlet(r *Ref[store.Outlet], name string, newID func() string) {
	have := d.Outlets[r.Key]
	uses := 0
	for _, i := range d.Items {
		if i.Outlet.Key == r.Key {
			uses++
		}
	}
	switch {
	case strings.TrimSpace(name) == "":
		*r = Ref[store.Outlet]{}
	case have != nil && have.Name == name:
	case have != nil && have.Base == nil && uses == 1:
		have.Name = name
	default:
		id := newID()
		d.Outlets[id] = &Outlet{ID: id, Name: name}
		*r = Ref[store.Outlet]{Key: id}
	}
}

func (d *Draft) itemTouched(key string) bool {
	i := d.Items[key]
	if i == nil || i.Base == nil || !reflect.DeepEqual(i, d.shownItem(*i.Base)) {
		return true
	}
	return i.Outlet.Key != "" && d.outletTouched(i.Outlet.Key)
}

func (d *Draft) outletTouched(key string) bool {
	o := d.Outlets[key]
	return o == nil || o.Base == nil || !reflect.DeepEqual(o, showOutlet(*o.Base))
}

func (b *builder) item(r Ref[store.Item]) store.Item {
	i := b.d.Items[r.Key]
	if i == nil {
		return store.Item{}
	}
	if !b.d.itemTouched(r.Key) {
		if r.Base != nil {
			return *r.Base
		}
		return *i.Base
	}
	var was store.Item
	if i.Base != nil {
		was = *i.Base
	}
	path := func(field string) string { return Path("item", i.ID, field) }
	out := store.Item{
		ID: i.ID, Title: untouched(i.Title, was.Title), Kind: untouched(i.Kind, was.Kind), Author: untouched(i.Author, was.Author),
		URL: untouched(i.URL, was.URL), ArchiveURL: untouched(i.ArchiveURL, was.ArchiveURL), Language: untouched(i.Language, was.Language),
		Captured: store.Capture{By: i.CapturedBy, How: i.CapturedHow}, Text: i.Text, File: i.File(),
		Inbox: i.Inbox, InboxNote: i.InboxNote, Note: i.Note, Outlet: b.outlet(i.Outlet),
		Protection: b.protection(i.Protection, path("embargo")),
	}
	out.Published = keep(b, path("published"), i.Published, b.d.shownPublished(was), was.Published, func(string) (string, error) { return b.published(i) })
	out.Captured.At = keep(b, path("captured"), i.CapturedAt, when.Stamp(was.Captured.At, time.UTC), was.Captured.At, b.instant)
	return out
}

func (b *builder) outlet(r Ref[store.Outlet]) *store.Outlet {
	o := b.d.Outlets[r.Key]
	if o == nil {
		return nil
	}
	if !b.d.outletTouched(r.Key) {
		if r.Base != nil {
			return r.Base
		}
		return o.Base
	}
	var was store.Outlet
	if o.Base != nil {
		was = *o.Base
	}
	out := &store.Outlet{
		ID: o.ID, Name: untouched(o.Name, was.Name), Kind: untouched(o.Kind, was.Kind),
		Reliability: code(o.Reliability, was.Reliability), URL: untouched(o.URL, was.URL), Note: o.Note,
	}
	switch strings.ToLower(strings.TrimSpace(o.Party)) {
	case "yes", "y":
		yes := true
		out.PartyToConflict = &yes
	case "no", "n":
		no := false
		out.PartyToConflict = &no
	case "":
	default:
		b.problem(Path("outlet", o.ID, "party"), "Party to the conflict: write yes or no, or leave it empty.")
	}
	return out
}

// published reads a date of publication into ISO 8601: a year, a month, a day or
// an instant, as fine as it was told.
func (b *builder) published(i *Item) (string, error) {
	c := b.atDesk()
	c.Now, c.DateOnly = b.r.today(), false
	return b.d.ReadPublished(i, c)
}

// ReadPublished reads a date of publication, as typed, into ISO 8601.
func ReadPublished(text string, c when.Context) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	r, err := when.Parse(text, c)
	if err != nil {
		return "", err
	}
	loc := whenZone(r.When.Zone, time.UTC)
	at := r.When.Earliest.In(loc)
	switch r.When.Precision {
	case store.Year:
		return at.Format("2006"), nil
	case store.Month:
		return at.Format("2006-01"), nil
	case store.Day:
		return at.Format(time.DateOnly), nil
	case store.Minute, store.Hour:
		return at.Format("2006-01-02T15:04Z07:00"), nil
	case store.Second:
		return at.Format(time.RFC3339), nil
	}
	return "", sentence("A publication has a day, or a day and a time; write it as 4 July 2025.")
}
