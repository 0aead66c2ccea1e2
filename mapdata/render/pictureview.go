package render

import (
	"image"

	"sitmap/mapdata/geo"
)

// MapFrame gives the part of a picture that is left to the map once the furniture
// of the request's scene stands, in pixels: fit a view to its size to use it fully.
// It does not depend on the view; what is said
// about contested territory in view may take a little more of it.
func (r *Renderer) MapFrame(width, height int, req Request) image.Rectangle {
	picture := image.Rect(0, 0, width, height)
	if req.Scene == nil || req.Scene.Furniture == nil {
		return picture
	}
	return r.furniture(picture, req, remarkLines).frame
}

// PictureView gives what the map of a picture shows of the request's view: all of it
// and what else has room, but never more than one world.
func (r *Renderer) PictureView(width, height int, req Request) geo.View {
	picture := image.Rect(0, 0, width, height)
	if req.Scene == nil || req.Scene.Furniture == nil {
		return fitView(req.View, picture)
	}
	_, view := r.furnished(picture, req)
	return view
}

// furnished composes the furniture around what is to be seen between it. Statements
// on contested territory are not cut: where they take more lines, the map is smaller.
func (r *Renderer) furnished(picture image.Rectangle, req Request) (*furnitureLayout, geo.View) {
	req.PixelRatio = ratioOf(req, picture)
	for lines := remarkLines; ; {
		around := r.furniture(picture, req, lines)
		view := oneWorld(fitView(req.View, around.frame))
		f := newFrame(view, around.frame, req.PixelRatio)
		d, err := r.detail(f, req)
		if d == nil || err != nil {
			return around, view // laying out the map says why
		}
		inv := newInventory()
		f.contested(&inv, d)
		need := len(around.remarkRuns(inv.remarks))
		if need <= lines {
			return around, view
		}
		lines = need
	}
}

// fitView changes a view to the size of a rectangle so that all it showed stays
// visible.
func fitView(v geo.View, to image.Rectangle) geo.View {
	w, h := max(v.Width, 1), max(v.Height, 1)
	if w == to.Dx() && h == to.Dy() {
		return v
	}
	v.Scale *= min(float64(to.Dx())/float64(w), float64(to.Dy())/float64(h))
	v.Width, v.Height = to.Dx(), to.Dy()
	return v
}

// oneWorld enlarges a view that shows more than one world, so that nothing is in the
// picture twice.
func oneWorld(v geo.View) geo.View {
	if v.Scale <= 0 || v.Scale >= float64(v.Width) {
		return v
	}
	v.Scale = float64(v.Width)
	return v.Resize(v.Width, v.Height)
}
