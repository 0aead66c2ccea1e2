package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"sitmap/app/inbox"
	"sitmap/store"
)

const report = "Russian drones struck Kharkiv on 4 July 2025\n\nRussian drones struck Kharkiv on 4 July 2025. " +
	"At least 12 people were wounded, Mayor Vitali Klitschko said. Russia launched 30 drones, the Ukrainian Air Force said."

// inboxBench is a window with an empty store, whose inbox is shown.
func inboxBench(t *testing.T) *bench {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "empty.gpkg")
	st, err := store.Create(t.Context(), path, store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, dir, path)
	b.until("the store is open", func() bool { return b.open != nil && b.open.loaded })
	b.toggleInbox()
	b.settle()
	return b
}

// types types into what has the keyboard.
func (b *bench) types(keys string) {
	f := b.win.Canvas().Focused()
	for _, r := range keys {
		f.TypedRune(r)
	}
	b.settle()
}

func (b *bench) key(name fyne.KeyName) {
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	b.settle()
}

// shortcut goes to the menu and then to what has the keyboard, in the order in which
// Fyne's driver offers it.
func (b *bench) shortcut(s fyne.Shortcut) {
	b.t.Helper()
	for _, m := range b.menus.main.Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Action != nil && i.Shortcut.ShortcutName() == s.ShortcutName() {
				i.Action()
				b.settle()
				return
			}
		}
	}
	if to, ok := b.win.Canvas().Focused().(fyne.Shortcutable); ok {
		to.TypedShortcut(s)
	} else if _, ok := s.(*fyne.ShortcutPaste); ok { // the window's own, which the test driver does not call
		b.typedPaste()
	} else {
		b.t.Fatalf("nothing takes %s", s.ShortcutName())
	}
	b.settle()
}

// pasted puts a report into the inbox as an analyst does: Ctrl+V, then Ctrl+Enter.
func (b *bench) pasted(text string) {
	b.t.Helper()
	b.app.Clipboard().SetContent(text)
	b.shortcut(&fyne.ShortcutPaste{Clipboard: b.app.Clipboard()})
	if !b.inbox.panel.Adding() {
		b.t.Fatal("pasting opened no page")
	}
	b.shortcut(parseKeys("Ctrl+Return"))
}

