package mapview

import (
	"testing"
	"time"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
)

func request(scale float64) render.Request {
	return render.Request{View: geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: scale, Width: 40, Height: 30}}
}

func gated() (*pencil, *studio, chan *picture) {
	p := &pencil{gate: make(chan struct{}), began: make(chan struct{})}
	shown := make(chan *picture, 8)
	s := newStudio(p, func(f func()) { f() }, func(p *picture) { shown <- p }, time.Now)
	for _, scale := range []float64{1000, 1100, 1200, 8000} {
		s.decoded[levelOf(request(scale))] = true
	}
	return p, s, shown
}

func TestNewestWishIsDrawnNext(t *testing.T) {
	p, s, shown := gated()
	s.ask(request(1000))
	<-p.began
	s.ask(request(1100)) // of use as long as nothing better is there, but
	s.ask(request(1200)) // this is newer
	p.gate <- struct{}{}
	<-p.began
	p.gate <- struct{}{}
	if a, b := <-shown, <-shown; a.req.View.Scale != 1000 || b.req.View.Scale != 1200 {
		t.Errorf("shown: %v, %v", a.req.View.Scale, b.req.View.Scale)
	}
	if n := len(p.drawn()); n != 2 {
		t.Errorf("%d pictures drawn", n)
	}
}

func TestUselessDrawingIsGivenUp(t *testing.T) {
	p, s, shown := gated()
	s.ask(request(1000))
	<-p.began
	s.ask(request(8000))
	<-p.began // without the gate being opened
	p.gate <- struct{}{}
	if a := <-shown; a.req.View.Scale != 8000 {
		t.Errorf("shown: %v", a.req.View.Scale)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.given != 1 {
		t.Errorf("%d drawings given up", p.given)
	}
}

func TestClosedStudioShowsNothing(t *testing.T) {
	p, s, shown := gated()
	s.ask(request(1000))
	<-p.began
	s.close()
	s.ask(request(1200))
	select {
	case a := <-shown:
		t.Errorf("shown: %+v", a.req)
	default:
	}
}

func TestUseless(t *testing.T) {
	at := request(1000)
	other := func(change func(*render.Request)) render.Request {
		r := at
		change(&r)
		return r
	}
	tests := []struct {
		name string
		wish render.Request
		want bool
	}{
		{"another place", other(func(r *render.Request) { r.View.Center.X = 0.7 }), false},
		{"a little closer", other(func(r *render.Request) { r.View.Scale = 1300 }), false},
		{"much closer", other(func(r *render.Request) { r.View.Scale = 2000 }), true},
		{"another theme", other(func(r *render.Request) { r.Theme = render.Dark }), true},
		{"another size", other(func(r *render.Request) { r.View.Width++ }), true},
		{"another point of view", other(func(r *render.Request) { r.POV = "x" }), true},
	}
	for _, tt := range tests {
		if got := useless(at, tt.wish); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
