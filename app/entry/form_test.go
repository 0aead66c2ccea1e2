package entry

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

func (b *bench) only(t *testing.T) store.Event {
	t.Helper()
	if len(b.store.saves) != 1 {
		t.Fatalf("%d saves; problems %v", len(b.store.saves), b.form.problems)
	}
	return *b.store.saves[0].Put[0].Event
}

func stroke() store.Event {
	low := 1.0
	return store.Event{
		ID: "0197d1e0-5c00-7000-8000-000000000006", Kind: "strike", Title: "Strike on Kharkiv",
		Places:    []store.Place{{ID: "p1", Role: "target", Name: "Kharkiv", Geometry: store.Geometry{Geometry: orb.Point{36.25, 49.98}}}},
		Parties:   []store.Party{{ID: "y1", Role: "attacker", Actor: actorRussia}},
		Claims:    []store.Claim{{ID: "c1", About: "measure", Measure: "killed", Qualifier: "at least", Low: &low, Citations: []string{"q1"}}},
		Citations: []store.Citation{{ID: "q1", About: "event", Item: itemNight}},
		Tags:      []string{"night"},
	}
}

func TestOpeningAndClosingAsksNothing(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	if b.form.Dirty() {
		t.Fatal("a kind alone is nothing to lose")
	}
	b.press(fyne.KeyEscape)
	if b.closed != 1 || b.w.Canvas().Focused() != nil {
		t.Fatalf("closed %d times, focus on %T", b.closed, b.w.Canvas().Focused())
	}
}

func TestEscapeAsksBeforeDropping(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("A title")
	b.press(fyne.KeyEscape)
	if b.closed != 0 || b.form.asking == nil {
		t.Fatal("nothing is asked")
	}
	b.press(fyne.KeyEscape) // go on writing
	if b.form.asking != nil || b.closed != 0 || b.form.d.Title != "A title" {
		t.Fatal("the question is not taken back")
	}
	b.write("!")
	if b.form.d.Title != "A title!" {
		t.Fatalf("the cursor is not where it was: %q", b.form.d.Title)
	}
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyDelete)
	if b.closed != 1 || len(b.store.saves) != 0 {
		t.Fatalf("closed %d times, %d saves", b.closed, len(b.store.saves))
	}
}

func TestUntouchedEventIsSavedAsItWas(t *testing.T) {
	b := newBench(t)
	e := stroke()
	b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 7})
	if b.form.Dirty() {
		t.Fatal("opening an event changes it")
	}
	b.ctrl(fyne.KeyReturn)
	if d := cmp.Diff(e, b.only(t)); d != "" {
		t.Fatal(d)
	}
	if base := b.store.saves[0].Put[0].Base; base != 7 {
		t.Fatalf("base %d", base)
	}
}

func TestProblemsStandAtTheirFields(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.ctrlShift(fyne.KeyW)
	b.write("31 February 2025")
	b.ctrlShift(fyne.KeyP)
	b.write("Nowhere")
	b.press(fyne.KeyTab)
	b.write("north of the river")
	b.ctrl(fyne.KeyReturn)
	if len(b.store.saves) != 0 {
		t.Fatal("it was saved")
	}
	if m := b.form.rows["when"].Message(); !strings.Contains(m, "no 31 February 2025") {
		t.Errorf("when says %q", m)
	}
	place := b.form.d.Places[0]
	if m := b.form.rows[draft.Path("place", place.ID, "coordinates")].Message(); m == "" {
		t.Error("the coordinates say nothing")
	}
	// The cursor is in the first field that is wrong, and nothing typed is lost.
	for range "31 February 2025" {
		b.press(fyne.KeyBackspace)
	}
	b.write("3 July 2025")
	if b.form.rows["when"].Message() == "" || strings.Contains(b.form.rows["when"].Message(), "February") {
		t.Errorf("when still says %q", b.form.rows["when"].Message())
	}
	if place.Name != "Nowhere" || place.Coordinates != "north of the river" {
		t.Errorf("lost: %+v", place)
	}
}

