package situation

import (
	"context"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// crowd is all placed events of some columns as points to be drawn. It is made once for
// columns; what a filter leaves of it is a bitmap.
type crowd struct {
	cols   *index.Columns
	curve  []index.CurveBlock
	blocks []scene.PointBlock // without Keep and Value

	mu     sync.Mutex
	values map[index.Size][][]float32
}

func newCrowd(c *index.Columns) *crowd {
	out := &crowd{cols: c, curve: c.Curve(), values: map[index.Size][][]float32{}}
	out.blocks = make([]scene.PointBlock, len(out.curve))
	total := 0
	for i := range out.curve {
		total += len(out.curve[i].X)
	}
	fills, ranks := make([]scene.Fill, total), make([]uint32, total)
	var looks [256]scene.Fill
	for i := range looks {
		looks[i] = fillOf(index.State(i).Assessment())
	}
	first := 0
	for i := range out.curve {
		b := &out.curve[i]
		n := len(b.X)
		f, r := fills[first:first+n:first+n], ranks[first:first+n:first+n]
		for j, s := range b.State {
			f[j], r[j] = looks[s], uint32(b.Rank[j])
		}
		out.blocks[i] = scene.PointBlock{
			First: first, X: b.X, Y: b.Y, Kind: b.Kind, Fill: f, Rank: r,
			MinX: b.MinX, MinY: b.MinY, MaxX: b.MaxX, MaxY: b.MaxY,
		}
		first += n
	}
	return out
}

// rank is that of a point by its number.
func (c *crowd) rank(i int) (index.Rank, bool) {
	b := sort.Search(len(c.blocks), func(b int) bool { return c.blocks[b].First > i }) - 1
	if b < 0 || i-c.blocks[b].First >= len(c.blocks[b].Rank) {
		return 0, false
	}
	return index.Rank(c.blocks[b].Rank[i-c.blocks[b].First]), true
}

func (c *crowd) event(i int) (index.Event, bool) {
	r, ok := c.rank(i)
	if !ok {
		return index.Event{}, false
	}
	return c.cols.Event(r)
}

// sizes are the values of a measure, block for block.
func (c *crowd) sizes(of index.Size) [][]float32 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.values[of]; ok {
		return v
	}
	out := make([][]float32, len(c.blocks))
	for i := range c.blocks {
		v := make([]float32, len(c.blocks[i].Rank))
		for j, r := range c.blocks[i].Rank {
			v[j], _ = c.cols.SizeOf(index.Rank(r), of)
		}
		out[i] = v
	}
	c.values[of] = out
	return out
}

