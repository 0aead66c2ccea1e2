package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// valuesSection holds the kind's own fields, the members that came from elsewhere,
// and the ids in other data sets.
func (f *Form) valuesSection() *section {
	s := &section{f: f, name: secValues, key: fyne.KeyF, paths: []string{"field", "property", "external"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		d := f.d
		fields, first := f.pairRows(s, "field", &d.Fields)
		properties, _ := f.pairRows(s, "property", &d.Properties)
		ids := f.externalRows(s)
		add := container.NewHBox(
			field.NewButton("+ property", field.Plain, func() { d.Properties = append(d.Properties, &draft.Pair{}); s.rebuild(); f.relayout() }),
			field.NewButton("+ external id", field.Plain, func() { d.ExternalIDs = append(d.ExternalIDs, &draft.ExternalID{}); s.rebuild(); f.relayout() }),
		)
		// One empty row of each stands ready, so that the keyboard reaches it.
		return append(append(append(fields, properties...), ids...), add), first
	}
	s.grow = func() {
		d := f.d
		if n := len(d.Fields); n == 0 || d.Fields[n-1].Key != "" {
			d.Fields = append(d.Fields, &draft.Pair{})
		}
		if n := len(d.Properties); n == 0 || d.Properties[n-1].Key != "" {
			d.Properties = append(d.Properties, &draft.Pair{})
		}
		if n := len(d.ExternalIDs); n == 0 || d.ExternalIDs[n-1].Dataset != "" {
			d.ExternalIDs = append(d.ExternalIDs, &draft.ExternalID{})
		}
	}
	s.count = func() int {
		blank := func(p *draft.Pair) bool { return p.Key == "" }
		_, listed := f.d.Listed(draft.Weapons)
		inWords := func(p *draft.Pair) bool { return blank(p) || p.Key == draft.Weapons && f.spec.weapons && listed }
		return countFilled(f.d.Fields, inWords) + countFilled(f.d.Properties, blank) +
			countFilled(f.d.ExternalIDs, func(x *draft.ExternalID) bool { return x.Dataset == "" })
	}
	return s
}

func (f *Form) pairRows(s *section, part string, rows *[]*draft.Pair) (out []fyne.CanvasObject, last fyne.Focusable) {
	before := f.part
	defer func() { f.part = before }()
	_, listed := f.d.Listed(draft.Weapons)
	for i, p := range *rows {
		if part == "field" && p.Key == draft.Weapons && f.spec.weapons && listed {
			continue // it has a row of its own above, in words
		}
		path := draft.Path(part, itoa(i), "key")
		f.part = &field.Part{Remove: func() { dropRow(s, "the "+part+" “"+p.Key+"”", rows, p) }}
		key := f.line(path, &p.Key, "name")
		value := f.line(path, &p.Value, `text, 6, ["a", "b"]`)
		out, last = append(out, f.row(part, path, field.Beside([]float32{2, 3}, key, value)).Object), key
	}
	return out, last
}

func (f *Form) externalRows(s *section) []fyne.CanvasObject {
	before := f.part
	defer func() { f.part = before }()
	var out []fyne.CanvasObject
	for i, x := range f.d.ExternalIDs {
		path := draft.Path("external", itoa(i), "id")
		f.part = &field.Part{Remove: func() { dropRow(s, "the id in “"+x.Dataset+"”", &f.d.ExternalIDs, x) }}
		set := f.choice(path, &x.Dataset, "ACLED", plain("ACLED", "UCDP", "GDELT", "Wikidata"))
		set.Closed = false
		out = append(out, f.row("external id", path, field.Beside([]float32{2, 3}, set, f.line(path, &x.ID, "UKR1234"))).Object)
	}
	return out
}
