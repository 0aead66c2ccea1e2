package layers

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"sitmap/mapdata/scene"
)

// Definition says where a layer's features are and how they look. It is the body of
// a store's definition; name and order stand beside it there.
type Definition struct {
	// File is the path of a GeoJSON file, with slashes, relative to the store's folder
	// or absolute.
	File   string `json:"file"`
	Style  Style  `json:"style"`
	Hidden bool   `json:"hidden,omitempty"`
	// Label and Title are properties: of the label on the map, and of the name that is
	// said of the feature under the pointer. "" for none.
	Label string `json:"label,omitempty"`
	Title string `json:"title,omitempty"`
	// From and To are properties with the times between which a feature holds. To may
	// be "": From then tells a moment, a day, a year, or a range by itself.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	// Source and AsOf are printed on pictures: whose data it is, and of when.
	Source string `json:"source,omitempty"`
	Link   string `json:"link,omitempty"` // an address of the source
	AsOf   string `json:"asOf,omitempty"` // a date, as 2025-07-03
}

// Style is how a layer looks. Widths are device-independent pixels.
type Style struct {
	Fill    Colour  `json:"fill"`
	Opacity float64 `json:"opacity"` // of the filling, 0 to 1
	Outline Colour  `json:"outline"`
	Width   float64 `json:"width"`            // of outlines and lines, 0 to 12; 0: none
	Dash    string  `json:"dash,omitempty"`   // one of Dashes
	Hatch   string  `json:"hatch,omitempty"`  // one of Hatches
	Marker  string  `json:"marker,omitempty"` // one of Markers
}

// The names of what a style can have, as they are kept and shown; the first is what
// "" stands for.
var (
	Dashes  = []string{"solid", "dashed", "dotted", "dash-dotted"}
	Hatches = []string{"none", "rising", "falling", "crossed", "dense"}
	Markers = []string{"circle", "square", "triangle", "diamond", "star", "plus", "hexagon", "triangle down", "cross", "pentagon"}
)

// MaxWidth is the widest outline, in device-independent pixels.
const MaxWidth = 12

// Colour is an opaque colour, written as #rrggbb.
type Colour struct{ R, G, B uint8 }

// MarshalText implements encoding.TextMarshaler.
func (c Colour) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// UnmarshalText reads #rrggbb.
func (c *Colour) UnmarshalText(text []byte) error {
	v, err := strconv.ParseUint(strings.TrimPrefix(string(text), "#"), 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return fmt.Errorf("the colour “%s” is not of the form #1f5fa8", text)
	}
	*c = Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}
	return nil
}

// NRGBA is the colour as the standard library has it.
func (c Colour) NRGBA() color.NRGBA { return color.NRGBA{c.R, c.G, c.B, 255} }

// Colours are offered for new layers in turn, and in the panel. They stay apart from
// each other for the colour-blind, and paler than the kinds' once they fill an area.
var Colours = []Colour{
	{0x6a, 0x3d, 0x9a},
	{0xb3, 0x6b, 0x00},
	{0x1b, 0x7a, 0x72},
	{0xa8, 0x32, 0x5e},
	{0x2f, 0x5d, 0xa8},
	{0x5c, 0x7a, 0x1f},
	{0x8a, 0x4b, 0x2f},
	{0x4a, 0x4a, 0x4a},
	{0xc0, 0x39, 0x2b},
	{0x11, 0x11, 0x11},
}

// New is the definition of a new layer, the n-th from 0 of its store.
func New(file string, n int) Definition {
	c := Colours[n%(len(Colours)-1)]
	return Definition{File: file, Style: Style{Fill: c, Opacity: 0.22, Outline: c, Width: 1.5}}
}

// Decode reads a definition; what it says is checked.
func Decode(body []byte) (Definition, error) {
	var d Definition
	if err := json.Unmarshal(body, &d); err != nil {
		return New("", 0), fmt.Errorf("the layer’s definition cannot be read: %w", err)
	}
	return d, d.Check()
}

// Encode is the inverse of [Decode].
func (d Definition) Encode() (json.RawMessage, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	return json.Marshal(d)
}

// Check says in a sentence what is wrong with a definition.
func (d Definition) Check() error {
	s := &d.Style
	known := func(what, name string, names []string) error {
		if place(names, name) < 0 {
			return fmt.Errorf("the %s “%s” is not one of %s", what, name, strings.Join(names, ", "))
		}
		return nil
	}
	var asOf, file error
	if d.AsOf != "" {
		if _, err := time.Parse(time.DateOnly, d.AsOf); err != nil {
			asOf = fmt.Errorf("the date “%s” is not written as 2025-07-03", d.AsOf)
		}
	}
	if strings.TrimSpace(d.File) == "" {
		file = errors.New("the layer names no file")
	}
	for _, err := range []error{
		file, known("outline", s.Dash, Dashes), known("hatching", s.Hatch, Hatches), known("marker", s.Marker, Markers),
		between("opacity", s.Opacity, 1), between("width of outlines", s.Width, MaxWidth), asOf,
	} {
		if err != nil {
			return err
		}
	}
	if d.To != "" && d.From == "" {
		return errors.New("a layer with a property for the end needs one for the start too")
	}
	return nil
}

func between(what string, v, most float64) error {
	if !(v >= 0 && v <= most) || math.IsNaN(v) {
		return fmt.Errorf("the %s must lie between 0 and %g", what, most)
	}
	return nil
}

// place finds a name in a list whose first is also called ""; -1: it is not there.
func place(names []string, name string) int {
	if name == "" {
		return 0
	}
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return -1
}

// Scene is the style as it is drawn.
func (s Style) Scene() scene.LayerStyle {
	return scene.LayerStyle{
		Fill: s.Fill.NRGBA(), Opacity: s.Opacity, Outline: s.Outline.NRGBA(), Width: s.Width,
		Dash: scene.Dashing(max(0, place(Dashes, s.Dash))), Hatch: scene.Hatching(max(0, place(Hatches, s.Hatch))),
		Marker: scene.Shape(1 + max(0, place(Markers, s.Marker))),
	}
}

// Credit says whose data a layer is and of when; "" where neither is known.
func (d Definition) Credit(name string) string {
	if d.Source == "" && d.AsOf == "" {
		return ""
	}
	text := name
	if d.Source != "" {
		text += " (" + d.Source + ")"
	}
	if t, err := time.Parse(time.DateOnly, d.AsOf); err == nil {
		text += ", as of " + t.Format("2 January 2006")
	}
	return text
}

// Path is the file's path for a store in a folder.
func (d Definition) Path(folder string) string {
	p := filepath.FromSlash(d.File)
	if filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(folder, p)
}

// FileFor is how a file is named in a store of a folder: relative where it lies in
// it, so that both can be moved together.
func FileFor(path, folder string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if abs, err := filepath.Abs(folder); err == nil {
		folder = abs
	}
	if rel, err := filepath.Rel(folder, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

// NameFor is what a layer of a file is called first: "front-line_2025.geojson" is
// "front line 2025".
func NameFor(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	if name == "" {
		return "Layer"
	}
	return name
}
