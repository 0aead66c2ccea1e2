package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// voiceLine says for each source whose claims it prints, unless a cell says
// otherwise.
func (g *claimGrid) voiceLine() fyne.CanvasObject {
	open := container.NewVBox()
	open.Hide()
	var row *field.Row
	row = field.NewRowOf(func(message fyne.CanvasObject) *fyne.Container {
		fields := []fyne.CanvasObject{field.NewLabel("says who")}
		for n, col := range g.columns {
			q := col.First()
			if q == nil {
				fields = append(fields, field.NewLabel(""))
				g.voices = append(g.voices, nil)
				continue
			}
			g.commonVoice(q, n)
			g.voices = append(g.voices, g.voice(q, open, func(said string) { row.SetHint(said) }))
			fields = append(fields, g.voices[n])
		}
		return container.New(gridLine{len(g.columns)}, append(fields, message, open)...)
	})
	return row.Object
}

// voice is the field of a source's originator.
func (g *claimGrid) voice(q *draft.Citation, open *fyne.Container, say func(string)) *field.Complete {
	f := g.f
	c := field.NewComplete(f.panel, f.searchActors)
	c.PlaceHolder = "who"
	if a := f.d.Actor(q.Voice); a != nil {
		c.Set(a.Name)
	}
	set := func(change func(*draft.Ref[store.Actor])) {
		f.d.SetVoice(q, change)
		f.touched(draft.Path("citation", q.ID, "voice"))
	}
	c.OnTyped = func(s string) {
		say("")
		set(func(r *draft.Ref[store.Actor]) { f.d.NameActor(r, s, f.deps.NewID) })
	}
	c.OnPick = func(o field.Option) {
		say("")
		set(func(r *draft.Ref[store.Actor]) {
			switch v := o.Value.(type) {
			case store.Actor:
				f.useActor(r, v)
			case string:
				*r = draft.Ref[store.Actor]{Key: v}
			}
		})
	}
	c.OnLeave = func() {
		if f.d == nil {
			return
		}
		if a := f.d.Actor(q.Voice); a != nil && a.Base == nil {
			if known, ok := f.actorMeant(a.Name); ok {
				set(func(r *draft.Ref[store.Actor]) { f.useActor(r, known) })
				c.Set(known.Name)
			} else if n := len(f.actorsNamed(a.Name)); n > 1 {
				say(severalNamed(n, "actors", a.Name))
				f.relayout()
			} else if other, ok := f.d.Namesake(q.Voice, oneName); ok {
				set(func(r *draft.Ref[store.Actor]) { *r = other })
			}
		}
	}
	c.Part = &field.Part{Details: func() {
		open.Hidden = !open.Hidden
		open.Objects = nil
		if !open.Hidden {
			open.Objects = f.actorDetails(q.Voice)
		}
		open.Refresh()
		f.relayout()
	}}
	return c
}

// commonVoice takes the originator of a source from its claims, where all name the
// same one.
func (g *claimGrid) commonVoice(q *draft.Citation, n int) {
	if q.Voice.Key != "" {
		return
	}
	var found draft.Ref[store.Actor]
	for _, l := range g.f.d.Grid().Lines {
		c := l.Cells[n]
		switch {
		case c == nil || c.Blank():
		case c.AccordingTo.Key == "" || found.Key != "" && found.Key != c.AccordingTo.Key:
			return
		default:
			found = c.AccordingTo
		}
	}
	q.Voice = found
}
