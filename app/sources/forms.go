package sources

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"sitmap/app/inbox"
	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

const unjudged = "not judged"

// reliabilities are the options of a rating, the first for none.
func reliabilities() []string {
	out := []string{unjudged}
	for _, r := range ratings {
		out = append(out, r[0]+", "+r[1])
	}
	return out
}

var sides = []string{"not stated", "party to it", "no party to it"}

// outletForm edits an outlet; one without a revision is new.
func (p *Panel) outletForm(was store.Stored[store.Outlet]) *form {
	o := was.Value
	title := "Edit the outlet"
	if was.Revision == 0 {
		title = "A new outlet"
	}
	f := p.newForm(title)
	name := f.text("Name", "As it calls itself, such as Reuters", o.Name)
	kind := f.text("Kind", "News agency, newspaper, ministry, channel …", o.Kind)
	at := slices.IndexFunc(ratings, func(r [2]string) bool { return r[0] == o.Reliability }) + 1
	rated := f.choose("Reliability", reliabilities(), at)
	side := 0
	if o.PartyToConflict != nil {
		if side = 2; *o.PartyToConflict {
			side = 1
		}
	}
	partyTo := f.choose("In the conflict", sides, side)
	address := f.text("Address", "https://…", o.URL)
	note := f.long("Note", "What else is to be known of it", o.Note)
	why := f.text("Why", "Why it is judged so, for the history of its reliability", "")
	f.build = func() (store.Put, string, error) {
		next := o
		next.Name, next.Kind, next.URL, next.Note = oneLine(name.Text), oneLine(kind.Text), strings.TrimSpace(address.Text), strings.TrimSpace(note.Text)
		next.Reliability = ""
		if i := rated.SelectedIndex(); i > 0 {
			next.Reliability = ratings[i-1][0]
		}
		next.PartyToConflict = nil
		if i := partyTo.SelectedIndex(); i > 0 {
			yes := i == 1
			next.PartyToConflict = &yes
		}
		judged := next.Reliability != o.Reliability || !sameParty(next.PartyToConflict, o.PartyToConflict)
		switch {
		case next.Name == "":
			return store.Put{}, "", &fieldError{"The outlet needs a name.", name}
		case !isAddress(next.URL):
			return store.Put{}, "", &fieldError{"The address is not one of a page: it begins with https:// or http://.", address}
		case judged && was.Revision > 0 && oneLine(why.Text) == "":
			return store.Put{}, "", &fieldError{"Say in a few words why it is judged otherwise now: the reason stands in the history of its reliability.", why}
		}
		return store.Put{Outlet: &next, Base: was.Revision}, oneLine(why.Text), nil
	}
	return f
}

var states = []string{"not in the inbox", "new, it waits", "used", "rejected"}

var stateCodes = []string{"", "new", "used", "rejected"}

var handling = []string{"none", "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"}

var mayPublish = []string{"as its label says", "do not publish"}

