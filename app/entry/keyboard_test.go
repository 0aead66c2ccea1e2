package entry

import (
	"log/slog"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	_ "time/tzdata"
)

// keyboard types into a window as its driver does: Tab moves the focus, shortcuts
// and keys go to the widget that has it.
type keyboard struct {
	t *testing.T
	w fyne.Window
	// actions counts the keys pressed that are no characters of a text.
	actions *int
}

func (k keyboard) write(s string) {
	k.t.Helper()
	for _, r := range s {
		focused := k.w.Canvas().Focused()
		if focused == nil {
			k.t.Fatalf("nothing has the focus for %q", r)
		}
		focused.TypedRune(r)
	}
}

func (k keyboard) press(keys ...fyne.KeyName) {
	k.t.Helper()
	for _, key := range keys {
		*k.actions++
		if key == fyne.KeyTab {
			if t, ok := k.w.Canvas().Focused().(fyne.Tabbable); !ok || !t.AcceptsTab() {
				k.w.Canvas().FocusNext()
				continue
			}
		}
		if focused := k.w.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
}

func (k keyboard) shortcut(m fyne.KeyModifier, key fyne.KeyName) {
	k.t.Helper()
	*k.actions++
	s, ok := k.w.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		k.t.Fatalf("what has the focus takes no shortcuts: %T", k.w.Canvas().Focused())
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: m})
}

func (k keyboard) ctrl(key fyne.KeyName) { k.t.Helper(); k.shortcut(fyne.KeyModifierControl, key) }

func (k keyboard) ctrlShift(key fyne.KeyName) {
	k.t.Helper()
	k.shortcut(fyne.KeyModifierControl|fyne.KeyModifierShift, key)
}

// bench is a form in a window on a fake store.
type bench struct {
	keyboard
	form   *Form
	store  *fakeStore
	drafts *memoryDrafts
	timers []func()
	saved  []string
	closed int
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	loc, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{store: &fakeStore{}, drafts: &memoryDrafts{kept: map[string]Kept{}}}
	b.form = New(Deps{
		Store: b.store, Gazetteer: fakeGazetteer{}, Drafts: b.drafts, Zone: loc, NewID: newIDs(),
		Clock: func() time.Time { return testNow }, Log: slog.New(slog.DiscardHandler),
		Go: func(f func()) { f() }, Do: func(f func()) { f() },
		After: func(_ time.Duration, f func()) func() {
			b.timers = append(b.timers, f)
			n := len(b.timers) - 1
			return func() { b.timers[n] = func() {} }
		},
	})
	b.form.deps.patience = time.Minute // the machine that tests may be busy
	b.form.OnSaved = func(id string) { b.saved = append(b.saved, id) }
	b.form.OnClose = func() { b.closed++ }
	w := test.NewTempWindow(t, b.form.Content())
	w.Resize(fyne.NewSize(460, 900))
	b.keyboard = keyboard{t, w, new(int)}
	return b
}

// elapse runs the timers that wait.
func (b *bench) elapse() {
	for len(b.timers) > 0 {
		f := b.timers[0]
		b.timers = b.timers[1:]
		f()
	}
}

// memoryDrafts keeps drafts in memory.
type memoryDrafts struct{ kept map[string]Kept }

func (m *memoryDrafts) Keep(id string, state []byte) error {
	m.kept[id] = Kept{ID: id, At: testNow, State: state}
	return nil
}

func (m *memoryDrafts) Kept() ([]Kept, error) {
	var out []Kept
	for _, k := range m.kept {
		out = append(out, k)
	}
	return out, nil
}

func (m *memoryDrafts) Drop(id string) error {
	delete(m.kept, id)
	return nil
}
