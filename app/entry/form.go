package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/paulmach/orb"

	"sitmap/store"
)

// Form is the event form. All its methods belong to the main goroutine.
type Form struct {
	// OnSaved is told the id of the event that was saved.
	OnSaved func(id string)
	// OnClose is called when the form is done with: saved, or left by Esc.
	OnClose func()
	// RequestPick asks the user for a point on the map and calls back with it;
	// nil: the form offers no picking.
	RequestPick func(cb func(orb.Point))

	deps    Deps
	content *fyne.Container
}

// New returns a form without an event; call [Form.New] or [Form.Edit] next.
func New(d Deps) *Form {
	return &Form{deps: d.withDefaults(), content: container.NewStack()}
}

// New starts a new event. What prefill says is filled in: a kind, a place at
// which the map was clicked. The kind's field has the focus.
func (f *Form) New(prefill store.Event) {}

// Edit opens an event of the store.
func (f *Form) Edit(e store.Stored[store.Event]) {}

// Content is the panel, made for a width of 420 to 480 device-independent pixels.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Dirty reports whether anything would be lost by closing the form.
func (f *Form) Dirty() bool { return false }

// Focus puts the cursor into the form's first empty field.
func (f *Form) Focus() {}

// Leave closes the form, as Esc does: at once when nothing would be lost, else
// after asking.
func (f *Form) Leave() {}

// Save saves the event, as Ctrl+Enter does.
func (f *Form) Save() {}

// TypedShortcut takes the form's shortcuts when nothing in it has the focus, and
// reports whether s was one.
func (f *Form) TypedShortcut(s fyne.Shortcut) bool { return false }
