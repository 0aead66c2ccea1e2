package mapview

import (
	"context"
	"image"
	"log/slog"
	"math"
	"runtime"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// pencil is a drawer that keeps what it was asked for. With a gate it waits for
// it, or for the drawing to be given up.
type pencil struct {
	mu    sync.Mutex
	reqs  []render.Request
	given int // drawings given up
	bufs  map[*image.RGBA]bool
	fail  error
	gate  chan struct{}
	began chan struct{} // told when a gated drawing begins
}

// marks are the hits of a drawn scene.
type marks struct{ req render.Request }

func (h marks) At(x, y, tolerance float64) []render.Hit {
	var out []render.Hit
	for _, m := range h.req.Scene.Marks {
		px, py := h.req.View.ToPixel(geo.Project(m.At))
		if math.Hypot(px-x, py-y) <= tolerance+6 {
			out = append(out, render.Hit{ID: m.ID, Name: m.Name})
		}
	}
	return out
}

func (p *pencil) Draw(ctx context.Context, dst *image.RGBA, req render.Request) (Hits, error) {
	if p.gate != nil {
		p.began <- struct{}{}
		select {
		case <-p.gate:
		case <-ctx.Done():
			p.mu.Lock()
			defer p.mu.Unlock()
			p.given++
			return nil, ctx.Err()
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reqs = append(p.reqs, req)
	if p.bufs == nil {
		p.bufs = map[*image.RGBA]bool{}
	}
	p.bufs[dst] = true
	return marks{req}, p.fail
}

func (p *pencil) drawn() []render.Request {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]render.Request(nil), p.reqs...)
}

// desk is the main goroutine of a test: what is to run on it waits until the test
// lets it.
type desk struct {
	t      *testing.T
	calls  chan func()
	pencil *pencil
	m      *MapView
	window fyne.Window
}

const deskWidth, deskHeight = 800, 600

// newDesk shows a map of 800 by 600 pixels that is drawn by a pencil.
func newDesk(t *testing.T) *desk {
	t.Helper()
	d := bareDesk(t)
	d.open()
	d.settle()
	return d
}

// bareDesk has the map not yet in a window.
func bareDesk(t *testing.T) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{t: t, calls: make(chan func(), 1), pencil: &pencil{}}
	d.m = NewWith(d.pencil, "un", func(f func()) {
		select {
		case d.calls <- f:
		default:
			t.Error("a second call to the main goroutine is outstanding")
		}
	})
	d.m.log = slog.New(slog.DiscardHandler)
	t.Cleanup(d.m.Close)
	return d
}

func (d *desk) open() {
	d.window = test.NewTempWindow(d.t, d.m)
	d.window.SetPadded(false)
	d.window.Resize(fyne.NewSize(deskWidth, deskHeight))
}

// settle runs what waits until there is no more work.
func (d *desk) settle() {
	for {
		select {
		case f := <-d.calls:
			f()
		default:
			s := d.m.studio
			s.mu.Lock()
			idle := !s.running && !s.posted
			s.mu.Unlock()
			if idle {
				return
			}
			runtime.Gosched()
		}
	}
}

// where is the position of a place in the widget.
func (d *desk) where(p orb.Point) fyne.Position {
	x, y := d.m.view.ToPixel(geo.Project(p))
	return fyne.NewPos(float32(x), float32(y))
}

func (d *desk) click(pos fyne.Position) { d.m.Tapped(&fyne.PointEvent{Position: pos}) }

func (d *desk) point(pos fyne.Position) {
	d.m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, n := range names {
		d.m.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func mark(id string, lon, lat float64) scene.Mark {
	return scene.Mark{ID: scene.ID{Event: id}, At: orb.Point{lon, lat}, Name: "Strike " + id}
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
