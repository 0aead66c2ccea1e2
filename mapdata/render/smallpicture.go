package render

// leastText is how large the smallest text of a picture is, in pixels: smaller cannot
// be read.
const leastText = 9

// leastTitle is how large a title that has room is at the least, in device-independent
// pixels: as large as the largest name on the map.
const leastTitle = 19

// leastMargin is how wide the margins at the sides are at the least, in pixels.
const leastMargin = 8

// without says what is left out of a picture too small for its furniture: each step
// leaves out more, first what is missed least.
type without uint8

const (
	withoutNothing without = iota
	withoutLegend
	withoutSources // and all that is said small but for what the map is made of
	withoutScale
	withoutDate // and subtitle
	withoutTitle
	withoutAll
)

// leastMap is the part of a picture's height that the map has at the least.
const leastMap = 0.28

// scaleText keeps the furniture legible, whose sizes follow the picture's.
func (l *furnitureLayout) scaleText(ratio float32) {
	title := titleSize * l.unit
	l.margin = max(pageMargin*l.unit, leastMargin)
	l.unit = max(l.unit, leastText/creditSize)
	l.heads = max(title, leastTitle*ratio) / l.unit
}

// tight says whether the furniture leaves too little of the picture to the map.
func (l *furnitureLayout) tight() bool {
	return l.room < leastMap*float32(l.picture.Dy())
}

// clear drops what was composed before, with more in it.
func (l *furnitureLayout) clear() {
	l.title, l.subtitle, l.asOf, l.asOfUp = nil, nil, nil, false
	l.left, l.right, l.remarks, l.links = nil, nil, nil, nil
}
