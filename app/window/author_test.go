package window

import (
	"strings"
	"testing"

	"sitmap/store"
)

// The author of an event cannot review it; the second person gives their name in the
// window, and then can.
func TestASecondPersonGivesTheirNameAndReviews(t *testing.T) {
	dir := t.TempDir()
	b := newBench(t, dir, "")
	b.shows("13 events")
	b.settle()
	id := b.id(kyiv)
	b.retitles(id, func(e *store.Event) { e.Title += "!" })
	b.review(id)
	b.until("it is refused", func() bool { return strings.Contains(b.banner.Text(), "Edit, Your name") })
	b.settle()
	b.askAuthor()
	b.answer("  Olena   Koval ")
	b.press("Set")
	b.until("the store is open under the name", func() bool { return b.open != nil && b.open.loaded && b.author() == "Olena Koval" })
	b.settle()
	b.review(id)
	b.until("it is reviewed", func() bool { return b.stored(id).Value.Review == store.Reviewed })
	if e := b.stored(id).Value; e.ReviewedBy != "Olena Koval" || b.newest(id).By != "Olena Koval" {
		t.Errorf("reviewed by %q, the change made by %q", e.ReviewedBy, b.newest(id).By)
	}
	if p := loadPrefs(b.dirs.settings(), func(f func()) { f() }, b.log); p.Author != "Olena Koval" {
		t.Errorf("tomorrow changes are made by %q", p.Author)
	}
}

func TestNamesOfAuthors(t *testing.T) {
	for typed, want := range map[string]string{
		" Olena\tKoval ": "Olena Koval", "Олена": "Олена", "": "", "  ": "", "a\x00b": "", strings.Repeat("ab ", 40): "",
	} {
		if got, err := readAuthor(typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q is read as %q, %v", typed, got, err)
		}
	}
}
