package window

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/mapview"
	"sitmap/mapdata/render"
	"sitmap/store"
)

// patience is how long work may take before the status line shows it.
const patience = 100 * time.Millisecond

// runner is how work leaves the main goroutine and its result comes back. Tests
// put their own in.
type runner struct {
	Go    func(func())
	Do    func(func())
	After func(d time.Duration, f func()) (stop func()) // f on the main goroutine
	Map   func(r *render.Renderer) *mapview.MapView
}

func realRunner() runner {
	return runner{
		Go: func(f func()) { go f() },
		Do: fyne.Do,
		After: func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, func() { fyne.Do(f) })
			return func() { t.Stop() }
		},
		Map: func(r *render.Renderer) *mapview.MapView { return mapview.New(r, "") },
	}
}

// job is work beside the main goroutine: its error comes back to done, which runs
// on the main goroutine and may be nil. An error that done does not handle stands
// in the banner.
type job struct {
	title string // what the status line says when it takes long: "Opening the store"
	keep  bool   // it cannot be cancelled
	do    func(ctx context.Context, p store.Progress) error
	done  func(err error) (handled bool)
}

// aside runs something short beside the main goroutine; the window waits for it
// before it ends.
func (d *desk) aside(f func()) {
	d.jobs.Add(1)
	d.run.Go(func() {
		defer d.jobs.Done()
		f()
	})
}

// work runs a job. It belongs to the main goroutine.
func (d *desk) work(j job) {
	ctx, cancel := context.WithCancel(d.ctx)
	var ended bool // touched on the main goroutine alone
	var task interface {
		Progress(done, total int64)
		End()
	}
	var mu sync.Mutex
	report := func(done, total int64) {
		mu.Lock()
		t := task
		mu.Unlock()
		if t != nil {
			t.Progress(done, total)
		}
	}
	stop := d.run.After(patience, func() {
		if ended {
			return
		}
		var c func()
		if !j.keep {
			c = cancel
		}
		mu.Lock()
		task = d.status.Begin(j.title, c)
		mu.Unlock()
	})
	d.jobs.Add(1)
	d.run.Go(func() {
		defer d.jobs.Done()
		err := j.do(ctx, report)
		d.run.Do(func() {
			stop()
			cancel()
			ended = true
			if task != nil {
				task.End()
			}
			if errors.Is(err, context.Canceled) {
				if d.ctx.Err() == nil {
					d.status.Say("%s: cancelled.", j.title)
				}
				return
			}
			if (j.done == nil || !j.done(err)) && err != nil {
				d.fail(err)
			}
		})
	})
}
