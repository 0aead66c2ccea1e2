package picture

import (
	"context"
	"errors"
	"fmt"
	"image"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/google/uuid"
	"github.com/paulmach/orb"

	"sitmap/app/layers"
	"sitmap/app/outfile"
	"sitmap/app/publication"
	"sitmap/app/release"
	"sitmap/app/situation"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// Make draws the picture and writes it to out, whole or not at all, in the format
// that out's extension stands for: .png, .svg or .pdf. Errors are sentences.
func Make(ctx context.Context, st *store.Store, base *basemap.Basemap, spec Spec, out string) (Result, error) {
	spec, err := spec.normal()
	if err != nil {
		return Result{}, err
	}
	format, err := FormatOf(out)
	if err != nil {
		return Result{}, err
	}
	if a, errA := os.Stat(out); errA == nil {
		if b, errB := os.Stat(st.Path()); errB == nil && os.SameFile(a, b) {
			return Result{}, fmt.Errorf("%s is the event store itself; write into another file", out)
		}
	}
	spec.Progress(0, steps)
	m, err := gather(ctx, st, base, spec)
	if err != nil {
		return Result{}, err
	}
	spec.Progress(1, steps)
	r := Result{Withheld: m.withheld, LeftOut: m.leftOut}
	p := store.Publication{
		File: filepath.Base(out), Format: format, Title: spec.Title, Filter: spec.Filter, POV: m.pov.Name,
		Head: m.head.Seq, HeadHash: m.head.Hash, Earliest: spec.From, Latest: spec.To, TLP: spec.Handling,
	}
	if spec.AsKnownAt != nil {
		p.AsKnownAt = spec.AsKnownAt.Moment()
	}
	switch readOnly, why := st.ReadOnly(); {
	case spec.Record && readOnly:
		r.WhyNotRecorded = why
	case spec.Record:
		id, err := uuid.NewV7()
		if err != nil {
			return r, fmt.Errorf("making an id for the publication: %w", err)
		}
		p.ID = id.String()
	}
	renderer := render.New(base)
	view, err := m.layOut(ctx, renderer, spec, p.ID)
	if err != nil {
		return r, err
	}
	r.Events = len(m.drawn) + m.inView
	r.WithheldSources, r.WithheldPhases = len(m.sources), m.phasesUnsaid()
	p.Events = r.Events
	p.Title = m.scene.Furniture.Title
	if err := ctx.Err(); err != nil {
		return r, err
	}
	spec.Progress(2, steps)

	file, err := outfile.Create(out)
	if err != nil {
		return r, err
	}
	defer file.Abort()
	unlabelled, err := encode(ctx, file, format, renderer, m, m.request(spec, view), spec, aboutPicture(m, spec, p, st))
	if err != nil {
		return r, err
	}
	if text := wantOfRoom(unlabelled); text != "" {
		r.LeftOut = append(slices.Clip(r.LeftOut), text)
	}
	spec.Progress(3, steps)
	if err := ctx.Err(); err != nil {
		return r, err
	}
	if p.ID != "" {
		shown := view.Bound()
		if spec.Projection != geo.WebMercator {
			shown, _ = m.bound(spec, view.Width, view.Height)
		}
		p.View = viewText(shown, spec.Projection)
		p.Shown = m.shown()
	}
	r.Publication, err = publication.Release(ctx, st, p, file)
	return r, err
}

// wantOfRoom says how many labels a picture has no room for; "" for none.
func wantOfRoom(labels int) string {
	switch labels {
	case 0:
		return ""
	case 1:
		return "1 label is left out for want of room, though its event is drawn; a larger picture or a smaller part of the map has more"
	default:
		return fmt.Sprintf("%d labels are left out for want of room, though their events are drawn; a larger picture or a smaller part of the map has more", labels)
	}
}

// steps are those that the making of a picture is told in: reading, choosing what is
// seen, drawing, writing.
const steps = 4

// settling is how often what a picture shows may change to and fro.
const settling = 4

// layOut chooses the view, finds the events that it shows, and sets the furniture,
// which credits their sources and no others. The sources leave more or less room to
// the map, so what it shows is looked at again until that is settled.
func (m *material) layOut(ctx context.Context, renderer *render.Renderer, spec Spec, id string) (geo.View, error) {
	m.drawn = nil
	for round := 1; ; round++ {
		m.scene.Furniture = m.furniture(spec, id)
		m.scene.Notes = m.notes(m.drawn)
		frame := renderer.MapFrame(spec.Width, spec.Height, m.request(spec, m.view(spec, image.Rect(0, 0, spec.Width, spec.Height))))
		view := m.view(spec, frame)
		req := m.request(spec, view)
		shown := sight{ratio: spec.PixelRatio}
		if shown.chart = renderer.PictureChart(spec.Width, spec.Height, req); shown.chart == nil {
			shown.view = renderer.PictureView(spec.Width, spec.Height, req)
		}
		seen := shown.seen(m.scene)
		if err := m.credit(ctx, shown, spec); err != nil {
			return view, err
		}
		if round > settling {
			maps.Copy(seen, m.drawn) // so that it ends: from now on there are only more
		}
		in := m.layersIn(shown)
		same := m.layersSeen == in || round > settling
		m.layersSeen = in
		if m.drawn != nil && maps.Equal(seen, m.drawn) && !m.credited && same {
			return view, nil
		}
		m.drawn = seen
	}
}

func (m *material) request(spec Spec, view geo.View) render.Request {
	req := render.Request{View: view, Scene: m.scene, Theme: spec.Theme, POV: m.pov.Name, Language: spec.Language, PixelRatio: spec.PixelRatio, TextScale: spec.TextScale, Shrunk: spec.shrunk}
	if req.Projection = spec.Projection; req.Projection != geo.WebMercator {
		req.Bound, req.Margin = m.bound(spec, view.Width, view.Height)
	}
	return req
}

// view is what the map shows, in a frame of the picture.
func (m *material) view(spec Spec, frame image.Rectangle) geo.View {
	w, h := frame.Dx(), frame.Dy()
	switch {
	case spec.View.Scale > 0:
		return spec.View
	case spec.BBox != orb.Bound{}:
		return geo.Fit(spec.BBox, w, h, 0)
	}
	return geo.Fit(m.drawnBound(), w, h, marginIn(w, h, spec.PixelRatio))
}

// scale is about that of the picture, in pixels per world width; 0: only what is drawn
// will tell.
func (s Spec) scale() float64 {
	if s.View.Scale > 0 {
		return s.View.Scale
	}
	if s.BBox == (orb.Bound{}) {
		return 0
	}
	return geo.Fit(s.BBox, s.Width, s.Height, 0).Scale
}

// drawnBound encloses all events; without content where there are none.
func (m *material) drawnBound() orb.Bound {
	b, any := situation.DrawnBound(m.scene, m.points)
	if !any { // of no events
		b, any = m.layersBound()
	}
	if !any {
		return orb.Bound{Min: orb.Point{0, 1}, Max: orb.Point{0, -1}}
	}
	return b
}

// material is what a picture is made of.
type material struct {
	path     string // of the store
	from     state
	rule     release.Rule
	head     store.Change
	pov      basemap.POV
	scene    *scene.Scene
	events   []store.Event   // those that may be shown
	drawn    map[string]bool // ids of those that the picture shows
	withheld int
	sources  map[string]bool // ids of items that are protected
	unsaid   map[string]bool // ids of events whose present phase stays behind
	notes    func(seen map[string]bool) []string

	columns     *index.Columns
	points      *index.Selection // events drawn as points; nil: none
	inView      int              // of them that the picture shows
	pointsShown *index.Selection // those; nil: none
	cited       []store.Item     // what those are cited from
	uncited     bool             // there are more such items than are listed
	credited    bool             // cited has changed since the furniture was made

	layers     []layers.Layer // that are drawn, as in the scene
	layersSeen string         // a 1 for each that is in view
	leftOut    []string       // layers that cannot be read
}

// phasesUnsaid counts the events drawn without the phase that they are in.
func (m *material) phasesUnsaid() int {
	n := 0
	for id := range m.unsaid {
		if m.drawn[id] {
			n++
		}
	}
	return n
}

// attempts is how often the store is read anew because it changed meanwhile.
const attempts = 3

// gather reads the store and builds the scene. What it read belongs to one moment
// of the history, the head that the publication names.
func gather(ctx context.Context, st *store.Store, base *basemap.Basemap, spec Spec) (*material, error) {
	var from state = st
	rule := release.Rule{Now: spec.Clock()}
	if spec.AsKnownAt != nil {
		from = spec.AsKnownAt
		var err error
		if rule.Also, err = spec.AsKnownAt.ProtectedSince(ctx); err != nil {
			return nil, err
		}
	}
	m := &material{path: st.Path(), from: from, rule: rule}
	name := spec.POV
	if name == "" {
		var err error
		if name, err = from.Setting(ctx, "pov"); err != nil {
			return nil, fmt.Errorf("reading the point of view: %w", err)
		}
	}
	var err error
	if m.pov, err = base.POV(name); err != nil {
		return nil, err
	}
	base.Prepare(spec.scale(), m.pov.Name) // meanwhile the store is read
	kinds, err := from.Kinds(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the kinds: %w", err)
	}
	measures, err := situation.MeasureNames(ctx, from)
	if err != nil {
		return nil, err
	}
	x, err := spec.index(ctx, st)
	if err != nil {
		return nil, fmt.Errorf("reading the events: %w", err)
	}
	seats := spec.Seats
	if seats == nil {
		seats = situation.Capitals(base, gazetteer.Open(), m.pov.Name)
	}
	d := situation.Drawing{
		Options: situation.Options{
			Kinds: kinds, Measures: measures, Base: base, Seats: seats, POV: m.pov.Name, Dark: spec.Theme == render.Dark,
			ShowStatements: spec.Statements, ShowRetracted: spec.Retracted, Now: spec.Clock(), Selected: spec.Selected, Zone: spec.Zone,
			Encode: spec.Encode, Measure: spec.Measure,
		},
		Style: spec.Style,
	}
	for try := 1; ; try++ {
		if _, err := x.Refresh(ctx, nil); err != nil {
			return nil, fmt.Errorf("reading the events: %w", err)
		}
		if m.head, err = from.Head(ctx); err != nil {
			return nil, fmt.Errorf("reading the history: %w", err)
		}
		m.columns = x.Columns()
		if err := m.read(ctx, spec, d); err != nil {
			return nil, err
		}
		now, err := from.Head(ctx)
		if err != nil {
			return nil, fmt.Errorf("reading the history: %w", err)
		}
		if now.Seq == m.head.Seq && now.Seq == m.columns.Head().Seq {
			break
		}
		if try == attempts {
			return nil, errors.New("the store is being changed all the while by another program; make the picture when it is done")
		}
	}
	spec.opened(x)
	if err := m.readLayers(ctx, st, spec); err != nil {
		return nil, err
	}
	m.scene.Layers = layers.Scene(m.layers, spec.From, spec.To)
	return m, nil
}

// read finds the events that pass the filter and may be shown, and draws them.
func (m *material) read(ctx context.Context, spec Spec, d situation.Drawing) error {
	m.events, m.withheld, m.sources, m.unsaid = nil, 0, map[string]bool{}, map[string]bool{}
	f := index.Filter{Box: spec.Box, From: spec.From, To: spec.To}
	if spec.Filter != "" {
		numbers, err := m.from.EventNumbers(ctx, situation.Filter(spec.Filter, spec.Names))
		if err != nil {
			return fmt.Errorf("finding “%s”: %w", spec.Filter, err)
		}
		f.Within = m.columns.Numbers(numbers)
	}
	sel := m.columns.Select(f)
	secret, err := m.secret(ctx, sel)
	if err != nil {
		return err
	}
	m.withheld = secret.Len()
	d.Keep = func(e store.Event) (store.Event, bool) {
		left, ok := m.rule.Event(e, m.sources)
		if ok && m.rule.HidesPhase(e) {
			m.unsaid[e.ID] = true
		}
		return left, ok
	}
	if d.Encode.Has(situation.BySize) {
		if d.Unsaid, err = m.from.GuardedFigures(ctx); err != nil {
			return err
		}
	}
	drawn, err := situation.Draw(ctx, m.from, sel.Without(secret), d)
	if err != nil {
		return err
	}
	if err := spec.sized(drawn.Points != nil); err != nil {
		return err
	}
	m.scene, m.events, m.points, m.notes = drawn.Scene, drawn.Whole, drawn.Points, drawn.Notes
	m.scene.Rings = spec.Rings
	return ctx.Err()
}

// secret are the events of a selection that their protection keeps out. The columns
// know which have any, and only those are read.
func (m *material) secret(ctx context.Context, sel *index.Selection) (*index.Selection, error) {
	ranks := map[int64]index.Rank{}
	var guarded []int64
	guard := func(e index.Event) {
		if _, ok := ranks[e.Number]; !ok {
			ranks[e.Number] = e.Rank
			guarded = append(guarded, e.Number)
		}
	}
	for e := range m.columns.Select(index.Filter{Within: sel, With: index.Protected}).Events() {
		guard(e)
	}
	for id := range m.rule.Also {
		u, err := uuid.Parse(id)
		if err != nil {
			continue
		}
		if r, ok := m.columns.RankOfID(u); ok && sel.Has(r) {
			e, _ := m.columns.Event(r)
			guard(e)
		}
	}
	var out []index.Rank
	for ns := range slices.Chunk(guarded, 4096) {
		// The present tells protections alone; of the past whole events are put together.
		if now, ok := m.from.(interface {
			Protections(ctx context.Context, numbers []int64) ([]store.NumberedProtection, error)
		}); ok {
			all, err := now.Protections(ctx, ns)
			if err != nil {
				return nil, fmt.Errorf("reading the protection of events: %w", err)
			}
			for _, p := range all {
				if !m.rule.Allows(p.ID, p.Protection) {
					out = append(out, ranks[p.Number])
				}
			}
			continue
		}
		events, err := m.from.EventsNumbered(ctx, ns)
		if err != nil {
			return nil, fmt.Errorf("reading the events: %w", err)
		}
		for _, e := range events {
			if !m.rule.Allows(e.Value.ID, e.Value.Protection) {
				out = append(out, ranks[e.Number])
			}
		}
	}
	return m.columns.Ranks(out), nil
}

// boundText is W,S,E,N as --bbox takes it.
func boundText(b orb.Bound) string {
	text := ""
	for i, x := range []float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]} {
		if i > 0 {
			text += ","
		}
		text += strconv.FormatFloat(x, 'f', 4, 64)
	}
	return text
}
