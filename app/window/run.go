package window

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/threadtime"
)

// RunIn shows the window in an application and returns when it is closed, or when
// ctx ends.
func RunIn(ctx context.Context, a fyne.App, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := realRunner()
	var frames *frameLog
	if o.FrameLog != nil {
		frames = newFrameLog(o.FrameLog, fyne.Do, time.Now, threadtime.Now, slog.Default())
		r = frames.logged(r)
	}
	d := newDesk(ctx, a, o, r)
	if frames != nil {
		d.mapView.OnFrame, d.mapView.Spent = frames.ofMap, threadtime.Now
		a.Lifecycle().SetOnStarted(func() { frames.run(ctx); d.start() })
	} else {
		a.Lifecycle().SetOnStarted(d.start)
	}
	stop := context.AfterFunc(ctx, func() { fyne.Do(d.close) })
	d.win.ShowAndRun()
	stop() // the window is gone: there is nothing left to close
	cancel()
	d.jobs.Wait()
	var err error
	if frames != nil {
		err = frames.close()
	}
	if d.open != nil {
		d.clearOpened(d.open.sit.Store().ID())
		err = errors.Join(err, d.open.sit.Close())
	}
	return err
}

// quit closes the window, after asking if anything typed would be lost.
func (d *desk) quit() { d.leaveForm(d.close) }

// close closes the window at once.
func (d *desk) close() {
	size := d.win.Canvas().Size()
	d.prefs.Width, d.prefs.Height = size.Width, size.Height
	d.prefs.save()
	d.mapView.Close()
	d.closeVocabulary()
	if d.open != nil {
		d.open.stop()
		d.open.cancel()
	}
	d.win.SetCloseIntercept(nil)
	d.win.Close()
}
