package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

func (f *Form) sourcesSection() *section {
	s := &section{f: f, name: secSources, key: fyne.KeyS, paths: []string{"citation", "item", "outlet"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		// The words of single claims are in the details of their cells.
		rows, first := cards(f.ownSources(), (*draft.Citation).Blank, "No source yet.",
			func(_ int, c *draft.Citation) (fyne.CanvasObject, fyne.Focusable) {
				card, first := f.sourceCard(s, c)
				return container.NewVBox(append([]fyne.CanvasObject{card}, f.boundCards(s, c)...)...), first
			})
		if hint := f.fileHint(); hint != nil {
			rows = append(rows, hint)
		}
		return rows, first
	}
	s.grow = func() {
		f.d.Citations = grown(f.d.Citations, (*draft.Citation).Blank, func() *draft.Citation {
			return &draft.Citation{ID: f.deps.NewID(), About: "event"}
		})
	}
	s.count = func() int { return countFilled(f.ownSources(), (*draft.Citation).Blank) }
	return s
}

func (f *Form) sourceCard(s *section, c *draft.Citation) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("citation", c.ID, name) }
	var title *field.Complete
	var refill func()
	main := func() []fyne.CanvasObject {
		part := f.part
		f.sourceParts[c.ID] = part
		title = field.NewComplete(f.panel, f.searchItems)
		title.Part, title.PlaceHolder = f.part, "title of the article, post, report"
		if i := f.d.Item(c.Item); i != nil {
			title.Set(i.Title)
		}
		label := field.NewLabel(f.sourceLabel(c))
		f.sourceLabels[c.ID] = func() { label.SetText(f.sourceLabel(c)) }
		row := f.rowWith(label, path("item"), title)
		title.OnTyped = func(t string) {
			f.d.NameItem(&c.Item, t, f.deps.NewID)
			f.touched(path("item"))
		}
		title.OnPick = func(o field.Option) {
			switch v := o.Value.(type) {
			case store.Item:
				f.d.UseItem(&c.Item, v)
			case string:
				c.Item = draft.Ref[store.Item]{Key: v}
			}
			f.touched(path("item"))
			// The cursor may be on its way to the next field: nothing is made anew but what
			// is unfolded.
			refill()
			if f.unfolded[c.ID] {
				part.Details()
				part.Details()
			}
		}
		title.OnLeave = func() {
			if f.d == nil {
				return
			}
			said := ""
			if i := f.d.Item(c.Item); i != nil && i.Base == nil {
				if n := f.itemsTitled(i.Title); n > 1 {
					said = severalNamed(n, "known items", i.Title)
				}
			}
			row.SetHint(said)
			f.relayout()
		}
		f.mainFields[c.ID] = title
		var outlet []fyne.CanvasObject
		outlet, refill = f.outletRow(c)
		quote := f.row("quote", path("quote"), f.text(path("quote"), &c.Quote, "in the words of the source", 2))
		rows := append(append(objects(row), outlet...), quote.Object)
		if file := f.fileRow(c); file != nil {
			rows = append(rows, file)
		}
		return rows
	}
	card := f.card(c.ID, main, func() []fyne.CanvasObject { return f.sourceDetails(c, path) }, func() { f.removePart(s, f.citationTitle(c), c.ID) })
	return card, title
}

// sourceLabel tells a source's row from all others: by the number of its column in the
// table of claims, and by a letter where one item stands in several rows.
func (f *Form) sourceLabel(c *draft.Citation) string {
	said := "source " + itoa(f.sourceNumber(c.ID))
	again := 0
	for _, o := range f.ownSources() {
		if o == c {
			break
		}
		if c.Item.Key != "" && o.Item.Key == c.Item.Key {
			again++
		}
	}
	if again > 0 {
		said += string(rune('a' + min(again, 25)))
	}
	return said
}

