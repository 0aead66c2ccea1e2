//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"image"
	"os"
	"slices"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// Talks are announced: planned, and not held.
func (d *day) talksAreAnnounced() {
	d.newEvent("t")
	d.key("ctrl+shift+w", "Tab")
	d.text("10 July 2025")
	d.place("Istanbul", "Istanbul")
	d.cite(source{title: wire.title})
	d.phase("announced", "3 July 2025", "1")
	d.save()
	d.steps("announced 3 July 2025 [Wire report]")
}

// They are postponed: a second step with a source of its own, and the first stays.
func (d *day) talksArePostponed() {
	d.choose("Istanbul")
	d.edit()
	d.cite(source{title: evening.title})
	d.editing(d.test, talks)
	d.phase("postponed", "5 July 2025", "2")
	d.save()
	d.steps("announced 3 July 2025 [Wire report]", "postponed 5 July 2025 [Evening bulletin]")
}

// steps asserts the phases of the talks, and that they look planned.
func (d *day) steps(want ...string) {
	d.test.Helper()
	e := d.event(talks)
	var got []string
	for _, p := range e.Phases {
		got = append(got, fmt.Sprintf("%s %s [%s]", p.Phase, p.At.Text, strings.Join(itemsOf(e, p.Citations), "|")))
	}
	same(d.test, got, want...)
	if !e.When.IsZero() || e.Planned.Text != "10 July 2025" || e.Planned.Precision != store.Day || e.Planned.Zone != "Europe/Istanbul" {
		d.test.Errorf("when %+v, planned for %+v", e.When, e.Planned)
	}
}

// What the map shows is exported from the window, under a title.
func (d *day) aPictureGoesOut() {
	d.key("ctrl+0")
	before := d.settled()
	d.key("ctrl+p")
	d.changed(before, wholeScreen, "the dialog opens")
	d.key("ctrl+a")
	d.text("The night of 3-4 July")
	d.settled()
	d.picture("export-dialog")
	d.then = d.home.run("list", "--db", d.db, "--json")
	d.key("Return")
	eventually(d.test, "the picture is logged", func() bool {
		line := d.home.run("publications", "--db", d.db, "--json")
		return line != "" && json.Unmarshal([]byte(line), &d.published) == nil
	})
	if p := d.published; p.Title != "The night of 3-4 July" || p.File != "day.png" || p.Events != 4 || !p.Listed {
		d.test.Errorf("logged is %+v", p)
	}
	f, err := os.Open(d.home.path("day.png"))
	if err != nil {
		d.test.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		d.test.Fatal(err)
	}
	if strikeRed(img, img.Bounds()) < 3*aMark {
		d.test.Error("the strikes are not on the picture")
	}
	told := d.settled()
	d.key("Escape")
	d.changed(told, wholeScreen, "what was said of the picture is put away")
}

// A figure is put right that we had typed wrong: nobody ever claimed it.
func (d *day) ourErrorIsCorrected() {
	d.choose("Odesa")
	d.edit()
	d.key("ctrl+shift+c", "shift+Tab") // the last cell
	d.rewrite("21", "12")
	d.editing(d.test, onPort)
	d.saveBecause("o")

	same(d.test, claimed(d.event(onPort)), "killed 1, Port authority [Wire report]", "wounded 12, Port authority [Wire report]")
	d.headlines(onPort, "1 killed (Port authority)", "12 wounded (Port authority)")
	d.tells(onPort, "our error (revision 2) (wounded: 21 → 12)")
}

// A source corrects itself: what it said before is withdrawn, and kept.
func (d *day) theSourceCorrectsItself() {
	d.choose("Kyiv")
	d.edit()
	d.key("ctrl+shift+c", "Left") // launched, in the column of the morning report
	d.rewrite("539", "531")
	d.editing(d.test, onKyiv)
	d.saveBecause("s")

	e := d.event(onKyiv)
	if got := claimed(e); !slices.Contains(got, "launched 539, Ukrainian Air Force, withdrawn [Morning report]") ||
		!slices.Contains(got, "launched 531, Ukrainian Air Force [Morning report]") || len(got) != 5 {
		d.test.Errorf("claims %q", got)
	}
	d.tells(onKyiv, "531 launched (Ukrainian Air Force)", "WITHDRAWN because the source has corrected itself",
		"source corrected (revision 2) (launched: 539 → 531)")
}

