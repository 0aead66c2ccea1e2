package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// labels are what stands before the titles of the sources.
func (b *bench) labels() (out []string) {
	for _, c := range b.form.ownSources() {
		out = append(out, b.form.rows[draft.Path("citation", c.ID, "item")].Object.Objects[0].(*widget.Label).Text)
	}
	return out
}

// Titles that differ little stay titles of their own, entered with Enter or Tab: the list
// of those cited already takes none of them. Each row has a number, that of its column.
func TestSourcesAreToldApart(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike", Title: "Strike"})
	for i, s := range [][2]string{
		{"Morning report 1", "Ministry"}, {"Morning report 2", "Ministry"}, {"Morning", "Wire"}, {"Morning report 21", ""}, {"Evening", "Radio"},
	} {
		b.ctrlShift(fyne.KeyS)
		b.write(s[0])
		b.press([]fyne.KeyName{fyne.KeyReturn, fyne.KeyTab}[i%2])
		b.write(s[1])
		b.press(fyne.KeyTab)
	}
	same(t, b.labels(), "source 1", "source 2", "source 3", "source 4", "source 5")
	b.ctrlShift(fyne.KeyC)
	var heads []string
	for _, l := range b.form.grid.titles {
		heads = append(heads, l.Text)
	}
	same(t, heads, "1 Morning report 1", "2 Morning report 2", "3 Wire", "4 Morning report 21", "5 Radio")
	b.ctrl(fyne.KeyReturn)
	var titles []string
	for _, c := range b.only(t).Citations {
		titles = append(titles, c.Item.Title)
	}
	same(t, titles, "Morning report 1", "Morning report 2", "Morning", "Morning report 21", "Evening")
}

// An item that is cited again, chosen from the list, has one number; its rows differ by
// a letter.
func TestAnItemCitedTwice(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{Kind: "strike"})
	for _, title := range []string{"Report", "Wire", "Repo"} {
		b.ctrlShift(fyne.KeyS)
		b.write(title)
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	same(t, b.labels(), "source 1", "source 2", "source 1b")
}

// A title with commas in it is one source: while it is typed, when it is chosen, and
// where it is typed again among others.
func TestATitleWithACommaIsOneSource(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("t")
	b.write("Third round")
	const title = "Zelensky, Umerov meet"
	for _, typed := range []string{title, "Kyiv Post", title + ", 2", "2, " + title, "2, 3 drones, one missile", "1 2"} {
		b.ctrlShift(fyne.KeyH)
		b.write("held")
		b.press(fyne.KeyTab, fyne.KeyTab)
		b.write(typed)
		b.press(fyne.KeyTab)
		b.elapse()
	}
	b.ctrl(fyne.KeyReturn)
	e := b.only(t)
	number := map[string]string{}
	var titles, cited []string
	for _, q := range e.Citations {
		titles = append(titles, q.Item.Title)
		number[q.ID] = itoa(len(titles))
	}
	same(t, titles, title, "Kyiv Post", "3 drones, one missile")
	for _, p := range e.Phases {
		var of []string
		for _, id := range p.Citations {
			of = append(of, number[id])
		}
		cited = append(cited, strings.Join(of, " "))
	}
	same(t, cited, "1", "2", "1 2", "2 1", "2 3", "1 2")
}

// What is neither a number nor a title stays in the field, whole, and is said.
func TestCitePartsKeepEveryWord(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("t")
	for _, title := range []string{"A, b", "A, b, c"} {
		b.ctrlShift(fyne.KeyS)
		b.write(title)
	}
	for text, want := range map[string]string{
		"":                  "|0",
		"1":                 "1 1|0",
		"1, 2":              "1 1/2 2|3",
		"1 2":               "1 1/2 2|2",
		"1, ":               "1 1|3",
		"a, b":              "1 a, b|0",
		"a, b, c":           "2 a, b, c|0",
		"A, b, c, 1":        "2 A, b, c/1 1|9",
		"x, y; A, b":        "0 x, y/1 A, b|6",
		"none":              "|0",
		"2, 3 dead, 4 hurt": "2 2/0 3 dead, 4 hurt|3",
	} {
		parts, last := b.form.citeParts(text)
		var got []string
		for _, p := range parts {
			got = append(got, itoa(p.number)+" "+p.text)
		}
		if s := strings.Join(got, "/") + "|" + itoa(last); s != want {
			t.Errorf("%q is %s, want %s", text, s, want)
		}
	}
}
