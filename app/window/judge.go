package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// withEvent reads an event as it stands in the store, to be changed, and goes on with it.
func (d *desk) withEvent(id string, then func(o *opened, e store.Stored[store.Event])) {
	if id == "" || !d.canWrite() {
		return
	}
	if d.writing {
		d.status.Say("An event is open in the form: save it or leave it first.")
		d.form.Focus()
		return
	}
	o := d.open
	var e store.Stored[store.Event]
	d.work(job{
		title: "Reading the event",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			e, err = o.sit.Store().Event(ctx, id)
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o && !d.writing && !e.Deleted {
				then(o, e)
			}
			return err == nil
		},
	})
}

// put writes an event in one change and says what was done.
func (d *desk) put(o *opened, e store.Event, base int64, reason store.Reason, note, said string) {
	d.work(job{
		title: "Saving", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			_, err := o.sit.Save(ctx, store.Action{Reason: reason, Note: note, Put: []store.Put{{Event: &e, Base: base}}})
			return err
		},
		done: func(err error) bool {
			if err == nil {
				d.status.Say("%s Undo (Ctrl+Z) takes it back.", said)
			}
			return err == nil
		},
	})
}

// setSuggested sets the assessment that the rule finds; its reasoning is the change's
// note.
func (d *desk) setSuggested(id string) {
	d.withEvent(id, func(o *opened, e store.Stored[store.Event]) {
		s := store.Suggest(e.Value)
		v, err := store.Assess(e.Value, s.Assessment, "")
		if err != nil {
			d.fail(err)
			return
		}
		d.put(o, v, e.Revision, store.ReasonUpdate, "assessed by the rule: "+s.Why, fmt.Sprintf("“%s” is %s.", e.Value.Title, s.Assessment))
	})
}

// assess asks for the assessment of an event, with what the rule suggests.
func (d *desk) assess(id string) {
	d.withEvent(id, func(o *opened, e store.Stored[store.Event]) {
		if !d.modal() {
			d.askAssessment(o, e)
		}
	})
}

// assessments that are chosen among; a retraction asks for its reason elsewhere.
var assessments = []store.Assessment{store.Reported, store.Corroborated, store.Confirmed, store.Disputed}

func (d *desk) askAssessment(o *opened, e store.Stored[store.Event]) {
	s := store.Suggest(e.Value)
	was := e.Value.Assessment
	rule := look.Body("The rule says: " + s.Why)
	rule.Selectable = false
	var pairs [][2]string
	chosen := situation.Assessment(e.Value)
	for _, a := range assessments {
		name := situation.Sentence(string(a))
		if a == s.Assessment && was != store.Retracted {
			name += " (suggested)"
		}
		pairs = append(pairs, [2]string{string(a), name})
	}
	if was == store.Retracted {
		rule.SetText("It was retracted: " + e.Value.AssessmentNote + "\nAnother assessment takes the retraction back.")
		chosen = store.Reported
	}
	pick := d.newPicker(pairs, nil)
	pick.choose(string(chosen))
	note := d.newField("")
	if was != store.Retracted {
		note.SetText(e.Value.AssessmentNote)
	}
	note.PlaceHolder = "Why, shown with the event (may stay empty)"
	ask := dialog.NewCustomConfirm("Assess this event", "Set it", "Leave it",
		container.New(look.Width(110*look.Grid), container.New(look.Rows{Gap: 2 * look.Grid}, titled(e.Value.Title), rule, pick, look.Framed(note))), func(yes bool) {
			if yes {
				why := strings.TrimSpace(note.Text)
				v, err := store.Assess(e.Value, store.Assessment(pick.code()), why)
				if err != nil {
					d.fail(err)
					return
				}
				d.put(o, v, e.Revision, store.ReasonUpdate, why, fmt.Sprintf("“%s” is %s.", e.Value.Title, v.Assessment))
			}
			d.focusList()
		}, d.win)
	note.OnSubmitted = func(string) { ask.Confirm() }
	d.show(ask)
	d.win.Canvas().Focus(pick)
}

// titled is the event that a dialog speaks of.
func titled(title string) fyne.CanvasObject {
	l := look.Strong(title)
	l.Selectable = false
	return l
}

