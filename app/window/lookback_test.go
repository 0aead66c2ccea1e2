package window

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// offered presses the button of the topmost dialog whose text begins so.
func (b *bench) offered(begin string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if btn, ok := o.(*look.Button); ok && strings.HasPrefix(btn.Text, begin) {
			btn.OnTapped()
			return
		}
	}
	b.t.Fatalf("the dialog does not offer %q", begin)
}

func (b *bench) head() int64 {
	b.t.Helper()
	c, err := b.open.sit.Store().Head(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	return c.Seq
}

func TestTheWindowStandsInThePastAndGoesBack(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	id := b.id(kyiv)
	b.remove(id)
	b.press("Delete")
	b.shows("12 events")
	b.settle()
	head := b.head()

	b.askMoment()
	b.until("the moments are offered", b.modal)
	b.offered("Before the newest change")
	b.shows("13 events")
	b.until("the strip says so", func() bool { return b.standing.strip.Visible() })
	if text := b.standing.strip.Text(); !strings.HasPrefix(text, "As known at ") || !strings.HasSuffix(text, " — read only") {
		t.Errorf("the strip says %q", text)
	}
	if !strings.HasPrefix(b.win.Title(), "As known at ") {
		t.Errorf("the window is called %q", b.win.Title())
	}
	b.selectEvent(id)
	b.until("the dossier shows the event that is deleted now", func() bool { return b.dossier.ID() == id })

	for what, do := range map[string]func(){
		"deleting": func() { b.remove(id) }, "editing": func() { b.edit(id) }, "a new event": b.create,
		"undo": b.undo, "redo": b.redo, "a point of view": func() { b.setPOV("un") },
	} {
		b.banner.Clear()
		do()
		b.settle()
		if b.modal() || b.writing || !strings.Contains(b.banner.Text(), "go back to now") {
			t.Errorf("%s is not refused in the past; the banner says %q", what, b.banner.Text())
			b.escape()
		}
	}
	if got := b.head(); got != head {
		t.Fatalf("the past was changed: change %d, want %d", got, head)
	}

	esc := &fyne.KeyEvent{Name: fyne.KeyEscape}
	b.typedKey(esc)
	b.settle()
	if b.banner.Text() != "" || b.open.sit.Selected() == "" {
		t.Error("Escape did not put the banner away first")
	}
	b.typedKey(esc)
	b.settle()
	if b.past() == nil || b.open.sit.Selected() != "" {
		t.Error("Escape did not give the selection up first")
	}
	b.typedKey(esc)
	b.shows("12 events")
	b.until("the strip is gone", func() bool { return !b.standing.strip.Visible() })
	b.settle()
	if b.banner.Text() != "" || b.win.Title() != "Sample situation – Sitmap" {
		t.Errorf("back to now the banner says %q, the title %q", b.banner.Text(), b.win.Title())
	}
	b.typedUndo()
	b.shows("13 events")
}

func TestAMomentIsTypedAndWhatCannotBeReadIsSaid(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	field := func() *field {
		return b.dialogs[len(b.dialogs)-1].(*momentDialog).typed
	}
	b.askMoment()
	b.until("the dialog stands", b.modal)
	field().SetText("31 February")
	b.confirm()
	b.settle()
	if !b.modal() || field().Text != "31 February" {
		t.Fatal("what cannot be read was lost")
	}
	said := false
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if l, ok := o.(*widget.Label); ok && l.Importance == widget.DangerImportance {
			said = said || strings.Contains(l.Text, "31 February")
		}
	}
	if !said {
		t.Error("the dialog does not say what is wrong with 31 February")
	}
	field().SetText("3 July 1990 14:00")
	b.confirm()
	b.until("a moment before the first change is refused", func() bool { return strings.Contains(b.banner.Text(), "othing was known yet") })
	b.settle()
	if b.past() != nil || b.open.turning || b.open.sit.AsKnownAt() != nil {
		t.Error("a moment that was refused leaves the window in the past")
	}
	b.askMoment()
	b.until("the dialog stands", b.modal)
	field().SetText("#1")
	b.confirm()
	b.until("the window stands at change 1", func() bool { return b.past() != nil })
	b.settle()
}

