package eventlist

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

func rows(n int) []situation.Row {
	all := make([]situation.Row, n)
	for i := range all {
		all[i] = situation.Row{
			ID: "e" + strconv.Itoa(i), Kind: "strike", Icon: "strike", Title: "Strike " + strconv.Itoa(i),
			Where: "Kyiv", When: "4 July 2025", Assessment: store.Reported,
		}
	}
	return all
}

func shown(t *testing.T, c Content) *List {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{Choice: look.AlwaysLight})
	l := New()
	w := test.NewTempWindow(t, l.Content())
	w.Resize(fyne.NewSize(320, 480))
	l.Set(c)
	return l
}

func press(l *List, keys ...fyne.KeyName) {
	for _, k := range keys {
		l.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestCountLine(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Content
		want string
	}{
		{"loading", Content{}, ""},
		{"empty", Content{Loaded: true}, "0 events"},
		{"one", Content{Loaded: true, Rows: slice(rows(1)), Total: 1}, "1 event"},
		{"thirteen", Content{Loaded: true, Rows: slice(rows(13)), Total: 13}, "13 events"},
		{"filtered", Content{Loaded: true, Rows: slice(rows(3)), Total: 1234567, Filter: "kyiv"}, "3 of 1\u202f234\u202f567 events"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(t, c.in).Count(); got != c.want {
				t.Errorf("count line %q, want %q", got, c.want)
			}
		})
	}
}

func TestKeysMoveOpenAndDelete(t *testing.T) {
	l := shown(t, Content{Loaded: true, Rows: slice(rows(40)), Total: 40})
	var told, opened, deleted []string
	var typed []rune
	l.OnSelect = func(id string) { told = append(told, id) }
	l.OnOpen = func(id string) { opened = append(opened, id) }
	l.OnDelete = func(id string) { deleted = append(deleted, id) }
	l.OnType = func(r rune) { typed = append(typed, r) }

	press(l, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDelete, fyne.KeyHome)
	l.list.TypedRune('k')

	want := []string{"e0", "e1", "e39", "e38", "e0"}
	if len(told) != len(want) {
		t.Fatalf("selected %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Errorf("selected %v, want %v", told, want)
		}
	}
	if len(opened) != 1 || opened[0] != "e1" {
		t.Errorf("Enter opened %v, want e1", opened)
	}
	if len(deleted) != 1 || deleted[0] != "e38" {
		t.Errorf("Delete deleted %v, want e38", deleted)
	}
	if string(typed) != "k" {
		t.Errorf("typed %q, want k", string(typed))
	}
	press(l, fyne.KeyEscape)
	if l.Selected() != "" || told[len(told)-1] != "" {
		t.Error("Escape has not given the selection up")
	}
}

// slice is rows that are all there.
type slice []situation.Row

func (s slice) Len() int                       { return len(s) }
func (s slice) At(i int) (situation.Row, bool) { return s[i], true }
func (s slice) Index(id string) int {
	return slices.IndexFunc(s, func(r situation.Row) bool { return r.ID == id })
}

func TestSelectingByProgramIsNotToldAndSurvivesNewRows(t *testing.T) {
	l := shown(t, Content{Loaded: true, Rows: slice(rows(10)), Total: 10})
	told := 0
	l.OnSelect = func(string) { told++ }
	l.Select("e7")
	l.Set(Content{Loaded: true, Rows: slice(rows(10)[5:]), Total: 10, Filter: "x"})
	if l.Selected() != "e7" || told != 0 {
		t.Fatalf("selected %q, told %d times; want e7, never", l.Selected(), told)
	}
	press(l, fyne.KeyDown)
	if l.Selected() != "e8" {
		t.Errorf("the arrow went to %q, want e8", l.Selected())
	}
}

func TestEmptyStatesSayWhatToDo(t *testing.T) {
	l := shown(t, Content{Loaded: true})
	if l.empty.Title() != "No events yet" || !l.create.Visible() {
		t.Errorf("an empty store says %q", l.empty.Title())
	}
	made, cleared := false, false
	l.OnNew = func() { made = true }
	l.OnClearFilter = func() { cleared = true }
	test.Tap(l.create)
	l.Set(Content{Loaded: true, Total: 13, Filter: "atlantis"})
	if want := "None of 13 events has all the words of “atlantis”, in any spelling."; l.empty.Text() != want {
		t.Errorf("no match says %q, want %q", l.empty.Text(), want)
	}
	test.Tap(l.clear)
	if !made || !cleared {
		t.Errorf("the buttons did nothing: new %v, clear %v", made, cleared)
	}
}

func TestAMillionRowsBuildOnlyWhatIsInSight(t *testing.T) {
	l := shown(t, Content{})
	built := 0
	create := l.list.CreateItem
	l.list.CreateItem = func() fyne.CanvasObject { built++; return create() }
	l.Set(Content{Loaded: true, Rows: slice(rows(1_000_000)), Total: 1_000_000})
	press(l, fyne.KeyEnd)
	if built > 200 {
		t.Errorf("%d rows were built for a window that shows ten", built)
	}
	if l.Selected() != "e999999" {
		t.Errorf("End went to %q", l.Selected())
	}
}

func TestClickingARowSelectsItAndTakesTheKeyboard(t *testing.T) {
	l := shown(t, Content{Loaded: true, Rows: slice(rows(10)), Total: 10})
	var told []string
	l.OnSelect = func(id string) { told = append(told, id) }
	c := fyne.CurrentApp().Driver().CanvasForObject(l.list)
	test.TapCanvas(c, fyne.NewPos(100, 30+2*(rowHeight+1)+20))
	if len(told) != 1 || told[0] != "e2" {
		t.Errorf("clicking the third row selected %v", told)
	}
	if c.Focused() != l.Focusable() {
		t.Error("the list has not the keyboard")
	}
}
