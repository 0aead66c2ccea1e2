package svg

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
)

// woff packs the tables of a font, sorted by tag, into a WOFF 1.0 file: each table
// compressed for itself where that makes it smaller. (W3C Recommendation "WOFF File
// Format 1.0", 2012.)
func woff(tables []table) ([]byte, error) {
	tables, size := finish(tables)
	n := len(tables)
	dir := make([]byte, 0, 20*n)
	var body []byte
	offset := 44 + 20*n
	for _, t := range tables {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		if _, err := w.Write(t.data); err != nil {
			return nil, fmt.Errorf("compressing a font: %w", err)
		}
		if err := w.Close(); err != nil {
			return nil, fmt.Errorf("compressing a font: %w", err)
		}
		packed := z.Bytes()
		if len(packed) >= len(t.data) {
			packed = t.data
		}
		dir = append(dir, t.tag...)
		for _, v := range []int{offset + len(body), len(packed), len(t.data)} {
			dir = binary.BigEndian.AppendUint32(dir, uint32(v))
		}
		dir = binary.BigEndian.AppendUint32(dir, t.checksum())
		body = append(body, packed...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out := append([]byte("wOFF"), 0, 1, 0, 0) // TrueType inside
	out = binary.BigEndian.AppendUint32(out, uint32(offset+len(body)))
	out = binary.BigEndian.AppendUint16(out, uint16(n))
	out = binary.BigEndian.AppendUint16(out, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(size))
	out = append(out, make([]byte, 4+5*4)...) // version, no metadata, no private data
	return append(append(out, dir...), body...), nil
}

// finish puts the checksum of the whole font into its head; it also tells how large
// the font is as a TrueType file.
func finish(tables []table) (out []table, size int) {
	sfnt := trueType(tables)
	for i, t := range tables {
		if t.tag == "head" {
			data := bytes.Clone(t.data)
			clear(data[8:12])
			tables[i].data = data
			sfnt = trueType(tables)
			binary.BigEndian.PutUint32(data[8:], 0xB1B0AFBA-checksum(sfnt))
		}
	}
	return tables, len(sfnt)
}

// trueType puts tables, sorted by tag, together into a TrueType file.
func trueType(tables []table) []byte {
	n := len(tables)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, power * 16, log, (n - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	offset := 12 + 16*n
	var body []byte
	for _, t := range tables {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, t.checksum())
		out = binary.BigEndian.AppendUint32(out, uint32(offset+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// checksum is the table's entry in the directory: that of head leaves out the
// checksum of the whole font.
func (t table) checksum() uint32 {
	if t.tag != "head" {
		return checksum(t.data)
	}
	return checksum(t.data) - binary.BigEndian.Uint32(t.data[8:])
}

// checksum is the sum of the words of data.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
