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
	"sitmap/app/picture"
)

// pictureLayouts are the named layouts of the store, to be chosen from and kept.
type pictureLayouts struct {
	x              *pictureDialog
	names          *picker
	save           *look.Button
	rename, remove *look.Button
	content        fyne.CanvasObject
	kept           []picture.NamedLayout
}

// asBefore stands for the settings as they are when the dialog opens.
const asBefore = ""

func newPictureLayouts(x *pictureDialog) *pictureLayouts {
	l := &pictureLayouts{x: x}
	l.names = x.d.newPicker([][2]string{{asBefore, "As last time"}}, l.chosen)
	l.save = look.NewButton("Save as …", look.UIIcon("save"), "Keep these settings in the store, under a name", x.d.status, l.askSave)
	l.rename = look.NewButton("Rename …", nil, "Give this layout another name", x.d.status, l.askRename)
	l.remove = look.NewButton("Remove …", nil, "Take this layout out of the store", x.d.status, l.askRemove)
	l.content = container.New(look.Rows{Gap: look.Grid}, labelled("Named", l.names),
		look.Named(nameWidth, "", container.NewGridWithColumns(3, l.save, l.rename, l.remove)))
	l.judge()
	return l
}

// load reads the layouts from the store.
func (l *pictureLayouts) load() { l.loadAnd("") }

// loadAnd reads them and chooses the one of that name, if any, without following it.
func (l *pictureLayouts) loadAnd(name string) {
	var kept []picture.NamedLayout
	l.x.work("Reading the layouts", func(ctx context.Context) (err error) {
		kept, err = picture.Layouts(ctx, l.x.o.sit.Store())
		return err
	}, func() {
		l.kept = kept
		pairs := [][2]string{{asBefore, "As last time"}}
		code := asBefore
		for _, k := range kept {
			pairs = append(pairs, [2]string{k.ID, k.Name})
			if strings.EqualFold(k.Name, name) {
				code = k.ID
			}
		}
		follow := l.names.OnChanged
		l.names.OnChanged = nil
		l.names.set(pairs)
		l.names.choose(code)
		l.names.OnChanged = follow
		l.judge()
	})
}

// current is the layout that is chosen.
func (l *pictureLayouts) current() (picture.NamedLayout, bool) {
	for _, k := range l.kept {
		if k.ID == l.names.code() {
			return k, true
		}
	}
	return picture.NamedLayout{}, false
}

func (l *pictureLayouts) chosen() {
	l.judge()
	k, ok := l.current()
	switch {
	case !ok:
		l.x.begin()
	case k.Err != nil:
		l.x.preview.fail(k.Err)
		return
	default:
		l.x.form.show(k.Layout)
	}
	l.x.changed()
}

// judge lets be done what can be.
func (l *pictureLayouts) judge() {
	readOnly, _ := l.x.o.sit.Store().ReadOnly()
	_, one := l.current()
	for b, can := range map[*look.Button]bool{l.save: !readOnly, l.rename: one && !readOnly, l.remove: one && !readOnly} {
		if can {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

func (l *pictureLayouts) askSave() {
	settings, err := l.x.form.layout()
	if err != nil {
		l.x.preview.fail(err)
		return
	}
	name := ""
	if k, ok := l.current(); ok {
		name = k.Name
	}
	st := l.x.o.sit.Store()
	l.x.d.askName("Save the layout", "Save", name, "A layout of that name is replaced. It is kept in the store and can be undone.", func(name string) {
		l.x.work("Keeping the layout", func(ctx context.Context) error {
			return picture.SaveLayout(ctx, st, name, settings)
		}, func() { l.loadAnd(name) })
	})
}

func (l *pictureLayouts) askRename() {
	k, ok := l.current()
	if !ok {
		return
	}
	st := l.x.o.sit.Store()
	l.x.d.askName("Rename the layout", "Rename", k.Name, "", func(name string) {
		l.x.work("Renaming the layout", func(ctx context.Context) error {
			return picture.RenameLayout(ctx, st, k, name)
		}, func() { l.loadAnd(name) })
	})
}

func (l *pictureLayouts) askRemove() {
	k, ok := l.current()
	if !ok {
		return
	}
	st := l.x.o.sit.Store()
	ask := dialog.NewConfirm("Remove the layout", fmt.Sprintf("The layout “%s” is taken out of the store. Undo brings it back.", k.Name), func(yes bool) {
		if yes {
			l.x.work("Removing the layout", func(ctx context.Context) error {
				return picture.RemoveLayout(ctx, st, k)
			}, l.load)
		}
	}, l.x.d.win)
	ask.SetConfirmText("Remove")
	ask.SetDismissText("Keep it")
	l.x.d.show(ask)
}

// askName asks for a name.
func (d *desk) askName(title, confirm, name, remark string, then func(name string)) {
	entry := d.newField(name)
	entry.PlaceHolder = "a name"
	var dlg *dialog.CustomDialog
	ok := widget.NewButton(confirm, func() {
		if name := strings.TrimSpace(entry.Text); name != "" {
			dlg.Hide()
			then(name)
		}
	})
	ok.Importance = widget.HighImportance
	judge := func(text string) {
		if strings.TrimSpace(text) == "" {
			ok.Disable()
		} else {
			ok.Enable()
		}
	}
	entry.OnChanged = judge
	entry.OnSubmitted = func(string) { ok.OnTapped() }
	rows := container.New(look.Rows{Gap: look.Grid}, labelled("Name", entry))
	if remark != "" {
		rows.Add(caption(remark))
	}
	dlg = dialog.NewCustomWithoutButtons(title, container.New(look.Width(100*look.Grid), rows), d.win)
	dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", func() { dlg.Hide() }), ok})
	judge(name)
	d.show(dlg)
	d.win.Canvas().Focus(entry)
}
