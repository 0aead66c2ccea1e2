package look

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func dressed(t *testing.T, c Choice) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&Theme{Choice: c})
	return a
}

func TestThemeFollowsTheChoice(t *testing.T) {
	for _, c := range []struct {
		choice Choice
		asked  fyne.ThemeVariant
		want   color.NRGBA
	}{
		{FollowSystem, theme.VariantLight, lightPalette.Text},
		{FollowSystem, theme.VariantDark, darkPalette.Text},
		{AlwaysLight, theme.VariantDark, lightPalette.Text},
		{AlwaysDark, theme.VariantLight, darkPalette.Text},
	} {
		if got := (&Theme{Choice: c.choice}).Color(theme.ColorNameForeground, c.asked); got != c.want {
			t.Errorf("choice %q, asked for %d: text is %v, want %v", c.choice, c.asked, got, c.want)
		}
	}
}

func TestFiguresHaveOneWidth(t *testing.T) {
	dressed(t, AlwaysLight)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		want := fyne.MeasureText("0000", 13, style).Width
		for _, s := range []string{"1111", "4747", "8080"} {
			if got := fyne.MeasureText(s, 13, style).Width; got != want {
				t.Errorf("%s is %v wide, 0000 is %v", s, got, want)
			}
		}
	}
}

func TestStyleForUncoveredScripts(t *testing.T) {
	for text, symbol := range map[string]bool{
		"Kyiv, Київ, Αθήνα": false, "خان يونس": true, "ירושלים": true, "თბილისი": true, "Երևան": true, "": false,
	} {
		if got := StyleFor(text, fyne.TextStyle{Bold: true}); got.Symbol != symbol || got.Bold == symbol {
			t.Errorf("%q is set as %+v", text, got)
		}
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"nothing to undo":              "Nothing to undo.",
		"the disk is full!":            "The disk is full!",
		"/data/a.gpkg is missing":      "/data/a.gpkg is missing.",
		"“x” is no place":              "“x” is no place.",
		"ärger":                        "Ärger.",
		"  spaced  ":                   "Spaced.",
		"there is no file s.gpkg here": "There is no file s.gpkg here.",
	} {
		if got := Sentence(errors.New(in)); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", in, got, want)
		}
	}
	if Sentence(nil) != "" {
		t.Error("no error has a sentence")
	}
}

func TestFit(t *testing.T) {
	dressed(t, AlwaysLight)
	const long = "Wave of drones and missiles against Ukraine"
	for _, width := range []float32{0, 8, 40, 120, 4000} {
		got := Fit(long, width, 13, fyne.TextStyle{})
		if w := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; width > 12 && w > width {
			t.Errorf("%q is %v wide, more than %v", got, w, width)
		}
		if got != long && width > 0 && !strings.HasSuffix(got, "…") {
			t.Errorf("%q was cut without an ellipsis", got)
		}
	}
}

func TestFlowBreaksLinesAndTellsItsHeight(t *testing.T) {
	box := func() fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(40, 10))
		return r
	}
	f := &Flow{Gap: 4}
	c := container.New(f, box(), box(), box())
	c.Resize(fyne.NewSize(90, 100))
	if got := c.MinSize(); got != fyne.NewSize(40, 24) {
		t.Errorf("three boxes of 40 in 90 take %v, want 40×24", got)
	}
	if got := c.Objects[2].Position(); got != fyne.NewPos(0, 14) {
		t.Errorf("the third box stands at %v, want 0,14", got)
	}
}

func TestRowsAreAsTallAsTheirWrappedText(t *testing.T) {
	dressed(t, AlwaysLight)
	c := container.New(Rows{Gap: 4}, Body(strings.Repeat("words ", 40)), Body("end"))
	c.Resize(fyne.NewSize(200, 100))
	first, last := c.Objects[0], c.Objects[1]
	if first.Size().Height < 5*last.Size().Height {
		t.Fatalf("the long text is %v tall, the short one %v", first.Size().Height, last.Size().Height)
	}
	if want := first.Size().Height + 4; last.Position().Y != want {
		t.Errorf("the second row stands at %v, want %v", last.Position().Y, want)
	}
}

