package entry

import (
	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// coordinateRows are the field of a place's coordinates, what they say in words, and
// a small map of them. refill shows those that the place has got from elsewhere.
func (f *Form) coordinateRows(p *draft.Place, path func(string) string, describe func()) (rows []fyne.CanvasObject, refill func()) {
	c := field.NewComplete(f.panel, nil)
	c.Part, c.PlaceHolder = f.part, "decimal, DMS, MGRS, link …"
	c.Whole = true
	c.Set(p.Coordinates)
	var row *field.Row
	var pin *sketch
	show := func(s *sighting) {
		row.SetHint(f.saidOf(p, s))
		if s.ok {
			pin.show(s.Point, radiusOf(p))
		} else {
			pin.hide()
		}
		f.relayout()
	}
	pin = newSketch(f, func(at orb.Point, radiusM float64) {
		f.canMoveBack(p)
		p.Coordinates = draft.ShowPoint(roundPoint(at, radiusM))
		c.Set(p.Coordinates)
		f.touched(path("coordinates"))
		f.readBackPlace(p, radiusM, show, describe)
	})
	typed := false
	c.Run = func(_ string, list func([]field.Option)) {
		deps, text, country := f.deps, c.Text, p.Country
		deps.Go(func() {
			r := readCoordinates(deps, text, country, 0)
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
			f.readBackPlace(p, 0, show, describe)
		}
	}
	c.OnLeave = func() {
		if !typed || f.d == nil {
			return
		}
		typed = false
		f.readBackPlace(p, 0, show, describe)
		f.changed()
		if _, err := p.Geometry(); err != nil && p.Coordinates != "" {
			f.complain(path("coordinates"), err.Error())
		}
	}
	row = f.row("at", path("coordinates"), f.withPick(c, p.ID))
	if radiusM, is := f.picked[p.ID]; is {
		delete(f.picked, p.ID)
		f.readBackPlace(p, radiusM, show, describe)
	}
	refill = func() {
		c.Set(p.Coordinates)
		typed = false
		show(&sighting{})
	}
	return []fyne.CanvasObject{row.Object, pin}, refill
}

// radiusOf is a place's radius in metres; 0 where it says none.
func radiusOf(p *draft.Place) float64 {
	m, err := draft.ReadRadius(p.Radius)
	if err != nil {
		return 0
	}
	return m
}
