package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// unwoff turns a WOFF 1.0 file into the OpenType file it was packed from: WOFF
// is the same tables, each compressed by zlib, under another header (W3C
// Recommendation "WOFF File Format 1.0", sections 3 to 5). Nothing of the font
// is changed.
func unwoff(data []byte) ([]byte, error) {
	const headerLen, entryLen = 44, 20
	if len(data) < headerLen || string(data[:4]) != "wOFF" {
		return nil, errors.New("not a WOFF file")
	}
	be := binary.BigEndian
	flavor, count := be.Uint32(data[4:]), int(be.Uint16(data[12:]))
	if len(data) < headerLen+count*entryLen {
		return nil, errors.New("the WOFF table directory is cut short")
	}

	// The offset table of an OpenType file carries numbers for binary search.
	log := bits.Len(uint(count)) - 1
	search := 16 << log
	out := be.AppendUint32(nil, flavor)
	for _, n := range []int{count, search, log, count*16 - search} {
		out = be.AppendUint16(out, uint16(n))
	}
	offset := len(out) + 16*count
	var body []byte
	for i := range count {
		e := data[headerLen+i*entryLen:]
		at, packed, size := be.Uint32(e[4:]), be.Uint32(e[8:]), be.Uint32(e[12:])
		if uint64(at)+uint64(packed) > uint64(len(data)) {
			return nil, fmt.Errorf("WOFF table %q lies outside the file", e[:4])
		}
		table := data[at : at+packed]
		if packed < size {
			z, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				return nil, fmt.Errorf("WOFF table %q: %w", e[:4], err)
			}
			if table, err = io.ReadAll(z); err != nil {
				return nil, fmt.Errorf("WOFF table %q: %w", e[:4], err)
			}
		}
		if len(table) != int(size) {
			return nil, fmt.Errorf("WOFF table %q has %d bytes, expected %d", e[:4], len(table), size)
		}
		out = append(out, e[:4]...)    // tag
		out = append(out, e[16:20]...) // checksum of the table as it was
		out = be.AppendUint32(out, uint32(offset+len(body)))
		out = be.AppendUint32(out, size)
		body = append(body, table...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...), nil
}
