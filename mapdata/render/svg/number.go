package svg

import (
	"image/color"
	"math"
	"strconv"
)

// Lengths are written in hundredths of a pixel: less is not seen.
const precision = 100

func hundredths(v float64) int { return int(math.Round(v * precision)) }

// appendHundredths writes a number of hundredths as briefly as can be: 12.5, .25,
// -3.
func appendHundredths(b []byte, v int) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	whole, rest := v/precision, v%precision
	if whole > 0 || rest == 0 {
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/10))
	if rest%10 != 0 {
		b = append(b, byte('0'+rest%10))
	}
	return b
}

// num writes a length.
func num(v float64) string { return string(appendHundredths(nil, hundredths(v))) }

// exact writes a number that others are multiplied by, to five digits after the
// point.
func exact(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e5)/1e5, 'f', -1, 64)
}

// hex writes a colour, its transparency left out.
func hex(c color.NRGBA) string {
	const digits = "0123456789abcdef"
	long := [7]byte{'#'}
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		long[1+2*i], long[2+2*i] = digits[v>>4], digits[v&15]
	}
	if long[1] == long[2] && long[3] == long[4] && long[5] == long[6] {
		return string([]byte{'#', long[1], long[3], long[5]})
	}
	return string(long[:])
}

// colourAttr gives a colour as attribute, and its opacity where it is not full.
func colourAttr(name string, c color.NRGBA) string {
	s := ` ` + name + `="` + hex(c) + `"`
	if c.A != 255 {
		s += ` ` + name + `-opacity="` + strconv.FormatFloat(math.Round(float64(c.A)/255*1000)/1000, 'f', -1, 64) + `"`
	}
	return s
}
