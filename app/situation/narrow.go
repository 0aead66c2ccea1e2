package situation

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// narrowed is what passes the filter, with what of it is drawn how.
type narrowed struct {
	wish wish
	sel  *index.Selection // nil before the first events are read
	plan
	byID map[string]int // of whole
}

// has reports whether the store has an event.
func (n *narrowed) has(id string) bool {
	u, err := uuid.Parse(id)
	if err != nil || n.sel == nil {
		return false
	}
	_, ok := n.sel.Columns().RankOfID(u)
	return ok
}

// pointOf bounds an event that is drawn as a point; false where it is not.
func (n *narrowed) pointOf(id string) (orb.Bound, bool) {
	u, err := uuid.Parse(id)
	if err != nil || n.points == nil {
		return orb.Bound{}, false
	}
	c := n.points.Columns()
	r, ok := c.RankOfID(u)
	if !ok || !n.points.Has(r) {
		return orb.Bound{}, false
	}
	e, _ := c.Event(r)
	at, ok := e.Point()
	if e.RadiusM > 0 {
		return geo.Circle(at, float64(e.RadiusM), 16).Bound(), ok
	}
	return at.Bound(), ok
}

// asPoint reports whether an event, though it has been read, is drawn as a point and not
// whole: one of few beside very many, unless it is selected.
func (n *narrowed) asPoint(e store.NumberedEvent, selected string) bool {
	return n.few && n.points != nil && e.Value.ID != selected && n.isPoint(e.Number)
}

// isPoint reports whether an event is drawn as a point.
func (n *narrowed) isPoint(number int64) bool {
	r, ok := n.points.Columns().RankOfNumber(number)
	return ok && n.points.Has(r)
}

// narrow does what was wished since.
func (s *Situation) narrow(ctx context.Context) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	if s.index == nil {
		return nil
	}
	return s.loadedOr(s.narrowTo(ctx, nil))
}

// narrowTo finds the events that are wished for among the newest columns, and reads
// those that are drawn whole. kinds are the vocabulary; nil: it is as it was.
func (s *Situation) narrowTo(ctx context.Context, kinds []store.Kind) error {
	s.mu.Lock()
	w, no := s.wish, s.no
	if kinds == nil {
		kinds = s.kinds
	}
	s.mu.Unlock()
	c := s.index.Columns()
	f := index.Filter{Box: w.box, From: w.from, To: w.to}
	numbers, err := s.numbered(ctx, w.text)
	if err != nil {
		return err
	}
	if numbers != nil {
		f.Within = c.Numbers(numbers)
	}
	// Of new columns the first look for an id or a number puts a million of them in order,
	// half a second that the goroutine of the window must not wait.
	c.RankOfID(uuid.UUID{})
	c.RankOfNumber(-1)
	at := narrowed{wish: w, sel: c.Select(f)}
	p := planner{read: s.from(), kinds: kinds, show: w.show, style: w.style, sized: w.encodings().Has(BySize), linkless: s.linkless(kinds)}
	if at.plan, err = p.plan(ctx, at.sel); err != nil {
		return err
	}
	at.byID = make(map[string]int, len(at.whole))
	for i := range at.whole {
		at.byID[at.whole[i].Value.ID] = i
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.no == no || s.at.sel == nil {
		s.at = at
	}
	return nil
}

// linkless reports of an event that it is drawn without any line.
func (s *Situation) linkless(kinds []store.Kind) func(store.Event) bool {
	o := Options{Kinds: kinds, Base: s.memo, Seats: s.c.Seats, Zone: s.c.Zone, Now: s.c.Clock(), ShowRetracted: true}
	return linkless(o)
}

func linkless(o Options) func(store.Event) bool {
	o.Base = nil // no line ends in an area, and decoding the areas takes longer than all else
	return func(e store.Event) bool {
		b := newBuilder(o)
		b.event(e)
		return len(b.out.Links) == 0
	}
}

// crowds keeps the points of the newest columns, for light and dark.
type crowds struct {
	of          *crowd
	sel         *index.Selection
	style       scene.PointMode
	encode      string
	light, dark *scene.Points
}

// points gives those of a selection for light and dark. The same are given as long as
// nothing about them changes: the renderer keeps what it found out about them.
func (k *crowds) points(p pointsOf) (light, dark *scene.Points) {
	encode := p.o.Encode.String() + "\x00" + p.o.Measure
	if k.light != nil && k.sel == p.sel && k.style == p.mode && k.encode == encode {
		return k.light, k.dark
	}
	if k.of == nil || k.of.cols != p.sel.Columns() {
		k.of = newCrowd(p.sel.Columns())
	}
	p.crowd = k.of
	k.sel, k.style, k.encode = p.sel, p.mode, encode
	p.o.Dark = false
	k.light = p.points()
	p.o.Dark = true
	k.dark = p.points()
	return k.light, k.dark
}

// cancelled reports whether an error only says that nobody waits any more.
func cancelled(err error) bool { return errors.Is(err, context.Canceled) }
