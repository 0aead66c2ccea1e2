package entry

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// Save saves the event and closes the form, as Ctrl+Shift+Enter does: what can't be read
// is said at its field, and nothing typed is lost.
func (f *Form) Save() {
	f.next = false
	f.trySave()
}

// SaveAndNext saves the event and begins the next one of its kind with what is pinned.
func (f *Form) SaveAndNext() {
	f.next = true
	f.trySave()
}

// enter is Ctrl+Enter: after a new event comes the next one. One that was changed, or
// made from an item of the inbox, leaves the keyboard to the list that it came from.
func (f *Form) enter() {
	if f.d != nil && f.d.Revision == 0 && !f.alone {
		f.SaveAndNext()
		return
	}
	f.Save()
}

func (f *Form) trySave() {
	if f.d == nil || f.saving {
		return
	}
	if f.asking != nil && f.asking.first {
		f.asking.insist()
		f.focus(f.asking)
		return
	}
	f.settle()
	if f.lookups.wait(f.trySave) {
		return
	}
	if f.askPlaces() || f.askStrays() || f.askActors() {
		return
	}
	f.keepSwapped()
	e, problems := f.event()
	if len(problems) > 0 {
		f.refuse(problems)
		return
	}
	if f.askWhy() {
		return
	}
	f.save(f.redrafted(e), f.d.Revision)
}

// event is what would be saved, with a title if none was typed.
func (f *Form) event() (store.Event, []draft.Problem) {
	e, problems := f.d.Event(f.reader())
	problems = append(problems, f.roleProblems()...)
	if g := f.grid; g != nil {
		if said := g.add.doubt(); said != "" {
			problems = append(problems, draft.Problem{Path: addPath, Sentence: said})
		}
	}
	if e.Title == "" {
		e.Title = f.proposedTitle()
	}
	if e.Kind == "" {
		problems = append([]draft.Problem{{Path: "kind", Sentence: "Choose the kind of event first, by its letter or from the list."}}, problems...)
	} else if e.Title == "" {
		problems = append(problems, draft.Problem{Path: "title", Sentence: "The event needs a title, or a place or party to make one of."})
	}
	return e, problems
}

func (f *Form) save(e store.Event, base int64) {
	f.saving = true
	a := store.Action{
		Reason: store.Reason(f.d.Reason), Note: strings.TrimSpace(f.d.ReasonNote), Put: []store.Put{{Event: &e, Base: base}},
	}
	mine, key, terms, d := f.opening, f.keeper.key, f.d.Terms, f.d
	entered := f.enteredActors()
	f.deps.Go(func() {
		terms, err := missing(context.Background(), f.deps.Store, terms)
		if err == nil {
			e, err = withoutTwins(context.Background(), f.deps.Store, e, entered)
		}
		if err == nil {
			a.Put = append(termPuts(terms, e), a.Put...)
			_, err = f.deps.Store.Save(context.Background(), a)
		}
		f.deps.Do(func() {
			if err == nil {
				f.forget(key, d) // the files that the event names stay
			}
			if mine != f.opening { // another event was opened meanwhile
				if err != nil {
					f.tell("“" + e.Title + "” was not saved: " + err.Error() + " It is offered again when the form is next opened.")
				}
				return
			}
			f.saving = false
			f.saved(e, err)
		})
	})
}

func (f *Form) saved(e store.Event, err error) {
	if err != nil { // whatever comes of it, what was typed is on disk
		f.keeper.flush(nil)
		f.keeper.write(f.d)
	}
	if t := f.taken; err == nil && t.id != "" {
		f.keeper.drop(t.key)
		if f.OnMerged != nil {
			f.OnMerged(t.id)
		}
	}
	var conflict *store.ConflictError
	switch {
	case err == nil && f.next:
		after := f.d.Next(f.deps.NewID)
		f.clear()
		if f.OnSaved != nil {
			f.OnSaved(e.ID)
		}
		f.openWith(func() *draft.Draft { return after }, false)
	case err == nil:
		f.clear()
		if f.OnSaved != nil {
			f.OnSaved(e.ID)
		}
		if f.OnClose != nil {
			f.OnClose()
		}
	case errors.As(err, &conflict):
		f.resolve(conflict, e)
	default:
		f.refuse(storeProblems(err, e))
	}
}

