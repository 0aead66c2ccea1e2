package panel

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

const zones = `{"type":"FeatureCollection","features":[
	{"type":"Feature","properties":{"name":"North","day":"2025-07-03"},"geometry":{"type":"Polygon","coordinates":[[[30,50],[32,50],[32,52],[30,52],[30,50]]]}},
	{"type":"Feature","properties":{"name":"South"},"geometry":{"type":"Polygon","coordinates":[[[30,40],[32,40],[32,42],[30,42],[30,40]]]}}]}`

// bench is a panel in a window, with what it told.
type bench struct {
	*Panel
	t    *testing.T
	win  fyne.Window
	told []string
	all  []layers.Layer // the lowest first
}

func newBench(t *testing.T, names ...string) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	b := &bench{Panel: New(nil), t: t}
	d, err := layers.Read(context.Background(), strings.NewReader(zones), layers.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range names {
		b.all = append(b.all, layers.Layer{ID: n, Name: "Layer " + n, Position: i, Definition: layers.New(n+".geojson", i), State: layers.Ready, Data: d})
	}
	b.OnEdit = func(id string, alter func(*layers.Layer)) {
		for i := range b.all {
			if b.all[i].ID == id {
				alter(&b.all[i])
			}
		}
		b.told = append(b.told, "edit "+id)
		b.Set(b.all, true)
	}
	say := func(what string) func(string) { return func(id string) { b.told = append(b.told, what+" "+id) } }
	b.OnRemove, b.OnZoom, b.OnAgain = say("remove"), say("zoom"), say("again")
	b.OnAdd = func() { b.told = append(b.told, "add") }
	b.OnMove = func(id string, by int) { b.told = append(b.told, fmt.Sprintf("move %s %+d", id, by)) }
	b.win = test.NewTempWindow(t, b.Content())
	b.win.Resize(fyne.NewSize(300, 700))
	b.Set(b.all, true)
	return b
}

func (b *bench) expect(want ...string) {
	b.t.Helper()
	if got := strings.Join(b.told, ", "); got != strings.Join(want, ", ") {
		b.t.Errorf("it told %q, want %q", got, want)
	}
	b.told = nil
}

// texts are all texts that are visible.
func (b *bench) texts() string {
	var all []string
	for _, o := range test.LaidOutObjects(b.Content()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *widget.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "|")
}

func (b *bench) choose(n int) *widget.Select {
	b.t.Helper()
	var found []*widget.Select
	for _, f := range b.editor.focusables {
		if s, ok := f.(*widget.Select); ok {
			found = append(found, s)
		}
	}
	return found[n]
}

func TestWithoutLayersItSaysWhatToDo(t *testing.T) {
	b := newBench(t)
	if !strings.Contains(b.texts(), "No layers yet") {
		t.Errorf("it says %q", b.texts())
	}
	b.Focus(b.win.Canvas())
	if !b.Holds(b.win.Canvas().Focused()) {
		t.Fatal("it has not got the keyboard")
	}
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.expect("add")
	b.Set(nil, false)
	test.Tap(b.first)
	b.expect() // read-only
}

func TestTheUppermostLayerIsFirst(t *testing.T) {
	b := newBench(t, "a", "b", "c")
	var order string
	for _, r := range b.shown {
		order += r.layer.ID
	}
	if order != "cba" || b.count.Text != "3" {
		t.Errorf("the order is %s, the count %q", order, b.count.Text)
	}
	b.shown[0].check.SetChecked(false)
	b.expect("edit c")
	if !b.all[2].Hidden || b.count.Text != "2 of 3 shown" {
		t.Errorf("hidden: %v, the count %q", b.all[2].Hidden, b.count.Text)
	}
	if b.nothing.Visible() || !b.scroll.Visible() { // it would take the wheel
		t.Error("the empty state lies over the rows")
	}
}

func TestItIsWorkedByKeys(t *testing.T) {
	b := newBench(t, "a", "b")
	c := b.win.Canvas()
	b.Focus(c)
	key := func(n fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: n}) }
	rune := func(r rune) { c.Focused().TypedRune(r) }
	key(fyne.KeyDown)
	if c.Focused() != fyne.Focusable(b.shown[1].head) {
		t.Fatal("Down does not lead to the next")
	}
	rune('+')
	rune('-')
	key(fyne.KeyDelete)
	b.expect("move a +1", "move a -1", "remove a")
	rune(' ')
	b.expect("edit a")
	if !b.all[0].Hidden {
		t.Error("Space does not hide it")
	}
	key(fyne.KeyReturn)
	if b.Opened() != "a" {
		t.Error("Enter does not open it")
	}
	// The order changes beneath the keyboard: it stays with its layer.
	b.all[0], b.all[1] = b.all[1], b.all[0]
	b.Set(b.all, true)
	if c.Focused() != fyne.Focusable(b.shown[0].head) || b.shown[0].layer.ID != "a" || b.Opened() != "a" {
		t.Error("the keyboard, or what was open, went elsewhere")
	}
	for _, f := range b.editor.focusables {
		if !b.Holds(f) {
			t.Errorf("%T is not of the panel", f)
		}
	}
}

