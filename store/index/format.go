package index

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"unsafe"
)

// The file of columns:
//
//	magic          8 bytes
//	byte order     uint32 0x01020304 as the machine writes it
//	room           uint32: bytes up to the first column, a multiple of 4096
//	length, CRC    uint32 each, of the header
//	header         JSON, then zeros up to room
//	columns        one after another, each from a multiple of 64 bytes
//
// Numbers are written as they lie in memory, so that opening is reading: a file from
// a machine of another byte order is passed over. Every byte is covered by a
// checksum, and what the columns say is checked before it is used: no file makes the
// program reach beyond a slice. Sizes are bounded by the file's own.

const (
	magic       = "SITMAPC1" // the last is the version: other than this is not read
	orderMark   = 0x01020304
	prefix      = 24
	pageSize    = 4096
	align       = 64
	maxHeader   = 4 << 20
	chunk       = 4 << 20 // bytes that share a checksum
	maxRows     = 1 << 27
	maxNameSize = 1 << 10
)

var errColumns = errors.New("the file of columns cannot be used")

func unusable(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errColumns, fmt.Sprintf(format, args...))
}

// header says what is in the file.
type header struct {
	Key       Key
	Rows      int
	Placed    int
	Kinds     []string
	Countries []string
	Sums      []uint32 // CRC-32C of each chunk of the columns
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// layout lists the columns with their lengths; f is called for each, in the order of
// the file, with where its slice is kept and how long it is.
func (t *table) layout(rows, placed int, f func(column)) {
	f(of(&t.id, rows))
	f(of(&t.number, rows))
	f(of(&t.earliest, rows))
	f(of(&t.latest, rows))
	f(of(&t.day, rows))
	f(of(&t.kind, rows))
	f(of(&t.state, rows))
	f(of(&t.x, rows))
	f(of(&t.y, rows))
	f(of(&t.precision, rows))
	f(of(&t.radius, rows))
	f(of(&t.country, rows))
	f(of(&t.killed, rows))
	f(of(&t.launched, rows))
	f(of(&t.curve.x, placed))
	f(of(&t.curve.y, placed))
	f(of(&t.curve.kind, placed))
	f(of(&t.curve.state, placed))
	f(of(&t.curve.rank, placed))
}

// column is one slice of a table seen as bytes.
type column struct {
	size int // bytes
	get  func() []byte
	set  func([]byte) // takes over size bytes, aligned to 64
}

func of[T any](s *[]T, n int) column {
	var zero T
	size := n * int(unsafe.Sizeof(zero))
	return column{
		size: size,
		get:  func() []byte { return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*s))), size) },
		set: func(b []byte) {
			if n > 0 {
				*s = unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), n)
			}
		},
	}
}

func aligned(n int) int { return (n + align - 1) / align * align }

// bodySize is how many bytes the columns take.
func bodySize(rows, placed int) (n int) {
	(&table{}).layout(rows, placed, func(c column) { n += aligned(c.size) })
	return n
}

// encodeHeader makes everything before the columns, with the room given or, if that
// is too little or 0, with enough.
func encodeHeader(h header, room int) ([]byte, error) {
	body, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	if len(body) > maxHeader-prefix {
		return nil, unusable("the names of its kinds are too long")
	}
	if need := prefix + len(body); room < need {
		// Some more, so that a later stamp finds room.
		room = (need + 256 + pageSize - 1) / pageSize * pageSize
	}
	b := make([]byte, room)
	copy(b, magic)
	binary.NativeEndian.PutUint32(b[8:], orderMark)
	binary.NativeEndian.PutUint32(b[12:], uint32(room))
	binary.NativeEndian.PutUint32(b[16:], uint32(len(body)))
	binary.NativeEndian.PutUint32(b[20:], crc32.Checksum(body, castagnoli))
	copy(b[prefix:], body)
	return b, nil
}

// decodeHeader reads what stands before the columns of a file of that size.
func decodeHeader(r io.ReaderAt, size int64) (h header, room int, err error) {
	var p [prefix]byte
	if _, err := r.ReadAt(p[:], 0); err != nil {
		return h, 0, unusable("its beginning cannot be read: %v", err)
	}
	if string(p[:8]) != magic || binary.NativeEndian.Uint32(p[8:]) != orderMark {
		return h, 0, unusable("it is of another version or machine")
	}
	room = int(binary.NativeEndian.Uint32(p[12:]))
	length := int(binary.NativeEndian.Uint32(p[16:]))
	if room%pageSize != 0 || length > maxHeader || prefix+length > room || int64(room) > size || room > maxHeader+pageSize*2 {
		return h, 0, unusable("its header has a wrong length")
	}
	body := make([]byte, length)
	if _, err := r.ReadAt(body, prefix); err != nil {
		return h, 0, unusable("its header cannot be read: %v", err)
	}
	if crc32.Checksum(body, castagnoli) != binary.NativeEndian.Uint32(p[20:]) {
		return h, 0, unusable("its header is damaged")
	}
	if err := json.Unmarshal(body, &h); err != nil {
		return h, 0, unusable("its header is no JSON: %v", err)
	}
	if h.Rows < 0 || h.Rows > maxRows || h.Placed < 0 || h.Placed > h.Rows {
		return h, 0, unusable("it tells of %d events, %d of them placed", h.Rows, h.Placed)
	}
	n := bodySize(h.Rows, h.Placed)
	if int64(room)+int64(n) != size || len(h.Sums) != (n+chunk-1)/chunk {
		return h, 0, unusable("it has %d bytes, which is not what its header tells of", size)
	}
	if len(h.Kinds) > restKind || len(h.Countries) == 0 || len(h.Countries) >= 1<<16 || h.Countries[0] != "" {
		return h, 0, unusable("its names are not whole")
	}
	for _, list := range [][]string{h.Kinds, h.Countries} {
		for _, s := range list {
			if len(s) > maxNameSize {
				return h, 0, unusable("a name is too long")
			}
		}
	}
	return h, room, nil
}
