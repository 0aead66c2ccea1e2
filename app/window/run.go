package window

import (
	"context"

	"fyne.io/fyne/v2"
)

// run shows the window in an application and returns when it is closed.
func run(ctx context.Context, a fyne.App, o Options) error {
	a.NewWindow("Sitmap").ShowAndRun()
	return ctx.Err()
}
