package entry

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// When, where, who, outcome and phase are found by these words, and by others for them.
func TestWhatIsNoFigureIsFoundByItsWord(t *testing.T) {
	b, st := realBench(t)
	twoSources(b)
	for typed, want := range map[string]string{
		"where": "place", "place": "place", "who": "party", "party": "party", "when": "when", "time": "when",
		"outcome": "outcome", "phase": "phase", "Where": "place",
	} {
		if s := b.form.subjectOf(typed); s.about != want || s.unknown {
			t.Errorf("“%s” is about %+v, want %s", typed, s, want)
		}
		list := b.form.searchSubjects(typed)
		if len(list) == 0 || list[0].Value != (subject{about: want}) {
			t.Errorf("“%s” offers first %+v", typed, list)
		}
		for _, o := range list {
			if _, fresh := o.Value.(newTerm); fresh {
				t.Errorf("“%s” is offered as a new measure", typed)
			}
		}
	}
	b.form.focus(b.form.grid.add)
	b.write("where")
	b.press(fyne.KeyTab)
	b.write("a depot in the north")
	last := b.form.grid.lines[len(b.form.grid.lines)-1]
	if last.About != "place" || last.head.Text != "where" {
		t.Errorf("the line is about %s and called %q", last.About, last.head.Text)
	}
	if got := claimsOf(b.landed(st)); !slices.Contains(got, "place: a depot in the north [Post]") {
		t.Errorf("%q", got)
	}
}

// What is left in the last line and names nothing keeps the event from being saved, and
// is not dropped.
func TestAFigureLeftInTheLastLineIsNotDropped(t *testing.T) {
	for typed, says := range map[string]string{"2": "“2” is a figure", "12-15": "is a figure", "cows": "is no measure yet"} {
		b := newBench(t)
		twoSources(b)
		b.form.focus(b.form.grid.add)
		b.write(typed)
		b.ctrl(fyne.KeyReturn)
		if len(b.saved) != 0 {
			t.Fatalf("“%s”: the event was saved without it", typed)
		}
		a := b.form.grid.add
		if a.Text != typed || !strings.Contains(a.row.Message(), says) || b.w.Canvas().Focused() != fyne.Focusable(a) {
			t.Errorf("“%s”: in the field stands %q, below it %q", typed, a.Text, a.row.Message())
		}
		b.ctrlShift(fyne.KeyS) // the table is made anew for a third source
		b.write("Radio")
		if a = b.form.grid.add; a.Text != typed {
			t.Errorf("“%s” is gone from the table that was made anew: %q", typed, a.Text)
		}
		b.form.focus(a)
		a.SetText("")
		b.ctrl(fyne.KeyReturn)
		if len(b.saved) != 1 {
			t.Errorf("“%s”: emptied, the event is still not saved: %v", typed, b.form.problems)
		}
	}
}

// After a new measure the cursor lands in the first source's column, or in that of the
// source last worked in; the field says in which.
func TestTheCursorGoesToTheSourceLastWorkedIn(t *testing.T) {
	b := newBench(t)
	twoSources(b)
	b.form.focus(b.form.grid.add)
	b.write("outcome")
	if said := b.form.grid.add.row.Message(); said != "The cursor goes to 1 Post, the first source." {
		t.Errorf("below the field stands %q", said)
	}
	b.press(fyne.KeyTab)
	b.write("fire")
	b.form.focus(b.form.grid.lines[0].cells[1])
	b.write("3")
	b.form.focus(b.form.grid.add)
	b.write("where")
	if said := b.form.grid.add.row.Message(); said != "The cursor goes to 2 Wire, the source last worked in." {
		t.Errorf("below the field stands %q", said)
	}
	b.press(fyne.KeyTab)
	b.write("a depot")
	b.ctrl(fyne.KeyReturn)
	got := claimsOf(b.only(t))
	for _, want := range []string{"outcome: fire [Post]", "place: a depot [Wire]"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

// The button of the table says what its shortcut does.
func TestTheClaimsShortcutSaysWhatItDoes(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	for _, s := range b.form.sections {
		if s.name == secClaims && s.hint() != "next empty cell  Ctrl+Shift+C" {
			t.Errorf("it says %q", s.hint())
		}
	}
}

// A second source takes from the first neither the phase that rested on it nor the times
// that are counted from it.
func TestASecondSourceTakesNothingFromTheFirst(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("t")
	b.write("Talks")
	b.source("First report", "Post", "5 July 2025")
	b.phase("announced", "yesterday", "")
	id := b.form.d.Phases[0].ID
	row := b.form.rows["phase/"+id+"/citations"]
	if said := row.Message(); !strings.Contains(said, "Rests on the one source") {
		t.Fatalf("before there is another the row says %q", said)
	}
	b.source("Second report", "Wire", "9 July 2025")
	if said := b.form.rows["phase/"+id+"/citations"].Message(); said != "First report" {
		t.Errorf("the row says %q", said)
	}
	e := b.landed(st)
	p := e.Phases[0]
	if len(e.Citations) != 2 || len(p.Citations) != 1 || p.Citations[0] != e.Citations[0].ID || e.Citations[0].Item.Title != "First report" {
		t.Errorf("the phase rests on %q of %+v", p.Citations, e.Citations)
	}
	if day := p.At.Text; p.At.Earliest.Day() != 3 && p.At.Earliest.Day() != 4 {
		t.Errorf("“%s” begins at %s", day, p.At.Earliest)
	}
}

// Words that count from today, since the first source has no date, do not move to count
// from the date of a second.
func TestRelativeTimesStayWithTheFirstSource(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("Strike")
	b.ctrlShift(fyne.KeyW)
	b.write("yesterday evening")
	b.source("First report", "Post", "")
	before, _, err := b.form.d.When.Read(b.form.reader().When)
	if err != nil {
		t.Fatal(err)
	}
	b.source("Second report", "Wire", "9 July 2021")
	after, _, err := b.form.d.When.Read(b.form.reader().When)
	if err != nil || !after.Earliest.Equal(before.Earliest) {
		t.Errorf("it was %s and is %s (%v)", before.Earliest, after.Earliest, err)
	}
}
