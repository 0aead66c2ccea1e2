package entry

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// claimsOf are the claims in short: measure, of what, figure, by whom, from which
// items.
func claimsOf(e store.Event) []string {
	var out []string
	for _, c := range e.Claims {
		s := c.About
		if c.Measure != "" {
			s = strings.TrimSpace(c.Measure + " " + c.Of)
		}
		s += ": " + draft.ShowFigure(c) + c.Value
		if c.AccordingTo != nil {
			s += ", " + c.AccordingTo.Name
		}
		if c.State != "" {
			s += ", " + string(c.State)
		}
		var items []string
		for _, id := range c.Citations {
			for _, q := range e.Citations {
				if q.ID == id {
					items = append(items, q.Item.Title)
				}
			}
		}
		out = append(out, s+" ["+strings.Join(items, "|")+"]")
	}
	return out
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

// twoSources opens a strike with two titled sources and the cursor in the first
// empty cell.
func twoSources(b *bench) {
	b.form.New(store.Event{})
	b.write("s")
	b.write("Strike")
	b.ctrlShift(fyne.KeyS)
	b.write("Post")
	b.ctrlShift(fyne.KeyS)
	b.write("Wire")
}

func (b *bench) paste(text string) {
	b.t.Helper()
	clip := test.NewClipboard()
	clip.SetContent(text)
	b.w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
}

func TestCellsAreClaimsOfTheirSources(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC) // the first source's first cell
	b.write("3")
	b.press(fyne.KeyReturn) // down: wounded
	b.write("~40")
	b.press(fyne.KeyUp, fyne.KeyUp)
	b.write("Mayor")
	b.ctrlShift(fyne.KeyC) // nothing of the second source was entered yet
	b.write("12–15")
	b.press(fyne.KeyUp)
	b.write("Hospital")
	figures := b.form.grid.figures.shown
	b.ctrl(fyne.KeyReturn)
	same(t, claimsOf(b.only(t)),
		"killed: 3, Mayor [Post]", "killed: 12–15, Hospital [Wire]", "wounded: ~40, Mayor [Post]")
	if len(figures) != 2 || figures[0].value != "3–15 killed" || !figures[0].differ ||
		figures[0].why != "range over 2 originators, who disagree: Mayor: 3; Hospital: 12–15" || figures[1].why != "Mayor" {
		t.Errorf("above the table stands %+v", figures)
	}
}

// Who reports none disagrees with who counts some, and a cell that cannot be read agrees
// with nobody.
func TestNoneAndUnreadCellsAreNoAgreement(t *testing.T) {
	for cell, want := range map[string][2]string{
		"none":    {"3 killed or none reported", "range over 2 originators, who disagree: Alpha: 3; Beta: none reported"},
		"0":       {"0–3 killed", "range over 2 originators, who disagree: Alpha: 3; Beta: 0"},
		"3":       {"3 killed", "Alpha; Beta, who agree"},
		"unknown": {"3 killed", "Alpha"},
		"-3":      {"3 killed", "Alpha"},
		"15-12":   {"3 killed", "Alpha"},
	} {
		b := newBench(t)
		twoSources(b)
		b.ctrlShift(fyne.KeyC)
		b.write("3")
		b.press(fyne.KeyUp)
		b.write("Alpha")
		b.ctrlShift(fyne.KeyC)
		b.write(cell)
		b.press(fyne.KeyUp)
		b.write("Beta")
		f := b.form.grid.figures.shown
		if len(f) != 1 || f[0].value != want[0] || f[0].why != want[1] {
			t.Errorf("%s: above the table stands %+v, want %q", cell, f, want)
		}
		if f[0].differ != (cell == "none" || cell == "0") {
			t.Errorf("%s: they differ: %v", cell, f[0].differ)
		}
	}
}

