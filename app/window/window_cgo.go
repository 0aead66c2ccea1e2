//go:build cgo

package window

import (
	"context"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"sitmap/app/look"
)

// ID is the program's id among desktop programs.
const ID = "org.sitmap.desktop"

// Run opens the window and returns when it is closed, or when ctx ends.
func Run(ctx context.Context, o Options) error {
	// The same as in FyneApp.toml, which is found only where the program is run
	// from its source.
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: ID, Name: "Sitmap", Version: o.Version, Icon: look.AppIcon(),
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := fyneapp.NewWithID(ID)
	a.SetIcon(look.AppIcon())
	return RunIn(ctx, a, o)
}
