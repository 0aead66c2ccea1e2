package draft

import (
	"reflect"

	"sitmap/store"
)

// Namesake is another actor of this name that was made in the form before, for another
// field: a name typed in full twice is one originator, not two. An actor of whom more
// than the name is known stays apart. alike tells whether two names are the same.
func (d *Draft) Namesake(r Ref[store.Actor], alike func(a, b string) bool) (Ref[store.Actor], bool) {
	a := d.Actors[r.Key]
	if a == nil || !reflect.DeepEqual(*a, Actor{ID: a.ID, Name: a.Name}) {
		return r, false
	}
	var fields []Ref[store.Actor]
	for _, p := range d.Parties {
		fields = append(fields, p.Actor)
	}
	for _, q := range d.Citations {
		fields = append(fields, q.Voice)
	}
	for _, c := range d.Claims {
		fields = append(fields, c.AccordingTo)
	}
	for _, f := range fields {
		if b := d.Actors[f.Key]; b != nil && b != a && b.Base == nil && alike(a.Name, b.Name) {
			return f, true
		}
	}
	return r, false
}

// OutletNamesake is another outlet of this name that was made in the form before, as
// [Draft.Namesake] is for actors.
func (d *Draft) OutletNamesake(r Ref[store.Outlet], alike func(a, b string) bool) (Ref[store.Outlet], bool) {
	o := d.Outlets[r.Key]
	if o == nil || !reflect.DeepEqual(*o, Outlet{ID: o.ID, Name: o.Name}) {
		return r, false
	}
	for _, q := range d.Citations {
		i := d.Items[q.Item.Key]
		if i == nil {
			continue
		}
		if b := d.Outlets[i.Outlet.Key]; b != nil && b != o && b.Base == nil && alike(o.Name, b.Name) {
			return i.Outlet, true
		}
	}
	return r, false
}
