package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
	"sort"
	"strings"
)

// EncodePNG writes m as a PNG with its resolution (pHYs, left out where dpi is not
// positive) and the given texts (tEXt, or iTXt where Latin-1 does not suffice), in
// the order of their keywords. A keyword has 1 to 79 characters of Latin-1.
func EncodePNG(w io.Writer, m image.Image, dpi float64, text map[string]string) error {
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := enc.Encode(&buf, m); err != nil {
		return fmt.Errorf("encoding the picture as PNG: %w", err)
	}
	// The chunks of our own go after the header, which has a fixed length: 8 bytes
	// of signature and a chunk of 13.
	const header = 8 + 4 + 4 + 13 + 4
	extra := &bytes.Buffer{}
	if dpi > 0 && !math.IsInf(dpi, 0) {
		var d [9]byte
		perMetre := uint32(math.Min(math.Round(dpi/0.0254), math.MaxInt32))
		binary.BigEndian.PutUint32(d[0:], perMetre)
		binary.BigEndian.PutUint32(d[4:], perMetre)
		d[8] = 1 // metres
		chunk(extra, "pHYs", d[:])
	}
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
			chunk(extra, "tEXt", append(append(key, 0), v...))
			continue
		}
		// Not compressed, no language, no translated keyword.
		chunk(extra, "iTXt", append(append(key, 0, 0, 0, 0, 0), value...))
	}
	data := buf.Bytes()
	for _, part := range [][]byte{data[:header], extra.Bytes(), data[header:]} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("writing the picture: %w", err)
		}
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
