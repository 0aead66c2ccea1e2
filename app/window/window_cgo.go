//go:build cgo

package window

import (
	"context"

	fyneapp "fyne.io/fyne/v2/app"

	"sitmap/app/look"
)

// ID is the program's id among desktop programs.
const ID = "org.sitmap.desktop"

// Run opens the window and returns when it is closed, or when ctx ends.
func Run(ctx context.Context, o Options) error {
	a := fyneapp.NewWithID(ID)
	a.SetIcon(look.AppIcon())
	return run(ctx, a, o)
}