func TestStoreSentencesStandAtTheirFields(t *testing.T) {
	b := newBench(t)
	e := stroke()
	b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 1})
	b.store.fail = &store.ValidationError{Problems: []string{
		"places[0].role \"x\" is not in the vocabulary “place role”",
		"claims[0].according_to.name is empty",
		"citations[0].item.url \"x y\" is not an address",
		"parties[0].actor.aliases[0] is empty",
		"something else is wrong",
	}}
	b.form.Save()
	for path, want := range map[string]string{
		"place/p1/role":              "Role \"x\" is not in the vocabulary “place role”.",
		"claim/c1/according to":      "Name is empty.",
		"item/item-night/url":        "Url \"x y\" is not an address.",
		"actor/actor-russia/aliases": "Aliases is empty.",
	} {
		if r := b.form.rows[path]; r == nil || r.Message() != want {
			t.Errorf("%s: %v", path, b.form.problems)
		}
	}
	if b.form.asking == nil || !strings.Contains(b.form.asking.text, "Something else is wrong.") {
		t.Error("a sentence without a field is not said")
	}
}

func TestOtherFailuresAreToldAndNothingIsLost(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("A title")
	b.store.fail = errors.New("the disk that holds a.gpkg is full: nothing was written; free some space and try again")
	b.ctrl(fyne.KeyReturn)
	if b.form.asking == nil || !strings.Contains(b.form.asking.text, "disk that holds") || b.form.d.Title != "A title" {
		t.Fatal("not told, or lost")
	}
	b.store.fail = nil
	b.press(fyne.KeyEscape)
	b.ctrlShift(fyne.KeyReturn)
	if got := b.only(t); got.Title != "A title" || b.closed != 1 {
		t.Fatalf("%+v", got)
	}
}

func conflict(b *bench) (mine, theirs store.Event) {
	e := stroke()
	b.form.Edit(store.Stored[store.Event]{Value: e, Revision: 3})
	b.ctrlShift(fyne.KeyT)
	b.press(fyne.KeyTab)
	b.write(", mine")
	theirs = e
	theirs.Title = "Strike on the city of Kharkiv"
	b.store.fail = &store.ConflictError{
		Entity: store.EntityEvent, ID: e.ID, Base: 3, Current: store.Stored[store.Event]{Value: theirs, Revision: 5},
		By: "Olena", At: time.Date(2025, 7, 5, 8, 30, 0, 0, time.UTC), Fields: []string{"title"},
	}
	b.ctrl(fyne.KeyReturn)
	b.store.fail = nil
	return e, theirs
}

func TestConflictSavesMineOnTopOfTheirs(t *testing.T) {
	b := newBench(t)
	conflict(b)
	for _, want := range []string{"Olena", "title", "5 July 2025 at 11:30"} {
		if b.form.asking == nil || !strings.Contains(b.form.asking.text, want) {
			t.Fatalf("%q is not said", want)
		}
	}
	b.write("t") // show theirs
	if !strings.Contains(b.form.asking.text, "theirs: Strike on the city of Kharkiv\n   yours: Strike on Kharkiv") {
		t.Fatalf("the comparison says %q", b.form.asking.text)
	}
	b.write("m")
	got := b.only(t)
	if got.Title != "Strike on the city of Kharkiv" || strings.Join(got.Tags, "|") != "night|mine" || b.store.saves[0].Put[0].Base != 5 {
		t.Fatalf("saved %q %q on revision %d", got.Title, got.Tags, b.store.saves[0].Put[0].Base)
	}
}

func TestConflictCancelledKeepsWhatWasTyped(t *testing.T) {
	b := newBench(t)
	conflict(b)
	b.press(fyne.KeyEscape)
	if b.form.asking != nil || b.form.d.Tags.Text != "night, mine" || len(b.store.saves) != 0 {
		t.Fatal("lost")
	}
}

func TestDraftSurvivesACrash(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("A half-written strike")
	b.elapse()
	if len(b.drafts.kept) != 1 {
		t.Fatalf("%d drafts kept", len(b.drafts.kept))
	}

	again := newBench(t)
	again.drafts.kept = b.drafts.kept
	again.form.New(store.Event{})
	if again.form.asking == nil || !strings.Contains(again.form.asking.text, "A half-written strike") {
		t.Fatal("the draft is not offered")
	}
	again.write("r")
	if again.form.d.Title != "A half-written strike" || !again.form.Dirty() {
		t.Fatalf("brought back: %q", again.form.d.Title)
	}
	again.ctrl(fyne.KeyReturn)
	if got := again.only(t); got.Title != "A half-written strike" || len(again.drafts.kept) != 0 {
		t.Fatalf("%q saved, %d drafts left", got.Title, len(again.drafts.kept))
	}
}

