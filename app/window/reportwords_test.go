package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sitmap/app/inbox"
	"sitmap/store"
)

// selects goes to some words of the text as the keyboard does: to their beginning, then
// with Shift to their end.
func (b *bench) selects(words string) {
	b.t.Helper()
	at := strings.Index(report, words)
	if at < 0 {
		b.t.Fatalf("%q is not in the report", words)
	}
	text := b.win.Canvas().Focused()
	keys, ok := text.(desktop.Keyable)
	if !ok {
		b.t.Fatalf("the keyboard is with %T", text)
	}
	for range len(report) {
		text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	for range []rune(report[:at]) {
		text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	keys.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range []rune(words) {
		text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	keys.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	b.settle()
}

// about are an event's quotes, by what they are about; parts go by their name.
func about(e store.Event) map[string]string {
	names := map[string]string{}
	for _, p := range e.Places {
		names[p.ID] = p.Name
	}
	for _, p := range e.Parties {
		names[p.ID] = p.Actor.Name
	}
	for _, c := range e.Claims {
		names[c.ID] = c.Measure
	}
	out := map[string]string{}
	for _, c := range e.Citations {
		name := c.About
		if names[name] != "" {
			name = names[name]
		}
		out[name] = c.Quote
	}
	return out
}

// Words of a report become fields of an event with their quotes, by keyboard alone.
func TestWordsOfAReportBecomeFieldsWithTheirQuotes(t *testing.T) {
	b := inboxBench(t)
	b.pasted(report)
	title, sentences, _ := strings.Cut(report, "\n\n")
	b.types("n") // an event by hand that cites the item
	if !b.writing {
		t.Fatal("no form is open")
	}
	b.types("s") // a strike
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	if _, in := b.win.Canvas().Focused().(desktop.Keyable); !in || !b.inbox.panel.Holds(b.win.Canvas().Focused()) {
		t.Fatalf("the keyboard is with %T", b.win.Canvas().Focused())
	}
	for _, x := range [][2]string{
		{"4 July 2025", "d"},
		{"Kharkiv", "p"},
		{"Russian", "a"},
		{"At least 12 people were wounded", "f"},
		{"Mayor Vitali Klitschko", "o"},
	} {
		b.selects(x[0])
		b.types(x[1])
		if said := b.status.Said(); !strings.HasPrefix(said, "“"+x[0]+"”") {
			t.Errorf("%q: the status line says %q", x, said)
		}
	}
	// The title goes into the field that had the cursor.
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	if b.inbox.panel.Holds(b.win.Canvas().Focused()) {
		t.Fatal("the keyboard did not go back to the form")
	}
	b.shortcut(parseKeys("Ctrl+Return"))
	events := b.events()
	if len(events) != 1 {
		t.Fatalf("%d events; the status line says %q", len(events), b.status.Said())
	}
	e := events[0]
	first := strings.SplitAfter(sentences, ". ")
	got := about(e)
	for what, quote := range map[string]string{"when": title, "Kharkiv": title, "wounded": strings.TrimSpace(first[1])} {
		if got[what] != quote {
			t.Errorf("%s is quoted as %q, want %q", what, got[what], quote)
		}
	}
	if e.When.Text != "4 July 2025" || len(e.Places) != 1 || e.Places[0].GeonameID != 706483 || e.Places[0].Role != "target" {
		t.Errorf("when %+v, places %+v", e.When, e.Places)
	}
	if voices(e) != "12 Vitali Klitschko" || len(e.Parties) != 1 {
		t.Errorf("claims %q, parties %+v", voices(e), e.Parties)
	}
	it := b.items()[title]
	for _, c := range e.Citations {
		if c.Item.ID != it.ID || it.Inbox != inbox.Used {
			t.Errorf("cited %+v", c)
		}
	}
	b.undo()
	b.settle()
	if len(b.events()) != 0 || b.items()[title].Inbox != inbox.New {
		t.Error("undo did not take it back whole")
	}
}

// Enter in the text puts the words into the field that had the cursor, cells included.
func TestWordsGoWhereTheCursorWas(t *testing.T) {
	b := inboxBench(t)
	b.pasted(report)
	b.types("n")
	b.types("s")
	b.win.Canvas().FocusNext() // the summary
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	b.selects("Russian drones struck Kharkiv")
	b.key(fyne.KeyReturn)
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	b.shortcut(parseKeys("Ctrl+Shift+C")) // the first cell: killed
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	b.selects("At least 12 people")
	b.key(fyne.KeyReturn)
	b.shortcut(parseKeys("Ctrl+Shift+I"))
	b.shortcut(parseKeys("Ctrl+Shift+P"))
	b.types("Kharkiv")
	b.key(fyne.KeyReturn)
	b.shortcut(parseKeys("Ctrl+Return"))
	events := b.events()
	if len(events) != 1 {
		t.Fatalf("%d events; the status line says %q", len(events), b.status.Said())
	}
	e := events[0]
	if e.Summary != "Russian drones struck Kharkiv" || about(e)["summary"] == "" {
		t.Errorf("summary %q, quoted %q", e.Summary, about(e)["summary"])
	}
	i := slices.IndexFunc(e.Claims, func(c store.Claim) bool { return c.Measure == "killed" })
	if i < 0 || e.Claims[i].Qualifier != "at least" || *e.Claims[i].Low != 12 || !strings.Contains(about(e)["killed"], "At least 12 people were wounded") {
		t.Errorf("claims %+v, quoted %q", e.Claims, about(e)["killed"])
	}
}

// An item that has only an address gets its text later, and is then read.
func TestItemGetsItsTextLater(t *testing.T) {
	b := inboxBench(t)
	it := store.Item{Title: "Strike on Kharkiv", URL: "https://example.org/a", Inbox: inbox.New}
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Item: &it}}}); err != nil {
		t.Fatal(err)
	}
	b.readInbox()
	b.settle()
	b.types("x")
	b.types(report)
	b.press("Add")
	b.settle()
	if got := b.items()["Strike on Kharkiv"]; got.Text != report {
		t.Fatalf("its text is %q; %q %q; focus %T", got.Text, b.status.Said(), b.banner.Text(), b.win.Canvas().Focused())
	}
	b.types("a")
	if len(b.events()) != 1 {
		t.Errorf("%d events were proposed and accepted; the status line says %q", len(b.events()), b.status.Said())
	}
}
