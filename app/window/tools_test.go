package window

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/mapview"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// sampled is a bench with the sample situation.
func sampled(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, t.TempDir(), "")
	b.until("the sample is shown", func() bool { return b.open != nil && b.open.loaded && b.open.fitted })
	b.settle()
	return b
}

// entry is that of the main menu with a name, or of a submenu.
func (b *bench) entry(names ...string) *fyne.MenuItem {
	b.t.Helper()
	var items []*fyne.MenuItem
	for _, m := range b.menus.main.Items {
		items = append(items, m.Items...)
	}
	var found *fyne.MenuItem
	for _, name := range names {
		found = nil
		for _, i := range items {
			if i.Label == name || strings.HasPrefix(i.Label, name+"\t") {
				found = i
			}
		}
		if found == nil {
			b.t.Fatalf("no menu entry %q", name)
		}
		if found.ChildMenu != nil {
			items = found.ChildMenu.Items
		}
	}
	return found
}

func within(b *bench, p orb.Point) bool {
	v := b.mapView.View()
	x, y := v.ToPixel(geo.Project(p))
	return x >= 0 && y >= 0 && x <= float64(v.Width) && y <= float64(v.Height)
}

func TestGoToAPlaceAndToCoordinates(t *testing.T) {
	b := sampled(t)
	b.entry("Go to …").Action()
	field, ok := b.win.Canvas().Focused().(*goField)
	if !ok {
		t.Fatalf("the focus is on %T", b.win.Canvas().Focused())
	}
	g := field.g
	field.SetText("одеса")
	b.settle()
	if len(g.goals) == 0 || g.goals[0].name != "Odesa" || !strings.Contains(g.goals[0].detail, "Ukraine") {
		t.Fatalf("offered %v", g.goals)
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	odesa := orb.Point{30.73, 46.48}
	if b.modal() || !within(b, odesa) || b.mapView.View().Bound().Max[0]-b.mapView.View().Bound().Min[0] > 3 {
		t.Errorf("the map shows %v", b.mapView.View().Bound())
	}
	b.mapView.Back()
	if b.mapView.View().Bound().Max[0]-b.mapView.View().Bound().Min[0] < 3 {
		t.Error("one cannot go back from there")
	}

	b.goTo()
	field = b.win.Canvas().Focused().(*goField)
	field.SetText("37U DQ 06862 26423")
	if len(field.g.goals) != 1 || !strings.Contains(field.g.goals[0].detail, "MGRS") {
		t.Fatalf("offered %v", field.g.goals)
	}
	at := field.g.goals[0].at
	field.g.rows.Objects[0].(*goRow).Tapped(nil)
	if !within(b, at) {
		t.Errorf("the map shows %v", b.mapView.View().Bound())
	}
	b.settle()

	b.goTo()
	field = b.win.Canvas().Focused().(*goField)
	field.SetText("zzzzzzqqq")
	b.settle()
	if !strings.Contains(field.g.note.Text, "No place answers to “zzzzzzqqq”") || len(field.g.goals) > 0 {
		t.Errorf("offered %v, and said %q", field.g.goals, field.g.note.Text)
	}
	field.SetText("99.5, 30.2")
	b.settle()
	if !strings.Contains(field.g.note.Text, "out of range") && len(field.g.goals) == 0 {
		t.Errorf("said %q", field.g.note.Text)
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.modal() {
		t.Error("Escape leaves the dialog standing")
	}
}

func TestRangeRingsStayWithTheViewAndGoIntoThePicture(t *testing.T) {
	b := sampled(t)
	b.mapView.SetRadii("50, 100 km")
	at := orb.Point{30.5, 50.5}
	b.ringsAt(at, "Kyiv")
	if len(b.rings) != 1 || len(b.rings[0].Radii) != 2 || b.rings[0].Name != "Kyiv" {
		t.Fatalf("rings %v", b.rings)
	}
	on, _ := geo.Direct(at, 100e3, 77)
	if b.nearRings(on) != 0 || b.nearRings(at) != 0 {
		t.Error("the rings are not found where they are drawn")
	}
	far, _ := geo.Direct(at, 75e3, 77)
	b.mapView.ShowBound(geo.Circle(at, 120e3, 32).Bound())
	if b.nearRings(far) != -1 {
		t.Error("rings are found where none is drawn")
	}
	b.keepView(b.open, "Around Kyiv")
	b.settle()
	b.clearRings()
	b.mapView.Fit()
	if len(b.rings) != 0 || b.entry("Remove all rings").Disabled == false {
		t.Error("the rings were not removed")
	}
	b.entry("Named views", "Around Kyiv").Action()
	if len(b.rings) != 1 || b.rings[0].Radii[1] != (scene.Radius{Metres: 100e3, Label: "100 km"}) || !within(b, on) {
		t.Errorf("the view brings %v, and shows %v", b.rings, b.mapView.View().Bound())
	}
	b.undo()
	b.until("undo takes the view away", func() bool { return len(b.open.views) == 0 })
	b.redo()
	b.until("redo brings it back", func() bool { return len(b.open.views) == 1 })
}

func TestAViewOfAStrangerIsReadWithCare(t *testing.T) {
	for _, bad := range []string{
		`[]`, `{}`, `{"bbox":[0,10,20,5]}`, `{"bbox":[0,-100,20,5]}`, `{"bbox":[1e300,0,20,5]}`,
		`{"bbox":[0,0,20,5],"rings":[{"at":[500,0],"radii_m":[1],"radii":["1 m"]}]}`,
		`{"bbox":[0,0,20,5],"rings":[{"at":[5,0],"radii_m":[-1],"radii":["1 m"]}]}`,
		`{"bbox":[0,0,20,5],"rings":[{"at":[5,0],"radii_m":[1,2],"radii":["1 m"]}]}`,
		`{"bbox":[0,0,20,5],"rings":[` + strings.Repeat(`{"at":[0,0]},`, 300) + `{"at":[0,0]}]}`,
	} {
		if _, _, err := readView(json.RawMessage(bad)); err == nil {
			t.Errorf("%.60s is taken for a view", bad)
		}
	}
	b, _, err := readView(json.RawMessage(`{"bbox":[170,0,-170,5]}`))
	if err != nil || b.Min[0] != 170 || b.Max[0] != -170 {
		t.Errorf("a view across the date line: %v, %v", b, err)
	}
}

func TestABoxNarrowsTheEventsUntilItIsLeft(t *testing.T) {
	b := sampled(t)
	all := b.open.sit.Rows().Len()
	b.selectBox(orb.Bound{Min: orb.Point{29, 49}, Max: orb.Point{32, 52}})
	b.until("the list is narrowed", func() bool { n := b.open.sit.Rows().Len(); return n > 0 && n < all })
	b.until("the header says so", func() bool { return b.header.box.Visible() })
	b.header.box.OnTapped()
	b.until("the list is whole again", func() bool { return b.open.sit.Rows().Len() == all && !b.header.box.Visible() })
}

func TestTheNotationIsRemembered(t *testing.T) {
	dir := t.TempDir()
	b := newBench(t, dir, "")
	b.until("the sample is shown", func() bool { return b.open != nil && b.open.loaded })
	p := orb.Point{30.5238, 50.4547}
	var seen []string
	for range notations {
		seen = append(seen, b.notation().name+" "+b.pointerText(p))
		b.nextNotation()
	}
	want := []string{"dd ", "dms 50°27′16.9″N 30°31′25.7″E", "mgrs 36U UA 24227 92118", "utm 36U 324228 5592118"}
	for i := range want {
		if seen[i] != want[i] {
			t.Errorf("shown %q, want %q", seen[i], want[i])
		}
	}
	b.entry("Coordinates", "MGRS").Action()
	if !b.entry("Coordinates", "MGRS").Checked || b.entry("Coordinates", "UTM").Checked {
		t.Error("the menu does not mark the notation in use")
	}
	b.settle()
	again := loadPrefs(b.dirs.settings(), func(f func()) { f() }, b.log)
	if again.Notation != "mgrs" {
		t.Errorf("remembered %q", again.Notation)
	}
	b.copyHere()
	if got := b.app.Clipboard().Content(); !strings.Contains(got, "U ") || len(strings.Fields(got)) != 4 {
		t.Errorf("copied %q", got)
	}
}

func TestToolsAreTakenUpAndLaidDownFromTheMenu(t *testing.T) {
	b := sampled(t)
	b.entry("Measure distance").Action()
	if b.mapView.Tool() != mapview.DistanceTool || !b.entry("Measure distance").Checked {
		t.Error("the tool is not in use")
	}
	b.mapView.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.entry("Measure distance").Checked {
		t.Error("the menu still marks the tool")
	}
	b.entry("Measure area").Action()
	b.entry("Measure area").Action()
	if b.mapView.Tool() != mapview.NoTool {
		t.Error("the entry does not lay the tool down")
	}
	items := b.placeItems(orb.Point{30.5238, 50.4547}, nil)
	copies := items[len(items)-1].ChildMenu.Items
	if len(copies) != len(notations) {
		t.Fatalf("the menu of a place offers %d notations", len(copies))
	}
	copies[2].Action()
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "36U UA 2") {
		t.Errorf("copied %q", got)
	}
}

func TestAroundAPlace(t *testing.T) {
	for _, c := range []struct{ radius, least, most float64 }{
		{0, 19e3, 21e3}, {12e3, 39e3, 41e3}, {300e3, 770e3, 790e3},
	} {
		b := around(goal{at: orb.Point{30, 0}, radiusM: c.radius}, geo.View{})
		across := (b.Max[1] - b.Min[1]) * 110574
		if !(across > c.least && across < c.most) || math.IsNaN(across) {
			t.Errorf("around a place of %v m are shown %v m", c.radius, across)
		}
	}
}
