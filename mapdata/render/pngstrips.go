package render

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash"
	"hash/adler32"
	"image"
	"runtime"
)

// stripBytes is about how much of a picture is compressed by itself: so much more than
// the 32 KiB that deflate looks back that the file does not grow by a thousandth.
const stripBytes = 1 << 20

// deflated gives the pixels of an opaque picture as a zlib stream of filtered rows, as
// PNG has them, part by part. Each strip of rows is filtered and compressed by itself and
// ends on a byte (a sync flush), so that the parts in their order are one stream.
func deflated(m *image.RGBA, write func([]byte) error) error {
	width, height := m.Rect.Dx(), m.Rect.Dy()
	rows := max(1, stripBytes/(3*width+1))
	type strip struct{ filtered, packed []byte }
	var (
		waiting = make(chan chan strip, runtime.GOMAXPROCS(0))
		stop    = make(chan struct{})
	)
	defer close(stop)
	go func() {
		defer close(waiting)
		for y := 0; y < height; y += rows {
			done := make(chan strip, 1)
			select { // at most so many are under way that their memory stays small
			case waiting <- done:
			case <-stop:
				return
			}
			go func() {
				last := min(y+rows, height)
				f := filtered(m, y, last)
				done <- strip{f, packed(f, last == height)}
			}()
		}
	}()
	sum := adler32.New()
	first := true
	for done := range waiting {
		s := <-done
		_, _ = sum.Write(s.filtered)
		if first { // deflate, a window of 32 KiB, no dictionary, the default level
			s.packed, first = append([]byte{0x78, 0x9c}, s.packed...), false
		}
		if err := write(s.packed); err != nil {
			return err
		}
	}
	return write(closing4(sum))
}

func closing4(sum hash.Hash32) []byte { return binary.BigEndian.AppendUint32(nil, sum.Sum32()) }

func packed(data []byte, last bool) []byte {
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err != nil {
		panic(err) // of a level that does not exist
	}
	// Writing into memory does not fail.
	_, _ = z.Write(data)
	if last {
		_ = z.Close()
	} else {
		_ = z.Flush()
	}
	return out.Bytes()
}

// filtered gives rows [from, to) of a picture as red, green and blue, each row with the
// filter before it that leaves the smallest sum of differences, the rule of thumb of the
// PNG specification (12.8).
func filtered(m *image.RGBA, from, to int) []byte {
	n := 3 * m.Rect.Dx()
	out := make([]byte, 0, (to-from)*(n+1))
	row, above := make([]byte, n), make([]byte, n)
	var tries [5][]byte
	for i := range tries {
		tries[i] = make([]byte, n)
	}
	if from > 0 {
		channels(above, m, from-1)
	}
	for y := from; y < to; y++ {
		channels(row, m, y)
		best := bestFilter(row, above, &tries)
		out = append(append(out, byte(best)), tries[best]...)
		row, above = above, row
	}
	return out
}

func channels(dst []byte, m *image.RGBA, y int) {
	src := m.Pix[y*m.Stride:]
	for i, o := 0, 0; i < len(dst); i, o = i+3, o+4 {
		dst[i], dst[i+1], dst[i+2] = src[o], src[o+1], src[o+2]
	}
}

// bestFilter fills tries with the row under each filter (none, sub, up, average, Paeth)
// and gives the best. The most likely come first, because one that falls behind is not
// finished.
func bestFilter(row, above []byte, tries *[5][]byte) int {
	const bpp = 3
	best, least := 2, 0
	up := tries[2]
	for i, v := range row {
		up[i] = v - above[i]
		least += size(up[i])
	}
	if least == 0 {
		return best
	}
	try := func(kind int, predict func(left, up, corner byte) byte) {
		t, sum := tries[kind], 0
		for i, v := range row {
			var left, corner byte
			if i >= bpp {
				left, corner = row[i-bpp], above[i-bpp]
			}
			t[i] = v - predict(left, above[i], corner)
			if sum += size(t[i]); sum >= least {
				return
			}
		}
		best, least = kind, sum
	}
	try(4, paeth)
	try(1, func(left, _, _ byte) byte { return left })
	try(0, func(_, _, _ byte) byte { return 0 })
	try(3, func(left, up, _ byte) byte { return byte((int(left) + int(up)) / 2) })
	return best
}

// size is how far a difference, taken as signed, is from 0.
func size(d byte) int {
	if d < 128 {
		return int(d)
	}
	return 256 - int(d)
}

// paeth predicts a value from its neighbours, as the PNG specification (9.4) says.
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	a, b, c := distance(p, int(left)), distance(p, int(up)), distance(p, int(corner))
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}