// itemForm edits an item.
func (p *Panel) itemForm(was store.Stored[store.Item]) *form {
	it := was.Value
	f := p.newForm("Edit the item")
	title := f.text("Title", "What it is headed", it.Title)
	outletName := ""
	if it.Outlet != nil {
		outletName = it.Outlet.Name
	}
	outlet := f.text("Outlet", "Who published it; another name makes another outlet", outletName)
	author := f.text("Author", "Who wrote it", it.Author)
	published := f.text("Published", "When it came out, such as 4 July 2025 14:30", it.Published)
	kind := f.text("Kind", "Article, post, video, document …", it.Kind)
	language := f.text("Language", "Its code, such as uk or en", it.Language)
	address := f.text("Address", "https://…", it.URL)
	archived := f.text("Archived at", "https://…", it.ArchiveURL)
	state := f.choose("Inbox", states, slices.Index(stateCodes, it.Inbox))
	stateWhy := f.text("Inbox note", "Why it was rejected", it.InboxNote)
	tlp := f.choose("TLP", handling, slices.Index(handling, it.Protection.TLP))
	hold := 0
	if it.Protection.DoNotPublish {
		hold = 1
	}
	publish := f.choose("Publication", mayPublish, hold)
	until := ""
	if !it.Protection.Embargo.IsZero() {
		until = it.Protection.Embargo.In(p.zone()).Format("2006-01-02 15:04")
	}
	embargo := f.text("Embargo until", "A day, or a day and a time: 2025-07-04 06:00", until)
	note := f.long("Note", "What else is to be known of it", it.Note)
	why := f.text("Why", "Why it is changed, for the history (may stay empty)", "")
	f.build = func() (store.Put, string, error) {
		next := it
		next.Title, next.Author, next.Kind, next.Language = oneLine(title.Text), oneLine(author.Text), oneLine(kind.Text), oneLine(language.Text)
		next.URL, next.ArchiveURL, next.Note = strings.TrimSpace(address.Text), strings.TrimSpace(archived.Text), strings.TrimSpace(note.Text)
		next.Inbox, next.InboxNote = stateCodes[max(0, state.SelectedIndex())], oneLine(stateWhy.Text)
		next.Protection.TLP = ""
		if i := tlp.SelectedIndex(); i > 0 {
			next.Protection.TLP = handling[i]
		}
		next.Protection.DoNotPublish = publish.SelectedIndex() == 1
		switch name := oneLine(outlet.Text); {
		case name == outletName && it.Outlet != nil:
			next.Outlet = &store.Outlet{ID: it.Outlet.ID} // as it is by now
		case name == "":
			next.Outlet = nil
		default:
			next.Outlet = &store.Outlet{Name: name}
		}
		if text := strings.TrimSpace(published.Text); text != it.Published {
			at, err := inbox.Published(text, p.deps.Clock(), p.zone())
			if err != nil {
				return store.Put{}, "", &fieldError{"Published: " + look.Sentence(err), published}
			}
			next.Published = at
		}
		if text := strings.TrimSpace(embargo.Text); text != until {
			at, err := p.moment(text)
			if err != nil {
				return store.Put{}, "", &fieldError{look.Sentence(err), embargo}
			}
			next.Protection.Embargo = at
		}
		switch {
		case next.Title == "":
			return store.Put{}, "", &fieldError{"The item needs a title: what it is headed, or a few words of yours.", title}
		case !isAddress(next.URL):
			return store.Put{}, "", &fieldError{"The address is not one of a page: it begins with https:// or http://.", address}
		case !isAddress(next.ArchiveURL):
			return store.Put{}, "", &fieldError{"The archive's address is not one of a page: it begins with https:// or http://.", archived}
		case next.Inbox == "rejected" && next.InboxNote == "":
			return store.Put{}, "", &fieldError{"Say in a few words why the item is rejected.", stateWhy}
		}
		return store.Put{Item: &next, Base: was.Revision}, oneLine(why.Text), nil
	}
	return f
}

func (p *Panel) zone() *time.Location {
	if p.deps.Zone == nil {
		return time.UTC
	}
	return p.deps.Zone
}

// moment reads when an embargo ends; "" is never.
func (p *Panel) moment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly} {
		if at, err := time.ParseInLocation(layout, text, p.zone()); err == nil {
			return at.UTC(), nil
		}
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at.UTC(), nil
	}
	return time.Time{}, fmt.Errorf("“%s” is not a moment: write the end of the embargo as 2025-07-04 06:00, in the time zone %s", situation.Sentence(text), p.zone())
}

// isAddress reports whether a text can be the address of a page; none can.
func isAddress(text string) bool {
	if text == "" {
		return true
	}
	u, err := url.Parse(text)
	return err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https")
}

// knownOutlet gives an item whose outlet is just a name the outlet of that name.
func knownOutlet(ctx context.Context, st *store.Store, it *store.Item) error {
	if it.Outlet == nil || it.Outlet.ID != "" {
		return nil
	}
	outlets, err := st.Outlets(ctx)
	if err == nil {
		inbox.KnownOutlet(it, outlets)
		if it.Outlet.ID != "" {
			it.Outlet = &store.Outlet{ID: it.Outlet.ID}
		}
	}
	return err
}
