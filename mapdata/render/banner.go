package render

import (
	"image/color"

	"sitmap/assets"
)

// The colours of TLP 2.0 (FIRST, “Traffic Light Protocol”, 2022): the label on black.
var handlingColours = map[string]color.NRGBA{
	"RED":          rgb(0xff2b2b),
	"AMBER+STRICT": rgb(0xffc000),
	"AMBER":        rgb(0xffc000),
	"GREEN":        rgb(0x33ff00),
	"CLEAR":        rgb(0xffffff),
}

// banners draws the handling label above and below everything else, to the right as
// the protocol recommends.
func (l *furnitureLayout) banners() {
	if l.f.Handling == "" {
		return
	}
	c, ok := handlingColours[l.f.Handling]
	if !ok {
		c = rgb(0xffffff)
	}
	run := l.set.set("TLP:"+l.f.Handling, l.style(assets.SemiBold, 14))
	_, right := l.inner()
	x0, x1 := float32(l.picture.Min.X), float32(l.picture.Max.X)
	for _, y := range [][2]int{{l.picture.Min.Y, l.body.Min.Y}, {l.body.Max.Y, l.picture.Max.Y}} {
		b := box{x0, float32(y[0]), x1, float32(y[1])}
		l.out.fill(rectPath(b, 0), plain(rgb(0)))
		l.out.anchored(AnchorEnd, run, right-run.width, (b.y0+b.y1+run.capHeight)/2, ink{colour: c})
	}
}
