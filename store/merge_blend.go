package store

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// blend takes what a record says over into another, and notes what is kept where.
type blend struct {
	m       *Merging
	differs []string
}

func (x *blend) kept(format string, args ...any) {
	x.m.Kept = append(x.m.Kept, fmt.Sprintf(format, args...))
}

// fill takes a value over where there is none. Two that differ cannot both be kept.
func fill[T comparable](x *blend, what string, a *T, b T) {
	var zero T
	switch {
	case b == zero || *a == b:
	case *a == zero:
		*a = b
		x.kept("%s “%s” is taken over", what, short(b))
	default:
		x.differs = append(x.differs, fmt.Sprintf("%s (“%s” and “%s”)", what, short(*a), short(b)))
	}
}

// short is a value as a sentence can hold it.
func short(v any) string {
	text := []rune(strings.Join(strings.Fields(fmt.Sprint(v)), " "))
	if len(text) > 40 {
		return string(text[:38]) + " …"
	}
	return string(text)
}

// note takes a value over where there is none, and else keeps it in the note.
func (x *blend) note(what string, a *string, b string, note *string) {
	switch {
	case b == "" || *a == b:
	case *a == "":
		*a = b
		x.kept("%s “%s” is taken over", what, b)
	default:
		if join(note, fmt.Sprintf("Merged: %s also “%s”.", what, b)) {
			x.kept("%s “%s” is kept in the note", what, b)
		}
	}
}

func (x *blend) notes(a *string, b string) {
	if join(a, b) {
		x.kept("its note is added")
	}
}

// done refuses what would be lost.
func (x *blend) done() error {
	if len(x.differs) == 0 {
		return nil
	}
	return say(ErrDifferent, "‘%s’ and ‘%s’ differ in what only one can keep: %s; make them alike first, or leave them apart",
		x.m.KeepTitle, x.m.GoneTitle, strings.Join(x.differs, ", "))
}

// protect takes the stricter of two protections.
func (x *blend) protect(a *Protection, b Protection) {
	was := *a
	levels := []string{"", "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"}
	if slices.Index(levels, b.TLP) > slices.Index(levels, a.TLP) {
		a.TLP = b.TLP
	}
	if b.Embargo.After(a.Embargo) {
		a.Embargo = b.Embargo
	}
	a.DoNotPublish = a.DoNotPublish || b.DoNotPublish
	if *a != was {
		x.kept("its stricter protection is taken over")
	}
}

func (x *blend) actors(a *Actor, b Actor) error {
	x.m.KeepTitle, x.m.GoneTitle = a.Name, b.Name
	if actsFor(b, a.ID) || actsFor(*a, b.ID) {
		return say(ErrConflict, "of ‘%s’ and ‘%s’ one acts for the other: they are two, and cannot be merged", a.Name, b.Name)
	}
	for _, name := range append([]string{b.Name}, b.Aliases...) {
		if name != a.Name && !slices.Contains(a.Aliases, name) {
			a.Aliases = append(a.Aliases, name)
			x.kept("“%s” becomes an alias", name)
		}
	}
	fill(x, "the kind", &a.Kind, b.Kind)
	switch {
	case b.Seat == nil:
	case a.Seat == nil:
		seat := *b.Seat
		a.Seat = &seat
		x.kept("the seat in %s is taken over", seat.Name)
	case a.Seat.Name != b.Seat.Name || a.Seat.GeonameID != b.Seat.GeonameID || !reflect.DeepEqual(a.Seat.Geometry, b.Seat.Geometry):
		x.differs = append(x.differs, fmt.Sprintf("the seat (%s and %s)", a.Seat.Name, b.Seat.Name))
	}
	switch {
	case b.ActsFor == nil:
	case a.ActsFor == nil:
		f := *b.ActsFor
		a.ActsFor = &f
		x.kept("that it acts for %s is taken over", f.Name)
	case a.ActsFor.ID != b.ActsFor.ID:
		x.differs = append(x.differs, fmt.Sprintf("whom it acts for (%s and %s)", a.ActsFor.Name, b.ActsFor.Name))
	}
	x.notes(&a.Note, b.Note)
	x.protect(&a.Protection, b.Protection)
	return x.done()
}

func actsFor(a Actor, id string) bool {
	for f, depth := a.ActsFor, 0; f != nil && depth <= maxActsFor; f, depth = f.ActsFor, depth+1 {
		if f.ID == id {
			return true
		}
	}
	return false
}

func (x *blend) outlets(a *Outlet, b Outlet) error {
	x.m.KeepTitle, x.m.GoneTitle = a.Name, b.Name
	x.note("name", &a.Name, b.Name, &a.Note)
	fill(x, "the kind", &a.Kind, b.Kind)
	fill(x, "the reliability", &a.Reliability, b.Reliability)
	switch {
	case b.PartyToConflict == nil:
	case a.PartyToConflict == nil:
		party := *b.PartyToConflict
		a.PartyToConflict = &party
		x.kept("whether it is a party to the conflict is taken over")
	case *a.PartyToConflict != *b.PartyToConflict:
		x.differs = append(x.differs, "whether it is a party to the conflict")
	}
	x.note("address", &a.URL, b.URL, &a.Note)
	x.notes(&a.Note, b.Note)
	return x.done()
}

func (x *blend) items(a *Item, b Item) error {
	x.m.KeepTitle, x.m.GoneTitle = a.Title, b.Title
	x.note("title", &a.Title, b.Title, &a.Note)
	fill(x, "the kind", &a.Kind, b.Kind)
	x.note("author", &a.Author, b.Author, &a.Note)
	x.note("address", &a.URL, b.URL, &a.Note)
	x.note("archived at", &a.ArchiveURL, b.ArchiveURL, &a.Note)
	fill(x, "the language", &a.Language, b.Language)
	fill(x, "the date of publication", &a.Published, b.Published)
	switch {
	case b.Captured.IsZero() || a.Captured == b.Captured:
	case a.Captured.IsZero():
		a.Captured = b.Captured
		x.kept("when and how it was captured is taken over")
	default:
		said := strings.TrimSpace(strings.Join([]string{formatMoment(b.Captured.At), b.Captured.By, b.Captured.How}, " "))
		if join(&a.Note, fmt.Sprintf("Merged: captured also %s.", said)) {
			x.kept("its capture is kept in the note")
		}
	}
	fill(x, "the text", &a.Text, b.Text)
	switch {
	case b.File == nil:
	case a.File == nil:
		f := *b.File
		a.File = &f
		x.kept("the file %s is taken over", cmp.Or(f.Name, f.SHA256))
	case a.File.SHA256 != b.File.SHA256:
		x.differs = append(x.differs, fmt.Sprintf("the file (%s and %s)", cmp.Or(a.File.Name, a.File.SHA256), cmp.Or(b.File.Name, b.File.SHA256)))
	}
	steps := []string{"", "rejected", "new", "used"}
	if slices.Index(steps, b.Inbox) > slices.Index(steps, a.Inbox) {
		a.Inbox = b.Inbox
	}
	if join(&a.InboxNote, b.InboxNote) {
		x.kept("its note of the inbox is added")
	}
	switch {
	case b.Outlet == nil:
	case a.Outlet == nil:
		o := *b.Outlet
		a.Outlet = &o
		x.kept("the outlet %s is taken over", o.Name)
	case a.Outlet.ID != b.Outlet.ID:
		x.differs = append(x.differs, fmt.Sprintf("the outlet (%s and %s)", a.Outlet.Name, b.Outlet.Name))
	}
	x.notes(&a.Note, b.Note)
	x.protect(&a.Protection, b.Protection)
	return x.done()
}

func formatMoment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