func TestMomentsThatPeopleWrite(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	now := time.Date(2025, 7, 5, 12, 0, 0, 0, time.Local)
	b.opts.Clock = func() time.Time { return now }
	for text, want := range map[string]time.Time{
		"3 July 2025 14:00":    time.Date(2025, 7, 3, 14, 0, 0, 0, time.Local),
		"3 July 2025":          time.Date(2025, 7, 4, 0, 0, 0, 0, time.Local).Add(-time.Millisecond),
		"2025-07-03T21:00Z":    time.Date(2025, 7, 3, 21, 0, 0, 0, time.UTC),
		"2025-07-03T21:00:07Z": time.Date(2025, 7, 3, 21, 0, 7, 0, time.UTC),
		"today":                now,
	} {
		if _, at, err := b.readLookBack(text); err != nil || !at.Equal(want) {
			t.Errorf("%q is read as %v, %v; want %v", text, at, err, want)
		}
	}
	if m, _, err := b.readLookBack(" #12 "); err != nil || m != situation.MomentOf(12) {
		t.Errorf("#12 is read as %v, %v", m, err)
	}
	for _, text := range []string{"", "#x", "tomorrow", "03/04/2025"} {
		if _, _, err := b.readLookBack(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
}

func TestLookingBackToAPublication(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	st := b.open.sit.Store()
	p, err := st.Publish(t.Context(), store.Publication{File: "Brief.png", Format: "png", Events: 13})
	if err != nil {
		t.Fatal(err)
	}
	b.remove(b.id(kyiv))
	b.press("Delete")
	b.shows("12 events")
	b.askMoment()
	b.until("the dialog stands", b.modal)
	b.offered("Brief.png")
	b.shows("13 events")
	b.until("the strip names it", func() bool { return strings.HasPrefix(b.standing.strip.More(), "As Brief.png showed it") })
	if head, _ := b.past().Head(t.Context()); head.Seq != p.Head {
		t.Errorf("it shows change %d, published was %d", head.Seq, p.Head)
	}
	b.settle()
}

func TestWhatIsExportedFromThePastShowsThePastAndSaysSo(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	b.remove(b.id(kyiv))
	b.press("Delete")
	b.shows("12 events")
	b.lookBackTo(situation.MomentOf(1), "")
	b.shows("13 events")
	b.settle()
	b.prefs.Folder = b.dir
	b.exportEvents(".csv")
	b.press("Export")
	b.until("it is written", func() bool { return strings.HasPrefix(b.status.Said(), "Wrote 13 events") })
	list, err := b.open.sit.Store().Publications(t.Context())
	if err != nil || len(list) != 1 || !list[0].AsKnownAt.Equal(b.past().Moment()) {
		t.Errorf("the log says %+v, %v", list, err)
	}
	b.settle()
}

func TestALookBackThatIsCancelledLeavesThePresent(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	id := b.id(kyiv)
	b.remove(id)
	b.press("Delete")
	b.shows("12 events")
	b.settle()
	// The moment is found, its filter is set, and then the reading lasts.
	reading := make(chan struct{})
	b.lookBack("Looking back", "", func(ctx context.Context) (*store.Past, error) {
		past, err := situation.MomentOf(1).Open(ctx, b.open.sit.Store())
		if err == nil {
			err = b.open.sit.SetFilter(ctx, "istanbul")
		}
		close(reading)
		<-ctx.Done()
		return past, err
	}, func() { t.Error("the window goes on as if it stood in the past") })
	<-reading
	b.until("it can be cancelled", func() bool { return b.status.Text() == "Looking back …" && b.cancels() })
	b.until("it is said", func() bool { return b.status.Said() == "Looking back: cancelled." })
	b.settle()
	if b.past() != nil || b.open.turning || b.standing.strip.Visible() || b.win.Title() != "Sample situation – Sitmap" {
		t.Errorf("past %v, on the way %v, the title is %q", b.past(), b.open.turning, b.win.Title())
	}
	b.shows("12 events")
	if got := b.open.sit.Filter(); got != "" {
		t.Errorf("the events are narrowed by %q, of which the window shows nothing", got)
	}
	// It is as usable as before.
	b.undo()
	b.shows("13 events")
	b.selectEvent(id)
	b.until("the dossier shows the event", func() bool { return b.dossier.ID() == id })
	b.edit(id)
	b.settle()
	if !b.writing {
		t.Error("the event cannot be edited")
	}
	b.formClosed()
	b.lookBackTo(situation.MomentOf(1), "")
	b.until("the window stands in the past", func() bool { return b.past() != nil })
	b.settle()
}

// cancels presses the status line's button that stops what is under way, if it is there.
func (b *bench) cancels() bool {
	for _, o := range test.LaidOutObjects(b.status.Content()) {
		if btn, ok := o.(*widget.Button); ok && btn.Text == "Cancel" && btn.Visible() {
			btn.OnTapped()
			return true
		}
	}
	return false
}
