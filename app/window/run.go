package window

import (
	"context"

	"fyne.io/fyne/v2"
)

// RunIn shows the window in an application and returns when it is closed, or when
// ctx ends.
func RunIn(ctx context.Context, a fyne.App, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	d := newDesk(ctx, a, o, realRunner())
	a.Lifecycle().SetOnStarted(d.start)
	stop := context.AfterFunc(ctx, func() { fyne.Do(d.close) })
	d.win.ShowAndRun()
	stop() // the window is gone: there is nothing left to close
	cancel()
	d.jobs.Wait()
	if d.open != nil {
		return d.open.sit.Close()
	}
	return nil
}

// quit closes the window, after asking if anything typed would be lost.
func (d *desk) quit() { d.leaveForm(d.close) }

// close closes the window at once.
func (d *desk) close() {
	size := d.win.Canvas().Size()
	d.prefs.Width, d.prefs.Height = size.Width, size.Height
	d.prefs.save()
	d.mapView.Close()
	if d.open != nil {
		d.open.stop()
		d.open.cancel()
	}
	d.win.SetCloseIntercept(nil)
	d.win.Close()
}