// rewrite types another figure over that of the cell with the cursor.
func (d *day) rewrite(was, now string) {
	d.test.Helper()
	d.key("ctrl+a")
	d.text(now)
	x := d.keeps("the figure "+now, func(x draft.Draft) bool {
		return slices.ContainsFunc(x.Claims, func(c *draft.Claim) bool { return c.Figure == now })
	})
	for _, c := range x.Claims {
		if c.Figure == now && c.WasCell() != was {
			d.test.Fatalf("%s was typed over %q, not over %s", now, c.WasCell(), was)
		}
	}
}

// saveBecause saves a correction and answers why, by a letter.
func (d *day) saveBecause(letter string) {
	d.test.Helper()
	before := d.settled()
	d.key("ctrl+Return")
	d.changed(before, rightPanel, "the form asks why")
	d.picture("why-" + letter)
	d.key(letter)
	d.closed()
}

// The picture is opened again from the id printed on it: the events as they were, and
// what has become of them since.
func (d *day) thePictureIsOpenedFromItsID() {
	told := d.home.run("publications", "--db", d.db, d.published.ID)
	for _, want := range []string{
		"“The night of 3-4 July”, day.png", "Shows 4 events as of change " + fmt.Sprint(d.published.Head),
		"changed: “" + onPort + "”", "our error, olha", "wounded: 21 → 12",
		"changed: “" + onKyiv + "”", "source corrected, olha", "launched: 539 → 531",
		"changed: “" + talks + "”",
	} {
		if !strings.Contains(told, want) {
			d.test.Errorf("of the publication is not told “%s”:\n%s", want, told)
		}
	}
	if strings.Contains(told, onKharkiv) {
		d.test.Errorf("an event is said to have changed that has not:\n%s", told)
	}
	head := fmt.Sprintf("#%d", d.published.Head)
	if was := d.home.run("list", "--db", d.db, "--json", "--as-known-at", head); was != d.then {
		d.test.Errorf("the events as they were are\n%s\nbut the picture showed\n%s", was, d.then)
	}

	before := d.settled()
	d.key("ctrl+w")
	d.changed(before, wholeScreen, "the publications are opened")
	d.key("slash")
	d.text(d.published.ID)
	d.settled()
	d.key("Down")
	d.settled()
	d.picture("publication")
	d.key("Return")
	d.named("As known at")
	d.settled()
	d.picture("as-known")
	d.key("ctrl+n") // the past cannot be written on
	d.settled()
	if accent(d.picture("now"), newButton) < 800 {
		d.test.Error("the form opens in the past")
	}
	eventually(d.test, "Escape leads back to now, step by step", func() bool {
		d.key("Escape")
		name, err := d.do("xdotool", "getwindowname", d.id)
		return err == nil && strings.HasPrefix(name, "day")
	})
}

// named waits until the window's title begins so.
func (d *day) named(prefix string) {
	d.test.Helper()
	eventually(d.test, "the window is named “"+prefix+" …”", func() bool {
		name, err := d.do("xdotool", "getwindowname", d.id)
		return err == nil && strings.HasPrefix(name, prefix)
	})
}

// All events together cite five items: none was made twice.
func (d *day) allOfItRestsOnFiveItems() {
	ids := map[string]string{}
	for _, e := range d.home.events(d.db) {
		for _, q := range e.Citations {
			ids[q.Item.ID] = q.Item.Title
		}
	}
	var titles []string
	for _, title := range ids {
		titles = append(titles, title)
	}
	slices.Sort(titles)
	same(d.test, titles, evening.title, morning.title, mayor.title, radio.title, wire.title)
	if n := len(d.home.events(d.db)); n != 4 {
		d.test.Errorf("%d events", n)
	}
}