// outletRow is the outlet and the date of publication: of the item, so they make
// one when they are typed before its title. refill shows those of another item.
func (f *Form) outletRow(c *draft.Citation) (rows []fyne.CanvasObject, refill func()) {
	path := draft.Path("citation", c.ID, "outlet")
	item := func() *draft.Item {
		if f.d.Item(c.Item) == nil {
			id := f.deps.NewID()
			f.d.Items[id] = &draft.Item{ID: id}
			c.Item = draft.Ref[store.Item]{Key: id}
		}
		return f.d.Item(c.Item)
	}
	var row *field.Row
	asked := "" // which of several outlets is meant
	describe := func() {
		said := strings.Trim(asked+"\n"+f.publishedSaid(f.d.Item(c.Item)), "\n")
		if was := row.Message(); said != was {
			row.SetHint(said)
			if row.Message() != was {
				f.relayout()
			}
		}
	}
	outlet := field.NewComplete(f.panel, f.searchOutlets)
	outlet.Part, outlet.PlaceHolder = f.part, "outlet"
	published := field.NewEntry(f.panel, 1)
	published.Part, published.PlaceHolder = f.part, "published"
	refilling := false
	refill = func() {
		refilling = true
		defer func() { refilling = false }()
		day, name := "", ""
		if i := f.d.Item(c.Item); i != nil {
			day = i.Published
			if o := f.d.Outlet(i.Outlet); o != nil {
				name = o.Name
			}
		}
		outlet.Set(name)
		published.SetText(day)
	}
	refill()
	outlet.OnTyped = func(t string) {
		asked = ""
		f.d.NameOutlet(&item().Outlet, t, f.deps.NewID)
		f.touched(path)
	}
	outlet.OnPick = func(o field.Option) {
		asked = ""
		switch v := o.Value.(type) {
		case store.Outlet:
			f.d.UseOutlet(&item().Outlet, v)
		case string:
			item().Outlet = draft.Ref[store.Outlet]{Key: v}
		}
		f.touched(path)
	}
	outlet.OnLeave = func() {
		i := f.d.Item(c.Item)
		if i == nil {
			return
		}
		o := f.d.Outlet(i.Outlet)
		if o == nil || o.Base != nil {
			return
		}
		named := slices.DeleteFunc(slices.Clone(f.voc.outlets), func(known store.Outlet) bool { return folded(known.Name) != folded(o.Name) })
		switch len(named) {
		case 0:
		case 1:
			f.d.UseOutlet(&i.Outlet, named[0])
			return
		default:
			asked = severalNamed(len(named), "outlets", o.Name)
			describe()
			return
		}
		if other, ok := f.d.OutletNamesake(i.Outlet, oneName); ok {
			i.Outlet = other
		}
	}
	published.OnChanged = func(t string) {
		if refilling {
			return
		}
		item().Published = t
		f.touched(draft.Path("item", c.Item.Key, "published"))
	}
	row = f.row("outlet", path, field.Beside([]float32{5, 4}, outlet, published))
	f.printed[c.ID] = describe
	describe()
	if c.Item.Key != "" {
		f.alias(draft.Path("item", c.Item.Key, "published"), row)
	}
	return objects(row), refill
}

// itemsTitled is how many of the store's items have a title.
func (f *Form) itemsTitled(title string) int {
	n, want := 0, folded(title)
	for _, i := range f.voc.itemNames.all {
		if want != "" && i.names[0] == want {
			n++
		}
	}
	return n
}

// searchItems finds items by title or outlet. A title that is typed is mostly a new one:
// Enter takes neither an item that fits but for a slip of the finger, nor one that
// another source of the event has already.
func (f *Form) searchItems(typed string) []field.Option {
	want := folded(typed)
	var out, here []field.Option
	cited := map[string]bool{}
	for n, col := range f.d.Columns() {
		q := col.First()
		i := f.d.Item(q.Item)
		if i == nil {
			continue
		}
		cited[i.ID] = true
		if folded(i.Title) != want && matchRank(folded(i.Title), want) < rankSlip {
			here = append(here, field.Option{Text: i.Title, Detail: "cited here as source " + itoa(n+1), Value: i.ID, Unsought: true})
		}
	}
	for _, hit := range f.voc.itemNames.search(typed, field.MaxOptions) {
		i := f.voc.items[hit.at]
		detail := i.Published
		if i.Outlet != nil {
			detail = i.Outlet.Name + " · " + detail
		}
		if !cited[i.ID] {
			out = append(out, field.Option{Text: i.Title, Detail: detail, Value: i, Unsought: hit.rank == rankSlip})
		}
	}
	out = append(out, here...)
	return out[:min(len(out), field.MaxOptions)]
}

func (f *Form) searchOutlets(typed string) []field.Option {
	want := folded(typed)
	var out []field.Option
	for key, o := range f.d.Outlets {
		if o.Base == nil && folded(o.Name) != want && matchRank(folded(o.Name), want) < rankNot {
			out = append(out, field.Option{Text: o.Name, Detail: "new", Value: key})
		}
	}
	for _, hit := range f.voc.outletNames.search(typed, field.MaxOptions) {
		o := f.voc.outlets[hit.at]
		detail := o.Kind
		if o.Reliability != "" {
			detail += " · reliability " + o.Reliability
		}
		out = append(out, field.Option{Text: o.Name, Detail: detail, Value: o})
	}
	return out[:min(len(out), field.MaxOptions)]
}
