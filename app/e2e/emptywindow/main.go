//go:build emptywindow

// Emptywindow is a window with nothing in it: what the toolkit itself takes to start,
// which the start of Sitmap is compared with.
package main

import (
	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := fyneapp.NewWithID("org.sitmap.emptywindow")
	w := a.NewWindow("Sitmap")
	w.SetContent(widget.NewLabel("Nothing"))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
