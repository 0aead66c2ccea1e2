package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// worldOwner knows three countries as boxes.
func worldOwner(p orb.Point) (country, admin1 string) {
	switch {
	case p[0] > 22 && p[0] < 31.5 && p[1] > 44 && p[1] < 52:
		return "UA", "UA-51"
	case p[0] >= 31.5 && p[0] < 40 && p[1] > 44 && p[1] < 52:
		return "UA", "UA-48"
	case p[0] > 140 && p[1] < -10:
		return "AU", "AU-NSW"
	}
	return "", ""
}

// seaside is a gazetteer that also knows Odesa.
type seaside struct{ fakeGazetteer }

var odesa = gazetteer.Place{
	GeonameID: 698740, Name: "Odesa", Country: "UA", CountryName: "Ukraine", Admin1: "UA-51", Admin1Name: "Odesa Oblast",
	At: orb.Point{30.7438, 46.4857}, Population: 1015826, Class: gazetteer.ClassCity, RadiusM: 7400,
}

func (s seaside) Search(q string, near *orb.Point, limit int) []gazetteer.Match {
	if strings.HasPrefix("odesa", folded(q)) {
		return []gazetteer.Match{{Place: odesa, Matched: "Odesa"}}
	}
	return s.fakeGazetteer.Search(q, near, limit)
}

func (s seaside) ByID(id int64) (gazetteer.Place, bool) {
	if id == odesa.GeonameID {
		return odesa, true
	}
	return s.fakeGazetteer.ByID(id)
}

func seasideBench(t *testing.T) *bench {
	b := newBench(t)
	b.form.deps.Gazetteer, b.form.deps.OwnerAt = seaside{}, worldOwner
	return b
}

// Coordinates that take the place of others have their own country, region and zone.
func TestRegionFollowsTheCoordinates(t *testing.T) {
	b := seasideBench(t)
	b.form.New(store.Event{Kind: "statement"})
	p := b.coordinates("50.4501, 30.5234")
	b.press(fyne.KeyTab)
	if p.Country != "UA" || p.Admin1 != "UA-51" || b.form.eventZone().zone.String() != "Europe/Kyiv" {
		t.Fatalf("at first %+v, %v", p, b.form.eventZone())
	}
	b.form.focus(b.form.mainFields[p.ID])
	b.press(fyne.KeyTab)
	b.write("-33.9 151.2")
	b.press(fyne.KeyTab)
	if p.Country != "AU" || p.Admin1 != "AU-NSW" || b.form.eventZone().zone.String() != "Australia/Sydney" {
		t.Errorf("moved to Sydney it is in %s, %s, in the zone %v", p.Country, p.Admin1, b.form.eventZone().zone)
	}
}

// What was typed into the country's own field stays, and that the point lies elsewhere
// is said.
func TestACountrySetByHandStays(t *testing.T) {
	b := seasideBench(t)
	b.form.New(store.Event{Kind: "statement"})
	p := b.coordinates("50.4501, 30.5234")
	b.press(fyne.KeyTab)
	b.form.focus(b.form.mainFields[p.ID])
	b.ctrl(fyne.KeyM)
	b.in("place", p.ID, "country")
	b.write("TR")
	b.form.focus(b.form.mainFields[p.ID])
	b.press(fyne.KeyTab)
	b.write("-33.9 151.2")
	b.press(fyne.KeyTab)
	said := b.form.rows[draft.Path("place", p.ID, "coordinates")].Message()
	if p.Country != "TR" || !strings.Contains(said, "not in Türkiye") {
		t.Errorf("it is in %s; the form says %q", p.Country, said)
	}
}

func pickable(b *bench) (answer func(orb.Point, float64), ask func(p *draft.Place)) {
	var back func(orb.Point, float64)
	b.form.RequestPick = func(_ string, cb func(orb.Point, float64)) { back = cb }
	return func(at orb.Point, m float64) { back(at, m) }, func(p *draft.Place) {
		b.form.focus(b.form.mainFields[p.ID])
		b.form.fromMap(p.ID)
	}
}

