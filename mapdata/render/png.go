package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"io"
	"math"
	"sort"
	"strings"
)

// EncodePNG writes m, which has to be opaque, as a PNG with its resolution (pHYs, left
// out where dpi is not positive) and the given texts (tEXt, or iTXt where Latin-1 does
// not suffice), in the order of their keywords. A keyword has 1 to 79 characters of
// Latin-1.
//
// It compresses on all processors, strip by strip; the standard library's encoder, which
// has but one, took a quarter of the time of a whole snapshot.
func EncodePNG(w io.Writer, m *image.RGBA, dpi float64, text map[string]string) error {
	size := m.Rect.Size()
	if size.X <= 0 || size.Y <= 0 || int64(size.X) > math.MaxInt32 || int64(size.Y) > math.MaxInt32 {
		return fmt.Errorf("a PNG can't be %d × %d pixels large", size.X, size.Y)
	}
	head := bytes.NewBuffer([]byte("\x89PNG\r\n\x1a\n"))
	var ihdr [13]byte
	binary.BigEndian.PutUint32(ihdr[0:], uint32(size.X))
	binary.BigEndian.PutUint32(ihdr[4:], uint32(size.Y))
	ihdr[8], ihdr[9] = 8, 2 // bits a channel, red green blue
	chunk(head, "IHDR", ihdr[:])
	if dpi > 0 && !math.IsInf(dpi, 0) {
		var d [9]byte
		perMetre := uint32(math.Min(math.Round(dpi/0.0254), math.MaxInt32))
		binary.BigEndian.PutUint32(d[0:], perMetre)
		binary.BigEndian.PutUint32(d[4:], perMetre)
		d[8] = 1 // metres
		chunk(head, "pHYs", d[:])
	}
	if err := textChunks(head, text); err != nil {
		return err
	}
	if _, err := w.Write(head.Bytes()); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	out := &bytes.Buffer{}
	err := deflated(m, func(data []byte) error {
		out.Reset()
		chunk(out, "IDAT", data)
		_, err := w.Write(out.Bytes())
		return err
	})
	if err == nil {
		out.Reset()
		chunk(out, "IEND", nil)
		_, err = w.Write(out.Bytes())
	}
	if err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}

func textChunks(w *bytes.Buffer, text map[string]string) error {
	keys := make([]string, 0, len(text))
	for k := range text {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		key, ok := latin1(k)
		if !ok || len(key) == 0 || len(key) > 79 {
			return fmt.Errorf("a PNG's keyword needs 1 to 79 Latin letters; “%s” is none", k)
		}
		value := strings.ReplaceAll(text[k], "\x00", "")
		if v, ok := latin1(value); ok {
			chunk(w, "tEXt", append(append(key, 0), v...))
			continue
		}
		// Not compressed, no language, no translated keyword.
		chunk(w, "iTXt", append(append(key, 0, 0, 0, 0, 0), value...))
	}
	return nil
}

func chunk(w *bytes.Buffer, name string, data []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(data)))
	w.Write(n[:])
	from := w.Len()
	w.WriteString(name)
	w.Write(data)
	binary.BigEndian.PutUint32(n[:], crc32.ChecksumIEEE(w.Bytes()[from:]))
	w.Write(n[:])
}

// latin1 gives a text in ISO 8859-1, if it can be written so.
func latin1(s string) ([]byte, bool) {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xff || r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 {
			return nil, false
		}
		out = append(out, byte(r))
	}
	return out, true
}
