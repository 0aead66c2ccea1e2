package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// newFile are the fields that name a file to be written: its name, its folder, and
// what stands in the way. Fyne's own dialog is no choice here: it opens the file
// for writing, and so empties one that exists.
type newFile struct {
	d          *desk
	extensions []string // the first is put behind a name without one
	replace    bool     // a file in the way may be replaced
	name       *field
	dir        *field
	browse     *look.Button
	says       *widget.Label
	onChanged  func(ok bool)
}

func newNewFile(d *desk, name string, extensions []string, replace bool) *newFile {
	f := &newFile{d: d, extensions: extensions, replace: replace, name: d.newField(name), dir: d.newField(d.folder()), says: widget.NewLabel("")}
	f.says.Wrapping = fyne.TextWrapWord
	f.says.SizeName = theme.SizeNameCaptionText
	f.browse = look.NewButton("", look.UIIcon("open"), "Choose the folder", d.status, f.choose)
	f.name.OnChanged = func(string) { f.judge() }
	f.dir.OnChanged = func(string) { f.judge() }
	return f
}

// rows are the fields with their names, for a form.
func (f *newFile) rows() []*widget.FormItem {
	return []*widget.FormItem{
		widget.NewFormItem("File name", f.name),
		widget.NewFormItem("Folder", container.NewBorder(nil, nil, nil, f.browse, f.dir)),
		widget.NewFormItem("", f.says),
	}
}

// path is the file that is named.
func (f *newFile) path() string {
	name := strings.TrimSpace(f.name.Text)
	if name != "" && len(f.extensions) > 0 && !hasExtension(name, f.extensions) {
		name += f.extensions[0]
	}
	return filepath.Join(strings.TrimSpace(f.dir.Text), name)
}

// judge says what stands in the way of the name, and reports whether nothing does.
func (f *newFile) judge() bool {
	text, ok := f.problem()
	f.says.Importance = widget.LowImportance
	if text != "" {
		f.says.Importance = widget.WarningImportance
		if !ok {
			f.says.Importance = widget.DangerImportance
		}
	} else {
		text = f.path()
	}
	f.says.SetText(text)
	if f.onChanged != nil {
		f.onChanged(ok)
	}
	return ok
}

func (f *newFile) problem() (text string, ok bool) {
	if strings.TrimSpace(f.name.Text) == "" {
		return "Give the file a name.", false
	}
	if strings.ContainsAny(f.name.Text, `/\`) {
		return "A file name has no slashes; the folder stands below.", false
	}
	if info, err := os.Stat(strings.TrimSpace(f.dir.Text)); err != nil || !info.IsDir() {
		return "There is no such folder; choose another or make it first.", false
	}
	if info, err := os.Stat(f.path()); err == nil {
		if info.IsDir() {
			return fmt.Sprintf("%s is a folder; choose another name.", filepath.Base(f.path())), false
		}
		if !f.replace {
			return fmt.Sprintf("There is a file %s already; choose another name.", filepath.Base(f.path())), false
		}
		return fmt.Sprintf("There is a file %s already; you will be asked before it is replaced.", filepath.Base(f.path())), true
	}
	return "", true
}

// unlessThere goes on with what writes the file, once it is agreed that one in its place
// is replaced.
func (f *newFile) unlessThere(write func()) {
	path := f.path()
	if _, err := os.Lstat(path); err != nil {
		write()
		return
	}
	text := fmt.Sprintf("%s\n\nWhat is in it now is lost: it cannot be undone.", path)
	ask := dialog.NewConfirm(fmt.Sprintf("Replace “%s”?", look.Shorten(filepath.Base(path), 48)), text, func(yes bool) {
		if yes {
			write()
		}
	}, f.d.win)
	ask.SetConfirmText("Replace")
	ask.SetDismissText("Keep it")
	f.d.show(ask)
}

// freeName is a file's name with a number behind it if there is one of that name, or of
// that name with another of the extensions, in a folder already.
func freeName(dir, name string, extensions []string) string {
	ext := filepath.Ext(name)
	base := strings.TrimSuffix(name, ext)
	taken := func(base string) bool {
		return slices.ContainsFunc(append([]string{ext}, extensions...), func(e string) bool {
			_, err := os.Lstat(filepath.Join(dir, base+e))
			return err == nil
		})
	}
	free := base
	for n := 2; taken(free) && n < 1000; n++ {
		free = fmt.Sprintf("%s %d", base, n)
	}
	return free + ext
}

func (f *newFile) choose() {
	dlg := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			f.dir.SetText(u.Path())
		}
	}, f.d.win)
	if u, err := storage.ListerForURI(storage.NewFileURI(f.dir.Text)); err == nil {
		dlg.SetLocation(u)
	}
	f.d.show(dlg)
	dlg.Resize(f.d.within(880, 640)) // Fyne's panics where it is not shown yet
}

// askFile asks in a dialog where to write a file.
func (d *desk) askFile(title, confirm, name string, extensions []string, replace bool, chosen func(path string)) {
	f := newNewFile(d, freeName(d.folder(), name, extensions), extensions, replace)
	d.askForm(title, confirm, f.rows(), f, func() { chosen(f.path()) })
}

// askForm shows fields that end in a new file, and goes on once they are in order.
func (d *desk) askForm(title, confirm string, rows []*widget.FormItem, f *newFile, then func()) {
	form := widget.NewForm(rows...)
	var dlg *dialog.CustomDialog
	ok := widget.NewButton(confirm, func() {
		if f.judge() {
			f.unlessThere(func() {
				d.remember(f.path())
				dlg.Hide()
				then()
			})
		}
	})
	ok.Importance = widget.HighImportance
	cancel := widget.NewButton("Cancel", func() { dlg.Hide() })
	f.onChanged = func(fine bool) {
		if fine {
			ok.Enable()
		} else {
			ok.Disable()
		}
	}
	f.name.OnSubmitted = func(string) { ok.OnTapped() }
	f.dir.OnSubmitted = f.name.OnSubmitted
	dlg = dialog.NewCustomWithoutButtons(title, container.New(look.Width(120*look.Grid), form), d.win)
	dlg.SetButtons([]fyne.CanvasObject{cancel, ok})
	f.judge()
	d.show(dlg)
	d.win.Canvas().Focus(f.name)
}
