package entry

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

func town(name, matched, country, admin1 string, people int) field.Option {
	return field.Option{Text: name, Value: gazetteer.Match{
		Matched: matched, Place: gazetteer.Place{Name: name, Country: country, Admin1: admin1, Population: people, Class: gazetteer.ClassCity},
	}}
}

func area(class, name, matched, country, admin1 string) field.Option {
	o := town(name, matched, country, admin1, 0)
	m := o.Value.(gazetteer.Match)
	m.Place.Class = class
	o.Value = m
	return o
}

// What the gazetteer answers to some names: those that stand for one place, and those
// that are asked about.
func TestSurePlace(t *testing.T) {
	const region, country = gazetteer.ClassAdmin1, gazetteer.ClassCountry
	for _, c := range []struct {
		typed  string
		lines  []field.Option
		want   int
		others bool
	}{
		{"kharkiv", []field.Option{town("Kharkiv", "Kharkiv", "UA", "UA-63", 1433886), area(region, "Kharkiv Oblast", "Kharkiv", "UA", "UA-63")}, 0, false},
		{"Kiev", []field.Option{
			town("Kyiv", "Kiev", "UA", "UA-30", 2797553), area(region, "Kyiv Oblast", "Kiev", "UA", "UA-32"), area(region, "Kyiv City", "Kiev", "UA", "UA-30"),
		}, 0, false},
		{"Paris", []field.Option{
			town("Paris", "Paris", "FR", "FR-75", 2138551), town("Paris", "Paris", "US", "US-TX", 24782),
			area(region, "Paris", "Paris", "FR", "FR-75"), town("Parys", "Paris", "ZA", "ZA-FS", 71319),
		}, 0, true},
		{"Nova", []field.Option{town("Nova", "Nova", "UA", "UA-63", 0), town("Nova", "Nova", "UA", "UA-53", 0)}, -1, true},
		{"Nova", []field.Option{town("Nova", "Nova", "UA", "UA-63", 600), town("Nova", "Nova", "UA", "UA-53", 0)}, -1, true},
		{"Paris, Texas", []field.Option{town("Paris", "Paris", "US", "US-TX", 24782)}, 0, false},
		{"Pokrovsk", []field.Option{
			town("Pokrovsk", "Pokrovsk", "UA", "UA-14", 60127), town("Engels", "Pokrovsk", "RU", "RU-SAR", 196011), town("Pokrovsk", "Pokrovsk", "RU", "RU-SA", 9763),
		}, 0, true},
		{"Springfield", []field.Option{town("Springfield", "Springfield", "US", "US-MO", 166810), town("Springfield", "Springfield", "US", "US-MA", 154341)}, -1, true},
		{"Luxembourg", []field.Option{
			area(country, "Luxembourg", "Luxembourg", "LU", ""), town("Luxembourg", "Luxembourg", "LU", "LU-LU", 76684), area(region, "Luxembourg", "Luxembourg", "LU", "LU-LU"),
		}, -1, true},
		{"Ukraine", []field.Option{area(country, "Ukraine", "Ukraine", "UA", ""), area(gazetteer.ClassSite, "South Ukraine Plant", "South Ukraine Plant", "UA", "UA-48")}, 0, false},
		{"Zaporizhzhia nuclear", []field.Option{area(gazetteer.ClassSite, "Zaporizhzhia Nuclear Power Plant", "Zaporizhzhia Nuclear Power Plant", "UA", "UA-23")}, 0, false},
		{"Kharki", []field.Option{town("Kharkiv", "Kharkiv", "UA", "UA-63", 1433886), town("Kharkivka", "Kharkivka", "UA", "UA-63", 900)}, -1, false},
		{"Karkiv", []field.Option{town("Kharkiv", "Kharkiv", "UA", "UA-63", 1433886)}, -1, false}, // a slip is not the name
		{"The old mill", []field.Option{{Text: "The old mill", Value: store.Place{Name: "The old mill"}}, {Text: "The old mill", Value: store.Place{Name: "The old mill"}}}, -1, true},
		{"Nowhere", nil, -1, false},
	} {
		at, others := surePlace(c.typed, c.lines)
		if at != c.want || others > 0 != c.others {
			t.Errorf("%s: line %d, %d others; want %d, others %v", c.typed, at, others, c.want, c.others)
		}
	}
}

