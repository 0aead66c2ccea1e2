package sources

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/app/roster"
	"sitmap/store"
)

// findDelay is how long typing must pause before the list is narrowed.
const findDelay = 150 * time.Millisecond

// shelf is one of the two lists: what it is, which of it is chosen, what narrows it.
type shelf struct {
	entity     store.Entity
	name, hint string
	text       string // that narrows it
	chosen     int64  // number; 0: none
	total      int    // -1: not read yet
	loaded     bool
	asked      int // how often the list was asked for: the newest answer counts

	set     func(numbers []int64, keep bool)
	count   func() int
	number  func(i int) int64
	at      func(number int64) int
	row     func(i int) (roster.Row, bool)
	numbers func(ctx context.Context, st *store.Store, text string) ([]int64, error)
	empty   [2]string // what is said where there are none at all
}

func (s *shelf) clear() {
	s.set(nil, false)
	s.chosen, s.text, s.loaded, s.total = 0, "", false, -1
}

func (s *shelf) place() int { return s.at(s.chosen) }

// label is the tab's.
func (s *shelf) label() string {
	if s.total < 0 {
		return s.name
	}
	return s.name + " " + look.Grouped(s.total)
}

func (s *shelf) nothing() (title, text string) {
	switch {
	case !s.loaded:
		return "", ""
	case s.text != "":
		return "Nothing found", "No name, title or address here has words that begin like “" + look.Shorten(s.text, 40) + "”. Escape in the field shows all again."
	}
	return s.empty[0], s.empty[1]
}

// bind has a shelf use pages of its records.
func bind[T any](s *shelf, p *Panel, pages *roster.Pages[T], row func(T) roster.Row, read func(ctx context.Context, st *store.Store, ns []int64) (map[int64]T, error)) {
	s.total = -1
	s.set, s.count, s.number, s.at = pages.Set, pages.Len, pages.Number, pages.Place
	s.row = func(i int) (roster.Row, bool) {
		v, ok := pages.At(i)
		if !ok {
			return roster.Row{}, false
		}
		return row(v), true
	}
	pages.Want = func(ns []int64) {
		fetch(p, "Reading the "+s.plural(), pages, ns, read, p.refreshRows)
	}
}

func (s *shelf) plural() string { return string(s.entity) + "s" }

// fetch reads records beside the main goroutine and fills them in.
func fetch[T any](p *Panel, title string, pages *roster.Pages[T], ns []int64, read func(ctx context.Context, st *store.Store, ns []int64) (map[int64]T, error), then func()) {
	ed := p.ed
	if ed == nil {
		return
	}
	var got map[int64]T
	p.deps.Work(title, func(ctx context.Context, _ store.Progress) (err error) {
		got, err = read(ctx, ed.Store(), ns)
		return err
	}, func(err error) bool {
		if p.ed != ed {
			return true
		}
		if err == nil {
			pages.Fill(got)
			then()
		}
		return err == nil
	})
}

func (p *Panel) refreshRows() { p.rows.Refresh() }

func (p *Panel) newOutlets() *shelf {
	s := &shelf{
		entity: store.EntityOutlet, name: "Outlets", hint: "Who publishes: papers, agencies, channels (1)",
		empty: [2]string{"No outlet yet", "An outlet comes here with the first item or event that names it, or when you add one (Insert)."},
	}
	s.numbers = func(ctx context.Context, st *store.Store, text string) ([]int64, error) {
		return st.OutletNumbers(ctx, text)
	}
	bind(s, p, &roster.Pages[store.NumberedOutlet]{}, outletRow, func(ctx context.Context, st *store.Store, ns []int64) (map[int64]store.NumberedOutlet, error) {
		list, err := st.OutletsNumbered(ctx, ns)
		m := make(map[int64]store.NumberedOutlet, len(list))
		for _, o := range list {
			m[o.Number] = o
		}
		return m, err
	})
	return s
}

func (p *Panel) newItems() *shelf {
	s := &shelf{
		entity: store.EntityItem, name: "Items", hint: "What was published: articles, posts, videos, documents (2)",
		empty: [2]string{"No item yet", "An item comes here from the inbox (Ctrl+I), or with the first event that cites it."},
	}
	s.numbers = func(ctx context.Context, st *store.Store, text string) ([]int64, error) {
		return st.ItemNumbers(ctx, store.ItemFilter{Text: text})
	}
	bind(s, p, &roster.Pages[store.NumberedItem]{}, itemRow, readItems)
	return s
}

