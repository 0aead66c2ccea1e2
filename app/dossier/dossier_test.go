package dossier

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/sample"
	"sitmap/store"
)

// memory is a store in memory that holds the sample situation.
type memory struct {
	events []store.Event
}

func (m *memory) Head(context.Context) (store.Change, error) { return store.Change{Seq: 1}, nil }

func (m *memory) Event(_ context.Context, id string) (store.Stored[store.Event], error) {
	for _, e := range m.events {
		if e.ID == id {
			return store.Stored[store.Event]{Value: e, Revision: 1}, nil
		}
	}
	return store.Stored[store.Event]{}, store.ErrNotFound
}

// RelationsTo and SeriesPlace pass over the events as they come: the sample's are in
// order of time.
func (m *memory) RelationsTo(_ context.Context, event string) (list []store.PointsHere, _ error) {
	for _, e := range m.events {
		for _, r := range e.Relations {
			if r.Event == event {
				list = append(list, store.PointsHere{Neighbour: near(e), Type: r.Type, Note: r.Note})
			}
		}
	}
	return list, nil
}

func near(e store.Event) store.Neighbour {
	return store.Neighbour{ID: e.ID, Title: e.Title, When: e.When.Earliest}
}

func (m *memory) SeriesPlace(ctx context.Context, event string) (*store.SeriesPlace, error) {
	e, err := m.Event(ctx, event)
	if err != nil || e.Value.Series == nil {
		return nil, err
	}
	var chain []store.ChainLink
	for _, x := range m.events {
		if x.Series != nil && x.Series.ID == e.Value.Series.ID {
			chain = append(chain, store.ChainLink{Neighbour: near(x)})
		}
	}
	slices.SortStableFunc(chain, func(a, b store.ChainLink) int { return a.When.Compare(b.When) })
	return store.PlaceIn(*e.Value.Series, chain, event), nil
}

func (m *memory) History(_ context.Context, _ store.Entity, id string) ([]store.Change, error) {
	return []store.Change{
		{
			Seq: 1, By: "Sitmap sample", Reason: store.ReasonNew,
			Time:  time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC),
			Items: []store.ChangeItem{{ID: id, After: []byte("{}")}},
		},
		{
			Seq: 2, By: "olha", Reason: store.ReasonCorrected, Note: "the report was amended",
			Time:  time.Date(2025, 7, 6, 9, 30, 0, 0, time.UTC),
			Items: []store.ChangeItem{{ID: id, Before: []byte(`{"title":"Drones hit Kyiv"}`), After: []byte(`{"title":"Drones and missiles hit Kyiv"}`)}},
		},
	}, nil
}

func (m *memory) Kinds(context.Context) ([]store.Kind, error) {
	return []store.Kind{{Code: "strike", Name: "Strike", Icon: "strike", Colour: "#b3261e"}}, nil
}

func (m *memory) Terms(_ context.Context, vocabulary string) ([]store.Term, error) {
	if vocabulary == "party role" {
		return []store.Term{{Vocabulary: vocabulary, Code: "attacker", Name: "Attacker"}}, nil
	}
	return nil, nil
}

func (m *memory) ReadOnly() (bool, string) { return false, "" }

func find(t *testing.T, title string) store.Event {
	t.Helper()
	for _, e := range sample.Events() {
		if e.Title == title {
			return e
		}
	}
	t.Fatalf("the sample situation has no event %q", title)
	return store.Event{}
}

func open(t *testing.T, title string) (*Dossier, Page) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{Choice: look.AlwaysLight})
	m := &memory{events: sample.Events()}
	r := &Reader{
		Store: m, Zone: time.UTC,
		Clock:   func() time.Time { return time.Date(2025, 7, 6, 12, 0, 0, 0, time.UTC) },
		Country: func(code string) string { return map[string]string{"UA": "Ukraine"}[code] },
	}
	p, err := r.Read(t.Context(), find(t, title).ID)
	if err != nil {
		t.Fatal(err)
	}
	d := New(nil)
	test.NewTempWindow(t, d.Content()).Resize(fyne.NewSize(420, 900))
	d.Set(p)
	return d, p
}

// texts are the words on the page, top to bottom.
func texts(o fyne.CanvasObject) []string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c)
			}
		case *widget.Label:
			all = append(all, v.Text)
		case *widget.Hyperlink:
			all = append(all, v.Text)
		case *look.Chip:
			all = append(all, v.Text())
		case *look.Section:
			all = append(all, "# "+v.Name())
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(v).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return all
}