// twins is a gazetteer in which two towns of like size are called Ivanivka.
type twins struct{ fakeGazetteer }

func (t twins) Search(q string, near *orb.Point, limit int) []gazetteer.Match {
	if !strings.HasPrefix("ivanivka", folded(q)) {
		return t.fakeGazetteer.Search(q, near, limit)
	}
	var out []gazetteer.Match
	for i, region := range []string{"Kherson Oblast", "Odesa Oblast"} {
		out = append(out, gazetteer.Match{Matched: "Ivanivka", Place: gazetteer.Place{
			GeonameID: int64(900 + i), Name: "Ivanivka", Country: "UA", CountryName: "Ukraine", Admin1Name: region,
			At: orb.Point{33 + float64(i), 46}, Population: 4000 - 1000*i, Class: gazetteer.ClassCity, RadiusM: 1000,
		}})
	}
	return out
}

// late has work off the main goroutine wait until it is asked to run.
func (b *bench) late() (run func()) {
	var work []func()
	b.form.deps.Go = func(f func()) { work = append(work, f) }
	return func() {
		for len(work) > 0 {
			f := work[0]
			work = work[1:]
			f()
		}
	}
}

// Who types a place and goes on before the list has come has chosen the place of that
// name all the same; where it lies is said.
func TestPlaceLeftBeforeTheListHasCome(t *testing.T) {
	for name, typed := range map[string]string{"its name": "Kharkiv", "another spelling": "харьков"} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.form.New(store.Event{Kind: "strike"})
			b.ctrlShift(fyne.KeyP)
			run := b.late()
			b.write(typed)
			b.press(fyne.KeyTab)
			p := b.form.d.Places[0]
			if p.Coordinates != "" {
				t.Fatal("there was nothing to choose from yet")
			}
			run()
			row := b.form.rows[draft.Path("place", p.ID, "name")]
			if p.Name != "Kharkiv" || p.GeonameID != "706483" || p.Admin1 != "UA-63" || !strings.Contains(row.Message(), "Kharkiv Oblast · Ukraine") {
				t.Errorf("the place is %+v; the form says %q", p, row.Message())
			}
			if at := b.w.Canvas().Focused().(*field.Complete); at.Text != p.Coordinates {
				t.Errorf("the cursor is in a field that says %q, not in the coordinates", at.Text)
			}
		})
	}
}

// An event that is saved before the list has come waits for it.
func TestSavingWaitsForThePlace(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.ctrlShift(fyne.KeyP)
	run := b.late()
	b.write("Kyiv")
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) > 0 {
		t.Fatal("it was saved without its place")
	}
	run()
	if p := b.only(t).Places; len(p) != 1 || p[0].GeonameID != 703448 {
		t.Errorf("places %+v", p)
	}
}

// Coordinates typed meanwhile, or before, are those of the place; the name is only what
// they are called.
func TestANameKeepsCoordinatesGivenByHand(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike", Places: []store.Place{{ID: "p", Role: "target", Geometry: store.Geometry{Geometry: orb.Point{36.3, 50.1}}}}})
	b.ctrlShift(fyne.KeyP)
	b.form.focus(b.form.mainFields["p"])
	b.write("Kharkiv")
	b.press(fyne.KeyTab)
	if p := b.form.d.Places[0]; p.Name != "Kharkiv" || p.Coordinates != draft.ShowPoint(orb.Point{36.3, 50.1}) {
		t.Errorf("the place is %+v", p)
	}
}

