package likeness

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// bar is a picture with an upright bar whose left edge lies at x.
func bar(x float64, grey uint8) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 20, 20))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	whole := int(x)
	for y := range 20 {
		for i := whole; i < whole+6; i++ {
			m.Set(i, y, color.Gray{grey})
		}
		part := uint8(255 - float64(255-grey)*(1-x+float64(whole)))
		m.Set(whole, y, color.Gray{part})
	}
	return m
}

func TestAntialiasingIsNoDifference(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b image.Image
		odd  bool
	}{
		{"the same", bar(5, 0), bar(5, 0), false},
		{"moved by half a pixel", bar(5, 0), bar(5.5, 0), false},
		{"moved by three pixels", bar(5, 0), bar(8, 0), true},
		{"another colour", bar(5, 0), bar(5, 120), true},
		{"missing", bar(5, 0), bar(5, 255), true},
	} {
		d, err := Between(c.a, c.b)
		if err != nil {
			t.Fatal(err)
		}
		if (d.Odd > 0) != c.odd {
			t.Errorf("%s: %d odd pixels", c.name, d.Odd)
		}
	}
	if _, err := Between(bar(5, 0), image.NewRGBA(image.Rect(0, 0, 3, 3))); err == nil {
		t.Error("pictures of two sizes were compared")
	}
}
