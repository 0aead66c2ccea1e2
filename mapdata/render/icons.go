package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"sitmap/assets"
)

// iconGrid is the side of the square that icons are drawn on.
const iconGrid = 24

// icon is an icon's shape on the grid, to be filled with one colour.
type icon struct {
	shapes []iconShape
}

type iconShape struct {
	outline outline
	evenOdd bool
	width   float32 // of a stroked shape; 0 for a filled one
}

// icons parses icons once.
type icons struct {
	mu     sync.Mutex
	parsed map[string]*icon
}

func newIcons() *icons { return &icons{parsed: map[string]*icon{}} }

// get gives an icon by name; for one that is not there, that of other events; for
// no name an empty one.
func (c *icons) get(name string) *icon {
	if name == "" {
		return &icon{}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if i, ok := c.parsed[name]; ok {
		return i
	}
	var i *icon
	for _, n := range []string{name, "other"} {
		if data, ok := assets.KindIcon(n); ok {
			if parsed, err := parseIcon(data); err == nil {
				i = parsed
				break
			}
		}
	}
	if i == nil {
		i = &icon{}
	}
	c.parsed[name] = i
	return i
}

// finer is how much larger an icon may be shown than it was asked for without its
// curves showing corners: vectors are enlarged.
const finer = 6

// path gives the icon's outline in a square of a size around (x, y).
func (i *icon) path(x, y, size float32) (p *path, evenOdd bool) {
	p, evenOdd = i.flat(size * finer)
	for i, q := range p.pts {
		p.pts[i] = point{q.x/finer + x, q.y/finer + y}
	}
	return p, evenOdd
}

// flat is the outline around (0, 0), its curves as chords that look round at that
// size.
func (i *icon) flat(size float32) (p *path, evenOdd bool) {
	p = &path{}
	k := size / iconGrid
	for _, s := range i.shapes {
		if s.width == 0 {
			s.outline.flatten(p, k, k, -size/2, -size/2)
			evenOdd = evenOdd || s.evenOdd
			continue
		}
		line := &path{}
		s.outline.flatten(line, k, k, -size/2, -size/2)
		var st stroker
		st.stroke(line, pen{width: s.width * k, round: true}, p)
	}
	return p, evenOdd
}

// parseIcon reads the part of SVG that icons are drawn with: path, circle,
// ellipse, rect, line, polyline and polygon, filled or stroked in one colour.
func parseIcon(svg []byte) (*icon, error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	out := &icon{}
	scale, dx, dy := float32(1), float32(0), float32(0)
	type style struct {
		fill, stroke string
		width        string
		rule         string
	}
	stack := []style{{fill: "black", stroke: "none", width: "1"}}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading an icon: %w", err)
		}
		switch e := tok.(type) {
		case xml.EndElement:
			stack = stack[:max(1, len(stack)-1)]
		case xml.StartElement:
			st := stack[len(stack)-1]
			attr := map[string]string{}
			for _, a := range e.Attr {
				attr[a.Name.Local] = a.Value
			}
			for name, to := range map[string]*string{
				"fill": &st.fill, "stroke": &st.stroke, "stroke-width": &st.width, "fill-rule": &st.rule,
			} {
				if v, ok := attr[name]; ok {
					*to = v
				}
			}
			stack = append(stack, st)
			if e.Name.Local == "svg" {
				if v := numbers(attr["viewBox"]); len(v) == 4 && v[2] > 0 {
					scale, dx, dy = iconGrid/v[2], v[0], v[1]
				}
				continue
			}
			if st.fill == "none" && st.stroke == "none" {
				continue
			}
			o, err := shapeOf(e.Name.Local, attr)
			if err != nil {
				return nil, err
			}
			if o == nil {
				continue
			}
			for i := range o.pts {
				o.pts[i] = point{(o.pts[i].x - dx) * scale, (o.pts[i].y - dy) * scale}
			}
			s := iconShape{outline: *o, evenOdd: st.rule == "evenodd"}
			if st.fill != "none" {
				out.shapes = append(out.shapes, s)
			}
			if st.stroke != "none" {
				s.width = 1
				if v := numbers(st.width); len(v) == 1 {
					s.width = v[0]
				}
				s.width *= scale
				out.shapes = append(out.shapes, s)
			}
		}
	}
	return out, nil
}

// shapeOf gives the outline of an SVG element; nil for one that is no shape.
func shapeOf(name string, attr map[string]string) (*outline, error) {
	num := func(key string) float32 {
		v, _ := strconv.ParseFloat(strings.TrimSpace(attr[key]), 32)
		return float32(v)
	}
	o := &outline{}
	switch name {
	case "path":
		return parsePathData(attr["d"])
	case "circle":
		o.ellipse(num("cx"), num("cy"), num("r"), num("r"))
	case "ellipse":
		o.ellipse(num("cx"), num("cy"), num("rx"), num("ry"))
	case "rect":
		x, y, w, h := num("x"), num("y"), num("width"), num("height")
		p := rectPath(box{x, y, x + w, y + h}, max(num("rx"), num("ry")))
		o.polyline(p.pts, true)
	case "line":
		o.polyline([]point{{num("x1"), num("y1")}, {num("x2"), num("y2")}}, false)
	case "polyline", "polygon":
		v := numbers(attr["points"])
		var pts []point
		for i := 0; i+1 < len(v); i += 2 {
			pts = append(pts, point{v[i], v[i+1]})
		}
		o.polyline(pts, name == "polygon")
	default:
		return nil, nil
	}
	return o, nil
}

func (o *outline) polyline(pts []point, closed bool) {
	for i, p := range pts {
		if i == 0 {
			o.add(moveTo, p)
		} else {
			o.add(lineTo, p)
		}
	}
	if closed {
		o.add(closing)
	}
}

// ellipse adds four cubic quarters.
func (o *outline) ellipse(cx, cy, rx, ry float32) {
	const k = 0.5522847498
	o.add(moveTo, point{cx + rx, cy})
	o.add(cubicTo, point{cx + rx, cy + k*ry}, point{cx + k*rx, cy + ry}, point{cx, cy + ry})
	o.add(cubicTo, point{cx - k*rx, cy + ry}, point{cx - rx, cy + k*ry}, point{cx - rx, cy})
	o.add(cubicTo, point{cx - rx, cy - k*ry}, point{cx - k*rx, cy - ry}, point{cx, cy - ry})
	o.add(cubicTo, point{cx + k*rx, cy - ry}, point{cx + rx, cy - k*ry}, point{cx + rx, cy})
	o.add(closing)
}

// numbers reads numbers separated by space or commas, up to the first that is none.
func numbers(s string) []float32 {
	var out []float32
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' }) {
		v, err := strconv.ParseFloat(strings.TrimSuffix(f, "px"), 32)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			break
		}
		out = append(out, float32(v))
	}
	return out
}
