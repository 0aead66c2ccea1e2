package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"sitmap/app/situation"
)

func TestWindowText(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2025, 7, d, 0, 0, 0, 0, time.UTC) }
	for want, w := range map[string][2]time.Time{
		"":                              {},
		"3 Jul 2025":                    {day(3), day(4)},
		"3 Jul 2025 – 4 Jul 2025":       {day(3), day(5)},
		"since 3 Jul 2025":              {day(3)},
		"until 4 Jul 2025":              {{}, day(5)},
		"3 Jul 2025 21:00 – 4 Jul 2025": {day(3).Add(21 * time.Hour), day(5)},
	} {
		if got := windowText(w[0], w[1], time.UTC); got != want {
			t.Errorf("%v: %q, want %q", w, got, want)
		}
	}
}

// fieldsOf are the entries of the topmost dialog.
func fieldsOf(b *bench) (all []*field) {
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if f, ok := o.(*field); ok {
			all = append(all, f)
		}
	}
	return all
}

func TestATimeWindowNarrowsListAndMap(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.askWindow()
	f := fieldsOf(b)
	if len(f) != 2 {
		t.Fatalf("%d fields", len(f))
	}
	f[0].SetText("4 July 2025")
	f[1].SetText("no day")
	b.confirm()
	// What was typed is still there, with the reason.
	if f = fieldsOf(b); len(f) != 2 || f[0].Text != "4 July 2025" || f[1].Text != "no day" {
		t.Fatalf("after a wrong date there are %d fields", len(f))
	}
	f[1].SetText("4 July 2025")
	b.confirm()
	b.until("the list is narrowed", func() bool { return strings.HasSuffix(b.list.Count(), " of 13 events") })
	if !b.header.window.Visible() || b.header.window.Text != "4 Jul 2025" {
		t.Errorf("the header says %q", b.header.window.Text)
	}
	b.header.window.OnTapped()
	b.shows("13 events")
}

func TestAFourthEncodingSaysWhatGoes(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.tell(b.open.sit.SetMeasure("killed"))
	if said := b.status.Said(); !strings.Contains(said, "no longer shown") {
		t.Errorf("the status line says %q", said)
	}
	if !b.menus.shows.measures["killed"].Checked || b.menus.shows.encodings[situation.ByPrecision].Checked {
		t.Error("the menu does not show what is told now")
	}
	b.tell(b.open.sit.SetStyle(situation.Heat))
	if !b.menus.shows.styles[situation.Heat].Checked || b.menus.shows.measures["killed"].Checked {
		t.Error("the menu does not show the heat map")
	}
}
