package mapview

import (
	"context"
	"errors"
	"image"
	"math"
	"sync"
	"time"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
)

// picture is a drawn map with what is needed to show it.
type picture struct {
	img  *image.RGBA
	req  render.Request
	hits Hits // may be nil
	err  error
	took time.Duration
	done time.Time
}

// studio draws pictures on one goroutine, the newest wish first: what is asked
// for while a picture is drawn replaces what was asked for before. It needs
// three buffers, for one picture is shown, one may wait to be shown, and one is
// being drawn.
type studio struct {
	draw Drawer
	do   func(func())   // has a function run on the main goroutine
	show func(*picture) // called there; the studio gets the buffer back by release
	now  func() time.Time

	mu      sync.Mutex
	wish    *render.Request
	at      *render.Request // being drawn
	cancel  context.CancelFunc
	running bool
	closed  bool
	ready   *picture // waits to be shown
	posted  bool     // the main goroutine is going to show it: never two calls at a time
	free    []*image.RGBA
	decoded map[level]bool
}

// level is a level of detail that has been drawn, hence decoded, before.
type level struct {
	level basemap.Level
	pov   string
}

func levelOf(req render.Request) level {
	return level{basemap.LevelFor(req.View.Scale), req.POV}
}

func newStudio(d Drawer, do func(func()), show func(*picture), now func() time.Time) *studio {
	return &studio{draw: d, do: do, show: show, now: now, decoded: map[level]bool{}}
}

// ask has a picture drawn. A drawing under way that would be of little use by now
// is given up.
func (s *studio) ask(req render.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.wish = &req
	if s.at != nil && useless(*s.at, req) {
		s.cancel()
	}
	if !s.running {
		s.running = true
		go s.run()
	}
}

// useless reports whether a picture would look wrong where another is wished for.
// One of another place at about the same scale is worth finishing: it is crisper
// than what is there.
func useless(at, wish render.Request) bool {
	if at.Scene != wish.Scene || at.Theme != wish.Theme || at.POV != wish.POV || at.Language != wish.Language || at.PixelRatio != wish.PixelRatio {
		return true
	}
	if !sameSpec(at.Legend, wish.Legend) || at.View.Width != wish.View.Width || at.View.Height != wish.View.Height {
		return true
	}
	return math.Abs(math.Log2(at.View.Scale/wish.View.Scale)) > 0.6
}

// close gives up all work; nothing is shown afterwards.
func (s *studio) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed, s.wish, s.ready = true, nil, nil
	if s.cancel != nil {
		s.cancel()
	}
}

// release gives a buffer back.
func (s *studio) release(img *image.RGBA) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keep(img)
}

func (s *studio) keep(img *image.RGBA) {
	if img != nil && len(s.free) < 2 {
		s.free = append(s.free, img)
	}
}

// buffer takes a free buffer of the right size; those of other sizes are
// forgotten, for the window has been resized.
func (s *studio) buffer(w, h int) *image.RGBA {
	for len(s.free) > 0 {
		img := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		if img.Rect.Dx() == w && img.Rect.Dy() == h {
			return img
		}
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

func (s *studio) run() {
	for {
		req, ctx, ok := s.next()
		if !ok {
			return
		}
		s.mu.Lock()
		fast := !s.decoded[levelOf(req)]
		s.mu.Unlock()
		// Before a level of detail is decoded, a coarser picture at once is better
		// than a fine one after a while.
		req.FastLevel = fast
		if s.paint(ctx, req) && fast && s.alone() {
			req.FastLevel = false
			s.paint(ctx, req)
		}
	}
}

// next takes the newest wish.
func (s *studio) next() (render.Request, context.Context, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	s.at = nil
	if s.wish == nil || s.closed {
		s.running = false
		return render.Request{}, nil, false
	}
	req := *s.wish
	s.at, s.wish = &req, nil
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	return req, ctx, true
}

// alone reports whether nothing newer is wished for.
func (s *studio) alone() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wish == nil && !s.closed
}

// paint draws one picture and has it shown; false if it was given up.
func (s *studio) paint(ctx context.Context, req render.Request) bool {
	s.mu.Lock()
	img := s.buffer(req.View.Width, req.View.Height)
	s.mu.Unlock()
	began := s.now()
	hits, err := s.draw.Draw(ctx, img, req)
	if ctx.Err() != nil || errors.Is(err, context.Canceled) {
		s.release(img)
		return false
	}
	done := s.now()
	s.post(&picture{img: img, req: req, hits: hits, err: err, took: done.Sub(began), done: done})
	return true
}

// post has the main goroutine show a picture; one that still waits is dropped.
func (s *studio) post(p *picture) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	if p.err == nil && !p.req.FastLevel {
		s.decoded[levelOf(p.req)] = true
	}
	if s.ready != nil {
		s.keep(s.ready.img)
	}
	s.ready = p
	post := !s.posted
	s.posted = true
	s.mu.Unlock()
	if post {
		s.do(s.deliver)
	}
}

// deliver runs on the main goroutine.
func (s *studio) deliver() {
	s.mu.Lock()
	p := s.ready
	s.ready, s.posted = nil, false
	s.mu.Unlock()
	if p != nil {
		s.show(p)
	}
}
