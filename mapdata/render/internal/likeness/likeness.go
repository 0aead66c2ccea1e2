package likeness

import (
	"fmt"
	"image"
	"image/draw"
)

// Difference is how far two pictures are apart.
type Difference struct {
	Mean float64 // of all channels, of 255
	// Odd is the number of pixels that no antialiasing accounts for: a channel
	// lies, by more than Tolerance, outside of what the other picture has there
	// and in the pixels around.
	Odd    int
	Pixels int
}

// Tolerance is what a channel may lie beyond the other picture's neighbourhood:
// rasterisers weigh half-covered pixels differently and round lines to pixels.
const Tolerance = 48

// Between compares two pictures of one size.
func Between(a, b image.Image) (Difference, error) {
	if a.Bounds().Size() != b.Bounds().Size() {
		return Difference{}, fmt.Errorf("one picture is %v, the other %v", a.Bounds().Size(), b.Bounds().Size())
	}
	p, q := flat(a), flat(b)
	d := Difference{Pixels: p.Rect.Dx() * p.Rect.Dy()}
	total := 0
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			for c := range 3 {
				i := p.PixOffset(x, y) + c
				total += abs(int(p.Pix[i]) - int(q.Pix[i]))
			}
			if odd(p, q, x, y) || odd(q, p, x, y) {
				d.Odd++
			}
		}
	}
	d.Mean = float64(total) / 3 / float64(d.Pixels)
	return d, nil
}

func flat(m image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}

func abs(v int) int { return max(v, -v) }

// odd says that a pixel of p is unlike all of q around it.
func odd(p, q *image.RGBA, x, y int) bool {
	for c := range 3 {
		low, high := 255, 0
		for dy := max(0, y-1); dy <= min(q.Rect.Dy()-1, y+1); dy++ {
			for dx := max(0, x-1); dx <= min(q.Rect.Dx()-1, x+1); dx++ {
				v := int(q.Pix[q.PixOffset(dx, dy)+c])
				low, high = min(low, v), max(high, v)
			}
		}
		if v := int(p.Pix[p.PixOffset(x, y)+c]); v < low-Tolerance || v > high+Tolerance {
			return true
		}
	}
	return false
}