func TestTheStyleIsEditedInPlace(t *testing.T) {
	b := newBench(t, "a")
	b.Open("a")
	b.expect() // setting the fields is no edit
	b.choose(0).SetSelected("crossed")
	b.choose(1).SetSelected("3")
	b.choose(2).SetSelected("dashed")
	b.expect("edit a", "edit a", "edit a")
	if s := b.all[0].Style; s.Hatch != "crossed" || s.Width != 3 || s.Dash != "dashed" {
		t.Errorf("the style is %+v", s)
	}
	b.choose(0).SetSelected("none")
	b.choose(1).SetSelected("none")
	if s := b.all[0].Style; s.Hatch != "" || s.Width != 0 {
		t.Errorf("the style is %+v", s)
	}
	b.choose(3).SetSelected("name")
	if b.all[0].Label != "name" {
		t.Errorf("the label is %q", b.all[0].Label)
	}
	if _, err := b.all[0].Encode(); err != nil {
		t.Errorf("it cannot be kept: %v", err)
	}
	b.told = nil
	for _, f := range b.editor.focusables {
		switch f := f.(type) {
		case *widget.Slider:
			f.OnChangeEnded(60)
		case *chip:
			if f.colour == layers.Colours[3] {
				test.Tap(f) // of the filling, then of the outline
			}
		}
	}
	b.expect("edit a", "edit a", "edit a")
	if s := b.all[0].Style; s.Opacity != 0.6 || s.Fill != layers.Colours[3] || s.Outline != layers.Colours[3] {
		t.Errorf("the style is %+v", s)
	}
}

func TestTimesNeedAStart(t *testing.T) {
	b := newBench(t, "a")
	b.Open("a")
	from, to := b.choose(5), b.choose(6)
	to.SetSelected("day")
	if b.all[0].From != "day" || b.all[0].To != "" || from.Selected != "day" || to.Selected != none {
		t.Errorf("from %q to %q; the fields say %q and %q", b.all[0].From, b.all[0].To, from.Selected, to.Selected)
	}
	to.SetSelected("name")
	from.SetSelected(none)
	if b.all[0].From != "" || b.all[0].To != "" {
		t.Errorf("from %q to %q", b.all[0].From, b.all[0].To)
	}
}

func (b *bench) fields() (all []*field) {
	for _, f := range b.editor.focusables {
		if f, ok := f.(*field); ok {
			all = append(all, f)
		}
	}
	return all
}

func TestTypingIsKeptAndToldWhenDone(t *testing.T) {
	b := newBench(t, "a")
	b.Open("a")
	c := b.win.Canvas()
	name := b.fields()[0]
	c.Focus(name)
	name.SetText("Front")
	b.Set(b.all, true) // something else changed meanwhile
	if name.Text != "Front" {
		t.Fatalf("what was typed became %q", name.Text)
	}
	b.expect()
	c.Focus(b.shown[0].head)
	b.expect("edit a")
	if b.all[0].Name != "Front" {
		t.Errorf("it is called %q", b.all[0].Name)
	}
	c.Focus(name)
	name.SetText("Else")
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	c.Focus(b.shown[0].head)
	b.expect()
	if name.Text != "Front" {
		t.Errorf("Escape leaves %q", name.Text)
	}
	for _, bad := range []struct {
		field int
		text  string
	}{{0, "  "}, {1, "red"}, {5, "July"}} {
		f := b.fields()[bad.field]
		before, _ := json.Marshal(b.all[0].Definition)
		c.Focus(f)
		f.SetText(bad.text)
		f.OnSubmitted(bad.text)
		b.expect()
		if after, _ := json.Marshal(b.all[0].Definition); string(before) != string(after) || f.Text != bad.text {
			t.Errorf("%q was taken, or lost: %s", bad.text, after)
		}
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

func TestItSaysHowItStandsWithTheFile(t *testing.T) {
	b := newBench(t, "a")
	for want, l := range map[string]layers.Layer{
		"2 features":                 {State: layers.Ready, Data: b.all[0].Data},
		"2 features, not up to date": {State: layers.Stale, Data: b.all[0].Data},
		"cannot be read":             {State: layers.Failed},
		"being read …":               {State: layers.Reading},
		"2 features, 1 undated":      {State: layers.Ready, Data: b.all[0].Data, Undated: 1, Definition: layers.Definition{From: "day"}},
	} {
		if got := status(&l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	b.Open("a")
	b.all[0].State, b.all[0].Problem = layers.Stale, "The file went away."
	b.Set(b.all, true)
	if !strings.Contains(b.texts(), "The file went away.") {
		t.Errorf("it does not say why: %q", b.texts())
	}
	b.all[0].State, b.all[0].Problem = layers.Ready, ""
	b.Set(b.all, true)
	if strings.Contains(b.texts(), "went away") {
		t.Error("it still says so")
	}
}

func TestReadOnlyStoresAreNotEdited(t *testing.T) {
	b := newBench(t, "a")
	b.Set(b.all, false)
	b.Open("a")
	b.Focus(b.win.Canvas())
	c := b.win.Canvas()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	c.Focused().TypedRune('+')
	b.choose(0).SetSelected("crossed")
	for _, f := range b.editor.focusables {
		if k, ok := f.(*chip); ok {
			test.Tap(k)
		}
	}
	b.expect()
}
