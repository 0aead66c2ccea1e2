package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
	"sitmap/app/picture"
	"sitmap/app/situation"
	"sitmap/mapdata/geo"
	"sitmap/store"
)

// pictureDialog asks how a picture is to look and shows how it will, and exports it.
type pictureDialog struct {
	d       *desk
	o       *opened
	view    geo.View // of the map when the dialog was opened
	dlg     *dialog.CustomDialog
	form    *pictureForm
	file    *newFile
	preview *picturePreview
	layouts *pictureLayouts
	export  *widget.Button
	scroll  *container.Scroll
	fileOK  bool
	sound   bool // what the fields say makes a picture
}

// exportPicture asks how what the map shows is to be drawn, shows it, and writes it as a
// picture with all that a brief needs around it.
func (d *desk) exportPicture() {
	if d.open != nil {
		d.askPicture(d.open)
	}
}

func (d *desk) askPicture(o *opened) *pictureDialog {
	x := &pictureDialog{d: d, o: o, view: d.mapView.View()}
	x.form = newPictureForm(d, x.view.Bound(), x.changed)
	x.preview = newPicturePreview(x)
	x.layouts = newPictureLayouts(x)
	x.file = newNewFile(d, freeName(d.folder(), storeName(o.path)+picture.Extensions()[0], picture.Extensions()), picture.Extensions(), true)
	x.begin()

	x.export = widget.NewButton("Export", x.write)
	x.export.Importance = widget.HighImportance
	cancel := widget.NewButton("Cancel", func() { x.dlg.Hide() })
	x.dlg = dialog.NewCustomWithoutButtons("Export picture", x.content(), d.win)
	x.dlg.SetButtons([]fyne.CanvasObject{cancel, x.export})
	x.file.onChanged = func(ok bool) { x.fileOK = ok; x.judge() }
	for _, e := range []*field{x.form.title, x.form.subtitle, x.form.note, x.file.name, x.file.dir} {
		e.OnSubmitted = func(string) { x.export.OnTapped() }
	}
	x.file.judge()
	x.dlg.Resize(d.within(1480, 1000))
	d.show(x.dlg)
	d.win.Canvas().Focus(x.form.title)
	x.layouts.load()
	x.changed()
	return x
}

// begin fills the fields in as they were left.
func (x *pictureDialog) begin() {
	l := picture.DefaultLayout()
	l.Zone = x.d.zone().String()
	l.Language = languageCode(x.d.language())
	if look.Dark() {
		l.Theme = "dark"
	}
	if p := x.d.prefs.Picture; p != nil && p.Check() == nil {
		l = *p
		// A picture keeps the window's projection unless it is told otherwise each time, or
		// by a layout that has a name.
		l.Projection = picture.DefaultLayout().Projection
	}
	x.form.title.SetText(storeName(x.o.path))
	if f := x.o.sit.Filter(); f != "" {
		x.form.subtitle.SetText("Events that match “" + f + "”")
	}
	x.form.show(l)
}

// content is the settings at the left, the preview at the right.
func (x *pictureDialog) content() fyne.CanvasObject {
	format := x.d.newPicker(nil, nil)
	var pairs [][2]string
	for i, e := range picture.Extensions() {
		pairs = append(pairs, [2]string{e, pictureFormats[i]})
	}
	format.set(pairs)
	format.choose(picture.Extensions()[0])
	format.OnChanged = func(string) { x.file.name.SetText(withExtension(x.file.name.Text, format.code())) }
	rows := []fyne.CanvasObject{look.NewSection("Layout", ""), x.layouts.content}
	rows = append(rows, x.form.content()...)
	rows = append(rows,
		look.NewSection("File", ""),
		labelled("Format", format),
		labelled("File name", x.file.name),
		labelled("Folder", container.NewBorder(nil, nil, nil, x.file.browse, x.file.dir)),
		x.file.says)
	left := container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid}, container.New(look.Rows{Gap: look.Grid}, rows...)))
	follow(left, append(x.form.fields(), x.layouts.names, format, x.file.name, x.file.dir)...)
	x.scroll = left
	return container.New(besides{}, left, x.preview.content)
}

// besides gives the settings the width that they need, and the preview the rest.
type besides struct{}

// settingsWidth is the width of the settings.
const settingsWidth = 100 * look.Grid

// Layout implements fyne.Layout.
func (besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := min(float32(settingsWidth), size.Width/2)
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(size.Width-left-3*look.Grid, size.Height))
	o[1].Move(fyne.NewPos(left+3*look.Grid, 0))
}

// MinSize implements fyne.Layout.
func (besides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 300) }

// open reports whether the dialog still stands.
func (x *pictureDialog) open() bool {
	return slices.ContainsFunc(x.d.dialogs, func(d dialog.Dialog) bool { return d == dialog.Dialog(x.dlg) })
}

// changed follows a change of the fields.
func (x *pictureDialog) changed() {
	if x.dlg == nil { // not put up yet
		return
	}
	_, err := x.form.layout()
	x.sound = err == nil
	x.judge()
	if err != nil {
		x.preview.fail(err)
		return
	}
	x.preview.wish()
}

// judge lets the picture be exported once all is in order.
func (x *pictureDialog) judge() {
	if x.fileOK && x.sound {
		x.export.Enable()
	} else {
		x.export.Disable()
	}
}

// spec is the picture that the fields and the situation make.
func (x *pictureDialog) spec() (picture.Spec, error) {
	d, sit := x.d, x.o.sit
	l, err := x.form.layout()
	if err != nil {
		return picture.Spec{}, err
	}
	from, to := sit.Window()
	s := picture.Spec{
		Index: sit.Index(), Style: sit.Style(), Encode: sit.Encodings(), Measure: sit.Measure(), Box: sit.Box(), From: from, To: to,
		AsKnownAt: x.o.past,
		View:      x.view, POV: sit.POV(), Filter: sit.Filter(), Names: d.names,
		Statements: sit.StatementsShown(), Retracted: sit.RetractedShown(),
		Seats: situation.Capitals(d.base, d.names, sit.POV()), Clock: d.opts.Clock, Record: true, Rings: d.rings,
		Layers: append([]layers.Layer{}, x.o.layers.Layers()...),
	}
	return s, l.Apply(&s)
}

// write exports the picture and remembers how it was made.
func (x *pictureDialog) write() {
	spec, err := x.spec()
	if err != nil || x.export.Disabled() || !x.file.judge() {
		x.changed()
		return
	}
	x.file.unlessThere(func() {
		x.keep()
		x.d.remember(x.file.path())
		x.dlg.Hide()
		x.d.makePicture(x.o, x.file.path(), spec)
	})
}

// keep remembers the settings, but of the texts only those that are made for the next
// time too.
func (x *pictureDialog) keep() {
	l, err := x.form.layout()
	if err != nil {
		return
	}
	for _, text := range []*string{&l.Title, &l.Subtitle, &l.Note} {
		if !strings.Contains(*text, "{") {
			*text = ""
		}
	}
	x.d.prefs.Picture = &l
	x.d.prefs.save()
}

// work runs something for the dialog beside the main goroutine.
func (x *pictureDialog) work(title string, do func(ctx context.Context) error, then func()) {
	x.d.work(job{
		title: title,
		do:    func(ctx context.Context, _ store.Progress) error { return do(ctx) },
		done: func(err error) bool {
			if err != nil {
				if x.open() {
					x.preview.fail(err)
					return true
				}
				return false
			}
			if then != nil && x.open() {
				then()
			}
			return true
		},
	})
}
