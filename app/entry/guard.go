package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

var tlps = choices(
	"RED", "for those named only", "AMBER+STRICT", "within the organisation", "AMBER", "organisation and its clients",
	"GREEN", "within the community", "CLEAR", "no limit",
)

// guardFields are what limits a record: TLP, an embargo, and do not publish.
func (f *Form) guardFields(path func(string) string, p *draft.Protection) ([]fyne.CanvasObject, *field.Complete) {
	tlp := f.choice(path("tlp"), &p.TLP, "traffic light", tlps)
	return objects(
		f.row("TLP", path("tlp"), tlp),
		f.row("embargo", path("embargo"), f.line(path("embargo"), &p.Embargo, "until 2025-07-04 12:00")),
		f.row("", path("do not publish"), f.check(path("do not publish"), "do not publish", &p.DoNotPublish)),
	), tlp
}

func (f *Form) guardRows(path func(string) string, p *draft.Protection) []fyne.CanvasObject {
	rows, _ := f.guardFields(path, p)
	return rows
}
