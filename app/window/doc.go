// Package window is the program's window: menus, panels, dialogs, and what binds
// the open situation to the map, the list, the dossier and the form.
//
// Its rules: widgets are touched on the main goroutine alone; store and files are
// read and written beside it ([desk.work]); every error ends in words, in the
// banner over the status line or in the place where it arose. While the window stands in
// the past ([desk.past]) nothing is changed: whatever writes asks [desk.canWrite] first.
// Only window_cgo.go
// imports Fyne's app, so that everything else runs under the test driver without
// a screen and without cgo.
package window
