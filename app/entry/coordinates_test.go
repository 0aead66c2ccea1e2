package entry

import (
	"context"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// fakeOwner knows Ukraine as a box.
func fakeOwner(p orb.Point) (country, admin1 string) {
	if p[0] > 22 && p[0] < 40 && p[1] > 44 && p[1] < 52 {
		return "UA", "UA-63"
	}
	return "", ""
}

func (b *bench) coordinates(text string) *draft.Place {
	b.t.Helper()
	b.ctrlShift(fyne.KeyP)
	b.press(fyne.KeyTab)
	b.write(text)
	return b.form.d.Places[0]
}

// Precision and radius follow from how finely the coordinates were given, unless
// they were set by hand.
func TestCoordinatesTellTheirPrecision(t *testing.T) {
	for text, want := range map[string][2]string{
		"49.98081, 36.25272":     {"exact", "1 m"},
		"49°59′N 36°15′E":        {"vicinity", "1.2 km"},
		"50, 36":                 {"region", "67 km"},
		"37U CR 06":              {"locality", "7.1 km"},
		"geo:49.98,36.25;u=2500": {"locality", "2.5 km"},
	} {
		b := newBench(t)
		b.form.deps.OwnerAt = fakeOwner
		b.form.New(store.Event{Kind: "strike"})
		p := b.coordinates(text)
		b.press(fyne.KeyTab)
		if p.Precision != want[0] || p.Radius != want[1] || p.Country != "UA" {
			t.Errorf("%s: %s, %s in %q: %v", text, p.Precision, p.Radius, p.Country, b.form.problems)
		}
	}
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	p := b.coordinates("49.98, 36.25")
	p.Precision, p.Radius = "district", "30 km"
	b.press(fyne.KeyTab)
	if p.Precision != "district" || p.Radius != "30 km" {
		t.Errorf("what was set by hand became %s, %s", p.Precision, p.Radius)
	}
}

// Coordinates that lie in the place's country only the other way round are asked
// about, and one key swaps them.
func TestSwappedCoordinatesAreNoticed(t *testing.T) {
	b := newBench(t)
	b.form.deps.OwnerAt = fakeOwner
	b.form.New(store.Event{Kind: "strike", Places: []store.Place{{Role: "target", Name: "Kharkiv", Country: "UA"}}})
	b.form.focus(b.form.mainFields[b.form.d.Places[0].ID])
	b.press(fyne.KeyTab)
	b.write("36.25272, 49.98081")
	p := b.form.d.Places[0]
	row := b.form.rows[draft.Path("place", p.ID, "coordinates")]
	b.press(fyne.KeyReturn) // takes what the list offers
	if at := pointOf(p); at == nil || at[0] != 36.25272 || !strings.Contains(row.Message(), "49°58′50.9″N") {
		t.Errorf("after swapping %q, said %q", p.Coordinates, row.Message())
	}
}

func TestAmbiguousCoordinatesAreChosen(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	p := b.coordinates("[36.25272, 49.98081]")
	b.press(fyne.KeyDown, fyne.KeyReturn) // the second: longitude first
	if at := pointOf(p); at == nil || at[0] != 36.25272 {
		t.Errorf("chosen is %q", p.Coordinates)
	}
}

// The small map is drawn around the point; dragging its pin moves the point.
func TestSmallMapAndItsPin(t *testing.T) {
	b := newBench(t)
	var asked []SketchRequest
	b.form.deps.Sketch = func(_ context.Context, dst *image.RGBA, r SketchRequest) error {
		asked = append(asked, r)
		return nil
	}
	b.form.New(store.Event{Kind: "strike"})
	p := b.coordinates("49.98, 36.25")
	b.press(fyne.KeyTab)
	if len(asked) == 0 || asked[len(asked)-1].At != (orb.Point{36.25, 49.98}) || asked[len(asked)-1].RadiusM == 0 {
		t.Fatalf("asked for %+v", asked)
	}
	var s *sketch
	var seek func(fyne.CanvasObject)
	seek = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *sketch:
			if o.Visible() {
				s = o
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				seek(c)
			}
		}
	}
	seek(b.form.body)
	if s == nil {
		t.Fatal("there is no small map")
	}
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.pin.AddXY(30, 0)}})
	s.DragEnd()
	at := pointOf(p)
	if at == nil || at[0] <= 36.26 || at[1] < 49.97 || at[1] > 49.99 {
		t.Errorf("the pin was dragged east, to %q", p.Coordinates)
	}
	b.form.title.SetText("A strike")
	b.form.Save()
	if g := b.only(t).Places[0].Geometry.Geometry; g != orb.Geometry(*at) {
		t.Errorf("saved at %v", g)
	}
}

// “Yesterday” in a report counts from its publication.
func TestRelativeWordsCountFromPublication(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "A strike"})
	b.ctrlShift(fyne.KeyW)
	b.write("yesterday")
	b.ctrlShift(fyne.KeyS)
	b.write("Report")
	b.press(fyne.KeyTab, fyne.KeyTab)
	b.write("20 June 2025")
	if said := b.form.rows["when"].Message(); !strings.Contains(said, "19 Jun 2025") {
		t.Errorf("it is understood as %q", said)
	}
	b.ctrl(fyne.KeyReturn)
	e := b.only(t)
	if got := e.When.Earliest.Format("2006-01-02"); got != "2025-06-18" || e.Citations[0].Item.Published != "2025-06-20" {
		t.Errorf("yesterday begins on %s UTC, published %s", got, e.Citations[0].Item.Published)
	}
}

// A place is found within 30 ms a key.
func BenchmarkSearchPlaces(b *testing.B) {
	g := gazetteer.Open()
	if err := g.Warm(); err != nil {
		b.Fatal(err)
	}
	f := New(Deps{Store: &fakeStore{}, Gazetteer: g})
	keys := []string{"k", "kh", "khar", "harkov", "харків", "dnipropetrovks", "st petersburg", "new y"}
	b.ResetTimer()
	for i := range b.N {
		f.searchPlaces(keys[i%len(keys)])()
	}
}

// A name typed in full and left by Tab is the place of that name, and the cursor goes
// on to its coordinates.
func TestFullNameAndTabGoesOn(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.ctrlShift(fyne.KeyP)
	b.write("Kharkiv")
	b.press(fyne.KeyTab)
	for range "49.98081, 36.25272" {
		b.press(fyne.KeyBackspace)
	}
	b.write("50.01, 36.2")
	b.press(fyne.KeyTab)
	p := b.form.d.Places[0]
	if p.Coordinates != "50.01, 36.2" || p.GeonameID != "706483" || p.Radius != "3.7 km" {
		t.Errorf("%+v", p)
	}
}
