package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// openWords opens the window of the vocabularies at one of them.
func (b *bench) openWords(sheet string) {
	b.t.Helper()
	b.showVocabulary()
	b.settle()
	b.words.page.TypedShortcut(parseKeys("Ctrl+" + sheet))
	b.settle()
}

// wordsType types into what has the keyboard there.
func (b *bench) wordsType(text string) {
	for _, r := range text {
		b.words.win.Canvas().Focused().TypedRune(r)
	}
}

// wordsTab goes on to the next field.
func (b *bench) wordsTab(n int) {
	for range n {
		b.words.win.Canvas().FocusNext()
	}
}

// wordsKeys presses the keys of the window, as what has the keyboard gets them.
func (b *bench) wordsKeys(keys string) {
	b.t.Helper()
	to, ok := b.words.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		b.t.Fatalf("%T takes no %s", b.words.win.Canvas().Focused(), keys)
	}
	to.TypedShortcut(parseKeys(keys))
	b.settle()
}

func (b *bench) kind(code string) (store.Kind, bool) {
	b.t.Helper()
	kinds, err := b.open.sit.Store().Kinds(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	i := slices.IndexFunc(kinds, func(k store.Kind) bool { return k.Code == code })
	if i < 0 {
		return store.Kind{}, false
	}
	return kinds[i], true
}

func (b *bench) term(vocabulary, code string) (store.Term, bool) {
	b.t.Helper()
	terms, err := b.open.sit.Store().Terms(b.t.Context(), vocabulary)
	if err != nil {
		b.t.Fatal(err)
	}
	i := slices.IndexFunc(terms, func(t store.Term) bool { return t.Code == code })
	if i < 0 {
		return store.Term{}, false
	}
	return terms[i], true
}

func TestAKindIsAddedWhileTheFormIsOpenAndTheFormOffersIt(t *testing.T) {
	b := emptyBench(t)
	b.create()
	b.settle()
	b.openWords("1")
	b.words.page.New()
	b.wordsType("Sabotage")
	b.wordsTab(2) // over the code, which follows the name, and the form
	b.wordsTab(1)
	b.wordsType("z")
	b.wordsKeys("Ctrl+S")
	k, ok := b.kind("sabotage")
	if !ok || k.Name != "Sabotage" || k.Key != "z" || k.Form != store.FormGeneral || k.Icon != "other" {
		t.Fatalf("in the store: %+v, %v", k, ok)
	}
	b.closeVocabulary() // the test driver takes the newest window for every widget's
	b.types("z")        // the form's kind
	b.types("A pipeline blown up")
	b.save()
	if e := b.events(); len(e) != 1 || e[0].Kind != "sabotage" {
		t.Errorf("recorded %+v", e)
	}

	// Another change of it, by its revision; then both are undone one by one.
	b.openWords("1")
	b.words.page.Choose("sabotage")
	b.settle()
	b.words.win.Canvas().Focus(b.words.page.First())
	b.words.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	b.wordsType(" act")
	b.wordsKeys("Ctrl+Return")
	if k, _ := b.kind("sabotage"); k.Name != "Sabotage act" {
		t.Fatalf("changed to %q; the page says %q", k.Name, b.words.page.Says())
	}
	b.undo()
	b.settle()
	if k, _ := b.kind("sabotage"); k.Name != "Sabotage" {
		t.Errorf("after undo %q", k.Name)
	}
}

func TestWhatIsUsedIsRetiredAndNotDeleted(t *testing.T) {
	b := emptyBench(t)
	b.strikeForm("Strike")
	b.save()
	b.openWords("1")
	b.words.page.Choose("strike")
	b.settle()
	if b.words.page.CanDelete() {
		t.Error("a kind in use can be deleted")
	}
	b.words.page.ToggleRetired()
	b.settle()
	if _, ok := b.kind("strike"); !ok {
		t.Error("the kind is gone")
	}
	b.closeVocabulary()
	b.create()
	b.settle()
	b.types("s") // no kind's letter any more
	b.formLeave()
	b.edit(b.events()[0].ID) // the event is as it was
	b.settle()
	b.save()
	if e := b.events(); len(e) != 1 || e[0].Kind != "strike" {
		t.Errorf("recorded %+v", e)
	}
	b.undo()
	b.settle()
	if r, err := b.open.sit.Store().Retired(t.Context()); err != nil || len(r) != 0 {
		t.Errorf("after undo retired are %v, %v", r, err)
	}
}

func (b *bench) formLeave() {
	b.t.Helper()
	if b.form.Dirty() {
		b.t.Error("a retired kind can be chosen")
	}
	b.form.Leave()
	b.settle()
}

func TestATermIsAddedAndDeleted(t *testing.T) {
	b := emptyBench(t)
	b.openWords("3")
	b.words.page.New()
	b.wordsType("Lancet, 52")
	b.wordsKeys("Ctrl+S")
	if x, ok := b.term(store.VocabularyWeapon, "Lancet 52"); !ok || x.Name != "Lancet, 52" {
		t.Fatalf("in the store: %+v; the page says %q", x, b.words.page.Says())
	}
	if !b.words.page.CanDelete() {
		t.Fatal("what nothing uses cannot be deleted")
	}
	b.words.page.Delete()
	b.settle()
	if _, ok := b.term(store.VocabularyWeapon, "Lancet 52"); ok {
		t.Error("it is still there")
	}
	b.undo()
	b.settle()
	if _, ok := b.term(store.VocabularyWeapon, "Lancet 52"); !ok {
		t.Error("undo does not bring it back")
	}
}

func TestAnActorIsAddedWithNamesSeatAndWhomItActsFor(t *testing.T) {
	b := emptyBench(t)
	ukraine := store.Actor{Name: "Ukraine", Kind: "state"}
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Actor: &ukraine}}}); err != nil {
		t.Fatal(err)
	}
	b.openWords("6")
	b.words.page.New()
	b.wordsType("General Staff")
	b.wordsTab(2)
	b.wordsType("Генштаб")
	b.words.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.wordsType("Генеральний штаб")
	b.wordsTab(1)
	b.wordsType("Київ")
	b.wordsTab(1)
	b.wordsType("ukraine")
	b.wordsKeys("Ctrl+S")
	actors, err := b.open.sit.Store().Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var a store.Actor
	for _, x := range actors {
		if x.Value.Name == "General Staff" {
			a = x.Value
		}
	}
	if !slices.Equal(a.Aliases, []string{"Генштаб", "Генеральний штаб"}) || a.ActsFor == nil || a.ActsFor.Name != "Ukraine" ||
		a.Seat == nil || a.Seat.GeonameID != 703448 || a.Seat.Country != "UA" || a.Seat.Geometry.IsZero() {
		t.Errorf("in the store: %+v, seat %+v; the page says %q", a, a.Seat, b.words.page.Says())
	}
}

