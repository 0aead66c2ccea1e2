package entry

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/when"
	"sitmap/store"
)

func blankRelation(r *draft.Relation) bool {
	return r.Event == "" && r.Title == "" && r.Note == ""
}

func (f *Form) relationsSection() *section {
	s := &section{f: f, name: secRelations, key: fyne.KeyR, paths: []string{"relation"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		return cards(f.d.Relations, blankRelation, "No relation to another event: part of, follows, responds to …",
			func(i int, r *draft.Relation) (fyne.CanvasObject, fyne.Focusable) { return f.relationCard(s, i, r) })
	}
	s.grow = func() {
		f.d.Relations = grown(f.d.Relations, blankRelation, func() *draft.Relation { return &draft.Relation{Type: "follows"} })
	}
	s.count = func() int { return countFilled(f.d.Relations, blankRelation) }
	return s
}

func (f *Form) relationCard(s *section, i int, r *draft.Relation) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("relation", itoa(i), name) }
	var event *field.Complete
	main := func() []fyne.CanvasObject {
		kind := f.term(path("type"), vocRelation, "follows", &r.Type)
		event = field.NewComplete(f.panel, nil)
		event.Part, event.PlaceHolder, event.Run = f.part, "words of the other event", f.awaited(f.searchEvents)
		event.Leaving = func(typed string, lines []field.Option) int { return titled(typed, lines) }
		event.Set(f.relatedTitle(r))
		row := f.rowWith(kind, path("event"), event)
		event.OnTyped = func(t string) {
			r.Event, r.Title = "", t
			f.touched(path("event"))
		}
		event.OnPick = func(o field.Option) {
			r.Title = o.Text
			r.Event, _ = o.Value.(string)
			row.SetHint(o.Detail)
			f.touched(path("event"))
		}
		return objects(row)
	}
	return f.card("relation"+itoa(i), main, func() []fyne.CanvasObject {
		return objects(f.row("note", path("note"), f.line(path("note"), &r.Note, "why")))
	}, func() {
		dropRow(s, "the relation to “"+f.relatedTitle(r)+"”", &f.d.Relations, r)
	}), event
}

// titled is the line of the only event with a title; -1: there is none, or several.
func titled(typed string, lines []field.Option) int {
	at := -1
	for i, o := range lines {
		if folded(o.Text) == folded(typed) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	if at < 0 && len(lines) == 1 && len([]rune(typed)) >= leastSole {
		return 0 // the only one with these words
	}
	return at
}

// relatedTitle is the title of the event a relation points to, or its id where it
// is not in the store.
func (f *Form) relatedTitle(r *draft.Relation) string {
	if r.Title == "" && r.Event != "" {
		r.Title = r.Event
		if e, err := f.deps.Store.Event(context.Background(), r.Event); err == nil {
			r.Title = e.Value.Title
		}
	}
	return r.Title
}

// searchEvents finds other events by their words.
func (f *Form) searchEvents(typed string) func() []field.Option {
	own, deps := f.d.ID, f.deps
	return func() []field.Option { return findEvents(deps, typed, own) }
}

// findEvents lists the events with what was typed: of very many those that were
// entered last.
func findEvents(deps Deps, typed, own string) []field.Option {
	const most = 2 * field.MaxOptions
	ctx, cancel := context.WithTimeout(context.Background(), deps.patience)
	defer cancel()
	var out []field.Option
	seen := map[string]bool{own: true}
	add := func(e store.Event) {
		if !seen[e.ID] {
			seen[e.ID] = true
			local, _ := when.Show(e.When)
			out = append(out, field.Option{Text: e.Title, Detail: fmt.Sprintf("%s · %s", e.Kind, local), Value: e.ID})
		}
	}
	newest, err := newestSaying(ctx, deps.Store, typed, most)
	for _, e := range newest {
		add(e.Value)
	}
	if err != nil || len(out) >= most-1 {
		return out
	}
	events := deps.Store.Events(ctx, store.Filter{Text: typed})
	if events == nil {
		return out
	}
	for e, err := range events {
		if err != nil {
			if ctx.Err() == nil {
				deps.Log.Warn("searching events for a relation", "error", err)
			}
			return out
		}
		if add(e.Value); len(out) == most {
			break
		}
	}
	return out
}
