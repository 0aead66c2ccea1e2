package store

import (
	"slices"
	"strconv"
	"strings"
)

// bare reports whether an inline record is no more than a reference by id.
func (a *Actor) bare() bool {
	return a.ID != "" && a.Name == "" && a.Kind == "" && len(a.Aliases) == 0 && a.Seat == nil && a.ActsFor == nil &&
		a.Note == "" && a.Protection.IsZero()
}

func (o *Outlet) bare() bool { return o.ID != "" && *o == Outlet{ID: o.ID} }

func (it *Item) bare() bool { return it.ID != "" && *it == Item{ID: it.ID} }

// maxActsFor bounds a chain of actors that act for each other.
const maxActsFor = 8

// actor judges an actor. Inline, a bare reference is judged when it is looked up.
func (v *validator) actor(name string, a *Actor) {
	for depth := 0; ; depth++ {
		if depth > maxActsFor {
			v.bad("%s acts for somebody through more than %d others", name, maxActsFor)
			return
		}
		if a.ID != "" {
			v.uuid(name+".id", a.ID)
		}
		if a.bare() {
			return
		}
		v.required(name+".name", a.Name)
		v.termOrEmpty(name+".kind", VocabularyActorKind, a.Kind)
		for i, s := range a.Aliases {
			v.required(at(name+".aliases", i), s)
		}
		if s := a.Seat; s != nil {
			v.required(name+".seat.name", s.Name)
			if s.GeonameID < 0 {
				v.bad("%s.seat.geonameid %d is below 1", name, s.GeonameID)
			}
			v.country(name+".seat.country", s.Country)
			v.admin1(name+".seat.admin1", s.Admin1)
			v.geometry(name+".seat.geometry", s.Geometry)
		}
		v.text(name+".note", a.Note)
		v.protection(name+".protection", a.Protection)
		if a.ActsFor == nil {
			return
		}
		if a.ActsFor.ID != "" && a.ActsFor.ID == a.ID {
			v.bad("%s.acts_for is the actor itself", name)
			return
		}
		name, a = name+".acts_for", a.ActsFor
	}
}

func (v *validator) outlet(name string, o *Outlet) {
	if o.ID != "" {
		v.uuid(name+".id", o.ID)
	}
	if o.bare() {
		return
	}
	v.required(name+".name", o.Name)
	v.termOrEmpty(name+".kind", VocabularyOutlet, o.Kind)
	v.oneOf(name+".reliability", o.Reliability, "A", "B", "C", "D", "E", "F")
	v.url(name+".url", o.URL)
	v.text(name+".note", o.Note)
}

func (v *validator) item(name string, it *Item) {
	if it.ID != "" {
		v.uuid(name+".id", it.ID)
	}
	if it.bare() {
		return
	}
	v.required(name+".title", it.Title)
	v.termOrEmpty(name+".kind", VocabularyItem, it.Kind)
	v.text(name+".author", it.Author)
	v.url(name+".url", it.URL)
	v.url(name+".archive_url", it.ArchiveURL)
	if it.Language != "" && !isLanguage(it.Language) {
		v.bad("%s.language %s is not a language tag such as uk or pt-BR", name, quoted(it.Language))
	}
	if it.Published != "" {
		v.published(name+".published", it.Published)
	}
	v.time(name+".captured.at", it.Captured.At)
	v.text(name+".captured.by", it.Captured.By)
	v.text(name+".captured.how", it.Captured.How)
	v.text(name+".text", it.Text)
	if f := it.File; f != nil {
		if len(f.SHA256) != 64 || strings.Trim(f.SHA256, "0123456789abcdef") != "" {
			v.bad("%s.file.sha256 %s is not 64 hexadecimal digits in lower case", name, quoted(f.SHA256))
		}
		v.text(name+".file.name", f.Name)
		v.text(name+".file.media_type", f.MediaType)
		if f.Size < 0 {
			v.bad("%s.file.size %d is below 0", name, f.Size)
		}
	}
	v.oneOf(name+".inbox", it.Inbox, "new", "used", "rejected")
	v.text(name+".inbox_note", it.InboxNote)
	if it.Outlet != nil {
		v.outlet(name+".outlet", it.Outlet)
	}
	v.text(name+".note", it.Note)
	v.protection(name+".protection", it.Protection)
}

func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

var forms = []string{
	string(FormStrike), string(FormMeeting), string(FormCall), string(FormStatement), string(FormTransfer), string(FormGeneral),
}

func (v *validator) kind(k *Kind) {
	v.code("code", k.Code)
	v.required("name", k.Name)
	v.text("icon", k.Icon)
	if len(k.Colour) != 7 || k.Colour[0] != '#' || !isHex(k.Colour[1:]) {
		v.bad("colour %s is not of the form #1f5fa8", quoted(k.Colour))
	}
	if !slices.Contains(forms, string(k.Form)) {
		v.bad("form %s is not one of %s", quoted(string(k.Form)), strings.Join(forms, ", "))
	}
	v.text("cameo", k.CAMEO)
	if len([]rune(k.Key)) > 1 {
		v.bad("key %s is more than one letter", quoted(k.Key))
	}
	v.text("key", k.Key)
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 32)
	return err == nil
}

func (v *validator) vocabularyTerm(t *Term) {
	v.required("vocabulary", t.Vocabulary)
	if strings.Contains(t.Vocabulary, "/") {
		v.bad("vocabulary %s holds a slash", quoted(t.Vocabulary))
	}
	v.code("code", t.Code)
	v.required("name", t.Name)
	for _, f := range t.Forms {
		if !slices.Contains(forms, string(f)) {
			v.bad("forms holds %s, not one of %s", quoted(string(f)), strings.Join(forms, ", "))
		}
	}
	for _, b := range []*float64{t.Low, t.High} {
		if b != nil && v.number("a bound", *b) && *b < 0 {
			v.bad("a bound %s is below 0", plainNumber(*b))
		}
	}
	if t.Low != nil && t.High != nil && *t.Low > *t.High {
		v.bad("low %s is above high %s", plainNumber(*t.Low), plainNumber(*t.High))
	}
}

func (v *validator) code(name, s string) {
	v.required(name, s)
	if s != strings.TrimSpace(s) || strings.ContainsAny(s, ",\n\r\t") || len(s) > 64 {
		v.bad("%s %s is not a short code without commas or spaces around it", name, quoted(s))
	}
}
