package entry

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// The hour of a publication is read on the clock of the country that the source's address
// is of, else on the computer's; which one is said, and the same words come back.
func TestPublishedIsReadInTheSourcesZone(t *testing.T) {
	for _, x := range []struct{ url, typed, stored, said, back string }{
		{"", "4 July 2025 08:00", "2025-07-04T08:00-04:00", "America/New_York, the computer’s zone", ""},
		{"https://www.pravda.com.ua/news/2025", "4 July 2025 08:00", "2025-07-04T08:00+03:00", "Europe/Kyiv, as its address ends in .ua", ""},
		{"https://www.bbc.co.uk/news", "4 July 2025 08:00:05", "2025-07-04T08:00:05+01:00", "Europe/London, as its address ends in .uk", ""},
		{"https://t.me/ukrpravda", "4 July 2025 08:00", "2025-07-04T08:00-04:00", "the computer’s zone", ""},
		{"https://www.pravda.com.ua/", "4 July 2025 08:00 UTC", "2025-07-04T08:00Z", "", ""},
		{"https://www.pravda.com.ua/", "4 July 2025", "2025-07-04", "", ""},
		{"", "July 2025", "2025-07", "", ""},
		{"", "2025-07-04T08:00+05:30", "2025-07-04T02:30Z", "", "4 July 2025 02:30 UTC"},
	} {
		t.Run(x.url+" "+x.typed, func(t *testing.T) {
			b := newBench(t)
			b.form.deps.Zone, _ = time.LoadLocation("America/New_York")
			b.form.New(store.Event{Kind: "other", Title: "Something"})
			b.ctrlShift(fyne.KeyS)
			b.write("Report")
			b.press(fyne.KeyTab, fyne.KeyTab)
			b.write(x.typed)
			c := b.form.d.Citations[0]
			b.form.d.Item(c.Item).URL = x.url
			b.form.changed()
			said := b.form.rows[draft.Path("citation", c.ID, "outlet")].Message()
			if x.said == "" && said != "" || !strings.Contains(said, x.said) {
				t.Errorf("the form says %q", said)
			}
			b.ctrl(fyne.KeyReturn)
			e := b.only(t)
			if got := e.Citations[0].Item.Published; got != x.stored {
				t.Errorf("stored as %s", got)
			}
			if x.back == "" {
				x.back = x.typed
			}
			b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 1})
			if got := b.form.d.Item(b.form.d.Citations[0].Item).Published; got != x.back {
				t.Errorf("it comes back as %q", got)
			}
			if b.form.Dirty() {
				t.Error("opening it changes it")
			}
			b.form.title.SetText("Something else")
			b.form.d.Item(b.form.d.Citations[0].Item).Note = "a note"
			b.ctrl(fyne.KeyReturn)
			if got := b.store.saves[len(b.store.saves)-1].Put[0].Event.Citations[0].Item.Published; got != x.stored {
				t.Errorf("saved again as %s", got)
			}
		})
	}
}