// Of two claims of one originator the newer counts, by a rule that is named, and the
// older is marked. Where it is not known which is newer, both stand.
func TestTheNewestOfOneOriginator(t *testing.T) {
	for _, x := range []struct {
		days         [2]string
		value, why   string
		struck, said string
	}{
		{[2]string{"5 July 2025", "4 July 2025"}, "7 killed", "Kiper, newest of 2", "second", "2 Wire: 3 is superseded by 7, which Kiper said later"},
		{[2]string{"4 July 2025", "5 July 2025"}, "3 killed", "Kiper, newest of 2", "first", "1 Post: 7 is superseded by 3, which Kiper said later"},
		{[2]string{"", ""}, "3–7 killed", "Kiper: 7 or 3, order unknown: date the sources, or the cells (as of), to tell which is newest", "", ""},
	} {
		b := newBench(t)
		b.form.New(store.Event{})
		b.write("s")
		b.write("Strike")
		for i, outlet := range []string{"Post", "Wire"} {
			b.source("Report of "+outlet, outlet, x.days[i])
		}
		for _, n := range []string{"7", "3"} {
			b.ctrlShift(fyne.KeyC)
			b.write(n)
			b.press(fyne.KeyUp)
			b.write("Kiper")
		}
		b.form.focus(b.form.grid.add)
		g := b.form.grid
		if f := g.figures.shown; len(f) != 1 || f[0].value != x.value || f[0].why != x.why {
			t.Errorf("%v: above the table stands %+v", x.days, f)
		}
		r := g.lines[0]
		if r.strikes[0].on != (x.struck == "first") || r.strikes[1].on != (x.struck == "second") || r.row.Message() != x.said {
			t.Errorf("%v: struck %v and %v, below them %q", x.days, r.strikes[0].on, r.strikes[1].on, r.row.Message())
		}
	}
}

// A pair fills two lines, and what was counted is taken off the figure.
func TestPairsAndWhatWasCounted(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.write("more than 40 soldiers")
	b.press(fyne.KeyDown, fyne.KeyDown)
	b.write("539/478")
	b.press(fyne.KeyTab)
	b.write("≥500/dozens")
	b.ctrl(fyne.KeyReturn)
	same(t, claimsOf(b.only(t)),
		"killed soldiers: >40 [Post]", "launched: 539 [Post]", "launched: ≥500 [Wire]", "shot_down: 478 [Post]", "shot_down: dozens [Wire]")
}

// A block with measures and sources at its edges fills lines and columns, and makes
// those that are missing.
func TestPasteFromASpreadsheet(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.paste("\tPost\tWire\tRadio\r\nkilled\t3\t\t4\r\nbuildings damaged\t\tdozens\tnone\r\nlaunched, Shahed-136\t539/478\t\t\r\noutcome\t\t\ta fire\r\n")
	b.ctrl(fyne.KeyReturn)
	same(t, claimsOf(b.only(t)),
		"killed: 3 [Post]", "killed: 4 [Radio]", "buildings_damaged: dozens [Wire]", "buildings_damaged: none [Radio]",
		"launched Shahed-136: 539 [Post]", "shot_down Shahed-136: 478 [Post]", "outcome: a fire [Radio]")
}

func TestPasteOfBareFigures(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.paste("3\t4\n10\t≥12\n1\t\n2\t\n9\t9\n")
	if q := b.form.asking; q == nil || !strings.Contains(q.text, "1 rows were not pasted") && !strings.Contains(q.text, "9 9") {
		t.Error("a row that has no line is dropped without a word")
	}
	b.press(fyne.KeyEscape)
	b.ctrl(fyne.KeyReturn)
	got := claimsOf(b.only(t))
	if len(got) != 6 || got[0] != "killed: 3 [Post]" || got[3] != "wounded: ≥12 [Wire]" {
		t.Errorf("%q", got)
	}
}

// The words of a source for one figure, its page and its originator stand with the
// claim.
func TestCellOpensToItsDetails(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.write("3")
	b.ctrl(fyne.KeyM)
	b.press(fyne.KeyTab) // the line's next cell
	b.press(fyne.KeyTab) // says who
	b.write("Rescue service")
	b.press(fyne.KeyTab)
	b.write("4 July 2025 10:00")
	b.press(fyne.KeyTab)
	b.write("three people died")
	b.press(fyne.KeyTab)
	b.write("p. 2")
	b.ctrl(fyne.KeyReturn)
	e := b.only(t)
	same(t, claimsOf(e), "killed: 3, Rescue service [Post|Post]")
	c, q := e.Claims[0], e.Citations[len(e.Citations)-1]
	if c.AsOf.Text != "4 July 2025 10:00" || q.About != c.ID || q.Quote != "three people died" || q.Page != "p. 2" {
		t.Errorf("as of %+v, cited as %+v", c.AsOf, q)
	}
}

