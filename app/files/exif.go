package files

import (
	"bytes"
	"encoding/binary"
)

// orientation is how a JPEG is turned, from 1 (upright) to 8, as its EXIF segment has it
// (tag 0x0112 of the first directory, EXIF 2.3, 4.6.4); 1 where none is told, or what is
// told is broken.
func orientation(jpeg []byte) int {
	for at := 2; at+4 <= len(jpeg) && jpeg[at] == 0xff; {
		marker, size := jpeg[at+1], int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if marker == 0xda || size < 2 || at+2+size > len(jpeg) { // the picture itself begins
			return 1
		}
		if body := jpeg[at+4 : at+2+size]; marker == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return inDirectory(body[6:])
		}
		at += 2 + size
	}
	return 1
}

func inDirectory(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	entries := int64(order.Uint16(tiff[at:]))
	for i := range entries {
		e := at + 2 + 12*i
		if e+12 > int64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[e:]) == 0x0112 {
			if how := int(order.Uint16(tiff[e+8:])); how >= 1 && how <= 8 {
				return how
			}
			return 1
		}
	}
	return 1
}
