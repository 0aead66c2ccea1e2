package render

import (
	"image"

	"github.com/paulmach/orb"

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
	return r.furniture(picture, req, notesRoom{}).frame
}

// PictureView gives what the map of a picture shows of the request's view: all of it
// and what else has room, but never more than one world. In another projection than
// Web Mercator it is a view that shows about the same; see [Renderer.PictureChart].
func (r *Renderer) PictureView(width, height int, req Request) geo.View {
	picture := image.Rect(0, 0, width, height)
	if req.Scene == nil || req.Scene.Furniture == nil {
		return fitView(req.View, picture)
	}
	_, f := r.furnished(picture, req)
	return f.view
}

// PictureChart gives the map of a picture that is in another projection than Web
// Mercator; nil where it is not.
func (r *Renderer) PictureChart(width, height int, req Request) *geo.Chart {
	picture := image.Rect(0, 0, width, height)
	if req.Scene == nil || req.Scene.Furniture == nil {
		return req.chart(req.View, picture)
	}
	_, f := r.furnished(picture, req)
	return f.chart
}

// frame is where the map stands and how it is projected: in Web Mercator by the view,
// which is of the size of rect, otherwise fitted to what is to be seen.
func (req *Request) frame(v geo.View, rect image.Rectangle) *frame {
	if c := req.chart(v, rect); c != nil {
		return newChartFrame(c, rect, req.PixelRatio)
	}
	return newFrame(v, rect, req.PixelRatio)
}

func (req *Request) chart(v geo.View, rect image.Rectangle) *geo.Chart {
	if req.Projection == geo.WebMercator {
		return nil
	}
	b := req.Bound
	if b == (orb.Bound{}) && v.Scale > 0 {
		b = v.Bound()
	}
	return geo.FitChart(req.Projection, b, rect.Dx(), rect.Dy(), req.Margin)
}

// furnished composes the furniture around what is to be seen between it. Notes stand in
// the map where they cover nothing; elsewhere below it, whole: the map is smaller then.
func (r *Renderer) furnished(picture image.Rectangle, req Request) (*furnitureLayout, *frame) {
	req.PixelRatio = ratioOf(req, picture)
	for room := (notesRoom{}); ; {
		around := r.furniture(picture, req, room)
		f := req.frame(oneWorld(fitView(req.View, around.frame)), around.frame)
		inv := everything(req.Scene)
		inv.treated, inv.remarks = nil, nil
		// A base map that cannot be read is told of when the map is laid out.
		if d, err := r.detail(f, req); d != nil && err == nil {
			f.contested(&inv, d)
		}
		if !room.below && around.notesFit(f, inv) {
			return around, f
		}
		need := len(around.noteLines(inv))
		if room.below && need <= room.lines || need == 0 {
			return around, f
		}
		room = notesRoom{below: true, lines: max(need, room.lines)}
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