func readItems(ctx context.Context, st *store.Store, ns []int64) (map[int64]store.NumberedItem, error) {
	list, err := st.ItemsNumbered(ctx, ns)
	m := make(map[int64]store.NumberedItem, len(list))
	for _, it := range list {
		m[it.Number] = it
	}
	return m, err
}

func outletRow(o store.NumberedOutlet) roster.Row {
	side := ""
	if p := o.Value.PartyToConflict; p != nil && *p {
		side = "party"
	}
	r := roster.Row{Title: o.Value.Name, Second: look.Join(" · ", o.Value.Kind, side, look.Count(o.Items, "item")), Right: o.Value.Reliability}
	r.Tone = ratingTone(o.Value.Reliability)
	return r
}

func itemRow(it store.NumberedItem) roster.Row {
	v := it.Value
	outlet := "outlet not recorded"
	if v.Outlet != nil {
		outlet = v.Outlet.Name
	}
	r := roster.Row{Title: v.Title, Second: look.Join(" · ", outlet, day(v.Published)), Right: v.Inbox, Under: protection(v.Protection)}
	r.UnderTone = protectionTone(v.Protection)
	if it.Events > 0 && r.Right == "" {
		r.Right = look.Count(it.Events, "event")
	}
	return r
}

// read reads which records a shelf has now.
func (p *Panel) read(s *shelf) {
	ed, text := p.ed, s.text
	s.asked++
	mine := s.asked
	var ns []int64
	p.deps.Work("Reading the "+s.plural(), func(ctx context.Context, _ store.Progress) (err error) {
		ns, err = s.numbers(ctx, ed.Store(), text)
		return err
	}, func(err error) bool {
		if p.ed != ed || s.asked != mine {
			return true
		}
		if err != nil {
			return false
		}
		p.listed(s, ns)
		return true
	})
}

// listed shows which records a shelf has.
func (p *Panel) listed(s *shelf, ns []int64) {
	was := s.place()
	s.set(ns, false)
	s.loaded = true
	if s.text == "" {
		s.total = len(ns)
	}
	if s.place() < 0 { // it is gone, or never was: its neighbour takes its place
		s.chosen = s.number(min(max(was, 0), len(ns)-1))
	}
	if s != p.shelf {
		p.tabs[s].SetText(s.label())
		return
	}
	c := canvasOf(p.left)
	held := c != nil && c.Focused() == p.rows.Focusable()
	p.show()
	if c != nil && p.eager && len(ns) > 0 {
		p.eager = false
		if c.Focused() == fyne.Focusable(p.find) && p.find.Text == "" {
			c.Focus(p.rows.Focusable())
		}
	}
	if held && len(ns) == 0 {
		p.Focus(c) // a list that is hidden cannot have the keyboard
	}
	p.readSheet()
}

// typedFind narrows the list once typing pauses.
func (p *Panel) typedFind(text string) {
	p.stopFind()
	if text == p.shelf.text {
		return
	}
	s := p.shelf
	p.stopFind = p.deps.After(findDelay, func() {
		s.text = text
		if p.ed != nil {
			p.read(s)
		}
	})
}

// chose shows the row that was moved to.
func (p *Panel) chose(i int) {
	n := p.shelf.number(i)
	if p.merging != nil {
		p.shelf.chosen = n
		p.planWith(n)
		return
	}
	if p.form != nil && n != p.shelf.chosen && !p.leaveForm() {
		p.rows.Mark(p.shelf.place())
		return
	}
	p.shelf.chosen = n
	p.readSheet()
}

// readSheet reads what is chosen.
func (p *Panel) readSheet() {
	ed, s, n := p.ed, p.shelf, p.shelf.chosen
	if ed == nil || n == 0 {
		p.page.set(nil)
		p.show()
		return
	}
	var sh *sheet
	p.deps.Work("Reading the "+string(s.entity), func(ctx context.Context, _ store.Progress) (err error) {
		sh, err = readSheet(ctx, ed.Store(), s.entity, n)
		return err
	}, func(err error) bool {
		if p.ed != ed || p.shelf != s || s.chosen != n {
			return true // another one was chosen meanwhile
		}
		if err == nil {
			p.page.set(sh)
			p.show()
		}
		return err == nil
	})
}