// most is the value that the largest symbol stands for: the greatest of nearly all, so
// that one great figure does not make all others dots.
func most(values [][]float32, keep [][]uint64) float64 {
	var all []float32
	for i, v := range values {
		for j, x := range v {
			if x > 0 && (keep == nil || keep[i][j>>6]>>(j&63)&1 != 0) {
				all = append(all, x)
			}
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return math.Max(1, float64(all[(len(all)-1)*999/1000]))
}

// sizeOf are the measures that the columns hold.
var sizeOf = map[string]index.Size{"killed": index.Killed, "launched": index.Launched}

// InColumns reports whether very many events can be sized by a measure.
func InColumns(measure string) bool { _, ok := sizeOf[measure]; return ok }

// pointsOf are the points of a selection, drawn as the options say.
type pointsOf struct {
	crowd  *crowd
	sel    *index.Selection
	mode   scene.PointMode
	o      Options
	read   wholes
	keep   func(store.Event) (store.Event, bool)
	unsaid map[int64]bool // numbers of events whose figures may not be told
	titles func(number int64) string
}

// points makes them.
func (p *pointsOf) points() *scene.Points {
	c := p.crowd
	out := &scene.Points{Mode: p.mode, Blocks: slices.Clone(c.blocks)}
	keep := p.sel.Keep()
	var values [][]float32
	if size, ok := sizeOf[p.o.measure()]; ok {
		values = p.told(c.sizes(size))
		if m := most(values, keep); m > 0 {
			out.By = &scene.Measure{Name: Words(p.o.measure()), Most: m}
		}
	}
	alike := !p.o.Encode.Has(ByAssessment)
	for i := range out.Blocks {
		out.Blocks[i].Keep = keep[i]
		if alike {
			out.Blocks[i].Fill = nil
		}
		if out.By != nil {
			out.Blocks[i].Value = values[i]
		}
	}
	kinds := make(map[string]store.Kind, len(p.o.Kinds))
	for _, k := range p.o.Kinds {
		kinds[k.Code] = k
	}
	codes := c.cols.Kinds()
	for _, code := range codes {
		k := kinds[code]
		if k.Icon == "" {
			k.Icon = "other"
		}
		name := KindName(p.o.Kinds, code)
		if code == "" {
			name = "Further kinds"
		}
		out.Kinds = append(out.Kinds, scene.KindStyle{Icon: k.Icon, Name: name, Colour: kindColour(k, p.o.Dark)})
	}
	zones := newZones(p.o.Zone)
	var zoned sync.Mutex // words are asked for from any goroutine
	out.ID = func(i int) scene.ID {
		e, ok := c.event(i)
		if !ok {
			return scene.ID{}
		}
		return scene.ID{Event: e.ID.String()}
	}
	out.Name = func(i int) string {
		e, ok := c.event(i)
		if !ok {
			return ""
		}
		// The columns hold the day on which an event counts, not how it was told.
		when := e.Day.Date().Format("2 January 2006")
		if e.Day == index.NoDay {
			zoned.Lock()
			when = zones.when(store.When{Earliest: e.Earliest, Latest: e.Latest, Precision: store.Interval}, true)
			zoned.Unlock()
		}
		parts := []string{KindName(p.o.Kinds, e.Kind), when, string(e.State.Assessment())}
		if p.titles != nil {
			if t := p.titles(e.Number); t != "" {
				parts = slices.Insert(parts, 1, t)
			}
		}
		return strings.Join(parts, " · ")
	}
	out.Mark = func(i int) scene.Mark {
		e, ok := c.event(i)
		if !ok {
			return scene.Mark{}
		}
		at, _ := e.Point()
		k := kinds[e.Kind]
		if k.Icon == "" {
			k.Icon = "other"
		}
		return scene.Mark{
			ID: scene.ID{Event: e.ID.String()}, At: at, Icon: k.Icon, Colour: kindColour(k, p.o.Dark),
			Fill: fillOf(e.State.Assessment()), Value: math.NaN(), Name: out.Name(i), Rank: rankGeneral,
		}
	}
	if p.read != nil {
		out.Parts = p.parts()
	}
	return out
}

// told takes out the values that may not be told.
func (p *pointsOf) told(values [][]float32) [][]float32 {
	if len(p.unsaid) == 0 {
		return values
	}
	out := make([][]float32, len(values))
	for i := range values {
		out[i] = slices.Clone(values[i])
		for j, r := range p.crowd.blocks[i].Rank {
			if e, ok := p.crowd.cols.Event(index.Rank(r)); ok && p.unsaid[e.Number] {
				out[i][j] = float32(math.NaN())
			}
		}
	}
	return out
}

// parts draws some points whole. What was drawn last is kept: while the map is panned
// the same few are asked for again.
func (p *pointsOf) parts() func(ctx context.Context, points []int) (*scene.Scene, error) {
	type whole struct {
		points []int
		drawn  *scene.Scene
	}
	var last atomic.Pointer[whole]
	return func(ctx context.Context, points []int) (*scene.Scene, error) {
		if l := last.Load(); l != nil && slices.Equal(points, l.points) {
			return l.drawn, nil
		}
		var ranks []index.Rank
		for _, i := range points {
			if r, ok := p.crowd.rank(i); ok {
				ranks = append(ranks, r)
			}
		}
		slices.Sort(ranks) // the list's order
		found, err := (&planner{read: p.read}).events(ctx, ranks, p.crowd.cols)
		if err != nil {
			return nil, err
		}
		b := newBuilder(p.o)
		for _, e := range found {
			ev, ok := e.Value, true
			if p.keep != nil {
				ev, ok = p.keep(ev)
			}
			if ok {
				b.event(ev)
			}
		}
		l := &whole{slices.Clone(points), b.finish()}
		last.Store(l)
		return l.drawn, nil
	}
}
