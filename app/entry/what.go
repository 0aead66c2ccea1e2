package entry

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/title"
	"sitmap/store"
)

// kindField chooses the kind by its letter, or from the list.
type kindField struct {
	field.Complete
	f *Form
}

func (f *Form) newKindField() *kindField {
	k := &kindField{f: f}
	field.SetUpComplete(&k.Complete, k, f.panel, func(typed string) []field.Option {
		if kind, ok := f.voc.kind(f.d.Kind); ok && typed == kind.Name {
			typed = ""
		}
		return field.Choices(f.kindOptions)(typed)
	})
	k.Closed, k.PlaceHolder = true, "letter or name"
	if kind, ok := f.voc.kind(f.d.Kind); ok {
		k.Set(kind.Name)
	}
	k.OnPick = func(o field.Option) {
		if kind, ok := o.Value.(store.Kind); ok {
			f.chooseKind(kind)
		}
	}
	k.ExtendBaseWidget(k)
	return k
}

func (f *Form) kindOptions() []field.Option {
	var out []field.Option
	for _, k := range f.voc.offeredKinds() {
		out = append(out, field.Option{Text: k.Name, Detail: strings.ToUpper(k.Key), Value: k})
	}
	return out
}

// TypedRune implements fyne.Focusable: a kind's letter chooses it.
func (k *kindField) TypedRune(r rune) {
	for _, kind := range k.f.voc.offeredKinds() {
		if kind.Key != "" && strings.EqualFold(kind.Key, string(unicode.ToLower(r))) {
			k.CloseList()
			k.Set(kind.Name)
			k.f.chooseKind(kind)
			return
		}
	}
	k.Complete.TypedRune(r)
}

// FocusGained implements fyne.Focusable: the kinds and their letters are shown at
// once while none is chosen.
func (k *kindField) FocusGained() {
	k.Complete.FocusGained()
	if k.f.d.Kind == "" {
		k.OpenList()
	}
}

// chooseKind takes another kind: its form opens what it asks for, and what was
// typed stays.
func (f *Form) chooseKind(k store.Kind) {
	f.d.Kind = k.Code
	f.spec = specFor(k.Form)
	f.seed()
	f.build()
	f.touched("kind")
	f.focus(f.title)
}

// whatRows are the top of the form: kind, title, summary.
func (f *Form) whatRows() fyne.CanvasObject {
	f.kind = f.newKindField()
	f.title = f.line("title", &f.d.Title, "Title")
	f.summary = f.text("summary", &f.d.Summary, "what happened, in a sentence or two", 2)
	f.weapons = nil
	f.proposeTitle()
	rows := objects(f.row("kind", "kind", f.kind),
		f.row("title", "title", f.pinned("title", &f.title.Part, f.title)),
		f.row("summary", "summary", f.pinned("summary", &f.summary.Part, f.summary)))
	if f.spec.weapons {
		rows = append(rows, f.weaponsRow())
	}
	return container.New(padded{}, rows...)
}

// proposedTitle is made of what has been entered; it is saved where no title was
// typed.
func (f *Form) proposedTitle() string { return f.titleFor(f.d) }

func (f *Form) titleFor(d *draft.Draft) string {
	kind, ok := f.voc.kind(d.Kind)
	if !ok {
		return ""
	}
	return title.For(kind.Form, title.Summary{Kind: kind.Name, Actors: func(role string) []string { return partyNames(d, role) }, Place: func(roles ...string) string {
		for _, r := range roles {
			for _, p := range d.Places {
				if p.Role == r && strings.TrimSpace(p.Name) != "" {
					return strings.TrimSpace(p.Name)
				}
			}
		}
		return ""
	}})
}

func (f *Form) proposeTitle() {
	t := f.proposedTitle()
	if t == "" {
		t = "made from what you enter, or your own"
	}
	if f.title.PlaceHolder != t {
		f.title.SetPlaceHolder(t)
	}
}

func (f *Form) whenSection() *section {
	s := &section{f: f, name: secWhen, key: fyne.KeyW, paths: []string{"when", "planned"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		rows, first := f.whenRows("when", "when", &f.d.When, whenExample)
		planned, _ := f.whenRows("planned for", "planned", &f.d.Planned, "if it was planned: when")
		return []fyne.CanvasObject{rows, planned}, first
	}
	return s
}
