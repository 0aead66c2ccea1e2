package dossier

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
	"sitmap/store"
)

// Who reports none is named as one who differs, never as a source of the toll; and of
// one originator's numbers the rule is named by which one counts, and the other marked.
func TestWhoStandsBehindAFigure(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{Choice: look.AlwaysLight})
	n := func(x float64) *float64 { return &x }
	claim := func(id, by, qualifier string, low *float64, day int) store.Claim {
		c := store.Claim{ID: id, About: "measure", Measure: "killed", Qualifier: qualifier, Low: low, AccordingTo: &store.Actor{ID: by, Name: by}}
		if qualifier == "exactly" {
			c.High = low
		}
		if day > 0 {
			c.AsOf = store.When{Earliest: time.Date(2025, 7, day, 0, 0, 0, 0, time.UTC), Latest: time.Date(2025, 7, day+1, 0, 0, 0, 0, time.UTC)}
		}
		return c
	}
	for _, x := range []struct {
		name   string
		claims []store.Claim
		want   []string
		not    string
	}{
		{
			"a denial",
			[]store.Claim{claim("1", "Syniehubov", "more than", n(3), 0), claim("2", "Defence ministry", "none reported", nil, 0)},
			[]string{"> 3 killed or none reported\nThey differ: Syniehubov: > 3; Defence ministry: none reported"},
			"superseded",
		},
		{
			"a newer number",
			[]store.Claim{claim("1", "Oleh Kiper", "exactly", n(7), 5), claim("2", "Oleh Kiper", "exactly", n(3), 4)},
			[]string{
				"7 killed\nAccording to Oleh Kiper, newest of 2\n",
				"3 killed\nAccording to Oleh Kiper\nsuperseded\nBy what the same originator said later: 7 killed",
			},
			"7 killed\nAccording to Oleh Kiper\nsuperseded",
		},
		{
			"undated numbers",
			[]store.Claim{claim("1", "Oleh Kiper", "exactly", n(7), 0), claim("2", "Oleh Kiper", "exactly", n(3), 4)},
			[]string{"3–7 killed\nOleh Kiper: 7 or 3, order unknown. Which is the newest is not known: give them a date."},
			"superseded",
		},
	} {
		d := New(nil)
		test.NewTempWindow(t, d.Content()).Resize(fyne.NewSize(420, 900))
		d.Set(Page{Event: store.Stored[store.Event]{Value: store.Event{ID: "e", Kind: "strike", Title: "t", Claims: x.claims}, Revision: 1}})
		page := strings.Join(texts(d.page), "\n")
		for _, want := range x.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %q:\n%s", x.name, want, page)
			}
		}
		if strings.Contains(page, x.not) {
			t.Errorf("%s: the page says %q:\n%s", x.name, x.not, page)
		}
	}
}
