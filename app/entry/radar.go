package entry

import (
	"context"
	"fmt"
	"image/color"
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

const (
	// lookAfter is how long typing rests before events alike are looked for.
	lookAfter = 250 * time.Millisecond
	// mostAlike is how many are shown.
	mostAlike = 3
)

// radar shows, below the fields, the events that may be the one being entered. What
// to do with the marked one is chosen by a letter once the radar has the focus
// (Ctrl+Shift+D), or by a click.
type radar struct {
	widget.BaseWidget
	f       *Form
	event   string // id of the draft it looks for
	found   []likeness
	at      int // the marked one
	focused bool
	back    fyne.Focusable // what had the focus before

	stop   func()             // of the timer that runs; nil: none
	cancel context.CancelFunc // of the search under way; nil: none
	turn   int                // counts searches: an answer that was overtaken is for nobody
}

func newRadar(f *Form) *radar {
	r := &radar{f: f, event: f.d.ID}
	r.ExtendBaseWidget(r)
	r.Hide()
	return r
}

// lookSoon looks for events alike when typing rests.
func (r *radar) lookSoon() {
	if r == nil || r.f.deps.Columns == nil {
		return
	}
	if r.stop != nil {
		r.stop()
	}
	r.stop = r.f.deps.After(lookAfter, func() {
		r.stop = nil
		r.look()
	})
}

func (r *radar) look() {
	f := r.f
	if f.radar != r || f.d == nil || f.d.ID != r.event {
		return
	}
	if r.cancel != nil {
		r.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	r.turn++
	mine, l := r.turn, f.newLook(mostAlike)
	f.deps.Go(func() {
		found := l.find(ctx)
		cancel()
		f.deps.Do(func() {
			if mine == r.turn && f.radar == r {
				r.show(found)
			}
		})
	})
}

// show lists what was found; the marked one stays marked.
func (r *radar) show(found []likeness) {
	if slices.Equal(found, r.found) {
		return
	}
	marked := ""
	if r.at < len(r.found) {
		marked = r.found[r.at].id
	}
	r.found = found
	r.at = max(0, slices.IndexFunc(found, func(l likeness) bool { return l.id == marked }))
	if len(found) == 0 {
		if r.focused {
			r.leave()
		}
		r.Hide()
	} else {
		r.Show()
	}
	r.Refresh()
	r.f.content.Refresh()
	if w, ok := r.f.last.(fyne.CanvasObject); ok && !r.focused && r.f.panel.holds(r.f.last) {
		r.f.panel.Reveal(w) // the room for the fields has changed
	}
}

// enter gives the radar the keyboard, if there is anything to decide.
func (r *radar) enter() bool {
	if r == nil || len(r.found) == 0 {
		return false
	}
	r.back = r.f.last
	r.f.focus(r)
	return true
}

func (r *radar) leave() {
	if r.back != nil && r.f.panel.holds(r.back) {
		r.f.focus(r.back)
		return
	}
	r.f.Focus()
}

// radarChoice is one thing to do with an event alike.
type radarChoice struct {
	key   rune
	label string
	do    func(likeness)
}

func (r *radar) choices() []radarChoice {
	f := r.f
	relate := func(kind string) func(likeness) {
		return func(l likeness) { f.relate(kind, l) }
	}
	same := radarChoice{'s', "Same event", f.merge}
	if f.d == nil || f.d.Revision != 0 { // two stored events stay two records
		same.do = relate(relSameAs)
	}
	return []radarChoice{same, {'p', "Part of", relate(relPartOf)}, {'r', "Related", relate(relRelated)}, {'n', "Not the same", relate(relNotSame)}}
}

// do carries out a choice for the marked event.
func (r *radar) do(c radarChoice) {
	if r.at < len(r.found) {
		c.do(r.found[r.at])
	}
}

// FocusGained implements fyne.Focusable.
func (r *radar) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *radar) FocusLost() { r.focused = false; r.Refresh() }

// AcceptsTab implements fyne.Tabbable: Tab leads back to the fields.
func (r *radar) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (r *radar) TypedRune(k rune) {
	for _, c := range r.choices() {
		if unicode.ToLower(k) == c.key {
			r.do(c)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (r *radar) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		r.mark((r.at + 1) % max(len(r.found), 1))
	case fyne.KeyUp:
		r.mark((r.at + len(r.found) - 1) % max(len(r.found), 1))
	case fyne.KeyEscape, fyne.KeyTab:
		r.leave()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (r *radar) TypedShortcut(s fyne.Shortcut) { r.f.panel.Shortcut(s) }

func (r *radar) mark(i int) {
	if i != r.at {
		r.at = i
		r.Refresh()
	}
}

// relate relates the draft to an event, which is not shown again.
func (f *Form) relate(kind string, l likeness) {
	f.addTerm(store.Term{Vocabulary: vocRelation, Code: kind, Name: kind})
	f.d.Relations = append(withoutBlank(f.d.Relations, blankRelation), &draft.Relation{Type: kind, Event: l.id, Title: l.title})
	f.refreshSection(secRelations)
	r := f.radar
	f.touched("relation")
	r.show(slices.DeleteFunc(slices.Clone(r.found), func(o likeness) bool { return o.id == l.id }))
}

// taken is a draft whose claims went into another event: it is kept until that one is
// saved.
type taken struct {
	id  string
	key string // that it is kept under
}

// merge opens the event that the draft turned out to be, with the draft's claims and
// sources carried over.
func (f *Form) merge(l likeness) {
	old, key := f.d, f.keeper.key
	f.deps.Go(func() {
		e, err := f.deps.Store.Event(context.Background(), l.id)
		f.deps.Do(func() {
			switch {
			case f.d != old:
				return
			case err != nil:
				f.tell("“" + l.title + "” cannot be opened: " + err.Error() + ".")
				return
			}
			f.keeper.flush(nil)
			f.keeper.write(old)
			d := draft.FromAt(e.Value, e.Revision, f.deps.NewID, f.deps.Zone.String())
			d.Absorb(old, f.deps.NewID)
			d.Reason, d.ReasonNote = string(store.ReasonUpdate), "another report of the same event"
			f.opening++
			f.show(d)
			f.start = "" // it differs from what is stored
			f.taken = taken{old.ID, key}
			for _, s := range f.sections { // what came along is to be seen
				if (s.name == secClaims || s.name == secSources) && s.count() > 0 {
					s.unfold(true)
				}
			}
			f.relayout()
			f.keeper.write(d)
			f.tell(fmt.Sprintf("This is “%s” with the claims and sources of your draft added. Look them over and save; until then the draft is kept.", e.Value.Title))
		})
	})
}

// CreateRenderer implements fyne.Widget.
func (r *radar) CreateRenderer() fyne.WidgetRenderer {
	v := &radarRenderer{r: r, rule: canvas.NewRectangle(color.Transparent), back: canvas.NewRectangle(color.Transparent), box: container.New(stacked{})}
	v.Refresh()
	return v
}

type radarRenderer struct {
	r          *radar
	rule, back *canvas.Rectangle
	box        *fyne.Container
}

func (v *radarRenderer) Destroy() {}

func (v *radarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.back, v.rule, v.box}
}

func (v *radarRenderer) MinSize() fyne.Size { return v.box.MinSize().AddWidthHeight(0, 6) }

func (v *radarRenderer) Layout(s fyne.Size) {
	v.back.Resize(s)
	v.rule.Resize(fyne.NewSize(s.Width, 1))
	v.box.Move(fyne.NewPos(0, 3))
	v.box.Resize(s.SubtractWidthHeight(0, 6))
}

func (v *radarRenderer) Refresh() {
	r := v.r
	th, variant := r.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	v.back.FillColor, v.rule.FillColor = th.Color(theme.ColorNameInputBackground, variant), th.Color(theme.ColorNameSeparator, variant)
	if r.focused {
		v.rule.FillColor = th.Color(theme.ColorNamePrimary, variant)
	}
	v.box.Objects = v.lines()
	v.box.Refresh()
	v.Layout(r.Size())
	canvas.Refresh(r)
}

func (v *radarRenderer) lines() []fyne.CanvasObject {
	r := v.r
	if len(r.found) == 0 {
		return nil
	}
	said := "Known already? This may be the same event:"
	if len(r.found) > 1 {
		said = fmt.Sprintf("Known already? %d events may be the same:", len(r.found))
	}
	head := widget.NewLabel(said)
	head.SizeName, head.Importance, head.Truncation = theme.SizeNameCaptionText, widget.WarningImportance, fyne.TextTruncateEllipsis
	enter := field.NewButton("Ctrl+Shift+D", field.Quiet, func() { r.enter() })
	out := []fyne.CanvasObject{container.New(sideInset{}, container.NewBorder(nil, nil, nil, enter, head))}
	for i, l := range r.found {
		out = append(out, newAlikeLine(l, i == r.at, r.focused, func() { r.mark(i) }))
	}
	buttons := container.NewHBox()
	for i, c := range r.choices() {
		tone := field.Plain
		if i == 0 && r.focused {
			tone = field.Strong
		}
		buttons.Add(field.NewButton(c.label+"  "+string(unicode.ToUpper(c.key)), tone, func() { r.do(c) }))
	}
	return append(out, container.New(sideInset{}, buttons))
}

// sideInset keeps the form's margin at the sides.
type sideInset struct{}

func (sideInset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*margin, 0)
}

func (sideInset) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(margin, 0))
	o[0].Resize(s.SubtractWidthHeight(2*margin, 0))
}
