package draft

import (
	"encoding/json"
	"slices"
	"strings"

	"sitmap/store"
)

// removal collects how to take back what was done to a draft, newest last.
type removal struct{ back []func() }

// undo takes all of it back.
func (r *removal) undo() {
	for _, f := range slices.Backward(r.back) {
		f()
	}
}

// set writes a field. It gets back what it held, unless it was written since.
func set(r *removal, p *string, to string) {
	was := *p
	if was == to {
		return
	}
	*p = to
	r.back = append(r.back, func() {
		if *p == to {
			*p = was
		}
	})
}

// drop takes a row out of a list. It comes back to where it was, as far as the list
// still reaches.
func drop[T any](r *removal, list *[]*T, row *T) {
	at := slices.Index(*list, row)
	if at < 0 {
		return
	}
	*list = slices.Delete(slices.Clone(*list), at, at+1)
	r.back = append(r.back, func() {
		if !slices.Contains(*list, row) {
			*list = slices.Insert(slices.Clone(*list), min(at, len(*list)), row)
		}
	})
}

// Drop takes a row out of one of the draft's lists to which nothing points, and tells
// how to put it back.
func Drop[T any](list *[]*T, row *T) (undo func()) {
	r := &removal{}
	drop(r, list, row)
	return r.undo
}

// Remove takes a place, party, phase, claim or citation out of the draft, with all that
// points to it: the store refuses an event that speaks of a part it does not have. The
// words quoted for the part go with it; a citation that stands for its item, or that a
// claim or phase rests on, stays as one of the event. undo brings everything back, but
// for what was written anew since.
func (d *Draft) Remove(ids ...string) (undo func()) {
	r := &removal{}
	for _, id := range ids {
		d.remove(r, id)
	}
	return r.undo
}

func (d *Draft) remove(r *removal, id string) {
	for _, p := range d.Places {
		if p.ID == id {
			drop(r, &d.Places, p)
		}
	}
	for _, p := range d.Parties {
		if p.ID == id {
			drop(r, &d.Parties, p)
		} else if p.Place == id {
			set(r, &p.Place, "")
		}
	}
	for _, p := range d.Phases {
		if p.ID == id {
			drop(r, &d.Phases, p)
		}
	}
	// Citations before claims: whose words they are is told by the claims.
	for _, q := range d.Citations {
		switch {
		case q.ID == id:
			d.uncite(r, id)
			drop(r, &d.Citations, q)
		case q.About == id:
			d.release(r, q, id)
		}
	}
	for _, c := range d.Claims {
		switch {
		case c.ID == id:
			drop(r, &d.Claims, c)
			continue
		case c.SupersededBy == id: // what took its place is gone
			set(r, &c.SupersededBy, "")
			if c.State == string(store.Superseded) {
				set(r, &c.State, "")
			}
		}
		if c.Part == id {
			set(r, &c.Part, "")
		}
	}
	for _, h := range d.Headlines {
		if h.Claim == id {
			set(r, &h.Claim, "")
		}
	}
}

// release frees a citation of the part it was about.
func (d *Draft) release(r *removal, q *Citation, part string) {
	if d.keeps(q, part) {
		set(r, &q.About, "event")
		return
	}
	d.uncite(r, q.ID)
	drop(r, &d.Citations, q)
}

// keeps reports whether a citation is needed without the part that it is about: it
// stands for its item, or something else rests on it.
func (d *Draft) keeps(q *Citation, part string) bool {
	return d.Head(q) == q || d.restsOn(q.ID, part)
}

// restsOn reports whether a claim or phase other than a part rests on a citation.
func (d *Draft) restsOn(citation, part string) bool {
	return slices.ContainsFunc(d.Claims, func(c *Claim) bool { return c.ID != part && slices.Contains(c.Cites.IDs, citation) }) ||
		slices.ContainsFunc(d.Phases, func(p *Phase) bool { return p.ID != part && slices.Contains(p.Cites.IDs, citation) })
}

// uncite has no claim or phase rest on a citation.
func (d *Draft) uncite(r *removal, citation string) {
	from := func(c *Cites) {
		at := slices.Index(c.IDs, citation)
		if at < 0 {
			return
		}
		c.IDs = slices.Delete(slices.Clone(c.IDs), at, at+1)
		r.back = append(r.back, func() {
			if !slices.Contains(c.IDs, citation) {
				c.IDs = slices.Insert(slices.Clone(c.IDs), min(at, len(c.IDs)), citation)
			}
		})
	}
	for _, c := range d.Claims {
		from(&c.Cites)
	}
	for _, p := range d.Phases {
		from(&p.Cites)
	}
}

// leavesOut finds the parts that stand in the form and not in the event, since nothing
// is written in them, and the fields of the kind that were emptied. What was quoted for
// them is left out too, and what else points to them points to nothing.
func (d *Draft) leavesOut() map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Places {
		out[p.ID] = p.Blank()
	}
	for _, p := range d.Phases {
		out[p.ID] = p.Blank()
	}
	for _, p := range d.Parties {
		out[p.ID] = p.Base.ID == "" && d.Actors[p.Actor.Key] == nil
	}
	for _, c := range d.Claims {
		out[c.ID] = c.Blank() || c.emptied()
	}
	for _, q := range d.Citations {
		key, ok := strings.CutPrefix(q.About, "fields.")
		if ok && !slices.ContainsFunc(d.Fields, func(p *Pair) bool { return p.Key == key }) {
			// An event that came with such a citation keeps it.
			out[q.About] = q.Base.About != q.About || has(d.Base.Fields, key)
		}
	}
	return out
}

func has(m map[string]json.RawMessage, key string) bool { _, ok := m[key]; return ok }

// Blank reports whether nothing was written into a new row.
func (p *Phase) Blank() bool {
	return p.Phase == "" && p.Base.ID == "" && p.Note == "" && p.At.Text == ""
}