// items are the store's, by title.
func (b *bench) items() map[string]store.Item {
	b.t.Helper()
	list, err := b.open.sit.Store().Items(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	out := map[string]store.Item{}
	for _, s := range list {
		out[s.Value.Title] = s.Value
	}
	return out
}

func (b *bench) events() (out []store.Event) {
	b.t.Helper()
	for e, err := range b.open.sit.Store().Events(b.t.Context(), store.Filter{}) {
		if err != nil {
			b.t.Fatal(err)
		}
		out = append(out, e.Value)
	}
	return out
}

// voices are an event's figures with who says so.
func voices(e store.Event) string {
	var out []string
	for _, c := range e.Claims {
		if c.Low != nil && c.AccordingTo != nil {
			out = append(out, fmt.Sprint(*c.Low, " ", c.AccordingTo.Name))
		}
	}
	return strings.Join(out, ", ")
}

func TestPastedReportIsAcceptedAsADraftThatCitesIt(t *testing.T) {
	b := inboxBench(t)
	b.pasted(report)
	title, _, _ := strings.Cut(report, "\n")
	it := b.items()[title]
	if it.Inbox != inbox.New || it.Text != report || it.Captured.By != "olha" || it.Captured.How != "pasted" || it.Captured.At.IsZero() {
		t.Fatalf("in the store: %+v", it)
	}
	b.types("a")
	events := b.events()
	if len(events) != 1 {
		t.Fatalf("%d events; the status line says %q, the banner %q", len(events), b.status.Said(), b.banner.Text())
	}
	e := events[0]
	if e.Kind != "strike" || e.Review != store.Draft || len(e.Places) == 0 || e.Places[0].Name != "Kharkiv" || voices(e) != "12 Vitali Klitschko, 30 Ukrainian Air Force" {
		t.Errorf("accepted %+v", e)
	}
	for _, c := range e.Citations {
		if c.Item.ID != it.ID || c.Item.Inbox != inbox.Used || !strings.Contains(report, c.Quote) {
			t.Errorf("cited %+v", c)
		}
	}
	if got := b.items()[title]; got.Inbox != inbox.Used {
		t.Errorf("the item is %q", got.Inbox)
	}
	b.undo()
	b.settle()
	if got := b.items()[title]; len(b.events()) != 0 || got.Inbox != inbox.New {
		t.Errorf("undone, there are %d events and the item is %q", len(b.events()), got.Inbox)
	}
}

func TestProposalIsMendedInTheForm(t *testing.T) {
	b := inboxBench(t)
	b.pasted(report)
	title, _, _ := strings.Cut(report, "\n")
	b.key(fyne.KeyReturn)
	if !b.writing || b.form.Dirty() {
		t.Fatalf("the form is open: %v; the status line says %q", b.writing, b.status.Said())
	}
	if got := b.items()[title]; got.Inbox != inbox.New {
		t.Errorf("before anything is saved the item is %q", got.Inbox)
	}
	b.form.Save()
	b.settle()
	events := b.events()
	if len(events) != 1 || events[0].Title != "Strike on Kharkiv" || voices(events[0]) != "12 Vitali Klitschko, 30 Ukrainian Air Force" {
		t.Fatalf("saved %+v; the status line says %q", events, b.status.Said())
	}
	if got := b.items()[title]; got.Inbox != inbox.Used || got.Text != report {
		t.Errorf("the item is %q", got.Inbox)
	}
}

func TestEventByHandCitesTheItem(t *testing.T) {
	b := inboxBench(t)
	b.pasted("Weather\n\nIt will rain.")
	b.types("n")
	if !b.writing {
		t.Fatalf("no form; the status line says %q", b.status.Said())
	}
	b.leaveForm(func() {})
	b.settle()
	if got := b.items()["Weather"]; got.Inbox != inbox.New {
		t.Errorf("the item is %q, though nothing was saved", got.Inbox)
	}
}

func TestRejectingAsksWhyAndCanBeTakenBack(t *testing.T) {
	b := inboxBench(t)
	b.pasted("Weather\n\nIt will rain.")
	b.types("r")
	b.titled("Reject this item?")
	b.key(fyne.KeyReturn)
	if got := b.items()["Weather"]; got.Inbox != inbox.New || !b.modal() {
		t.Errorf("without a reason the item is %q; it is asked on: %v", got.Inbox, b.modal())
	}
	b.types("no event in it")
	b.press("Reject")
	b.settle()
	if got := b.items()["Weather"]; got.Inbox != inbox.Rejected || got.InboxNote != "no event in it" || got.Text == "" {
		t.Errorf("rejected: %+v", got)
	}
	b.types("3")
	b.types("p")
	if got := b.items()["Weather"]; got.Inbox != inbox.New || got.InboxNote != "" {
		t.Errorf("put back: %q, %q", got.Inbox, got.InboxNote)
	}
}

func TestDroppedFilesWaitInTheInbox(t *testing.T) {
	b := inboxBench(t)
	b.toggleInbox() // dropping brings it back
	good, bad := filepath.Join(b.dir, "good.html"), filepath.Join(b.dir, "empty.txt")
	page := "<title>Talks</title><p>They <b>met</b>."
	for path, text := range map[string]string{good: page, bad: " "} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b.dropped([]fyne.URI{storage.NewFileURI(good), storage.NewFileURI(bad)})
	b.settle()
	it := b.items()["Talks"]
	if it.Inbox != inbox.New || it.Text != "They met." || it.File == nil || len(b.items()) != 1 {
		t.Fatalf("in the store: %+v", b.items())
	}
	if raw, err := b.open.sit.Store().Attachment(t.Context(), it.File.SHA256); string(raw) != page || err != nil {
		t.Errorf("the file is kept as %q, %v", raw, err)
	}
	if kept, err := b.open.sit.Store().Attachments(t.Context()); err != nil || len(kept) != 1 || kept[0].Origin != "good.html" || kept[0].By != "olha" {
		t.Errorf("of the file is known %+v, %v", kept, err)
	}
	if !strings.Contains(b.banner.Text(), "empty.txt") || !strings.Contains(b.banner.Text(), "no text") {
		t.Errorf("of the other file the banner says %q", b.banner.Text())
	}
	if !b.inbox.shown {
		t.Error("the inbox is not shown")
	}
}

func TestInboxGivesTheColumnBackAsItWas(t *testing.T) {
	b := inboxBench(t)
	if b.columns.leftWidth < inboxWidth || b.list.Content().Visible() && b.inbox.list.Visible() {
		t.Errorf("the column is %v wide", b.columns.leftWidth)
	}
	b.key(fyne.KeyEscape)
	if b.inbox.shown || b.columns.leftWidth != 296 || b.prefs.ListWidth >= inboxWidth {
		t.Errorf("shown %v, the column is %v wide, remembered %v", b.inbox.shown, b.columns.leftWidth, b.prefs.ListWidth)
	}
}

func TestAnItemCanBeAddedBeforeTheInboxHasBeenRead(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.toggleInbox()
	b.inbox.panel.Add(inbox.Draft{How: "typed in"}) // nothing of the inbox has come yet
	if !b.inbox.panel.Adding() {
		t.Errorf("it cannot: %q", b.status.Said())
	}
	b.settle()
	if !b.inbox.panel.Adding() {
		t.Error("what the inbox holds takes the page away")
	}
}
