package render

import (
	"image/color"
	"math"
)

// leastContrast is that of graphical objects with what lies beside them (WCAG 2.1,
// 1.4.11).
const leastContrast = 3

// eventColour adapts a colour given for the light theme: on dark it is lightened
// in OKLab, keeping its hue, until it stands off from the land; on light grounds one
// too pale to be seen on land or sea is darkened.
func (p *palette) eventColour(c color.NRGBA) color.NRGBA {
	l, a, b := toOKLab(c)
	if p.dark {
		const least, most = 0.61, 0.86
		if lighter := least + (most-least)*l; lighter > l {
			c, l = inkOf(lighter, a, b, c.A), lighter
		}
	}
	step := -0.01
	if p.dark {
		step = 0.01
	}
	for !p.standsOff(c) && l > 0 && l < 1 {
		l += step
		c = inkOf(l, a, b, c.A)
	}
	return c
}

// standsOff says whether a colour is seen well on land and sea.
func (p *palette) standsOff(c color.NRGBA) bool {
	if contrast(c, p.sea) < leastContrast {
		return false
	}
	for _, land := range p.land {
		if contrast(c, land) < leastContrast {
			return false
		}
	}
	return true
}

// inkOf is the colour of a lightness and hue, greyed rather than turned where a
// colour of that lightness cannot be so strong.
func inkOf(l, a, b float64, alpha uint8) color.NRGBA {
	for range 60 {
		if inGamut(l, a, b) {
			break
		}
		a, b = a*0.97, b*0.97
	}
	return fromOKLab(l, a, b, alpha)
}

// onColour is the colour of an icon that lies on c: white where it stands off.
func (p *palette) onColour(c color.NRGBA) color.NRGBA {
	white := rgb(0xffffff)
	if contrast(white, c) >= 3.2 {
		return white
	}
	return rgb(0x14191d)
}

// contrast is the ratio of two colours' luminances as WCAG 2.1 defines it.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 { return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B) }
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return math.Max(x/y, y/x)
}

// mix lays b over a with a weight of 0 to 1, in OKLab.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	l0, a0, b0 := toOKLab(a)
	l1, a1, b1 := toOKLab(b)
	return fromOKLab(l0+(l1-l0)*t, a0+(a1-a0)*t, b0+(b1-b0)*t, 255)
}

// toOKLab follows B. Ottosson, "A perceptual color space for image processing"
// (2020).
func toOKLab(c color.NRGBA) (l, a, b float64) {
	r, g, bl := linear(c.R), linear(c.G), linear(c.B)
	x := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*bl)
	y := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*bl)
	z := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*bl)
	return 0.2104542553*x + 0.7936177850*y - 0.0040720468*z,
		1.9779984951*x - 2.4285922050*y + 0.4505937099*z,
		0.0259040371*x + 0.7827717662*y - 0.8086757660*z
}

func fromOKLab(l, a, b float64, alpha uint8) color.NRGBA {
	red, green, blue := lightOf(l, a, b)
	return color.NRGBA{R: encoded(red), G: encoded(green), B: encoded(blue), A: alpha}
}

// inGamut says whether a screen can show a colour.
func inGamut(l, a, b float64) bool {
	red, green, blue := lightOf(l, a, b)
	return min(red, green, blue) > -0.002 && max(red, green, blue) < 1.002
}

// lightOf gives linear red, green and blue.
func lightOf(l, a, b float64) (red, green, blue float64) {
	x := cube(l + 0.3963377774*a + 0.2158037573*b)
	y := cube(l - 0.1055613458*a - 0.0638541728*b)
	z := cube(l - 0.0894841775*a - 1.2914855480*b)
	return 4.0767416621*x - 3.3077115913*y + 0.2309699292*z,
		-1.2684380046*x + 2.6097574011*y - 0.3413193965*z,
		-0.0041960863*x - 0.7034186147*y + 1.7076147010*z
}

func cube(v float64) float64 { return v * v * v }

// linear decodes a channel of sRGB to light.
func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

func encoded(f float64) uint8 {
	f = math.Max(0, math.Min(1, f))
	if f <= 0.0031308 {
		f *= 12.92
	} else {
		f = 1.055*math.Pow(f, 1/2.4) - 0.055
	}
	return uint8(f*255 + 0.5)
}
