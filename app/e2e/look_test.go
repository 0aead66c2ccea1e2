//go:build e2e

package e2e

import (
	"image"
	"image/color"
)

// differing counts the pixels in which two pictures differ visibly.
func differing(a, b image.Image, in image.Rectangle) int {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if distance(a.At(x, y), b.At(x, y)) > 24 {
				n++
			}
		}
	}
	return n
}

func distance(a, b color.Color) int {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	d := 0
	for _, p := range [3][2]uint32{{ar, br}, {ag, bg}, {ab, bb}} {
		d = max(d, abs(int(p[0]>>8)-int(p[1]>>8)))
	}
	return d
}

func abs(n int) int { return max(n, -n) }

// strikeRed counts the pixels in the strong red in which the map draws strikes, in
// the light theme and in the dark one, and in which it draws nothing else.
func strikeRed(img image.Image, in image.Rectangle) int {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			if int(r>>8)-int(g>>8) > 70 && int(r>>8)-int(b>>8) > 70 {
				n++
			}
		}
	}
	return n
}

// settled waits until the screen stands still, but for the blinking of a cursor.
func (s *screen) settled() image.Image {
	s.t.Helper()
	const cursor = 120 // pixels
	last := s.picture("now")
	eventually(s.t, "the screen stands still", func() bool {
		now := s.picture("now")
		still := differing(last, now, now.Bounds()) <= cursor
		last = now
		return still
	})
	return last
}

// painted waits until the window has painted itself: its background is never black.
func (s *screen) painted() image.Image {
	s.t.Helper()
	eventually(s.t, "the window paints itself", func() bool {
		now := s.picture("now")
		r, g, b, _ := now.At(640, 790).RGBA()
		return r|g|b != 0
	})
	return s.settled()
}

// changed waits until what is in the rectangle no longer looks as it did before,
// and stands still again.
func (s *screen) changed(before image.Image, in image.Rectangle, what string) image.Image {
	s.t.Helper()
	eventually(s.t, what, func() bool { return differing(before, s.picture("now"), in) > 400 })
	return s.settled()
}
