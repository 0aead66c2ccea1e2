package situation

import (
	"math"
	"testing"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

func measured(qualifier string, low, high float64, of string) store.Claim {
	c := store.Claim{About: "measure", Measure: "killed", Of: of, Qualifier: qualifier, AccordingTo: &store.Actor{Name: "A"}}
	if low >= 0 {
		c.Low = &low
	}
	if high >= 0 {
		c.High = &high
	}
	return c
}

func TestMeasureValue(t *testing.T) {
	wide := measured("exactly", 90, 90, "")
	wide.Scope = store.Scope{Country: "UA"}
	for _, c := range []struct {
		name   string
		claims []store.Claim
		want   float64
	}{
		{"nothing told", nil, math.NaN()},
		{"nobody killed", []store.Claim{measured("exactly", 0, 0, "")}, 0},
		{"none reported", []store.Claim{measured("none reported", -1, -1, "")}, math.NaN()},
		{"between", []store.Claim{measured("about", 4, 8, "")}, 6},
		{"at least", []store.Claim{measured("at least", 5, -1, "")}, 5},
		{"up to", []store.Claim{measured("up to", -1, 7, "")}, 7},
		{"of parts the greatest", []store.Claim{measured("exactly", 2, 2, "children"), measured("exactly", 9, 9, "civilians")}, 9},
		{"all before parts", []store.Claim{measured("exactly", 9, 9, "civilians"), measured("exactly", 5, 5, "")}, 5},
		{"not of a whole country", []store.Claim{wide}, math.NaN()},
	} {
		got := MeasureValue(store.Event{Claims: c.claims}, "killed")
		if got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEncodingsAreHonoured(t *testing.T) {
	e := strikeAt("e", "Strike", "Kyiv", 30, 50)
	e.Places[0].Precision, e.Places[0].RadiusM = store.PlaceLocality, 9000
	e.Places = append(e.Places, pointPlace("p2", "target", "Irpin", 30.2, 50.5))
	e.Claims = []store.Claim{measured("exactly", 12, 12, "")}
	gone := strikeAt("r", "Gone", "Odesa", 31, 46)
	gone.Assessment = store.Retracted
	o := options()
	o.ShowRetracted = true

	s := Build([]store.Event{e, gone}, o)
	if len(s.Discs) != 1 || s.By != nil || s.Marks[0].Fill != scene.Hollow {
		t.Errorf("usually: %d discs, by %v, filled %d", len(s.Discs), s.By, s.Marks[0].Fill)
	}
	o.Encode = Encodings{ByKind, BySize}
	s = Build([]store.Event{e, gone}, o)
	if len(s.Discs) != 0 || s.By == nil || s.By.Name != "killed" || s.By.Most != 12 {
		t.Fatalf("sized: %d discs, by %+v", len(s.Discs), s.By)
	}
	m := s.Marks
	if m[0].Value != 12 || !math.IsNaN(m[1].Value) || !math.IsNaN(m[2].Value) {
		t.Errorf("values %v, %v, %v", m[0].Value, m[1].Value, m[2].Value)
	}
	if m[0].Fill != scene.Solid || m[2].Fill != scene.Crossed {
		t.Errorf("filled %d and, retracted, %d", m[0].Fill, m[2].Fill)
	}
}
