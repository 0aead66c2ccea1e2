package picture

import (
	"context"
	"image"
	"math"

	"golang.org/x/image/draw"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
	"sitmap/store"
)

// Previewer draws pictures smaller than they will be, by the same renderer. It keeps
// what it has prepared from one to the next and is safe for concurrent use.
type Previewer struct {
	base   *basemap.Basemap
	render *render.Renderer
}

// NewPreviewer gives one over a base map.
func NewPreviewer(base *basemap.Basemap) *Previewer {
	return &Previewer{base: base, render: render.New(base)}
}

// Preview is a picture as it would be made.
type Preview struct {
	Image         *image.RGBA
	Width, Height int // pixels of the picture itself
	DPI           float64
	// Result counts what the picture shows and what it leaves out; nothing is recorded.
	Result Result
}

// unrecorded stands on a preview where the picture will say its publication's id.
const unrecorded = "given when it is written"

// likeEnough is the longer side, in pixels, of a picture that is drawn for a preview: in
// a much smaller one marks would lose their icons, which the picture itself shows.
const likeEnough = 1920

// Draw draws the picture that [Make] would make so that it fits into width and height
// pixels, no larger than it will be. It writes nothing. Errors are sentences, and that of
// a cancelled context.
func (v *Previewer) Draw(ctx context.Context, st *store.Store, spec Spec, width, height int) (Preview, error) {
	spec, err := spec.normal()
	if err != nil {
		return Preview{}, err
	}
	p := Preview{Width: spec.Width, Height: spec.Height, DPI: spec.DPI}
	shown := min(1, float64(width)/float64(spec.Width), float64(height)/float64(spec.Height))
	k := min(1, max(shown, likeEnough/float64(max(spec.Width, spec.Height))))
	part := func(side int, k float64) int { return max(1, int(math.Round(float64(side)*k))) }
	spec.Width, spec.Height = part(spec.Width, k), part(spec.Height, k)
	spec.PixelRatio *= k
	spec.shrunk = k
	m, err := gather(ctx, st, v.base, spec)
	if err != nil {
		return p, err
	}
	id := unrecorded
	if is, _ := st.ReadOnly(); is || !spec.Record {
		id = ""
	}
	view, err := m.layOut(ctx, v.render, spec, id)
	if err != nil {
		return p, err
	}
	p.Result = Result{Events: len(m.drawn) + m.inView, Withheld: m.withheld, WithheldSources: len(m.sources), WithheldPhases: m.phasesUnsaid()}
	p.Image = image.NewRGBA(image.Rect(0, 0, spec.Width, spec.Height))
	if _, err = v.render.Render(ctx, p.Image, m.request(spec, view)); err != nil {
		return p, err
	}
	if shown < k {
		whole := p.Image
		p.Image = image.NewRGBA(image.Rect(0, 0, part(p.Width, shown), part(p.Height, shown)))
		draw.BiLinear.Scale(p.Image, p.Image.Rect, whole, whole.Rect, draw.Src, nil)
	}
	return p, ctx.Err()
}
