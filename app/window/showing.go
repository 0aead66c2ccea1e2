package window

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/when"
	"sitmap/app/look"
	"sitmap/app/situation"
)

// showing are the entries of the Map menu for how events are put on the map.
type showing struct {
	styles    map[situation.Style]*fyne.MenuItem
	encodings map[situation.Encoding]*fyne.MenuItem
	measures  map[string]*fyne.MenuItem
	window    *fyne.MenuItem
	all       *fyne.MenuItem
}

// measures that may size symbols, as the store's columns hold them.
var measures = []struct{ code, name string }{{"", "All alike"}, {"killed", "By killed"}, {"launched", "By launched"}}

// showing makes the submenus.
func (m *menus) showing() []*fyne.MenuItem {
	d := m.d
	m.shows = showing{
		styles: map[situation.Style]*fyne.MenuItem{}, encodings: map[situation.Encoding]*fyne.MenuItem{},
		measures: map[string]*fyne.MenuItem{},
	}
	styles := m.sub("Events as")
	for _, s := range []struct {
		style situation.Style
		name  string
	}{
		{situation.Automatic, "Whole while few, clusters beyond"},
		{situation.Symbols, "Symbols"},
		{situation.Clusters, "Clusters"},
		{situation.Heat, "Heat map"},
	} {
		i := m.item(s.name, "", func() { d.tell(d.open.sit.SetStyle(s.style)) })
		m.shows.styles[s.style] = i
		styles.ChildMenu.Items = append(styles.ChildMenu.Items, i)
	}
	looks := m.sub("Symbols tell")
	for _, x := range situation.AllEncodings() {
		if x == situation.BySize || x == situation.ByCount || x == situation.ByDensity {
			continue // have entries of their own
		}
		i := m.item(x.Name(), "", func() {
			d.tell(d.open.sit.Encode(x, !d.open.sit.Encodings().Has(x)))
		})
		m.shows.encodings[x] = i
		looks.ChildMenu.Items = append(looks.ChildMenu.Items, i)
	}
	sizes := m.sub("Size of symbols")
	for _, x := range measures {
		i := m.item(x.name, "", func() { d.tell(d.open.sit.SetMeasure(x.code)) })
		m.shows.measures[x.code] = i
		sizes.ChildMenu.Items = append(sizes.ChildMenu.Items, i)
	}
	m.shows.window = m.item("Time window …", "Ctrl+T", d.askWindow)
	m.shows.all = m.item("Events of all times", "", func() { d.open.sit.SetWindow(time.Time{}, time.Time{}) })
	m.needStore = append(m.needStore, styles, looks, sizes, m.shows.window, m.shows.all)
	return []*fyne.MenuItem{styles, looks, sizes, fyne.NewMenuItemSeparator(), m.shows.window, m.shows.all}
}

// update shows what is chosen.
func (s *showing) update(sit *situation.Situation) {
	for style, i := range s.styles {
		i.Checked = style == sit.Style()
	}
	set := sit.Encodings()
	for x, i := range s.encodings {
		i.Checked = set.Has(x)
	}
	for code, i := range s.measures {
		i.Checked = code == sit.Measure()
	}
	from, to := sit.Window()
	s.all.Disabled = from.IsZero() && to.IsZero()
}

// tell says what a choice took away, and brings the menus in line with it.
func (d *desk) tell(sentence string) {
	if sentence != "" {
		d.status.Say("%s", sentence)
	}
	d.menus.update()
}

// askWindow asks for the time window that events are narrowed to.
func (d *desk) askWindow() {
	o := d.open
	if o == nil || d.modal() {
		return
	}
	from, to := o.sit.Window()
	written := func(t time.Time, end bool) string {
		if t.IsZero() {
			return ""
		}
		t = t.In(d.zone())
		if h, m, s := t.Clock(); h == 0 && m == 0 && s == 0 {
			if end {
				t = t.AddDate(0, 0, -1) // the day that is still within
			}
			return t.Format("2 January 2006")
		}
		return t.Format("2 January 2006 15:04")
	}
	d.askWindowAgain(o, written(from, false), written(to, true), "")
}

// askWindowAgain asks with what was typed, and why that would not do.
func (d *desk) askWindowAgain(o *opened, from, to, why string) {
	first, last := d.newField(from), d.newField(to)
	first.PlaceHolder, last.PlaceHolder = "from the beginning", "to the end"
	says := widget.NewLabel("Days count whole. Empty is open. Events of unknown time are left out.")
	if why != "" {
		says.SetText(why)
		says.Importance = widget.DangerImportance
	}
	says.Wrapping = fyne.TextWrapWord
	form := widget.NewForm(widget.NewFormItem("From", first), widget.NewFormItem("Until", last))
	ask := dialog.NewCustomConfirm("Time window", "Show", "Leave it", container.New(look.Width(100*look.Grid), container.NewVBox(form, says)), func(yes bool) {
		if !yes {
			return
		}
		a, _, err := d.readMoment(first.Text)
		var b time.Time
		if err == nil {
			_, b, err = d.readMoment(last.Text)
		}
		if err == nil && !a.IsZero() && !b.IsZero() && !b.After(a) {
			err = fmt.Errorf("the window would end before it begins: “%s” is not after “%s”", last.Text, first.Text)
		}
		if err != nil {
			d.askWindowAgain(o, first.Text, last.Text, look.Sentence(err))
			return
		}
		o.sit.SetWindow(a, b)
	}, d.win)
	first.OnSubmitted = func(string) { ask.Confirm() }
	last.OnSubmitted = first.OnSubmitted
	d.show(ask)
	d.win.Canvas().Focus(first)
}

// readMoment reads a time as people write it, into the interval that the words allow.
func (d *desk) readMoment(text string) (from, to time.Time, err error) {
	if strings.TrimSpace(text) == "" {
		return
	}
	now := time.Now
	if d.opts.Clock != nil {
		now = d.opts.Clock
	}
	r, err := when.Parse(text, when.Context{Now: now(), Zone: d.zone()})
	if err != nil {
		return from, to, err
	}
	return r.When.Earliest, r.When.Latest, nil
}

// windowText is what a chip says of the time window, "" where there is none.
func windowText(from, to time.Time, zone *time.Location) string {
	day := func(t time.Time) string {
		t = t.In(zone)
		if h, m, s := t.Clock(); h == 0 && m == 0 && s == 0 {
			return t.Format("2 Jan 2006")
		}
		return t.Format("2 Jan 2006 15:04")
	}
	if !to.IsZero() {
		to = to.Add(-time.Second)
		if h, m, s := to.In(zone).Clock(); h == 23 && m == 59 && s == 59 {
			to = to.Add(time.Second).AddDate(0, 0, -1)
		}
	}
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return "since " + day(from)
	case from.IsZero():
		return "until " + day(to)
	case day(from) == day(to):
		return day(from)
	}
	return day(from) + " – " + day(to)
}