// review marks an event reviewed by this user, or a draft again.
func (d *desk) review(id string) {
	d.withEvent(id, func(o *opened, e store.Stored[store.Event]) {
		if e.Value.Review == store.Reviewed {
			d.put(o, store.Redraft(e.Value), e.Revision, store.ReasonUpdate, "", fmt.Sprintf("“%s” is a draft again.", e.Value.Title))
			return
		}
		who := d.author()
		v, err := store.ReviewBy(e, who)
		if err != nil {
			d.fail(notReviewed(err))
			return
		}
		d.put(o, v, e.Revision, store.ReasonUpdate, "", fmt.Sprintf("“%s” is reviewed by %s.", e.Value.Title, who))
	})
}

// retract asks why an event is wrong, and retracts it.
func (d *desk) retract(id string) {
	d.withEvent(id, func(o *opened, e store.Stored[store.Event]) {
		switch {
		case d.modal():
		case e.Value.Assessment == store.Retracted:
			d.status.Say("It is retracted already. Another assessment (Ctrl+J) takes that back.")
		default:
			d.askRetraction(o, e)
		}
	})
}

func (d *desk) askRetraction(o *opened, e store.Stored[store.Event]) {
	text := look.Body("It stays in the store and in the list, marked as retracted with the reason, and counts no more: the map shows it only when asked to. Undo (Ctrl+Z) takes the retraction back.")
	text.Selectable = false
	d.askWhy("Retract this event?", "Retract", "Why it is wrong", container.New(look.Rows{Gap: look.Grid}, titled(e.Value.Title), text), func(why string) {
		v, err := store.Retract(e.Value, why)
		if err != nil {
			d.fail(err)
			return
		}
		d.put(o, v, e.Revision, store.ReasonUpdate, why, fmt.Sprintf("Retracted “%s”.", e.Value.Title))
	})
}

// askWhy asks for a reason, which must be given, below what is said.
func (d *desk) askWhy(title, do, hint string, said fyne.CanvasObject, then func(why string)) {
	why := d.newField("")
	why.PlaceHolder = hint
	says := look.Caption("The reason must be given: it stays in the history.")
	says.Selectable = false
	top := container.New(look.Width(110*look.Grid), said)
	bottom := container.New(look.Rows{Gap: look.Grid}, look.Framed(why), says)
	dlg := dialog.NewCustomWithoutButtons(title, container.NewBorder(top, bottom, nil, nil), d.win)
	yes := widget.NewButton(do, nil)
	yes.Importance = widget.DangerImportance
	yes.Disable()
	answer := func() {
		text := strings.TrimSpace(why.Text)
		if text == "" {
			return
		}
		dlg.Hide()
		then(text)
		d.focusList()
	}
	yes.OnTapped = answer
	why.OnSubmitted = func(string) { answer() }
	why.OnChanged = func(text string) {
		if strings.TrimSpace(text) == "" {
			yes.Disable()
		} else {
			yes.Enable()
		}
	}
	dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", dlg.Hide), yes})
	d.show(dlg)
	d.win.Canvas().Focus(why)
}

// judgeItems are what can be judged of an event, for a menu at the pointer.
func (d *desk) judgeItems(id string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, x := range []struct {
		name, icon string
		do         func(string)
	}{
		{"Assess …", "claim", d.assess},
		{"Mark reviewed, or back to draft", "check", d.review},
		{"Retract …", "warning", d.retract},
	} {
		i := fyne.NewMenuItem(x.name, func() { x.do(id) })
		i.Icon = look.UIIcon(x.icon)
		i.Disabled = d.writing
		items = append(items, i)
	}
	return items
}

// eventMenu is what can be done with the selected event beyond editing it.
func (m *menus) eventMenu() *fyne.Menu {
	d := m.d
	selected := func(do func(string)) func() {
		return func() {
			if d.open != nil {
				do(d.open.sit.Selected())
			}
		}
	}
	items := []*fyne.MenuItem{
		m.item("Assess …", "Ctrl+J", selected(d.assess)),
		m.item("Mark reviewed, or back to draft", "Ctrl+R", selected(d.review)),
		m.item("Retract …", "Ctrl+Shift+Backspace", selected(d.retract)),
		m.item("Restore an earlier state …", "Ctrl+B", selected(d.earlierStates)),
	}
	m.needEvent = append(m.needEvent, items...)
	return fyne.NewMenu("Event", items...)
}
