package window

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"github.com/paulmach/orb"

	"sitmap/app/entry"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// ownerAt gives the country and region of a point as the open store's point of view
// has them.
func (d *desk) ownerAt() func(orb.Point) (country, admin1 string) {
	pov := d.open.sit.POV()
	return func(p orb.Point) (string, string) { return d.base.OwnerAt(p, pov) }
}

// sketch draws the small maps of the form for the point of view of the open store.
func (d *desk) sketch() func(context.Context, *image.RGBA, entry.SketchRequest) error {
	pov := d.open.sit.POV()
	return func(ctx context.Context, dst *image.RGBA, r entry.SketchRequest) error {
		req := render.Request{View: r.View, Theme: render.Light, POV: pov, PixelRatio: r.Ratio, Scene: &scene.Scene{}}
		if r.Dark {
			req.Theme = render.Dark
		}
		if r.RadiusM > 0 {
			req.Scene.Discs = []scene.Disc{{At: r.At, RadiusM: r.RadiusM, Colour: color.NRGBA{0xb9, 0x1c, 0x1c, 0xff}}}
		}
		if _, err := d.draw.Render(ctx, dst, req); err != nil {
			return fmt.Errorf("drawing the small map: %w", err)
		}
		return nil
	}
}