// Who edits one event is not asked about the draft of another before it can be saved.
func TestADraftOfAnotherEventDoesNotHoldUpAnEdit(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("s")
	b.write("A half-written strike")
	b.elapse()

	again := newBench(t)
	again.drafts.kept = b.drafts.kept
	again.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
	if again.form.asking != nil {
		t.Errorf("it asks %q", again.form.asking.text)
	}
	again.form.New(store.Event{})
	if again.form.asking == nil || len(again.drafts.kept) != 1 {
		t.Error("the draft is not offered for a new event")
	}
}

// A call between two people: each brings the seat along, as assumed.
func TestCallTakesSeats(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("c")
	b.ctrlShift(fyne.KeyW)
	b.write("3 July 2025 Washington")
	b.ctrlShift(fyne.KeyA)
	b.write("Trump")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyA)
	b.write("Volodymyr Zelenskyy")
	b.ctrl(fyne.KeyReturn)
	got := b.only(t)
	if got.Title != "Call: Donald Trump – Volodymyr Zelenskyy" || got.When.Zone != "America/New_York" {
		t.Errorf("%q, zone %q", got.Title, got.When.Zone)
	}
	if len(got.Places) != 1 || !got.Places[0].Assumed || got.Places[0].Name != "Washington" || got.Parties[0].Place != got.Places[0].ID {
		t.Errorf("places %+v, parties %+v", got.Places, got.Parties)
	}
	if d := cmp.Diff(actorTrump, got.Parties[0].Actor); d != "" {
		t.Error(d)
	}
}

func TestOutcomeIsAClaimInWords(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("t") // talks
	b.ctrlShift(fyne.KeyP)
	b.write("İstanbul")
	b.press(fyne.KeyReturn)
	b.ctrlShift(fyne.KeyC)
	b.write("no progress")
	b.ctrlShift(fyne.KeyE)
	b.write("Istanbul talks")
	b.press(fyne.KeyTab)
	b.write("2")
	b.ctrlShift(fyne.KeyH)
	b.write("hel")
	b.press(fyne.KeyTab)
	b.ctrl(fyne.KeyReturn)
	got := b.only(t)
	if len(got.Claims) != 1 || got.Claims[0].About != "outcome" || got.Claims[0].Value != "no progress" {
		t.Errorf("claims %+v", got.Claims)
	}
	if got.Series == nil || got.Series.ID != "series-istanbul" || got.Series.ClaimedPosition != 2 {
		t.Errorf("series %+v", got.Series)
	}
	if len(got.Phases) != 1 || got.Phases[0].Phase != "held" || got.Places[0].Country != "TR" {
		t.Errorf("phases %+v, places %+v", got.Phases, got.Places)
	}
}

func TestRelationBySearch(t *testing.T) {
	b := newBench(t)
	b.store.events = map[string]store.Stored[store.Event]{"other": {Value: store.Event{ID: "other", Kind: "call", Title: "Trump and Putin speak"}}}
	b.form.New(store.Event{})
	b.write("m")
	b.write("Words")
	b.ctrlShift(fyne.KeyR)
	b.write("putin")
	b.press(fyne.KeyReturn)
	b.ctrl(fyne.KeyReturn)
	if got := b.only(t); len(got.Relations) != 1 || got.Relations[0] != (store.Relation{Type: "follows", Event: "other"}) {
		t.Fatalf("relations %+v", got.Relations)
	}
}