// A place of the gazetteer that is moved away from it is that place no more; its name is
// asked about, once.
func TestAPlaceMovedAwayFromItsName(t *testing.T) {
	for _, from := range []string{"chosen", "saved"} {
		t.Run(from, func(t *testing.T) {
			b := seasideBench(t)
			answer, ask := pickable(b)
			if from == "chosen" {
				b.form.New(store.Event{Kind: "strike"})
				b.choosePlace("Odesa")
			} else {
				var p draft.Place
				fillPlace(&p, odesa)
				b.form.Edit(store.Stored[store.Event]{Revision: 1, Value: store.Event{ID: "e", Kind: "strike", Title: "A strike", Places: []store.Place{{
					ID: "p", Role: "target", Name: p.Name, GeonameID: odesa.GeonameID, Country: p.Country, Admin1: p.Admin1,
					Geometry: store.Geometry{Geometry: odesa.At}, Precision: store.PlacePrecision(p.Precision), RadiusM: 7500,
				}}}})
			}
			p := b.form.d.Places[0]
			ask(p)
			answer(orb.Point{32.876884, 47.159274}, 130)
			if p.GeonameID != "" || p.Admin1 != "UA-48" || p.Radius != "130 m" || p.Precision != "vicinity" || p.Name != "Odesa" {
				t.Errorf("moved it is %+v", p)
			}
			said := b.form.rows[draft.Path("place", p.ID, "name")].Message()
			if !strings.Contains(said, "Odesa lies 179 km from here; keep the name?") {
				t.Errorf("the form says %q", said)
			}
			b.ctrl(fyne.KeyReturn)
			if len(b.store.saves) > 0 || !strings.Contains(b.form.rows[draft.Path("place", p.ID, "name")].Message(), "is the name right?") {
				t.Fatalf("saved without asking: %v", b.form.problems)
			}
			b.ctrl(fyne.KeyReturn)
			if q := b.only(t).Places[0]; q.GeonameID != 0 || q.RadiusM != 130 || q.Name != "Odesa" {
				t.Errorf("saved as %+v", q)
			}
		})
	}
}

// A point that stays within the place is still that place, as exactly as it was given.
func TestAPlaceMovedWithin(t *testing.T) {
	b := seasideBench(t)
	answer, ask := pickable(b)
	b.form.New(store.Event{Kind: "strike"})
	b.choosePlace("Odesa")
	p := b.form.d.Places[0]
	ask(p)
	answer(orb.Point{30.75, 46.49}, 40)
	if p.GeonameID != "698740" || p.Radius != "40 m" || p.Precision != "exact" {
		t.Errorf("moved within it is %+v", p)
	}
	b.ctrl(fyne.KeyReturn)
	b.only(t)
}

// A name from the list for a point that was given by hand and lies there leaves the
// point alone; a name typed for a point that lies elsewhere is asked about.
func TestAPointIsNamed(t *testing.T) {
	b := seasideBench(t)
	b.form.New(store.Event{Kind: "strike"})
	p := b.coordinates("46.50, 30.72")
	b.form.focus(b.form.mainFields[p.ID])
	b.write("Odesa")
	b.press(fyne.KeyReturn)
	if p.Coordinates != "46.50, 30.72" || p.GeonameID != "698740" || p.Name != "Odesa" {
		t.Errorf("named it is %+v", p)
	}
	b = seasideBench(t)
	b.form.New(store.Event{Kind: "strike"})
	p = b.coordinates("47.159, 32.877")
	b.form.focus(b.form.mainFields[p.ID])
	b.write("Odesa")
	b.press(fyne.KeyTab)
	if said := b.form.rows[draft.Path("place", p.ID, "name")].Message(); !strings.Contains(said, "keep the name?") {
		t.Errorf("a name typed says %q", said)
	}
}

// Radii are as many figures as they are worth.
func TestRadiiAreRound(t *testing.T) {
	for text, want := range map[string]float64{"49.9808, 36.2527": 6.7, "49.98081, 36.25272": 1, "49.981, 36.253": 67} {
		b := newBench(t)
		b.form.New(store.Event{Kind: "strike", Title: "A strike"})
		b.coordinates(text)
		b.ctrl(fyne.KeyReturn)
		if got := b.only(t).Places[0].RadiusM; got != want {
			t.Errorf("%s: ±%v m", text, got)
		}
	}
	if said := draft.ShowRadius(6.6000000000000005); said != "6.6 m" {
		t.Errorf("an old radius is shown as %q", said)
	}
}
