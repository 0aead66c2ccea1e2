package situation

import (
	"image/color"
	"time"

	"sitmap/store"
)

// Row is an event in the list, ready to be shown.
type Row struct {
	ID         string
	Kind       string // code
	KindName   string
	Icon       string
	Colour     color.NRGBA // of the kind on a light ground
	Title      string
	Where      string // "": no place
	When       string
	Headline   string // "≥ 1 killed"; "" where there is no figure
	Assessment store.Assessment
	Review     store.Review
	Phase      string // current phase in words; "" where it is simply held, or not recorded
	OnMap      bool   // something of it is drawn
	OffMap     string // why nothing is
	Protected  string // "TLP:RED", "embargo" or "not for publication"; "": for everyone
	Revision   int64
}

// row words one event for the list.
func (b *builder) row(st store.Stored[store.Event], onMap bool) Row {
	e := st.Value
	k := b.kinds[e.Kind]
	if k.Icon == "" {
		k.Icon = "other"
	}
	r := Row{
		ID: e.ID, Kind: e.Kind, KindName: KindName(b.o.Kinds, e.Kind),
		Icon: k.Icon, Colour: kindColour(k, false),
		Title: e.Title, Where: Where(e), When: b.zones.when(e.When, true), Headline: headline(e, b.o.Measures),
		Assessment: Assessment(e), Review: e.Review, OnMap: onMap, Revision: st.Revision,
		Protected: protected(e.Protection, b.now),
	}
	if !onMap {
		r.OffMap = offMap(e, b.o)
	}
	if r.Review == "" {
		r.Review = store.Draft
	}
	if e.When.IsZero() && !e.Planned.IsZero() {
		r.When = "planned: " + b.zones.when(e.Planned, true)
	}
	if p, ok := CurrentPhase(e, b.now); ok && p.Phase != "held" {
		r.Phase = Words(p.Phase)
	}
	return r
}

// protected is what limits who may see an event, in a word or two.
func protected(p store.Protection, now time.Time) string {
	switch {
	case p.TLP != "" && p.TLP != "CLEAR":
		return "TLP:" + p.TLP
	case p.DoNotPublish:
		return "not for publication"
	case p.Embargo.After(now):
		return "embargo"
	}
	return ""
}
