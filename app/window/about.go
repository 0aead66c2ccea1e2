package window

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/assets"
	"sitmap/mapdata/basemap"
)

// showAbout tells what the program is, in which version, and whose work is in it.
func (d *desk) showAbout() {
	icon := canvas.NewImageFromResource(look.AppIcon())
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(16 * look.Grid))
	version := d.opts.Version
	if version == "" {
		version = "development"
	}
	rows := container.New(look.Rows{Gap: look.Grid},
		look.Heading("Sitmap"),
		look.Caption("Version "+version),
		look.Body("A desktop situation map: what happened, who says so, and where it can be seen. It needs no network."),
		look.NewSection("Borders", ""))
	for _, p := range basemap.POVs() {
		rows.Add(look.Strong(p.Title))
		rows.Add(look.Caption(p.Statement))
	}
	rows.Add(look.NewSection("Built on the work of others", ""))
	for _, a := range assets.Attributions() {
		rows.Add(d.attribution(a))
	}
	rows.Add(look.NewSection("Licence", ""))
	rows.Add(look.Caption("Sitmap is free software under the BSD 3-clause licence."))
	page := container.New(look.Inset{Left: 2 * look.Grid, Right: 4 * look.Grid, Bottom: 4 * look.Grid},
		container.NewBorder(nil, nil, container.NewVBox(icon), nil, container.New(look.Inset{Left: 4 * look.Grid}, look.Tight(rows))))
	dlg := dialog.NewCustom("About Sitmap", "Close", container.NewVScroll(page), d.win)
	dlg.Resize(d.within(640, 600))
	d.show(dlg)
}

// attribution is one work: what of it is used, and under which terms.
func (d *desk) attribution(a assets.Attribution) fyne.CanvasObject {
	rows := container.New(look.Rows{Gap: 1}, look.Strong(a.Name), look.Caption(a.What+" · "+a.Licence))
	links := container.New(&look.Flow{Gap: 2 * look.Grid})
	if u, err := url.Parse(a.URL); err == nil && a.URL != "" {
		links.Add(widget.NewHyperlink(a.URL, u))
	}
	if a.File != "" {
		licence := widget.NewHyperlink("licence", nil)
		licence.OnTapped = func() {
			text, err := assets.Read(a.File)
			if err != nil {
				d.fail(err)
				return
			}
			d.longText(a.Name, string(text))
		}
		links.Add(licence)
	}
	rows.Add(links)
	return container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, rows)
}
