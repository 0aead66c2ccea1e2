//go:build e2e

package e2e

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// Two outlets print what one service has counted: that is one voice.
func (d *day) twoOutletsEchoOneOriginator() {
	d.newEvent("s")
	d.at("night of 3-4 July 2025")
	d.place("Kharkov", "Kharkiv")
	d.by("Russia")
	d.cite(wire)
	d.cite(radio)
	d.claims(1, rescuers, "3", "12")
	d.claims(2, rescuers, "3", "12")
	d.save()

	e := d.event(onKharkiv)
	same(d.test, claimed(e),
		"killed 3, State Emergency Service [Wire report]", "killed 3, State Emergency Service [Radio bulletin]",
		"wounded 12, State Emergency Service [Wire report]", "wounded 12, State Emergency Service [Radio bulletin]")
	d.headlines(onKharkiv, "3 killed (State Emergency Service)", "12 wounded (State Emergency Service)")
	if n := d.voices(onKharkiv, "killed"); n != 1 {
		d.test.Errorf("one originator in two outlets counts as %d", n)
	}
	w := e.When
	if w.Precision != store.PartOfDay || w.Zone != "Europe/Kyiv" || w.Earliest.Format("2006-01-02 15:04") != "2025-07-03 19:00" {
		d.test.Errorf("when %+v", w)
	}
	if len(e.Places) != 1 || e.Places[0].GeonameID != 706483 || len(e.Parties) != 1 || e.Parties[0].Role != "attacker" {
		d.test.Errorf("places %+v, parties %+v", e.Places, e.Parties)
	}
}

// The same service counts anew: what it said before is superseded, whoever printed it.
func (d *day) theSameOriginatorCountsAnew() {
	d.edit()
	d.cite(evening)
	d.editing(d.test, onKharkiv)
	d.claims(3, rescuers, "5")
	d.save()
	d.headlines(onKharkiv, "5 killed (State Emergency Service, newest of 3)", "12 wounded (State Emergency Service)")
	if n := d.voices(onKharkiv, "killed"); n != 1 {
		d.test.Errorf("one originator in three items counts as %d", n)
	}
}

// Somebody else counts differently: the headline is the range, and says who says what.
func (d *day) anotherOriginatorDisagrees() {
	d.edit()
	d.cite(mayor)
	d.editing(d.test, onKharkiv)
	d.claims(4, cityMayor, "7")
	d.picture("range-form")
	d.save()
	d.headlines(onKharkiv, "5–7 killed (State Emergency Service: 5, newest of 3; Mayor of Kharkiv: 7)", "12 wounded (State Emergency Service)")
	if n := d.voices(onKharkiv, "killed"); n != 2 {
		d.test.Errorf("two originators count as %d", n)
	}
	if n := len(d.event(onKharkiv).Claims); n != 6 {
		d.test.Errorf("%d claims: what was said before must stay", n)
	}
}

// One report has launched and shot down in one word, another has wounded; its item is
// known from the first strike.
func (d *day) aReportOfDronesAndACountOfWounded() {
	d.newEvent("s")
	d.at("4 July 2025 01:30")
	d.place("Kiev", "Kyiv")
	d.by("Russia")
	d.cite(morning)
	d.cite(source{title: radio.title})
	d.claims(1, airForce, "", "", "539/478")
	d.claims(2, "Mayor of Kyiv", "none", "~20")
	d.save()

	e := d.event(onKyiv)
	same(d.test, claimed(e),
		"killed none reported, Mayor of Kyiv [Radio bulletin]", "wounded about 20, Mayor of Kyiv [Radio bulletin]",
		"launched 539, Ukrainian Air Force [Morning report]", "shot_down 478, Ukrainian Air Force [Morning report]")
	first := d.event(onKharkiv)
	if e.Parties[0].Actor.ID != first.Parties[0].Actor.ID || itemID(e, radio) != itemID(first, radio) {
		d.test.Error("an actor or an item that was known has been made anew")
	}
}

// The third strike is at coordinates; in its figure the keys changed places.
func (d *day) aStrikeAtCoordinatesWithASlip() {
	d.newEvent("s")
	d.at("4 July 2025 03:10")
	d.key("ctrl+shift+p")
	d.text("Port of Odesa")
	d.key("Tab")
	d.text("46.4989, 30.7527")
	d.key("Tab")
	d.keeps("the country of the coordinates", func(x draft.Draft) bool { return len(x.Places) > 0 && x.Places[0].Country == "UA" })
	d.cite(source{title: wire.title})
	d.claims(1, "Port authority", "1", "21")
	d.save()

	e := d.event(onPort)
	if len(e.Places) != 1 || e.Places[0].Precision != store.PlaceExact || e.Places[0].Country != "UA" {
		d.test.Fatalf("places %+v", e.Places)
	}
	at, ok := e.Places[0].Geometry.Geometry.(orb.Point)
	if !ok || math.Hypot(at[0]-30.7527, at[1]-46.4989) > 1e-9 {
		d.test.Errorf("it is at %v", e.Places[0].Geometry.Geometry)
	}
	d.headlines(onPort, "1 killed (Port authority)", "21 wounded (Port authority)")
}

func itemID(e store.Event, s source) string {
	for _, q := range e.Citations {
		if q.Item.Title == s.title {
			return q.Item.ID
		}
	}
	return ""
}
