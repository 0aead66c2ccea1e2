package situation

import (
	"context"

	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// Drawing says how a selection of events is drawn once, for a picture.
type Drawing struct {
	Options
	Style Style
	// Keep changes an event before it is drawn, or leaves it out; nil: as it is.
	Keep func(store.Event) (store.Event, bool)
	// Unsaid are the numbers of events whose figures may not be told by the size of
	// their symbols.
	Unsaid map[int64]bool
	// Titles gives the title of an event, where it is known without reading; nil: none.
	Titles func(number int64) string
}

// Drawn is what became of the events.
type Drawn struct {
	Scene *scene.Scene
	Whole []store.Event // those drawn whole, in order of time, as they are drawn
	// Points are those drawn as points, of which only the columns are read; nil: none.
	Points *index.Selection
	// Notes are the legend's notes where just some of the events drawn whole are seen,
	// by their ids.
	Notes func(seen map[string]bool) []string
}

// Draw draws the events of a selection: few whole, as [Build] does, very many as points
// but for the newest calls, talks and transfers, which have lines. It reads those that
// are drawn whole.
func Draw(ctx context.Context, read interface {
	EventsNumbered(ctx context.Context, numbers []int64) ([]store.NumberedEvent, error)
}, sel *index.Selection, d Drawing,
) (Drawn, error) {
	p := planner{
		read: read, kinds: d.Kinds, style: d.Style,
		show:     shown{d.ShowStatements, d.ShowRetracted},
		sized:    d.Encode.Has(BySize),
		linkless: linkless(d.Options),
	}
	plan, err := p.plan(ctx, sel)
	if err != nil {
		return Drawn{}, err
	}
	at := narrowed{sel: sel, plan: plan}
	out := Drawn{Points: plan.points}
	b := newBuilder(d.Options)
	for _, e := range plan.whole {
		if at.asPoint(e, d.Selected) {
			continue
		}
		ev, ok := e.Value, true
		if d.Keep != nil {
			ev, ok = d.Keep(ev)
		}
		if ok {
			out.Whole = append(out.Whole, ev)
			b.event(ev)
		}
	}
	if plan.points != nil {
		b.notePoints(plan)
	}
	out.Scene = b.finish()
	out.Notes = func(seen map[string]bool) []string {
		if seen == nil {
			seen = map[string]bool{}
		}
		return b.noted(seen)
	}
	if plan.points != nil {
		o := d.Options
		o.Selected = ""
		out.Scene.Points = (&pointsOf{
			crowd: newCrowd(sel.Columns()), sel: plan.points, mode: plan.mode, o: o,
			read: read, keep: d.Keep, unsaid: d.Unsaid, titles: d.Titles,
		}).points()
	}
	return out, nil
}
