package render

import (
	"fmt"
	"image/color"
)

// Theme is a palette.
type Theme int

// The themes.
const (
	Light Theme = iota
	Dark
	Print // white land, for paper
)

// ParseTheme reads the name of a theme: light, dark or print.
func ParseTheme(s string) (Theme, error) {
	for _, t := range []Theme{Light, Dark, Print} {
		if s == t.String() {
			return t, nil
		}
	}
	return Light, fmt.Errorf("there is no theme “%s”: choose light, dark or print", s)
}

// String is the theme's name.
func (t Theme) String() string {
	switch t {
	case Dark:
		return "dark"
	case Print:
		return "print"
	default:
		return "light"
	}
}

// palette has every colour of the map. The base is muted, so that the events are
// the only strong colour in the picture.
type palette struct {
	dark bool

	sea       color.NRGBA
	land      [4]color.NRGBA // of countries, so that neighbours differ just so
	lake      color.NRGBA
	coast     color.NRGBA
	river     color.NRGBA
	border    color.NRGBA
	disputed  color.NRGBA
	admin1    color.NRGBA
	urban     color.NRGBA // built-up areas
	treated   color.NRGBA // hatch over areas that the point of view marks
	graticule color.NRGBA

	countryName color.NRGBA
	regionName  color.NRGBA
	waterName   color.NRGBA
	cityName    color.NRGBA
	cityDot     color.NRGBA
	halo        color.NRGBA // behind names on land

	// Over the base map.
	paper     color.NRGBA // inside hollow marks and behind link labels
	eventText color.NRGBA
	leader    color.NRGBA
	accent    color.NRGBA // around what is selected

	// Around the map.
	page      color.NRGBA
	rule      color.NRGBA
	title     color.NRGBA
	bodyText  color.NRGBA
	smallText color.NRGBA
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func alpha(c color.NRGBA, a float32) color.NRGBA {
	c.A = uint8(float32(c.A)*a + 0.5)
	return c
}

func opaque(c color.NRGBA) color.NRGBA {
	c.A = 255
	return c
}

func (t Theme) palette() *palette {
	switch t {
	case Dark:
		return &darkPalette
	case Print:
		return &printPalette
	default:
		return &lightPalette
	}
}

var lightPalette = palette{
	sea:       rgb(0xd3dfe6),
	land:      [4]color.NRGBA{rgb(0xf7f3ec), rgb(0xf4efe6), rgb(0xf9f6f1), rgb(0xf2ede5)},
	lake:      rgb(0xd6e1e8),
	coast:     rgb(0x9db2bf),
	river:     rgb(0xb4cad6),
	border:    rgb(0xaaa193),
	disputed:  rgb(0xa0978a),
	admin1:    rgb(0xc4bbad),
	urban:     rgb(0xeae3d6),
	treated:   alpha(rgb(0x8d8273), 0.34),
	graticule: alpha(rgb(0x8fa8b6), 0.35),

	countryName: rgb(0x6b6458),
	regionName:  rgb(0x6f675b),
	waterName:   rgb(0x3f6178),
	cityName:    rgb(0x3f3b36),
	cityDot:     rgb(0x5d574f),
	halo:        alpha(rgb(0xf8f5ef), 0.88),

	paper:     rgb(0xfffdf9),
	eventText: rgb(0x24211d),
	leader:    rgb(0x5e574d),
	accent:    rgb(0x0a5fd1),

	page:      rgb(0xfdfbf7),
	rule:      rgb(0x2b2723),
	title:     rgb(0x1d1a17),
	bodyText:  rgb(0x3b3631),
	smallText: rgb(0x6b645b),
}

var darkPalette = palette{
	dark:      true,
	sea:       rgb(0x11191f),
	land:      [4]color.NRGBA{rgb(0x232b31), rgb(0x262e34), rgb(0x21282e), rgb(0x282f35)},
	lake:      rgb(0x141d24),
	coast:     rgb(0x44535e),
	river:     rgb(0x2c4150),
	border:    rgb(0x5c666e),
	disputed:  rgb(0x68727a),
	admin1:    rgb(0x444e56),
	urban:     rgb(0x333c43),
	treated:   alpha(rgb(0x95a0a8), 0.26),
	graticule: alpha(rgb(0x5b7180), 0.3),

	countryName: rgb(0x9ba6ae),
	regionName:  rgb(0x98a2aa),
	waterName:   rgb(0x84a6ba),
	cityName:    rgb(0xc6ced3),
	cityDot:     rgb(0x8c969d),
	halo:        alpha(rgb(0x1a2127), 0.85),

	paper:     rgb(0x161d22),
	eventText: rgb(0xeef1f3),
	leader:    rgb(0xaab4bb),
	accent:    rgb(0x6cb0ff),

	page:      rgb(0x171d22),
	rule:      rgb(0xd5dade),
	title:     rgb(0xf2f4f5),
	bodyText:  rgb(0xc9d0d5),
	smallText: rgb(0x97a1a8),
}

var printPalette = palette{
	sea:       rgb(0xeff2f4),
	land:      [4]color.NRGBA{rgb(0xffffff), rgb(0xfdfdfd), rgb(0xfefefe), rgb(0xfcfcfc)},
	lake:      rgb(0xeff2f4),
	coast:     rgb(0x8a979f),
	river:     rgb(0xb9c7cf),
	border:    rgb(0x8f8f8f),
	disputed:  rgb(0x858585),
	admin1:    rgb(0xb4b4b4),
	urban:     rgb(0xededed),
	treated:   alpha(rgb(0x6f6f6f), 0.36),
	graticule: alpha(rgb(0x98a5ad), 0.4),

	countryName: rgb(0x5c5c5c),
	regionName:  rgb(0x646464),
	waterName:   rgb(0x4d6472),
	cityName:    rgb(0x2a2a2a),
	cityDot:     rgb(0x555555),
	halo:        alpha(rgb(0xffffff), 0.92),

	paper:     rgb(0xffffff),
	eventText: rgb(0x111111),
	leader:    rgb(0x4a4a4a),
	accent:    rgb(0x0a5fd1),

	page:      rgb(0xffffff),
	rule:      rgb(0x111111),
	title:     rgb(0x000000),
	bodyText:  rgb(0x222222),
	smallText: rgb(0x555555),
}