func TestWhatIsTypedIsNotLostByTurningAway(t *testing.T) {
	b := emptyBench(t)
	b.openWords("2")
	b.words.page.New()
	b.wordsType("sunk")
	b.wordsKeys("Ctrl+1")
	if b.words.page.Says() != "What you have typed is not saved yet." {
		t.Errorf("the page says %q", b.words.page.Says())
	}
	b.wordsKeys("Ctrl+S")
	if x, ok := b.term(store.VocabularyMeasure, "sunk"); !ok || x.Name != "sunk" {
		t.Errorf("in the store: %+v", x)
	}
}

func TestAWeaponThatIsAddedIsOfferedByTheForm(t *testing.T) {
	b := emptyBench(t)
	b.openWords("3")
	b.words.page.New()
	b.wordsType("Lancet-52")
	b.wordsKeys("Ctrl+S")
	if x, ok := b.term(store.VocabularyWeapon, "Lancet-52"); !ok || x.Name != "Lancet-52" {
		t.Fatalf("in the store: %+v; the page says %q", x, b.words.page.Says())
	}
	b.closeVocabulary()
	b.strikeForm("Strike on a depot")
	b.win.Canvas().FocusNext() // the summary
	b.win.Canvas().FocusNext()
	b.types("lancet")
	b.key(fyne.KeyReturn)
	b.save()
	e := b.events()
	if len(e) != 1 || string(e[0].Fields["weapons"]) != `["Lancet-52"]` {
		t.Errorf("recorded %+v", e)
	}
	b.openWords("3")
	b.words.page.Choose("weapon/Lancet-52")
	b.settle()
	if b.words.page.CanDelete() {
		t.Error("a weapon that an event names can be deleted")
	}
}

func TestAMeasureThatIsRenamedIsCalledSoInTheFormAndTheDossier(t *testing.T) {
	b := emptyBench(t)
	b.strikeForm("Strike on a depot")
	b.formShortcut("Ctrl+Shift+S")
	b.types("Post of the mayor")
	b.formShortcut("Ctrl+Shift+C")
	b.types("3")
	b.save()
	id := b.events()[0].ID
	was, ok := b.term(store.VocabularyMeasure, "killed")
	if !ok {
		t.Fatal("there is no measure “killed”")
	}

	b.openWords("2")
	b.words.page.Choose("measure/killed")
	b.settle()
	c := b.words.win.Canvas()
	c.Focus(b.words.page.First())
	c.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	b.wordsType("lives lost")
	b.wordsKeys("Ctrl+S")
	if x, _ := b.term(store.VocabularyMeasure, "killed"); x.Name != "lives lost" || x.Code != was.Code {
		t.Fatalf("in the store: %+v; the page says %q", x, b.words.page.Says())
	}
	b.closeVocabulary()
	if e := b.events()[0]; len(e.Claims) != 1 || e.Claims[0].Measure != "killed" || *e.Claims[0].Low != 3 {
		t.Errorf("the claim has become %+v", e.Claims)
	}
	b.edit(id)
	b.settle()
	if says := b.formText(); !strings.Contains(says, "lives lost") {
		t.Errorf("the form says %s", says)
	}
	b.formClosed()
	b.selectEvent(id)
	b.settle()
	b.reads(b.right, "lives lost")
	b.undo()
	b.settle()
	if x, _ := b.term(store.VocabularyMeasure, "killed"); x.Name != was.Name {
		t.Errorf("after undo it is called %q", x.Name)
	}
}

// formShortcut presses keys of the form, whatever of it has the cursor.
func (b *bench) formShortcut(keys string) {
	b.t.Helper()
	b.form.TypedShortcut(parseKeys(keys))
	b.settle()
}
