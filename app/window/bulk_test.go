package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/store"
)

// bulk opens the bulk edit by its menu's way.
func (b *bench) bulk() {
	b.t.Helper()
	b.askBulk()
	b.until("it asks", b.modal)
	b.titled("Edit many events")
}

// enter puts a text into the field of the dialog that the cursor is in, after so many tabs.
func (b *bench) enter(tabs int, text string) {
	b.t.Helper()
	for range tabs {
		b.win.Canvas().FocusNext()
	}
	for _, r := range text {
		b.win.Canvas().Focused().TypedRune(r)
	}
	b.settle()
}

// many are three strikes by an actor and a call.
func (b *bench) many() (strikes []string) {
	b.t.Helper()
	rus := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000a1", Name: "Russian forces", Kind: "organisation", Aliases: []string{"ВС РФ"}}
	arm := store.Actor{ID: "0197d1e0-5c00-7000-8000-0000000000a2", Name: "Armed Forces of Russia", Kind: "organisation"}
	var a store.Action
	a.Put = append(a.Put, store.Put{Actor: &arm})
	events := []store.Event{
		{ID: secretID, Kind: "strike", Title: "Strike one", Parties: []store.Party{{Role: "attacker", Actor: rus}}},
		{ID: namedID, Kind: "strike", Title: "Strike two", Parties: []store.Party{{Role: "attacker", Actor: rus}}, Tags: []string{"night"}},
		{ID: openID, Kind: "call", Title: "A call"},
	}
	for i := range events {
		a.Put = append(a.Put, store.Put{Event: &events[i]})
	}
	if _, err := b.open.sit.Save(b.t.Context(), a); err != nil {
		b.t.Fatal(err)
	}
	b.shows("3 events")
	return []string{secretID, namedID}
}

func (b *bench) byTitle() map[string]store.Event {
	out := map[string]store.Event{}
	for _, e := range b.events() {
		out[e.Title] = e
	}
	return out
}

func TestBulkEditOfWhatTheFilterShowsIsPreviewedAndOneUndo(t *testing.T) {
	b := emptyBench(t)
	b.many()
	b.filter("strike")
	b.shows("2 of 3 events")
	b.bulk()
	b.enter(0, "night, checked")
	says := b.dialogText()
	for _, want := range []string{"All 2 events that match “strike”", "2 events of 2", "“Strike one”: tag “night” is set; tag “checked” is set", "“Strike two”: tag “checked” is set"} {
		if !strings.Contains(says, want) {
			t.Errorf("the dialog does not say %q: %s", want, says)
		}
	}
	if e := b.byTitle()["Strike one"]; len(e.Tags) != 0 {
		t.Error("the preview changes something")
	}
	b.press("Change 2 events")
	b.until("it is done", func() bool { return strings.HasPrefix(b.status.Said(), "Changed 2 events") })
	b.settle()
	all := b.byTitle()
	if !slices.Equal(all["Strike one"].Tags, []string{"night", "checked"}) || !slices.Equal(all["Strike two"].Tags, []string{"night", "checked"}) || len(all["A call"].Tags) != 0 {
		t.Errorf("in the store: %+v", all)
	}
	b.undo()
	b.settle()
	all = b.byTitle()
	if len(all["Strike one"].Tags) != 0 || !slices.Equal(all["Strike two"].Tags, []string{"night"}) {
		t.Errorf("after one undo: %v, %v", all["Strike one"].Tags, all["Strike two"].Tags)
	}
}

func TestBulkEditOfMarkedEventsSetsAssessmentProtectionAndActor(t *testing.T) {
	b := emptyBench(t)
	b.many()
	b.list.Select(secretID)
	b.list.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyInsert})
	x := b.bulkDialog()
	x.assessment.choose(string(store.Retracted))
	b.settle()
	if says := b.dialogText(); !strings.Contains(says, "1 event marked in the list") || !strings.Contains(says, "Why the events are retracted must be said") {
		t.Errorf("a retraction without a reason: %s", says)
	}
	x.assessment.choose(string(store.Disputed))
	x.protection.choose("AMBER")
	x.embargo.SetText("2030-01-02 12:00 UTC")
	x.secret.SetChecked(true)
	x.from.SetText("russian forces")
	x.to.SetText("Armed Forces of Russia")
	b.settle()
	b.press("Change 1 event")
	b.until("it is done", func() bool { return strings.HasPrefix(b.status.Said(), "Changed 1 event") })
	b.settle()
	all := b.byTitle()
	e := all["Strike one"]
	if e.Assessment != store.Disputed || e.Protection.TLP != "AMBER" || !e.Protection.DoNotPublish || e.Protection.Embargo.Year() != 2030 ||
		e.Parties[0].Actor.Name != "Armed Forces of Russia" {
		t.Errorf("in the store: %+v", e)
	}
	if o := all["Strike two"]; o.Assessment == store.Disputed || o.Parties[0].Actor.Name != "Russian forces" {
		t.Errorf("the event that is not marked was changed: %+v", o)
	}
	if len(b.list.Marked()) != 0 {
		t.Error("the marks stay")
	}
}

