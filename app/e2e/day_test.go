//go:build e2e

package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// The five items of the day.
var (
	wire    = source{"Wire report", "News wire", "4 July 2025"}
	radio   = source{"Radio bulletin", "City radio", "4 July 2025"}
	evening = source{"Evening bulletin", "City radio", "5 July 2025"}
	mayor   = source{"Post of the mayor", "Telegram", "5 July 2025"}
	morning = source{"Morning report", "Air Force", "4 July 2025"}
)

// The events, by the titles that the form makes of what is entered.
const (
	onKharkiv = "Strike on Kharkiv"
	onKyiv    = "Strike on Kyiv"
	onPort    = "Strike on Port of Odesa"
	talks     = "Talks in Istanbul"
)

const (
	rescuers  = "State Emergency Service"
	cityMayor = "Mayor of Kharkiv"
	airForce  = "Air Force of Ukraine" // typed so; the program knows it as the Ukrainian Air Force
)

// A working day, in the window and by keyboard alone: three strikes of a night from
// five items that disagree, talks that are announced and postponed, a picture for the
// brief, figures corrected with their reasons, and the picture opened again from its id.
func TestWorkingDay(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	db := h.path("day.gpkg")
	h.emptyStore(db)
	d := &day{window: h.open(s, "--db", db), test: t, db: db}
	d.painted()
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"echo", d.twoOutletsEchoOneOriginator},
		{"newer", d.theSameOriginatorCountsAnew},
		{"range", d.anotherOriginatorDisagrees},
		{"pair", d.aReportOfDronesAndACountOfWounded},
		{"port", d.aStrikeAtCoordinatesWithASlip},
		{"announced", d.talksAreAnnounced},
		{"picture", d.aPictureGoesOut},
		{"postponed", d.talksArePostponed},
		{"our-error", d.ourErrorIsCorrected},
		{"source-corrected", d.theSourceCorrectsItself},
		{"reopened", d.thePictureIsOpenedFromItsID},
		{"five-items", d.allOfItRestsOnFiveItems},
	} {
		t.Logf("step %s", step.name)
		step.do()
		d.picture(step.name)
		if t.Failed() {
			t.FailNow()
		}
	}
	h.run("check", "--db", db)
}

// day is the working day so far.
type day struct {
	*window
	test      *testing.T
	db        string
	published store.Publication
	then      string // the list as it was when the picture went out
}

// events reads the store as `sitmap list --json` tells it, by title.
func (h *home) events(db string) map[string]store.Event {
	h.t.Helper()
	out := map[string]store.Event{}
	for line := range strings.Lines(h.run("list", "--db", db, "--json")) {
		var e store.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			h.t.Fatalf("reading the list: %v in %s", err, line)
		}
		out[e.Title] = e
	}
	return out
}

// event is what the store has of an event.
func (d *day) event(title string) store.Event {
	d.test.Helper()
	e, ok := d.home.events(d.db)[title]
	if !ok {
		d.test.Fatalf("there is no event %q in the list", title)
	}
	return e
}

// tells asserts what `sitmap show` says of an event, line by line.
func (d *day) tells(title string, lines ...string) {
	d.test.Helper()
	text := d.home.run("show", "--db", d.db, d.event(title).ID)
	said := strings.Join(strings.Fields(text), " ") // long lines are wrapped
	for _, l := range lines {
		if !strings.Contains(said, l) {
			d.test.Errorf("of %q is not told “%s”:\n%s", title, l, text)
		}
	}
}

// headlines asserts the figures of an event and how many independent originators stand
// behind each.
func (d *day) headlines(title string, want ...string) {
	d.test.Helper()
	var got []string
	for _, f := range store.Figures(d.event(title)) {
		got = append(got, f.Text())
	}
	same(d.test, got, want...)
	d.tells(title, want...)
}

// voices is how many independent originators stand behind the figure of a measure.
func (d *day) voices(title, measure string) int {
	d.test.Helper()
	for _, f := range store.Figures(d.event(title)) {
		if f.Measure == measure {
			return f.Voices()
		}
	}
	return 0
}

// by types who struck.
func (d *day) by(attacker string) {
	d.test.Helper()
	d.key("ctrl+shift+a")
	d.text(attacker)
	d.keeps("the attacker", func(x draft.Draft) bool {
		return slices.ContainsFunc(x.Parties, func(p *draft.Party) bool {
			a := x.Actors[p.Actor.Key]
			return a != nil && a.Name == attacker
		})
	})
}

// at types when it was.
func (d *day) at(when string) {
	d.test.Helper()
	d.key("ctrl+shift+w")
	d.text(when)
	d.keeps("the time", func(x draft.Draft) bool { return x.When.Text == when })
}