func TestNewMeasureGoesIntoTheVocabulary(t *testing.T) {
	b, st := realBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.press(fyne.KeyUp)
	b.form.focus(b.form.grid.add)
	b.write("substations hit")
	b.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	b.write("2")
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	e, err := st.Event(context.Background(), b.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	same(t, claimsOf(e.Value), "substations_hit: 2 [Post]")
	terms, err := st.Terms(context.Background(), store.VocabularyMeasure)
	if err != nil || !strings.Contains(fmt.Sprint(terms), "substations hit") {
		t.Errorf("the vocabulary has no such measure: %v", err)
	}
}

// A source that prints what another does shares its claim; when it is made to say
// something else it gets one of its own.
func TestEchoBecomesAClaimOfItsOwn(t *testing.T) {
	b := newBench(t)
	e := stroke()
	other := itemNight
	other.ID, other.Title = "item-day", "Day of drones"
	e.Citations = append(e.Citations, store.Citation{ID: "q2", About: "event", Item: other})
	e.Claims[0].Citations = []string{"q1", "q2"}
	b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 1})
	r := b.form.grid.lines[0]
	if r.Cells[0] == nil || r.Cells[0] != r.Cells[1] {
		t.Fatal("the claim does not stand in both columns")
	}
	b.form.focus(r.cells[1])
	b.press(fyne.KeyBackspace)
	b.write("2")
	b.ctrl(fyne.KeyReturn)
	same(t, claimsOf(b.only(t)), "killed: ≥1 [Night of drones]", "killed: ≥2 [Day of drones]")
}

func TestCorrectionAsksWhy(t *testing.T) {
	for key, want := range map[string]struct {
		claims []string
		reason store.Reason
	}{
		"u": {[]string{"killed: ≥1, superseded [Night of drones]", "killed: ≥2 [Night of drones]"}, store.ReasonUpdate},
		"s": {[]string{"killed: ≥1, withdrawn [Night of drones]", "killed: ≥2 [Night of drones]"}, store.ReasonCorrected},
		"o": {[]string{"killed: ≥2 [Night of drones]"}, store.ReasonOurError},
	} {
		b := newBench(t)
		b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
		b.form.focus(b.form.grid.lines[0].cells[0])
		b.press(fyne.KeyBackspace)
		b.write("2")
		b.ctrl(fyne.KeyReturn)
		if b.form.asking == nil || !strings.Contains(b.form.asking.text, "was ≥1, now ≥2. Why?") || len(b.store.saves) != 0 {
			t.Fatal("nothing is asked")
		}
		b.write(key)
		e := b.only(t)
		same(t, claimsOf(e), want.claims...)
		a := b.store.saves[0]
		if a.Reason != want.reason || a.Note != "killed: ≥1 → ≥2" {
			t.Errorf("%s: reason %q, note %q", key, a.Reason, a.Note)
		}
		if len(e.Claims) == 2 && e.Claims[0].SupersededBy != e.Claims[1].ID {
			t.Errorf("%s: what it was replaced by is not kept", key)
		}
	}
}

// An emptied cell takes the claim away, and a source of several from which figures
// are taken must have a title.
func TestEmptiedCellsAndUntitledSources(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
	b.form.focus(b.form.grid.lines[0].cells[0])
	b.press(fyne.KeyBackspace, fyne.KeyBackspace)
	b.ctrlShift(fyne.KeyS)
	b.ctrlShift(fyne.KeyC)
	b.write("7")
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 0 {
		t.Fatal("a figure of nobody was saved")
	}
	b.write("Wire")
	b.ctrl(fyne.KeyReturn)
	same(t, claimsOf(b.only(t)), "killed: 7 [Wire]")
}

// What was typed into the table is in the draft that a crash leaves.
func TestTableSurvivesACrash(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.ctrlShift(fyne.KeyC)
	b.write("3 civilians")
	b.press(fyne.KeyUp)
	b.write("Mayor")
	b.ctrlShift(fyne.KeyC)
	b.write("doz") // in the middle of a word
	b.elapse()

	again := newBench(t)
	again.drafts.kept = b.drafts.kept
	again.form.New(store.Event{})
	again.write("r")
	again.ctrlShift(fyne.KeyC)
	g := again.form.grid
	if len(g.columns) != 2 || g.lines[0].head.Text != "killed, civilians" || g.lines[0].cells[0].Text != "3" || g.lines[0].cells[1].Text != "doz" || g.voices[0].Text != "Mayor" {
		t.Fatalf("brought back: %d columns, %q %q %q by %q", len(g.columns), g.lines[0].head.Text, g.lines[0].cells[0].Text, g.lines[0].cells[1].Text, g.voices[0].Text)
	}
	again.form.focus(g.lines[0].cells[1])
	again.write("ens")
	again.ctrl(fyne.KeyReturn)
	same(t, claimsOf(again.only(t)), "killed civilians: 3, Mayor [Post]", "killed civilians: dozens [Wire]")
}
