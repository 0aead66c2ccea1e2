package scene

// Shape is the outline of a small symbol, which is all that tells a kind to those
// who do not see its colour.
type Shape uint8

// The shapes.
const (
	AnyShape Shape = iota
	Circle
	Square
	Triangle
	Diamond
	Star
	Plus
	Hexagon
	TriangleDown
	Cross
	Pentagon
	Bar
	Spark // a star of four points
	Hourglass
	House
	Pointer // an arrow's head and shaft to the right
	Bubble  // of speech
	Halves  // of a circle, one above the other
	Pause   // two bars, side by side
)

// Shapes is the number of shapes, AnyShape left out.
const Shapes = int(Pause)

// iconShapes has the shape that stands for an icon where that is too small to be
// read: what is left of it when one looks from afar.
var iconShapes = map[string]Shape{
	"strike":            Star,         // the burst at the cross-hairs
	"clash":             Cross,        // the crossed swords
	"talks":             Bubble,       // their bubbles
	"visit":             House,        // who comes to the house
	"call":              Circle,       // a dial
	"statement":         TriangleDown, // the microphone on its stand
	"agreement":         Square,       // the sheet
	"ceasefire":         Pause,        // the bars on the stop sign
	"aid":               Diamond,      // the box's lid
	"sanction":          Halves,       // no entry
	"prisoner-exchange": Hourglass,    // one for one
	"protest":           Triangle,     // the crowd
	"movement":          Pointer,      // the arrow
	"other":             Bar,          // the three dots
}

// IconShape is the small symbol of the kinds that have an icon: each of the built-in
// ones has its own. AnyShape for other icons.
func IconShape(icon string) Shape { return iconShapes[icon] }
