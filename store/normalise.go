package store

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"time"
)

// normalise gives a copy of the event that shares no memory with it, in the one
// form in which equal events are equal bytes: instants in UTC, whole milliseconds;
// empty parts nil; raw JSON compact. The caller's event stays as it is.
func normalise(e Event) Event {
	e.When, e.Planned = normalWhen(e.When), normalWhen(e.Planned)
	e.Phases = slices.Clone(e.Phases)
	for i := range e.Phases {
		p := &e.Phases[i]
		p.At = normalWhen(p.At)
		p.Citations = slices.Clone(p.Citations)
	}
	e.Places = slices.Clone(e.Places)
	for i := range e.Places {
		e.Places[i].RadiusM += 0 // -0 to 0
	}
	e.Parties = slices.Clone(e.Parties)
	for i := range e.Parties {
		e.Parties[i].Actor = normalActor(e.Parties[i].Actor)
	}
	e.Claims = slices.Clone(e.Claims)
	for i := range e.Claims {
		c := &e.Claims[i]
		c.Low, c.High = normalNumber(c.Low), normalNumber(c.High)
		c.When, c.AsOf, c.Scope.When = normalWhen(c.When), normalWhen(c.AsOf), normalWhen(c.Scope.When)
		if c.AccordingTo != nil {
			a := normalActor(*c.AccordingTo)
			c.AccordingTo = &a
		}
		c.Citations = slices.Clone(c.Citations)
	}
	e.Headlines = slices.Clone(e.Headlines)
	e.Citations = slices.Clone(e.Citations)
	for i := range e.Citations {
		e.Citations[i].Item = normalItem(e.Citations[i].Item)
	}
	e.Relations = slices.Clone(e.Relations)
	if e.Series != nil {
		s := *e.Series
		e.Series = &s
	}
	e.Topics, e.Tags = slices.Clone(e.Topics), slices.Clone(e.Tags)
	e.Fields, e.Properties = normalRaw(e.Fields), normalRaw(e.Properties)
	e.ExternalIDs = slices.Clone(e.ExternalIDs)
	e.Protection = normalProtection(e.Protection)
	return e
}

// instant is t in UTC to the millisecond. The zero time stays zero.
func instant(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return time.UnixMilli(t.UnixMilli()).UTC()
}

func normalWhen(w When) When {
	w.Earliest, w.Latest = instant(w.Earliest), instant(w.Latest)
	return w
}

func normalProtection(p Protection) Protection {
	p.Embargo = instant(p.Embargo)
	return p
}

// normalNumber turns -0 into 0, which SQLite and the reader take for the same.
func normalNumber(f *float64) *float64 {
	if f == nil {
		return nil
	}
	v := *f
	if v == 0 && math.Signbit(v) {
		v = 0
	}
	return &v
}

func normalActor(a Actor) Actor {
	a.Aliases = append([]string(nil), a.Aliases...) // nil when empty
	if a.Seat != nil {
		if s := *a.Seat; s.Name == "" && s.GeonameID == 0 && s.Country == "" && s.Admin1 == "" && s.Geometry.IsZero() {
			a.Seat = nil
		} else {
			a.Seat = &s
		}
	}
	if a.ActsFor != nil {
		f := normalActor(*a.ActsFor)
		a.ActsFor = &f
	}
	a.Protection = normalProtection(a.Protection)
	return a
}

func normalOutlet(o Outlet) Outlet {
	if o.PartyToConflict != nil {
		p := *o.PartyToConflict
		o.PartyToConflict = &p
	}
	return o
}

func normalItem(it Item) Item {
	it.Captured.At = instant(it.Captured.At)
	if it.File != nil {
		f := *it.File
		it.File = &f
	}
	if it.Outlet != nil {
		o := normalOutlet(*it.Outlet)
		it.Outlet = &o
	}
	it.Protection = normalProtection(it.Protection)
	return it
}

// normalRaw compacts raw JSON. What is no JSON is left for validation to name.
func normalRaw(m map[string]json.RawMessage) map[string]json.RawMessage {
	if len(m) == 0 {
		return nil
	}
	out := make(map[string]json.RawMessage, len(m))
	for k, v := range m {
		var b bytes.Buffer
		if err := json.Compact(&b, v); err == nil {
			v = b.Bytes()
		}
		out[k] = v
	}
	return out
}

// reduced is the event with the records it carries inline cut down to their ids:
// the form the history keeps, for an actor's new name is not a change of the event.
func reduced(e Event) Event {
	e.Parties = slices.Clone(e.Parties)
	for i := range e.Parties {
		e.Parties[i].Actor = Actor{ID: e.Parties[i].Actor.ID}
	}
	e.Claims = slices.Clone(e.Claims)
	for i := range e.Claims {
		if a := e.Claims[i].AccordingTo; a != nil {
			e.Claims[i].AccordingTo = &Actor{ID: a.ID}
		}
	}
	e.Citations = slices.Clone(e.Citations)
	for i := range e.Citations {
		e.Citations[i].Item = Item{ID: e.Citations[i].Item.ID}
	}
	if e.Series != nil {
		s := *e.Series
		s.Name = ""
		e.Series = &s
	}
	return e
}

func reducedActor(a Actor) Actor {
	if a.ActsFor != nil {
		a.ActsFor = &Actor{ID: a.ActsFor.ID}
	}
	return a
}

func reducedItem(it Item) Item {
	if it.Outlet != nil {
		it.Outlet = &Outlet{ID: it.Outlet.ID}
	}
	return it
}