func TestNoticeSaysAndActs(t *testing.T) {
	dressed(t, AlwaysLight)
	n := NewNotice()
	w := test.NewTempWindow(t, n)
	w.Resize(fyne.NewSize(600, 60))
	if n.Visible() {
		t.Error("an empty notice is visible")
	}
	did := false
	n.Say(Bad, "The disk is full.", Action{"Try again", func() { did = true }})
	if !n.Visible() || n.Text() != "The disk is full." {
		t.Errorf("the notice says %q", n.Text())
	}
	test.Tap(n.actions.Objects[0].(*widget.Button))
	if !did || n.Visible() {
		t.Errorf("the action was carried out: %v; the notice is still there: %v", did, n.Visible())
	}
}

func TestStatusShowsHintOverWhatWasSaidAndWorkBetween(t *testing.T) {
	dressed(t, AlwaysLight)
	s := NewStatus()
	test.NewTempWindow(t, s.Content())
	s.Say("Saved %d events.", 3)
	s.Hint("New event (Ctrl+N)")
	if s.Text() != "New event (Ctrl+N)" {
		t.Errorf("under the pointer it says %q", s.Text())
	}
	s.Hint("")
	if s.Text() != "Saved 3 events." {
		t.Errorf("then it says %q", s.Text())
	}
	s.Hint("Show first what restoring this state changes") // and the button goes
	s.Say("Deleted.")
	if s.Text() != "Deleted." {
		t.Errorf("after what was done it says %q", s.Text())
	}
	s.Say("Saved %d events.", 3)
	stopped := false
	task := s.Begin("Importing", func() { stopped = true })
	task.Progress(10, 40)
	if s.Text() != "Importing …" || s.bar.Value != 10 || s.bar.Max != 40 || !s.work.Visible() {
		t.Errorf("at work it says %q, %v of %v", s.Text(), s.bar.Value, s.bar.Max)
	}
	test.Tap(s.cancel)
	if !stopped || s.cancel.Visible() {
		t.Error("Cancel did not stop the work, or can be pressed again")
	}
	task.End()
	if s.Text() != "Saved 3 events." || s.work.Visible() {
		t.Errorf("afterwards it says %q", s.Text())
	}
	s.Fail(errors.New("nothing to undo"))
	if s.Text() != "Nothing to undo." || s.text.Importance != widget.DangerImportance {
		t.Errorf("an error reads %q", s.Text())
	}
}

func TestButtonExplainsItselfAndTakesEnter(t *testing.T) {
	dressed(t, AlwaysLight)
	s := NewStatus()
	pressed := 0
	b := NewButton("", UIIcon("undo"), "Undo (Ctrl+Z)", s, func() { pressed++ })
	var passed []fyne.KeyName
	test.NewTempWindow(t, b).Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	b.MouseIn(nil)
	if s.Text() != "Undo (Ctrl+Z)" {
		t.Errorf("the hint reads %q", s.Text())
	}
	b.MouseOut()
	b.FocusGained()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	if len(passed) != 1 || passed[0] != fyne.KeyF6 {
		t.Errorf("the window was given %v, want F6", passed)
	}
	if pressed != 2 {
		t.Errorf("Enter and Space pressed it %d times, want 2", pressed)
	}
}

func TestKindColourIsVisibleInBothPalettes(t *testing.T) {
	for _, p := range []Palette{Colours(false), Colours(true)} {
		for _, hex := range []string{"#b3261e", "#ffee88", "#101010", "", "red", "#12345"} {
			if r := Contrast(KindColour(hex, p), p.Panel); r < 3 {
				t.Errorf("%q has a contrast of %.2f on the panel", hex, r)
			}
		}
	}
}

func TestIconsAreColouredByTheTheme(t *testing.T) {
	dressed(t, AlwaysLight)
	red := KindIcon("strike", rgb(0xb3261e))
	if !strings.Contains(string(red.Content()), "#b3261e") {
		t.Error("the icon has not the kind's colour")
	}
	if len(UIIcon("there is no such icon").Content()) == 0 {
		t.Error("an unknown icon is nothing at all")
	}
}