// Another town's name in the place of one from the list brings its own coordinates.
func TestAPlaceTypedOverAnother(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	b.choosePlace("Kharkiv")
	b.form.focus(b.form.mainFields[b.form.d.Places[0].ID])
	for range "Kharkiv" {
		b.press(fyne.KeyBackspace)
	}
	run := b.late()
	b.write("Kyiv")
	b.press(fyne.KeyTab)
	run()
	if p := b.form.d.Places[0]; p.Name != "Kyiv" || p.GeonameID != "703448" || !strings.HasPrefix(p.Coordinates, "50.4") {
		t.Errorf("the place is %+v", p)
	}
}

// Of several places of a name none is taken unasked: the form says so, saving asks once,
// and the list is there to choose from.
func TestSeveralPlacesOfOneNameAreAskedAbout(t *testing.T) {
	for _, early := range []bool{false, true} {
		t.Run(fmt.Sprint("before the list has come ", early), func(t *testing.T) {
			b := newBench(t)
			b.form.deps.Gazetteer = twins{}
			b.form.New(store.Event{Kind: "strike"})
			b.ctrlShift(fyne.KeyP)
			run := func() {}
			if early {
				run = b.late()
			}
			b.write("Ivanivka")
			b.press(fyne.KeyTab)
			run()
			p := b.form.d.Places[0]
			row := b.form.rows[draft.Path("place", p.ID, "name")]
			if p.Coordinates != "" || !strings.Contains(row.Message(), "several places are called Ivanivka") {
				t.Fatalf("the place is %+v; the form says %q", p, row.Message())
			}
			b.form.deps.Go = func(f func()) { f() }
			b.ctrl(fyne.KeyReturn)
			if len(b.store.saves) > 0 || !strings.Contains(row.Message(), "choose one") {
				t.Fatalf("%d saves; the form says %q", len(b.store.saves), row.Message())
			}
			b.press(fyne.KeyDown, fyne.KeyReturn) // the list is open
			if said := row.Message(); strings.Contains(said, "several") || p.GeonameID != "901" {
				t.Fatalf("chosen was %+v; the form says %q", p, said)
			}
			b.ctrl(fyne.KeyReturn)
			if got := b.only(t).Places[0]; got.GeonameID != 901 {
				t.Errorf("saved was %+v", got)
			}
		})
	}
	t.Run("and not again", func(t *testing.T) {
		b := newBench(t)
		b.form.deps.Gazetteer = twins{}
		b.form.New(store.Event{Kind: "strike"})
		b.ctrlShift(fyne.KeyP)
		b.write("Ivanivka")
		b.ctrl(fyne.KeyReturn)
		b.ctrl(fyne.KeyReturn)
		if got := b.only(t).Places[0]; got.Name != "Ivanivka" || got.Geometry.Geometry != nil {
			t.Errorf("saved was %+v", got)
		}
	})
}

// An actor's name that two have is asked about; one that is the own name of one of them
// is its.
func TestSeveralActorsOfOneNameAreAskedAbout(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "talks"})
	b.form.voc.actors = []store.Actor{
		{ID: "one", Name: "Ministry of Defence", Kind: "organisation"},
		{ID: "two", Name: "Ministry of Defence", Kind: "organisation"},
		{ID: "three", Name: "Defence Staff", Kind: "organisation", Aliases: []string{"Staff"}},
		{ID: "four", Name: "Staff", Kind: "organisation"},
	}
	b.form.voc.actorNames = newNames(b.form.voc.actors, func(a store.Actor) []string { return append([]string{a.Name}, a.Aliases...) })
	b.ctrlShift(fyne.KeyA)
	b.write("ministry of defence")
	b.press(fyne.KeyTab)
	p := b.form.d.Parties[0]
	if a := b.form.d.Actor(p.Actor); a.Base != nil || !strings.Contains(b.form.rows[draft.Path("party", p.ID, "actor")].Message(), "2 actors are called") {
		t.Fatalf("taken was %+v", a)
	}
	b.ctrlShift(fyne.KeyA)
	b.write("staff")
	b.press(fyne.KeyTab)
	if a := b.form.d.Actor(b.form.d.Parties[1].Actor); a.ID != "four" {
		t.Errorf("taken was %+v", a)
	}
}
