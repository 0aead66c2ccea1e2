package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"sitmap/app/look"
)

// fileOpen asks for an existing file with one of the extensions.
func (d *desk) fileOpen(confirm string, extensions []string, chosen func(path string)) {
	f := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			d.fail(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		d.remember(path)
		chosen(path)
	}, d.win)
	f.SetConfirmText(confirm)
	f.SetFilter(anyFile(extensions))
	f.SetView(dialog.ListView)
	if u, err := storage.ListerForURI(storage.NewFileURI(d.folder())); err == nil {
		f.SetLocation(u)
	}
	d.show(f)
	f.Resize(d.within(880, 640)) // Fyne's panics where it is not shown yet
}

// within is a size for a dialog: so large, but smaller than the window.
func (d *desk) within(width, height float32) fyne.Size {
	size := d.win.Canvas().Size()
	return fyne.NewSize(min(width, size.Width*0.92), min(height, size.Height*0.92))
}

// folder is where the last file was, else the user's documents.
func (d *desk) folder() string {
	if d.prefs.Folder != "" {
		return d.prefs.Folder
	}
	return d.dirs.documents
}

func (d *desk) remember(path string) {
	d.prefs.Folder = filepath.Dir(path)
	d.prefs.save()
}

// hasExtension reports whether path ends in one of the extensions.
func hasExtension(path string, extensions []string) bool {
	for _, e := range extensions {
		if strings.EqualFold(filepath.Ext(path), e) {
			return true
		}
	}
	return false
}

// longText shows text that may be longer than the window, to be read and copied.
func (d *desk) longText(title, text string) {
	page := container.NewVScroll(container.New(look.Around(2*look.Grid), look.Tight(look.Body(text))))
	dlg := dialog.NewCustom(title, "Close", page, d.win)
	dlg.Resize(d.within(720, 560))
	d.show(dlg)
}
