package sources

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/roster"
	"sitmap/app/situation"
	"sitmap/store"
)

// rests is what rests on the chosen source: the events that cite it, with the claims
// among them, and the items of an outlet.
type rests struct {
	p       *Panel
	content *fyne.Container
	says    *widget.Label
	onMap   *look.Button
	tabs    [2]*look.Button // events, items
	events  *roster.List
	items   *roster.List
	ofItems bool // the items are shown
	empty   *look.Empty

	eventPages roster.Pages[store.NumberedEvent]
	itemPages  roster.Pages[store.NumberedItem]
	kinds      map[string]store.Kind
}

func newRests(p *Panel) *rests {
	r := &rests{p: p, says: look.Caption(""), empty: look.NewEmpty("", "", nil)}
	r.events = roster.New(r.eventRow)
	r.items = roster.New(func(i int) (roster.Row, bool) {
		it, ok := r.itemPages.At(i)
		if !ok {
			return roster.Row{}, false
		}
		return itemRow(it), true
	})
	r.events.OnChoose = func(i int) { r.onEvent(i, p.OnEvent) }
	r.events.OnOpen = func(i int) { r.onEvent(i, p.OnMap) }
	r.items.OnOpen = func(i int) { p.Choose(store.EntityItem, r.itemPages.Number(i)) }
	for _, l := range []*roster.List{r.events, r.items} {
		l.OnKey, l.OnRune = p.typedBelow, p.typedRune
	}
	r.eventPages.Want = func(ns []int64) {
		fetch(p, "Reading the events", &r.eventPages, ns, func(ctx context.Context, st *store.Store, ns []int64) (map[int64]store.NumberedEvent, error) {
			list, err := st.EventsNumbered(ctx, ns)
			m := make(map[int64]store.NumberedEvent, len(list))
			for _, e := range list {
				m[e.Number] = e
			}
			return m, err
		}, r.events.Refresh)
	}
	r.itemPages.Want = func(ns []int64) { fetch(p, "Reading the items", &r.itemPages, ns, readItems, r.items.Refresh) }
	for i, hint := range []string{"The events that cite it, with the claims that rest on it", "The items that it published"} {
		r.tabs[i] = look.NewButton("", nil, hint, p.deps.Hints, func() { r.turn(i == 1) }).Quiet()
	}
	r.onMap = look.NewButton("Show on the map", look.UIIcon("pin"), "Show the chosen event on the map, with its dossier (Enter)", p.deps.Hints, func() {
		r.onEvent(r.events.At(), p.OnMap)
	}).Quiet()
	head := container.NewBorder(nil, nil, container.NewHBox(r.tabs[0], r.tabs[1]), r.onMap)
	says := container.New(look.Inset{Left: 3 * look.Grid, Top: look.Grid, Right: 3 * look.Grid, Bottom: look.Grid}, look.Tight(r.says))
	r.content = container.NewBorder(container.New(look.Rows{}, look.Hairline(), head, says, look.Hairline()), nil, nil, nil,
		container.NewStack(r.events.Content(), r.items.Content(), r.empty.Content()))
	return r
}

// set shows what rests on a source; same: it is the one that was shown.
func (r *rests) set(s *sheet, same bool) {
	var rest store.Resting
	if s != nil {
		rest = s.rests
		r.kinds = map[string]store.Kind{}
		for _, k := range r.p.ed.Kinds() {
			r.kinds[k.Code] = k
		}
	}
	event, item := r.eventPages.Number(r.events.At()), r.itemPages.Number(r.items.At())
	r.eventPages.Set(rest.Events, false)
	r.itemPages.Set(rest.Items, false)
	if !same {
		event, item = 0, 0
		r.ofItems = s != nil && s.outlet != nil && len(rest.Events) == 0 && len(rest.Items) > 0
	}
	r.events.Set(len(rest.Events), r.eventPages.Place(event))
	r.items.Set(len(rest.Items), r.itemPages.Place(item))
	r.tabs[0].SetText("Events " + look.Grouped(len(rest.Events)))
	r.tabs[1].SetText("Items " + look.Grouped(len(rest.Items)))
	show(r.tabs[1], s != nil && s.outlet != nil)
	r.turn(r.ofItems && s != nil && s.outlet != nil)
}

// turn shows the items, or the events.
func (r *rests) turn(items bool) {
	r.ofItems = items
	for i, b := range r.tabs {
		b.Importance = widget.LowImportance
		if (i == 1) == items {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	s := r.p.page
	n := r.events.Len()
	if items {
		n = r.items.Len()
	}
	show(r.events.Content(), !items && n > 0)
	show(r.items.Content(), items && n > 0)
	show(r.empty.Content(), n == 0)
	show(r.onMap, !items && n > 0)
	switch {
	case s == nil || s.sheet == nil:
		r.says.SetText("")
		r.empty.Set("", "")
		return
	case items:
		r.says.SetText("Enter opens an item.")
		r.empty.Set("No item", "No item of this outlet is in the store.")
	case n == 0:
		r.says.SetText("No event cites it.")
		r.empty.Set("Nothing rests on it", "No event cites it yet. Cite it in an event's form, under Sources.")
	default:
		r.says.SetText(fmt.Sprintf("%s in %s. A click shows an event's dossier, Enter the event on the map.",
			look.Count(s.sheet.rests.Claims, "claim"), look.Count(n, "event")))
	}
	r.content.Refresh()
}

// focus gives what is shown the keyboard; false: there is nothing.
func (r *rests) focus() bool {
	l := r.events
	if r.ofItems {
		l = r.items
	}
	if l.Len() == 0 {
		return false
	}
	if l.At() < 0 {
		l.Type(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	r.p.focus(l.Focusable())
	return true
}

// onEvent tells of an event of the list.
func (r *rests) onEvent(i int, tell func(string)) {
	if e, ok := r.eventPages.At(i); ok && tell != nil {
		tell(e.Value.ID)
	}
}

func (r *rests) eventRow(i int) (roster.Row, bool) {
	e, ok := r.eventPages.At(i)
	s := r.p.page.sheet
	if !ok || s == nil {
		return roster.Row{}, false
	}
	id := s.id()
	from := func(it store.Item) bool { return it.ID == id }
	if s.outlet != nil {
		from = func(it store.Item) bool { return it.Outlet != nil && it.Outlet.ID == id }
	}
	k := r.kinds[e.Value.Kind]
	x := roster.Row{
		Title: e.Value.Title, Icon: k.Icon, Colour: k.Colour, Right: situation.ShortDate(e.Value.When, r.p.deps.Zone),
		Second: situation.Sentence(resting(e.Value, from, r.p.deps.Zone)),
	}
	if x.Icon == "" {
		x.Icon = "other"
	}
	if a := situation.Assessment(e.Value); a == store.Retracted || a == store.Disputed {
		x.Under, x.UnderTone = string(a), look.Caution
	}
	return x, true
}
