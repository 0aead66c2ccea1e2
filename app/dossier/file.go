package dossier

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/store"
)

// file shows the file of a source, to be opened and exported; where that cannot be, what
// it is known by.
func (d *Dossier) file(ref store.FileRef) fyne.CanvasObject {
	if d.FileRow == nil {
		return look.Caption(fmt.Sprintf("File %s, SHA-256 %s", ref.Name, ref.SHA256))
	}
	return container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, d.FileRow(ref))
}
