package mapview

import (
	"context"
	"image"

	"sitmap/mapdata/render"
)

// Hits knows what was drawn where in a picture, in its pixels.
type Hits interface {
	At(x, y, tolerance float64) []render.Hit
}

// Drawer draws a picture. A [render.Renderer] does, by way of [New].
type Drawer interface {
	Draw(ctx context.Context, dst *image.RGBA, req render.Request) (Hits, error)
}

type renderer struct{ *render.Renderer }

// Draw draws with the renderer. Its hits may be nil where nothing was drawn.
func (r renderer) Draw(ctx context.Context, dst *image.RGBA, req render.Request) (Hits, error) {
	h, err := r.Render(ctx, dst, req)
	if h == nil {
		return nil, err
	}
	return h, err
}