// Values, ids, tags and protection are typed into sections that were folded.
func TestFoldedSectionsByKeyboard(t *testing.T) {
	b := newBench(t)
	b.form.New(store.Event{})
	b.write("o")
	b.write("Something")
	b.ctrlShift(fyne.KeyF)
	b.write("weapons")
	b.press(fyne.KeyTab)
	b.write(`["Shahed-136"]`)
	b.press(fyne.KeyTab)
	b.write("foreign")
	b.press(fyne.KeyTab)
	b.write("7")
	b.press(fyne.KeyTab)
	b.write("ACLED")
	b.press(fyne.KeyTab)
	b.write("UKR1234")
	b.ctrlShift(fyne.KeyT)
	b.write("war")
	b.ctrlShift(fyne.KeyX)
	b.write("GRE")
	b.press(fyne.KeyTab)
	b.write("2025-07-06 12:00")
	b.press(fyne.KeyTab)
	b.write(" ")
	b.ctrlShift(fyne.KeyJ)
	b.write("disp")
	b.press(fyne.KeyTab)
	b.ctrl(fyne.KeyReturn)
	got := b.only(t)
	want := store.Event{
		ID: got.ID, Kind: "other", Title: "Something", Topics: []string{"war"}, Assessment: store.Disputed,
		Fields:      map[string]json.RawMessage{"weapons": json.RawMessage(`["Shahed-136"]`)},
		Properties:  map[string]json.RawMessage{"foreign": json.RawMessage(`7`)},
		ExternalIDs: []store.ExternalID{{Dataset: "ACLED", ID: "UKR1234"}},
		Protection:  store.Protection{TLP: "GREEN", Embargo: time.Date(2025, 7, 6, 9, 0, 0, 0, time.UTC), DoNotPublish: true},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatal(d)
	}
}

func TestRowIsRemovedByKeyboard(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
	b.ctrlShift(fyne.KeyS) // an empty row is added behind the one source
	b.ctrlShift(fyne.KeyDelete)
	b.ctrlShift(fyne.KeyDelete)
	b.form.Save()
	if got := b.only(t); len(got.Citations) != 0 || len(got.Claims[0].Citations) != 0 {
		t.Fatalf("citations %+v, claims %+v", got.Citations, got.Claims)
	}
}

func TestPickFromTheMap(t *testing.T) {
	b := newBench(t)
	var answer func(orb.Point, float64)
	b.form.RequestPick = func(_ string, cb func(orb.Point, float64)) { answer = cb }
	b.form.New(store.Event{Kind: "strike", Places: []store.Place{{Role: "scene", Geometry: store.Geometry{Geometry: orb.Point{36.2, 49.9}}}}})
	p := b.form.d.Places[0]
	if p.Role != "target" || p.Country != "UA" || p.Coordinates != "49.9, 36.2" {
		t.Fatalf("the place the map was clicked at is %+v", p)
	}
	_ = answer
}

// Every field of every section can be reached, and none of them changes the event
// by being looked at.
func TestLookingAtEverythingChangesNothing(t *testing.T) {
	b := newBench(t)
	b.form.Edit(store.Stored[store.Event]{Value: stroke(), Revision: 1})
	for _, s := range b.form.sections {
		s.unfold(true)
	}
	for _, id := range []string{"p1", "y1", "c1", "q1"} {
		b.form.unfolded[id] = true
	}
	for _, s := range b.form.sections {
		s.rebuild()
	}
	first := b.w.Canvas().Focused()
	for range 300 {
		b.press(fyne.KeyTab)
		if b.w.Canvas().Focused() == first {
			break
		}
	}
	if b.form.Dirty() {
		t.Fatalf("looking changes the event:\n%s", cmp.Diff(b.form.start, b.form.fingerprint()))
	}
}

func TestDetailsUnfoldAndAreSeen(t *testing.T) {
	b := newBench(t)
	b.w.Resize(fyne.NewSize(460, 900))
	b.form.New(store.Event{Kind: "call"})
	b.ctrlShift(fyne.KeyS)
	b.write("X")
	b.ctrl(fyne.KeyM)
	q := b.form.d.Citations[0]
	row := b.form.rows[draft.Path("citation", q.ID, "translation")]
	if row == nil || !b.form.unfolded[q.ID] {
		t.Fatal("the details are folded")
	}
	at, ok := b.form.panel.position(row.Object)
	if !ok || at.Y < 0 || at.Y > b.form.panel.scroll.Size().Height-20 {
		t.Fatalf("the first of them stands at %v of %v", at, b.form.panel.scroll.Size())
	}
}
