package sources

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

// form edits an outlet or an item: it stands where its page is otherwise.
type form struct {
	p       *Panel
	box     *fyne.Container
	rows    *fyne.Container
	problem *widget.Label
	fields  []valued
	before  []string
	warned  bool // that Escape would drop what was typed
	saving  bool
	build   func() (store.Put, string, error) // what to save, and why; errors are sentences
}

// valued is a field with its text.
type valued interface {
	fyne.CanvasObject
	fyne.Focusable
}

func value(f valued) string {
	switch x := f.(type) {
	case *typed:
		return x.Text
	case *choice:
		return x.Selected
	}
	return ""
}

// fieldError is a sentence that belongs to a field.
type fieldError struct {
	text string
	at   fyne.Focusable
}

func (e *fieldError) Error() string { return e.text }

func (p *Panel) newForm(title string) *form {
	f := &form{p: p, rows: container.New(look.Rows{Gap: look.Grid}), problem: widget.NewLabel("")}
	f.problem.Wrapping, f.problem.Importance = fyne.TextWrapWord, widget.DangerImportance
	f.problem.Hide()
	save := look.NewButton("Save", look.UIIcon("check"), "Save it (Ctrl+Enter)", p.deps.Hints, f.save)
	save.Importance = widget.HighImportance
	back := look.NewButton("Cancel", nil, "Back, without saving (Escape)", p.deps.Hints, func() { p.closeForm() })
	inner := container.New(look.Rows{Gap: 2 * look.Grid}, look.Tight(look.Heading(title)), f.rows)
	foot := container.New(look.Inset{Left: 4 * look.Grid, Top: 2 * look.Grid, Right: 4 * look.Grid, Bottom: 2 * look.Grid},
		container.New(look.Rows{Gap: look.Grid}, f.problem, container.NewHBox(save, back)))
	f.box = container.NewBorder(nil, container.New(look.Rows{}, look.Hairline(), foot), nil, nil,
		container.NewVScroll(container.New(look.Around(4*look.Grid), inner)))
	return f
}

// text adds a field to type into.
func (f *form) text(name, holder, text string) *typed {
	t := newTyped(holder, f.save, f.escape)
	t.SetText(text)
	f.add(name, t)
	return t
}

// long adds a field of several lines.
func (f *form) long(name, holder, text string) *typed {
	t := newTyped(holder, f.save, f.escape)
	t.MultiLine, t.Wrapping = true, fyne.TextWrapWord
	t.SetMinRowsVisible(3)
	t.SetText(text)
	f.add(name, t)
	return t
}

// choose adds a field with a few values.
func (f *form) choose(name string, options []string, at int) *choice {
	c := newChoice(options, f.save, f.escape)
	c.SetSelectedIndex(max(0, at))
	f.add(name, c)
	return c
}

func (f *form) add(name string, field valued) {
	caption := look.Caption(name)
	caption.Selectable = false
	f.rows.Add(container.New(labelled{}, caption, field))
	f.fields = append(f.fields, field)
	f.before = append(f.before, value(field))
}

func (f *form) first() fyne.Focusable { return f.fields[0] }

func (f *form) dirty() bool {
	now := make([]string, len(f.fields))
	for i, x := range f.fields {
		now[i] = value(x)
	}
	return !slices.Equal(now, f.before)
}

// refuse says what is missing, at the field where it is.
func (f *form) refuse(sentence string, at fyne.Focusable) {
	f.problem.SetText(sentence)
	f.problem.Show()
	f.box.Refresh()
	if at != nil {
		f.p.focus(at)
	}
}

// escape leaves; what was typed is dropped at the second time.
func (f *form) escape() {
	if f.dirty() && !f.warned {
		f.warned = true
		f.refuse("What you changed is not saved. Escape once more drops it, Ctrl+Enter saves it.", nil)
		return
	}
	f.p.closeForm()
}

// save writes what is in the fields.
func (f *form) save() {
	p := f.p
	if f.saving || !p.may() {
		return
	}
	put, why, err := f.build()
	var at *fieldError
	if errors.As(err, &at) {
		f.refuse(at.text, at.at)
		return
	}
	ed, s := p.ed, p.shelf
	f.saving = true
	var c store.Change
	p.deps.Work("Saving", func(ctx context.Context, _ store.Progress) error {
		if put.Item != nil {
			if err := knownOutlet(ctx, ed.Store(), put.Item); err != nil {
				return err
			}
		}
		c, err = ed.Save(ctx, store.Action{Note: why, Put: []store.Put{put}})
		return err
	}, func(err error) bool {
		f.saving = false
		switch {
		case p.ed != ed || p.form != f:
			return err == nil
		case err != nil:
			f.refuse(look.Sentence(err), nil)
			return true
		}
		p.form = nil
		if c.Seq == 0 {
			p.say("Nothing was changed.")
		} else {
			p.say("Saved. Undo (Ctrl+Z) takes it back.")
		}
		if put.Base == 0 {
			s.text = ""
			p.find.SetText("")
			p.expect(s, c)
			return true
		}
		p.show()
		p.Refresh()
		p.focus(p.rows.Focusable())
		return true
	})
}

