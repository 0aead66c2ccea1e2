package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/app/entry/field"
	"sitmap/store"
)

// seriesSection is the chain the event belongs to, and the position that somebody
// claims for it.
func (f *Form) seriesSection() *section {
	s := &section{f: f, name: secSeries, key: fyne.KeyE, paths: []string{"series"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		d := &f.d.Series
		name := field.NewComplete(f.panel, field.Choices(f.seriesOptions))
		name.PlaceHolder = "Istanbul talks"
		name.Set(d.Name)
		// The id belongs to the name: another name is another series.
		name.OnTyped = func(t string) {
			d.Name, d.ID = t, f.seriesID(t)
			f.touched("series/name")
		}
		name.OnPick = func(o field.Option) {
			if v, ok := o.Value.(store.InSeries); ok {
				d.Name, d.ID = v.Name, v.ID
			}
			f.touched("series/name")
		}
		position := f.row("position", "series/position", field.Beside([]float32{1, 3},
			f.line("series/position", &d.Position, "6"), f.line("series/basis", &d.Basis, "counted over: this year")))
		position.SetHint("As somebody claims it. The position by time is computed and stands beside it.")
		f.alias("series/basis", position)
		return objects(f.row("series", "series/name", name), position), name
	}
	s.count = func() int {
		if f.d.Series.Name == "" {
			return 0
		}
		return 1
	}
	return s
}

func (f *Form) seriesID(name string) string {
	if b := f.d.Series.Base; b != nil && folded(b.Name) == folded(name) {
		return b.ID
	}
	for _, s := range f.voc.series {
		if folded(s.Name) == folded(name) {
			return s.ID
		}
	}
	if f.newSeries == "" {
		f.newSeries = f.deps.NewID()
	}
	return f.newSeries
}

func (f *Form) seriesOptions() []field.Option {
	var out []field.Option
	for _, s := range f.voc.series {
		out = append(out, field.Option{Text: s.Name, Value: s})
	}
	return out
}

func (f *Form) topicsSection() *section {
	s := &section{f: f, name: secTopics, key: fyne.KeyT, paths: []string{"topics", "tags"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		topics := f.labels("topics", &f.d.Topics.Text, func(e store.Event) []string { return e.Topics })
		tags := f.labels("tags", &f.d.Tags.Text, func(e store.Event) []string { return e.Tags })
		return objects(
			f.row("topics", "topics", f.pinned("topics", &topics.Part, topics)),
			f.row("tags", "tags", f.pinned("tags", &tags.Part, tags)),
		), topics
	}
	s.count = func() int { return len(f.d.Topics.List()) + len(f.d.Tags.List()) }
	return s
}