func TestPageOfTheStrikeOnKyiv(t *testing.T) {
	d, _ := open(t, "Drones and missiles hit Kyiv")
	page := strings.Join(texts(d.page), "\n")
	for _, want := range []string{
		"Strike\nDrones and missiles hit Kyiv\nNight of 3–4 July 2025\n",
		"3 July 19:00 – 4 July 2025 03:00 UTC",
		"reported\ndraft\nheld",
		"# Figures\n≥ 1 civilian killed\nUnattributed",
		"According to Ukrainian air defence",
		"Drones and missiles counted together\n[1] News report on the Trump–Putin call and the attack on Kyiv · F6: cannot be judged",
		"Cited for when · credibility 6, cannot be judged\n“hours after”",
		"Kyiv (locality, ±12 km)",
		"Attacker\nRussia",
		"Follows\nTrump and Putin speak by telephone\n3 July 2025",
		"Part of\nWave of drones and missiles against Ukraine",
		"Answered by\nTrump and Zelenskyy speak by telephone",
		"outlet not stated · reliability F, cannot be judged",
		"credibility 6, cannot be judged",
		"Source corrected, olha\n6 July 2025, 09:30 UTC · change #2\nThe report was amended\nBefore\nAfter\nTitle\nDrones hit Kyiv\nDrones and missiles hit Kyiv",
		"Rule says\nOne originator says so, Ukraine: reported.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(page)
	}
}

func TestSeriesShowsCountedAndClaimedPosition(t *testing.T) {
	d, _ := open(t, "Trump and Putin speak by telephone")
	page := strings.Join(texts(d.page), "\n")
	for _, want := range []string{"Counted here\n1st of 1 recorded, 1st of 2025", "Claimed\n6th, this year, publicly known\ndiffers from the count", "Before it\nNone is recorded."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

func TestLinksGoToTheOtherEvent(t *testing.T) {
	d, p := open(t, "Drones and missiles hit Kyiv")
	var went string
	d.OnGo = func(id string) { went = id }
	d.link(p.Related[0].Title, p.Related[0].ID).(*widget.Hyperlink).OnTapped()
	if went != p.Related[0].ID {
		t.Errorf("the link went to %q", went)
	}
}

func TestRelationsToMissingEventsAreSaid(t *testing.T) {
	m := &memory{events: []store.Event{{ID: "a", Kind: "strike", Title: "t", Relations: []store.Relation{{Type: "follows", Event: "gone"}}}}}
	p, err := (&Reader{Store: m}).Read(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Related) != 1 || p.Related[0].Title != "" || p.Related[0].ID != "gone" {
		t.Errorf("related: %+v", p.Related)
	}
	if _, err := (&Reader{Store: m}).Read(t.Context(), "gone"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
}

func TestALongHistoryIsFoldedAndUnfolds(t *testing.T) {
	d, p := open(t, "Drones and missiles hit Kyiv")
	for i := range 30 {
		p.History = append(p.History, store.Change{Seq: int64(i + 3), By: "olha", Reason: store.ReasonUpdate})
	}
	d.Set(p)
	count := func() int {
		return len(slices.DeleteFunc(texts(d.page), func(s string) bool { return s != "Update, olha" }))
	}
	if got := count(); got != recent {
		t.Errorf("%d changes are shown at first, want %d", got, recent)
	}
	d.whole = true
	d.Set(p)
	if got := count(); got != 30 {
		t.Errorf("%d changes are shown when unfolded, want 30", got)
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 111: "111th"} {
		if got := ordinal(n); got != want {
			t.Errorf("ordinal(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestAnEarlierStateIsShownWithWhatCanBeDone(t *testing.T) {
	d, p := open(t, "Drones and missiles hit Kyiv")
	var restored int64
	d.OnRestore = func(_ string, seq int64) { restored = seq }
	then := p.Event.Value
	then.Title = "Explosions in Kyiv"
	before, err := store.EncodeEvent(then)
	if err != nil {
		t.Fatal(err)
	}
	now, err := store.EncodeEvent(p.Event.Value)
	if err != nil {
		t.Fatal(err)
	}
	p.History[0].Items[0].After = before
	p.History[1].Items[0].Before, p.History[1].Items[0].After = before, now
	d.Set(p)
	d.Look(1)
	page := strings.Join(texts(d.page), "\n")
	for _, want := range []string{"The event as it was after change #1, 5 July 2025, 12:00 UTC, by Sitmap sample.", "Strike\nExplosions in Kyiv\n", "# History"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, o := range test.LaidOutObjects(d.page) {
		if b, ok := o.(*look.Button); ok && b.Text == "Restore …" {
			test.Tap(b)
		}
	}
	if restored != 1 {
		t.Errorf("asked to restore change %d", restored)
	}
	d.Look(2) // the newest: as it is
	if page = strings.Join(texts(d.page), "\n"); d.Looked() != 0 || strings.Contains(page, "as it was after") {
		t.Error("the newest state is shown as an earlier one")
	}
}
