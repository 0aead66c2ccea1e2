package render

import (
	"cmp"
	"context"
	"fmt"
	"image"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// Base is what a Renderer draws beneath the scene; [basemap.Basemap] is one.
type Base interface {
	Layers(l basemap.Level, pov string) (*basemap.Layers, error)
	Ready(l basemap.Level, pov string) bool
}

// Renderer draws pictures. It keeps prepared layers, glyphs and icons between
// calls and is safe for concurrent use.
type Renderer struct {
	base     Base
	details  details
	set      *typesetter
	symbols  *symbols
	raster   raster
	paths    pathPool
	clusters clusterings
	names    nameMemory
	layers   layerDetails
}

// New gives a renderer over a base map, usually a [*basemap.Basemap].
func New(b Base) *Renderer {
	return &Renderer{
		base:    b,
		set:     newTypesetter(),
		symbols: &symbols{icons: newIcons(), made: map[any]*symbol{}},
		raster:  raster{sprites: newSprites()},
	}
}

// Request says what to draw.
type Request struct {
	// View in pixels of the picture. Where furniture takes room from the map, the
	// view is made smaller so that all it showed stays visible.
	View geo.View
	// Projection is that of the map. In another one than Web Mercator the map shows
	// Bound, in degrees (a west beyond the east crosses the date line), with Margin
	// pixels around it; of the zero bound, what View shows.
	Projection geo.Projection
	Bound      orb.Bound
	Margin     float64

	Scene *scene.Scene // nil: the base map alone
	Theme Theme
	POV   string // name of the point of view; "" for the default
	// Language is that of the base map's names; "" for English.
	Language Language
	// PixelRatio is the number of pixels per device-independent pixel: it sizes
	// symbols, lines and text. 0 stands for 1, or for PictureRatio with furniture.
	PixelRatio float64
	// Visible is the part of the picture that is looked at, where it has a margin for
	// being moved about: labels rather stand there. Empty: all of it.
	Visible image.Rectangle
	// Covered is the part of the picture that something else stands over, as the legend
	// of a window does: no label stands there. Empty: none.
	Covered image.Rectangle
	// FastLevel draws with a level of detail that is decoded already, if there is
	// one, rather than wait for the best.
	FastLevel bool
	// Legend asks for a legend beside the picture, see [Hits.Legend]. Nil: none.
	Legend *LegendSpec

	// TextScale is how much larger than usual the furniture's text is, for pictures that
	// are looked at small; PixelRatio does the same for the map. 0: 1.
	TextScale float64
	// Shrunk is how much smaller the picture is than the one that it is to look like,
	// size and PixelRatio alike, so that its furniture is laid out as there. 0: it is
	// the one.
	Shrunk float64

	ctx context.Context // of the call that draws
}

// context is that of the call that draws.
func (r *Request) context() context.Context {
	if r.ctx == nil {
		return context.Background()
	}
	return r.ctx
}

// Render draws the request into dst, all of it, and returns what can be hit there.
// dst's size should be the view's. An error is a cancelled context or a base map
// that cannot be read; with the latter the scene is drawn all the same.
func (r *Renderer) Render(ctx context.Context, dst *image.RGBA, req Request) (*Hits, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	req.ctx = ctx
	hits := &Hits{}
	if dst.Bounds().Empty() {
		return hits, nil
	}
	d := &drawing{}
	var painting *painting
	begun := 0
	// While the names are being placed the map beneath them is painted.
	used, err := r.layOut(d, dst.Bounds(), req, hits, func() {
		begun = len(d.groups)
		painting = r.raster.begin(dst, &drawing{groups: d.groups[:begun:begun]})
	})
	painting.finish()
	r.paths.put(used)
	if cancelled := ctx.Err(); cancelled != nil {
		return nil, cancelled
	}
	r.raster.draw(dst, &drawing{groups: d.groups[begun:]})
	return hits, err
}

// lay decides what is drawn where.
func (r *Renderer) lay(picture image.Rectangle, req Request, hits *Hits) (*drawing, error) {
	d := &drawing{}
	_, err := r.layOut(d, picture, req, hits, func() {})
	return d, err
}

// layOut is lay into a drawing. It calls ground once the groups so far, the map but
// for its names, are complete. The paths used can be used again once the drawing
// is not needed any more.
func (r *Renderer) layOut(out *drawing, picture image.Rectangle, req Request, hits *Hits, ground func()) (used []*path, err error) {
	if req.Scene == nil {
		req.Scene = &scene.Scene{}
	}
	req.PixelRatio = ratioOf(req, picture)
	if req.Scene.Furniture == nil {
		f := req.frame(fitView(req.View, picture), picture)
		f.lookAt(req.Visible)
		inv, used, err := r.layMap(out, f, req, hits, ground)
		if req.Legend != nil {
			hits.legend = r.legendPlate(inv, req)
		}
		return used, err
	}
	around, f := r.furnished(picture, req)
	around.page(out)
	f.furniture = around
	inv, used, err := r.layMap(out, f, req, hits, ground)
	return used, cmp.Or(err, around.lay(f, inv))
}

func ratioOf(req Request, picture image.Rectangle) float64 {
	switch {
	case req.PixelRatio > 0:
		return req.PixelRatio
	case req.Scene.Furniture != nil:
		return PictureRatio(picture.Dx(), picture.Dy())
	default:
		return 1
	}
}

// layMap lays out the map and the scene over it in a frame. It tells what is to be
// seen there.
func (r *Renderer) layMap(out *drawing, f *frame, req Request, hits *Hits, ground func()) (inv inventory, used []*path, err error) {
	colour := req.Theme.palette()
	d, err := r.detail(f, req)

	own := &layerLayout{frame: f, colour: colour, symbols: r.symbols, details: &r.layers}
	layers := own.place(req.Scene.Layers)
	hits.addLayers(layers, req.Scene.Layers)
	base := &baseLayout{frame: f, detail: d, colour: colour, out: out, pool: &r.paths}
	base.between = func() { own.draw(out, layers) }
	base.lay()
	f.furniture.drawGraticule(f, out)
	ground()

	l := &sceneLayout{
		frame: f, scene: req.Scene, colour: colour, out: out,
		placer: newPlacer(f.box(), f.ratio, f.origin()), set: r.set, symbols: r.symbols, hits: hits,
		explained: req.Scene.Furniture != nil || req.Legend != nil,
	}
	points := l.placePoints(req.context(), &r.clusters)
	l.scene = points.join(req.Scene)
	areas := l.placeAreas()
	marks := l.placeMarks()
	links := l.placeLinks(marks)
	f.furniture.reserve(l, marks, links, func() inventory { return l.expected(marks, links, areas, points, d) })
	if c := req.Covered; !c.Empty() {
		l.placer.take(box{float32(c.Min.X), float32(c.Min.Y), float32(c.Max.X), float32(c.Max.Y)}, bySymbol|byLabel)
	}
	rings, centres := l.placeRings()
	l.placeLabels(marks, links, areas)
	layerLabels := l.placeLayerLabels(layers)
	l.labelRings(rings, centres)

	own.drawMarkers(out, layers)
	l.drawAreas(areas)
	l.drawRings(rings, centres)
	points.drawGround(out)
	if d != nil {
		n := &nameLayout{
			frame: f, detail: d, colour: colour, out: out,
			placer: l.placer, set: r.set, make: r.symbols, land: newLandMask(f, base.ground), marks: marks,
			language: req.Language, pov: req.POV,
		}
		n.crowded = points != nil && (points.symbols != nil || points.heat != nil)
		if req.Scene.Furniture == nil && f.chart == nil { // a picture to be kept does not depend on what was seen before
			n.before = &r.names
		}
		n.place()
		n.drawDots()
		l.drawLinks(links)
		n.drawNames()
	} else {
		l.drawLinks(links)
	}
	l.drawLayerLabels(layers, layerLabels)
	points.drawRings(out, r.set)
	l.drawMarks(marks)
	l.drawLabels()
	inv = l.visible(marks, links, areas, points, d)
	inv.seenLayers(layers, f.inSight)
	return inv, base.used, err
}

// detail gives the base map's geometry for a frame; nil with an error where it
// cannot be read.
func (r *Renderer) detail(f *frame, req Request) (*detail, error) {
	if r.base == nil {
		return nil, nil
	}
	want := basemap.LevelFor(f.finest)
	level := want
	if req.FastLevel && !r.base.Ready(want, req.POV) {
		for _, l := range []basemap.Level{basemap.Fine, basemap.Medium, basemap.Coarse} {
			if r.base.Ready(l, req.POV) {
				level = l
				break
			}
		}
		if level == want {
			level = basemap.Coarse // the quickest to decode
		}
	}
	layers, err := r.base.Layers(level, req.POV)
	if err != nil {
		return nil, fmt.Errorf("drawing the base map: %w", err)
	}
	return r.details.get(layers, level, req.POV, f.finest, func() *basemap.Layers {
		if coarse, err := r.base.Layers(basemap.Coarse, req.POV); err == nil {
			return coarse
		}
		return layers
	}), nil
}

// PictureRatio is the pixel ratio for an exported picture of that many pixels
// that stays legible when it is shown small.
func PictureRatio(width, height int) float64 {
	return max(1, min(float64(width)/1280, float64(height)/720))
}
