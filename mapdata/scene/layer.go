package scene

import "image/color"

// Layer is the analyst's own data beneath the events: a front line, zones of
// control, bases. It is drawn over land and water, below the borders' lines.
type Layer struct {
	Name string     // in the legend; names its group in vector pictures
	Data *LayerData // shared between scenes: the renderer keeps what it made of it
	// Keep says which features are drawn, by their place in Data; nil: all are.
	Keep  []bool
	Style LayerStyle
	// Label and Title give the label of a feature, set where there is room, and what
	// is said when the pointer is over it; "" for none. Nil: no feature has one. They
	// are called from any goroutine.
	Label, Title func(feature int) string
}

// Kept says whether a feature is drawn.
func (l *Layer) Kept(feature int) bool {
	return l.Keep == nil || feature < len(l.Keep) && l.Keep[feature]
}

// LayerStyle is how a layer looks. Lengths are device-independent pixels; colours
// are those for a light map, and made fit for a dark one.
type LayerStyle struct {
	Fill    color.NRGBA // of areas and markers; its own opacity is not looked at
	Opacity float64     // of the filling of areas, 0 to 1
	Hatch   Hatching    // over the filling, in its colour
	Outline color.NRGBA // of areas, and of lines
	Width   float64     // of outlines and lines; 0: areas have no outline, lines are 1 wide
	Dash    Dashing
	Marker  Shape   // of points; AnyShape is a circle
	Size    float64 // diameter of a marker; 0: the usual 9
}

// Hatching is a pattern of lines over an area.
type Hatching uint8

// The patterns.
const (
	NoHatch      Hatching = iota
	RisingHatch           // ///
	FallingHatch          // \\\
	CrossedHatch          // both
	DenseHatch            // rising, twice as near
)

// Dashing is how a line is broken.
type Dashing uint8

// The ways.
const (
	Unbroken Dashing = iota
	Dashed
	Dotted
	DashDotted
)
