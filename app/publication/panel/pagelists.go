package panel

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/roster"
	"sitmap/app/situation"
	"sitmap/store"
)

// lists shows what has changed, and what it was.
func (g *page) lists() {
	var numbers []int64
	changed := 0
	g.became, g.kinds = map[int64]store.Became{}, map[string]store.Kind{}
	if g.re != nil {
		numbers, changed = g.re.Numbers, len(g.re.Changes)
		for _, d := range g.re.Changes {
			g.became[d.Number] = d.Became
		}
	}
	if g.p.src != nil {
		for _, k := range g.p.src.Kinds() {
			g.kinds[k.Code] = k
		}
	}
	g.pages.Set(numbers, false)
	g.changes.Set(changed, min(g.changes.At(), changed-1))
	g.events.Set(len(numbers), min(g.events.At(), len(numbers)-1))
	more := ""
	if g.re != nil && g.re.More {
		more = "+"
	}
	for i, name := range []string{"Changed since", "As it was"} {
		if g.re != nil { // before it is opened nobody knows how many
			name += " " + [...]string{look.Grouped(changed) + more, look.Grouped(len(numbers))}[i]
		}
		g.tabs[i].SetText(name)
	}
	g.turn(g.asWere)
}

// turn shows the events as they were, or what has changed.
func (g *page) turn(asWere bool) {
	g.asWere = asWere
	for i, b := range g.tabs {
		b.Importance = widget.LowImportance
		if (i == 1) == asWere {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	l, other := g.changes, g.events
	if asWere {
		l, other = other, l
	}
	visible(l.Content(), l.Len() > 0)
	visible(other.Content(), false)
	visible(g.empty.Content(), l.Len() == 0)
	g.detail.RemoveAll()
	if !asWere {
		g.tellChange(g.changes.At())
	}
	switch {
	case g.re == nil && g.err == nil:
		g.says.SetText("Opening …")
		g.empty.Set("", "")
	case g.re == nil:
		g.says.SetText("It cannot be opened.")
		g.empty.Set("", "")
	case g.re.Past == nil:
		g.says.SetText("It was made before anything was recorded.")
		g.empty.Set("It showed no event", "It was made before anything was recorded in this store.")
	case asWere:
		g.says.SetText("As they were when it was made. A click shows what is known of one now, Enter the map as it was.")
		g.empty.Set("It showed no event", "No event passed its filter, or was in its view.")
	case l.Len() == 0:
		g.says.SetText("Compared with what is known now.")
		g.empty.Set("Nothing of it has changed since", "All events that it showed are as they were, and no other would be in it today.")
	default:
		g.says.SetText("Compared with what is known now. A click shows what has changed, Enter the map as it was.")
	}
	g.content.Refresh()
}

func (g *page) want(ns []int64) {
	r, ns := g.re, slices.Clone(ns)
	if r == nil {
		return
	}
	var got map[int64]store.NumberedEvent
	g.p.deps.Work("Reading the events as they were", func(ctx context.Context, _ store.Progress) error {
		list, err := r.Past.EventsNumbered(ctx, ns)
		got = make(map[int64]store.NumberedEvent, len(list))
		for _, e := range list {
			got[e.Number] = e
		}
		return err
	}, func(err error) bool {
		if g.re != r {
			return true
		}
		if err == nil {
			g.pages.Fill(got)
			g.events.Refresh()
		}
		return err == nil
	})
}

func (g *page) eventRow(i int) (roster.Row, bool) {
	e, ok := g.pages.At(i)
	if !ok {
		return roster.Row{}, false
	}
	x := g.eventOf(e.Value)
	var figures []string
	for _, f := range store.Figures(e.Value) {
		figures = append(figures, f.Value())
	}
	x.Second = situation.Sentence(strings.Join(figures, "; "))
	if x.Second == "" {
		x.Second = situation.Sentence(situation.Words(e.Value.Kind))
	}
	if b := g.became[e.Number]; b != "" {
		x.Under, x.UnderTone = became(b)
	}
	return x, true
}

func (g *page) eventOf(e store.Event) roster.Row {
	k := g.kinds[e.Kind]
	x := roster.Row{Title: e.Title, Icon: k.Icon, Colour: k.Colour, Right: situation.ShortDate(e.When, g.p.zone())}
	if x.Icon == "" {
		x.Icon = "other"
	}
	return x
}

func (g *page) changeRow(i int) (roster.Row, bool) {
	d := g.re.Changes[i]
	e := d.Now
	if d.Then != nil {
		e = d.Then
	}
	x := g.eventOf(e.Value)
	x.Second = g.p.changed(d)
	x.Right, x.Tone = became(d.Became)
	return x, true
}