func TestActorsAreMergedAfterAPreview(t *testing.T) {
	b := emptyBench(t)
	b.many()
	x := b.bulkDialog()
	x.from.SetText("Russian forces")
	x.to.SetText("Armed Forces of Russia")
	x.merge.SetChecked(true)
	b.settle()
	if says := b.dialogText(); !strings.Contains(says, "“Russian forces” becomes part of “Armed Forces of Russia”: named in 2 events") {
		t.Errorf("the dialog says %s", says)
	}
	b.press("Merge the two")
	b.until("it is done", func() bool { return strings.HasPrefix(b.status.Said(), "Merged ") })
	b.settle()
	for _, title := range []string{"Strike one", "Strike two"} {
		if a := b.byTitle()[title].Parties[0].Actor; a.Name != "Armed Forces of Russia" || !slices.Contains(a.Aliases, "Russian forces") {
			t.Errorf("%s is by %+v", title, a)
		}
	}
	b.undo()
	b.settle()
	if a := b.byTitle()["Strike one"].Parties[0].Actor; a.Name != "Russian forces" {
		t.Errorf("after undo by %+v", a)
	}
}

// bulkDialog opens the bulk edit and gives its fields.
func (b *bench) bulkDialog() *bulkDialog {
	b.t.Helper()
	actors, err := b.open.sit.Store().Actors(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	var list []store.Actor
	for _, a := range actors {
		list = append(list, a.Value)
	}
	uses, err := usesOfNamesakes(b.t.Context(), b.open.sit.Store(), list)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.bulkOf(b.open, b.open.sit.Rows().IDs(), list, uses)
}

func TestManyAreMarkedReviewedButNotTheReviewersOwn(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.settle()
	mine := b.stored(b.id(kyiv))
	mine.Value.Summary = "As olha has it."
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Event: &mine.Value, Base: mine.Revision}}}); err != nil {
		t.Fatal(err)
	}
	b.filter("kyiv")
	b.until("the list is narrowed", func() bool { return strings.HasSuffix(b.list.Count(), " of 13 events") })
	ids := b.open.sit.Rows().IDs()
	x := b.bulkDialog()
	x.tag.SetText("seen")
	x.review.choose(string(store.Reviewed))
	b.settle()
	if says := b.dialogText(); !strings.Contains(says, "A review is a change of its own") {
		t.Errorf("a review with another change: %s", says)
	}
	x.tag.SetText("")
	b.settle()
	says := b.dialogText()
	for _, want := range []string{"Left as they are: 1 event whose newest change is your own", "review draft becomes reviewed", "“" + kyiv + "”: changed last by you"} {
		if !strings.Contains(says, want) {
			t.Errorf("the dialog does not say %q: %s", want, says)
		}
	}
	if n := len(x.preview); n != len(ids)-1 {
		t.Fatalf("it would change %d of %d", n, len(ids))
	}
	b.press("Change " + look.Count(len(ids)-1, "event"))
	b.until("it is done", func() bool { return strings.HasPrefix(b.status.Said(), "Changed ") })
	b.settle()
	for _, id := range ids {
		e := b.stored(id).Value
		if own := id == mine.Value.ID; own == (e.Review == store.Reviewed) || !own && e.ReviewedBy != "olha" {
			t.Errorf("“%s” is %s by %q", e.Title, e.Review, e.ReviewedBy)
		}
	}
	b.undo()
	b.settle()
	for _, id := range ids {
		if e := b.stored(id).Value; e.Review == store.Reviewed {
			t.Errorf("after one undo “%s” is still reviewed", e.Title)
		}
	}
}
