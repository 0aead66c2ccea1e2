package entry

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/when"
	"sitmap/store"
)

// atUTC is a form on a computer that keeps UTC under the name servers give it.
func atUTC(t *testing.T) *bench {
	t.Helper()
	zone, err := time.LoadLocation("Etc/UTC")
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	b.form.deps.Zone = zone
	b.form.New(store.Event{Kind: "strike"})
	return b
}

func (b *bench) choosePlace(name string) {
	b.t.Helper()
	b.ctrlShift(fyne.KeyP)
	b.write(name)
	b.press(fyne.KeyReturn)
}

// A time without a zone is told in that of the place, typed before it or after.
func TestZoneFollowsThePlace(t *testing.T) {
	for name, enter := range map[string]func(b *bench, time func()){
		"time first":  func(b *bench, time func()) { time(); b.choosePlace("Kharkiv") },
		"place first": func(b *bench, time func()) { b.choosePlace("Kharkiv"); time() },
	} {
		t.Run(name, func(t *testing.T) {
			b := atUTC(t)
			enter(b, func() {
				b.ctrlShift(fyne.KeyW)
				b.write("night of 3-4 July 2025")
			})
			said := b.form.rows["when"].Message()
			if !strings.Contains(said, "22:00 – 4 Jul 2025 06:00 Europe/Kyiv") || !strings.Contains(said, "Europe/Kyiv, from the place") {
				t.Errorf("the form says %q", said)
			}
			b.ctrl(fyne.KeyReturn)
			got := b.only(t).When
			if want := time.Date(2025, 7, 3, 19, 0, 0, 0, time.UTC); !got.Earliest.Equal(want) || got.Zone != "Europe/Kyiv" {
				t.Errorf("saved %+v", got)
			}
		})
	}
}

func TestZoneWithoutAPlaceIsTheComputers(t *testing.T) {
	b := atUTC(t)
	b.ctrlShift(fyne.KeyW)
	b.write("3 July 2025")
	said := b.form.rows["when"].Message()
	if want := "3 Jul 2025, the whole day, Etc/UTC\nEtc/UTC, the computer’s zone: no place is given yet"; said != want {
		t.Errorf("the form says %q, want %q", said, want)
	}
	p := b.form.d.Places[0]
	p.Name = "Somewhere"
	b.form.changed()
	if said := b.form.rows["when"].Message(); !strings.Contains(said, "that of the place is not known") {
		t.Errorf("the form says %q", said)
	}
}

// A zone in the words or chosen by hand stays, whatever the place.
func TestZoneThatIsGivenStays(t *testing.T) {
	b := atUTC(t)
	b.ctrlShift(fyne.KeyW)
	b.write("3 July 2025 12:00 Istanbul")
	b.choosePlace("Kharkiv")
	if said := b.form.rows["when"].Message(); strings.Contains(said, "from") || !strings.Contains(said, "Europe/Istanbul") {
		t.Errorf("the form says %q", said)
	}
	w := draft.When{Text: "3 July 2025 12:00", Zone: "Asia/Tehran"}
	got, _, err := w.Read(b.form.reader().When)
	if err != nil || got.Zone != "Asia/Tehran" || b.form.zoneSaid(w) != "Asia/Tehran, as chosen" {
		t.Errorf("%+v, %v, %q", got, err, b.form.zoneSaid(w))
	}
}

// An embargo is kept by the writer's clock.
func TestEmbargoFollowsTheDesk(t *testing.T) {
	b := atUTC(t)
	b.choosePlace("Kharkiv")
	b.form.d.Protection.Embargo = "2025-07-06 12:00"
	e, problems := b.form.event()
	if want := time.Date(2025, 7, 6, 12, 0, 0, 0, time.UTC); len(problems) > 0 || !e.Protection.Embargo.Equal(want) {
		t.Errorf("%v, %v", e.Protection.Embargo, problems)
	}
}

func TestLocalTimeThatIsUTCIsSaidOnce(t *testing.T) {
	at := time.Date(2025, 1, 3, 12, 0, 0, 0, time.UTC)
	w := store.When{Earliest: at, Latest: at.Add(time.Minute), Precision: store.Minute}
	for zone, same := range map[string]bool{"Etc/UTC": true, "Europe/London": true, "Europe/Kyiv": false} {
		w.Zone = zone
		if local, utc := when.Show(w); (local == utc) != same {
			t.Errorf("%s: %q and %q", zone, local, utc)
		}
	}
}

// The example in a field is not to be taken for a value.
func TestPlannedShowsNoDate(t *testing.T) {
	b := atUTC(t)
	e, ok := firstFocusable(b.form.rows["planned"].Object).(*field.Complete)
	if !ok || strings.ContainsAny(e.PlaceHolder, "0123456789") {
		t.Errorf("the field shows %+v", e)
	}
}

// What could mean two things is asked, with the choices whole, and taken by key.
func TestAmbiguousTimeIsChosenByKey(t *testing.T) {
	b, st := realBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("Talks")
	b.ctrlShift(fyne.KeyW)
	b.write("03/04/2025 01:30 Kyiv")
	if m := b.form.rows["when"].Message(); !strings.Contains(m, "may be 3 April or 4 March") || !strings.Contains(m, "chooses") {
		t.Errorf("it says %q", m)
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	if b.form.d.When.Text != "4 March 2025 01:30 Kyiv" {
		t.Fatalf("taken is %q", b.form.d.When.Text)
	}
	if m := b.form.rows["when"].Message(); !strings.Contains(m, "Europe/Kyiv") || !strings.Contains(m, "UTC") {
		t.Errorf("understood as %q", m)
	}
	b.ctrl(fyne.KeyReturn)
	if len(b.saved) != 1 {
		t.Fatalf("not saved: %v", b.form.problems)
	}
	got, err := st.Event(t.Context(), b.saved[0])
	if want := time.Date(2025, 3, 3, 23, 30, 0, 0, time.UTC); err != nil || !got.Value.When.Earliest.Equal(want) {
		t.Errorf("stored %+v, %v", got.Value.When, err)
	}
}