// expect chooses the record that a change made.
func (p *Panel) expect(s *shelf, c store.Change) {
	ed := p.ed
	var n int64
	p.deps.Work("Reading the "+s.plural(), func(ctx context.Context, _ store.Progress) error {
		ns, err := s.numbers(ctx, ed.Store(), "")
		if err == nil && len(ns) > 0 {
			n = slices.Max(ns) // numbers are given in the order of time
		}
		return err
	}, func(err error) bool {
		if p.ed == ed && p.shelf == s && err == nil {
			s.chosen = n
			p.show()
			p.Refresh()
			p.focus(p.rows.Focusable())
		}
		return err == nil
	})
}

// edit opens the form for what is chosen.
func (p *Panel) edit() {
	s := p.page.sheet
	if s == nil || p.form != nil || p.merging != nil || !p.may() {
		return
	}
	if s.outlet != nil {
		p.open(p.outletForm(s.outlet.Stored))
		return
	}
	p.open(p.itemForm(s.item.Stored))
}

// add opens the form for a new outlet.
func (p *Panel) add() {
	if p.form != nil || p.merging != nil || !p.may() {
		return
	}
	p.Show(store.EntityOutlet)
	p.open(p.outletForm(store.Stored[store.Outlet]{}))
}

func (p *Panel) open(f *form) {
	p.form = f
	p.show()
	p.focus(f.first())
}

func (p *Panel) closeForm() {
	p.form = nil
	p.show()
	p.Focus(canvasOf(p.left))
}

// leaveForm closes the form where nothing typed would be lost; else it says so.
func (p *Panel) leaveForm() bool {
	if p.form == nil {
		return true
	}
	if p.form.dirty() {
		p.form.refuse("What you changed is not saved: save it (Ctrl+Enter) or drop it (Escape) first.", p.form.first())
		return false
	}
	p.form = nil
	p.show()
	return true
}

// remove asks whether to delete what is chosen, saying what that does.
func (p *Panel) remove() {
	s := p.page.sheet
	if s == nil || p.form != nil || p.merging != nil || !p.may() || p.OnAsk == nil {
		return
	}
	if n := len(s.rests.Events) + len(s.rests.Items); n > 0 {
		p.say("This " + string(s.entity) + " cannot be deleted: " + look.Count(len(s.rests.Items), "item") + " and " + look.Count(len(s.rests.Events), "event") + " name it. Merge it with another one instead (M).")
		return
	}
	ed := p.ed
	p.OnAsk("Delete this "+string(s.entity)+"?", "“"+look.Shorten(s.title(), 60)+"” is taken out of the lists. Its history is kept,\nand undo (Ctrl+Z) brings it back whole.", "Delete", func() {
		p.deps.Work("Deleting", func(ctx context.Context, _ store.Progress) error {
			_, err := ed.Save(ctx, store.Action{Reason: store.ReasonDeleted, Delete: []store.Delete{{Entity: s.entity, ID: s.id(), Base: s.revision()}}})
			return err
		}, func(err error) bool {
			if err == nil && p.ed == ed {
				p.say("Deleted “" + look.Shorten(s.title(), 60) + "”. Undo (Ctrl+Z) brings it back.")
				p.Refresh()
			}
			return err == nil
		})
	})
}

// labelled sets a caption before a field.
type labelled struct{}

const captionWidth = 26 * look.Grid

// Layout implements fyne.Layout.
func (labelled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(captionWidth, h))
	o[0].Move(fyne.NewPos(0, max(0, (min(size.Height, 9*look.Grid)-h)/2)))
	o[1].Resize(fyne.NewSize(size.Width-captionWidth, size.Height))
	o[1].Move(fyne.NewPos(captionWidth, 0))
}

// MinSize implements fyne.Layout.
func (labelled) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(captionWidth+o[1].MinSize().Width, o[1].MinSize().Height)
}

// oneLine is a text without line breaks and doubled spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