// clear puts the event away. The focus goes first: what a field does when it is
// left is done on the event that was open.
func (f *Form) clear() {
	if c := f.canvas(); c != nil && f.holdsFocus(c) {
		c.Unfocus()
	}
	f.d, f.asking, f.radar, f.waiting = nil, nil, nil, nil
	f.opening++
	f.lookups = &lookups{}
	f.content.Objects = nil
	f.content.Refresh()
}

// refuse says what is wrong, each at its field, and goes to the first.
func (f *Form) refuse(problems []draft.Problem) {
	f.problems = problems
	for _, p := range problems {
		f.unfoldFor(p.Path)
	}
	f.showProblems()
	f.relayout()
	var loose []string
	var first fyne.CanvasObject
	for _, p := range problems {
		r := f.rows[p.Path]
		switch {
		case r == nil:
			loose = append(loose, p.Sentence)
		case first == nil:
			first = r.Object
		}
	}
	if len(loose) > 0 {
		f.tell("This cannot be saved yet. " + strings.Join(loose, " "))
		return
	}
	for _, p := range problems {
		if w := f.fields[p.Path]; w != nil && f.rows[p.Path].Object == first {
			f.focus(w)
			return
		}
	}
	if w := firstFocusable(first); w != nil {
		f.focus(w)
	}
}

// unfoldFor unfolds whatever hides the field of a path.
func (f *Form) unfoldFor(path string) {
	if f.rows[path] != nil && f.shown(path) {
		return
	}
	part, rest, _ := strings.Cut(path, "/")
	id, _, _ := strings.Cut(rest, "/")
	for _, s := range f.sections {
		switch {
		case !s.has(path) && part != "actor":
			continue
		case part == "actor" && s.name != secParties && s.name != secClaims:
			continue
		}
		f.unfolded[id], f.unfolded["when:"+path] = true, true
		for _, owner := range f.ownersOf(part, id) {
			f.unfolded[owner] = true
		}
		s.built = false
		s.unfold(true)
	}
}

func (f *Form) shown(path string) bool {
	for _, s := range f.sections {
		if s.has(path) {
			return s.open
		}
	}
	return true
}

// ownersOf are the parts in whose details a record is shown.
func (f *Form) ownersOf(part, id string) []string {
	var out []string
	switch part {
	case "actor":
		for _, p := range f.d.Parties {
			if p.Actor.Key == id {
				out = append(out, p.ID)
			}
		}
		for _, c := range f.d.Claims {
			if c.AccordingTo.Key == id {
				out = append(out, c.ID)
			}
		}
	case "item", "outlet":
		for _, c := range f.d.Citations {
			if i := f.d.Item(c.Item); c.Item.Key == id || i != nil && i.Outlet.Key == id {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

// showProblems puts each problem at its row and takes old ones away.
func (f *Form) showProblems() {
	said := map[*field.Row]string{}
	for _, p := range f.problems {
		if r := f.rows[p.Path]; r != nil {
			said[r] = strings.TrimSpace(said[r] + "\n" + p.Sentence)
		}
	}
	for _, r := range f.rows {
		r.SetProblem(said[r])
	}
	f.quoteLines()
}

// firstFocusable finds the first field in a row; role fields before the main one
// count as labels.
func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	c, ok := o.(*fyne.Container)
	if !ok {
		w, _ := o.(fyne.Focusable)
		return w
	}
	objects := c.Objects
	if len(objects) == 3 { // a row: label, field, message
		if _, message := objects[2].(*widget.Label); message {
			objects = objects[1:]
		}
	}
	for _, o := range objects {
		if w := firstFocusable(o); w != nil {
			return w
		}
	}
	return nil
}
