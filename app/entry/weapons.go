package entry

import (
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// weaponsRow lists the weapons used, each found by its name; one that is in no list
// is added to it.
func (f *Form) weaponsRow() fyne.CanvasObject {
	c := field.NewComplete(f.panel, func(typed string) []field.Option {
		out := field.Choices(func() []field.Option {
			all := f.voc.options(vocWeapon, f.voc.form(f.d.Kind))
			for i := range all {
				all[i].Value = nil
			}
			return all
		})(typed)
		if t := strings.TrimSpace(typed); t != "" && len(out) == 0 {
			out = append(out, field.Option{Text: t, Detail: "a new weapon", Value: newTerm{store.Term{
				Vocabulary: vocWeapon, Code: t, Name: t, Forms: []store.Form{f.voc.form(f.d.Kind)},
			}}})
		}
		return out
	})
	f.weapons = c
	c.Several, c.PlaceHolder = true, "Shahed-136, Iskander"
	text, ok := f.d.Listed(draft.Weapons)
	c.Set(text)
	set := func() {
		f.d.SetListed(draft.Weapons, c.Text)
		f.touched(draft.Weapons)
		if f.built(secValues) {
			f.refreshSection(secValues)
		}
	}
	c.OnTyped = func(string) { set() }
	c.OnPick = func(o field.Option) {
		if t, ok := o.Value.(newTerm); ok {
			f.addTerm(t.term)
		}
		set()
	}
	if !ok { // it stands among the fields as it is
		return field.NewRow(field.NewLabel("weapons"), field.NewLabel("see “Fields and ids”")).Object
	}
	var o fyne.CanvasObject = c
	if f.d.Revision == 0 {
		pin, button := f.pin(draft.Weapons)
		c.Part = &field.Part{Pin: pin}
		o = field.Beside([]float32{1, 0}, c, button)
	}
	return f.row("weapons", draft.Weapons, o).Object
}
