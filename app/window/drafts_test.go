package window

import (
	"testing"

	"sitmap/app/entry"
)

func TestDraftsThatWaitAreSaidInTheHeader(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	if b.header.drafts.Visible() {
		t.Fatalf("no draft waits, the header says %q", b.header.drafts.Text)
	}
	id := b.open.sit.Store().ID()
	drafts := entry.Folder(b.dirs.drafts(id))
	for _, key := range []string{"a", "b"} {
		if err := drafts.Keep(key, []byte(`{"ID":"0197d1e0-5c00-7000-8000-0000000000`+key+`0","Store":"`+id+`","Title":"Kept"}`)); err != nil {
			t.Fatal(err)
		}
	}
	b.countDrafts()
	b.until("the drafts are counted", func() bool { return b.header.drafts.Text == "2 unsaved drafts" })
	if err := drafts.Drop("a"); err != nil {
		t.Fatal(err)
	}
	b.countDrafts()
	b.until("one is left", func() bool { return b.header.drafts.Text == "1 unsaved draft" && b.header.drafts.Visible() })
	b.header.drafts.OnTapped()
	b.settle()
	if !b.writing || b.header.drafts.Visible() {
		t.Error("the form does not open, or drafts are said beside it")
	}
	if err := drafts.Drop("b"); err != nil {
		t.Fatal(err)
	}
	b.formClosed()
	b.settle()
	if b.header.drafts.Visible() {
		t.Errorf("none waits any more, the header says %q", b.header.drafts.Text)
	}
}
