package entry

import (
	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// coordinateRows are the field of a place's coordinates, what they say in words, and
// a small map of them. refill shows those that the place has got from elsewhere.
func (f *Form) coordinateRows(s *section, p *draft.Place, path func(string) string, describe func()) (rows []fyne.CanvasObject, refill func()) {
	c := field.NewComplete(f.panel, nil)
	c.Part, c.PlaceHolder = f.part, "decimal, DMS, MGRS, link …"
	c.Whole = true
	c.Set(p.Coordinates)
	var row *field.Row
	pin := newSketch(f, func(at orb.Point) {
		p.Coordinates = draft.ShowPoint(at)
		c.Set(p.Coordinates)
		f.touched(path("coordinates"))
		f.readBackPlace(p, row, nil, describe)
	})
	show := func(r readback) {
		row.SetHint(r.said)
		if r.ok {
			pin.show(r.Point, radiusOf(p))
		} else {
			pin.hide()
		}
		f.relayout()
	}
	typed := false
	c.Run = func(_ string, list func([]field.Option)) {
		deps, text, country := f.deps, c.Text, p.Country
		deps.Go(func() {
			r := readCoordinates(deps, text, country)
			deps.Do(func() {
				if c.Text == text {
					list(r.other)
				}
			})
		})
	}
	c.OnTyped = func(t string) {
		p.Coordinates, typed = t, true
		row.SetHint("")
		f.touched(path("coordinates"))
		describe()
	}
	c.OnPick = func(o field.Option) {
		if at, ok := o.Value.(orb.Point); ok {
			p.Coordinates, typed = o.Text, true
			_ = at
			f.touched(path("coordinates"))
			f.readBackPlace(p, row, show, describe)
		}
	}
	c.OnLeave = func() {
		if !typed || f.d == nil {
			return
		}
		typed = false
		f.readBackPlace(p, row, show, describe)
		f.changed()
		if _, err := p.Geometry(); err != nil && p.Coordinates != "" {
			f.complain(path("coordinates"), err.Error())
		}
	}
	row = f.row("at", path("coordinates"), f.withPick(c, func(at orb.Point) {
		p.Coordinates = draft.ShowPoint(roundPoint(at))
		f.picked[p.ID] = true
		f.touched(path("coordinates"))
		f.readBackPlace(p, row, nil, describe)
		s.rebuildKeeping(func() fyne.Focusable { return f.mainFields[p.ID] })
	}))
	if f.picked[p.ID] {
		delete(f.picked, p.ID)
		f.readBackPlace(p, row, show, describe)
	}
	refill = func() {
		c.Set(p.Coordinates)
		typed = false
		show(readback{})
	}
	return []fyne.CanvasObject{row.Object, pin}, refill
}

// readBackPlace takes from a place's coordinates what they tell: country and region
// where none were given, precision and radius, and how they are understood.
func (f *Form) readBackPlace(p *draft.Place, row *field.Row, show func(readback), describe func()) {
	deps, text, country, opening := f.deps, p.Coordinates, p.Country, f.opening
	under := f.lookups
	under.begin()
	deps.Go(func() {
		r := readCoordinates(deps, text, country)
		var owner, region string
		if r.ok && country == "" && deps.OwnerAt != nil {
			owner, region = deps.OwnerAt(r.Point)
		}
		deps.Do(func() {
			if opening != f.opening || f.d == nil {
				return
			}
			defer under.end()
			if p.Coordinates != text {
				return
			}
			if r.ok {
				measure(p, r.Coordinate)
				if p.Country == "" && owner != "" {
					p.Country, p.Admin1 = owner, region
				}
				f.fillRegion(p)
			}
			describe()
			if show != nil {
				show(r)
			} else if row != nil {
				row.SetHint(r.said)
			}
			f.changed()
		})
	})
}

// radiusOf is a place's radius in metres; 0 where it says none.
func radiusOf(p *draft.Place) float64 {
	m, err := draft.ReadRadius(p.Radius)
	if err != nil {
		return 0
	}
	return m
}
