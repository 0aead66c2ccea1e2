package index

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math"
	"testing"

	"sitmap/mapdata/geo"
	"sitmap/store"
)

// buffer is a file in memory.
type buffer struct{ b []byte }

func (f *buffer) WriteAt(p []byte, at int64) (int, error) {
	if need := int(at) + len(p); need > len(f.b) {
		f.b = append(f.b, make([]byte, need-len(f.b))...)
	}
	return copy(f.b[at:], p), nil
}

func smallFile(t testing.TB) []byte {
	rows := []store.EventRow{
		{Number: 1, Kind: "strike", Earliest: 5, Latest: 9, Placed: true, Country: "UA", Killed: math.NaN(), Launched: 3},
		{Number: 2, Kind: "call", Earliest: store.UnknownTime, Latest: store.UnknownTime, Killed: 1, Launched: math.NaN()},
	}
	rows[1].ID[3] = 7
	var f buffer
	if err := New(rows, Head{1, "aa"}).write(&f, Key{Store: "s", Head: Head{1, "aa"}}); err != nil {
		t.Fatal(err)
	}
	return f.b
}

// mend gives damaged bytes right checksums, so that what is behind them is tried.
func mend(b []byte) []byte {
	b = bytes.Clone(b)
	if len(b) < prefix {
		return b
	}
	room, length := int(binary.NativeEndian.Uint32(b[12:])), int(binary.NativeEndian.Uint32(b[16:]))
	if room > len(b) || length > room-prefix || room < prefix {
		return b
	}
	var h header
	if json.Unmarshal(b[prefix:prefix+length], &h) == nil {
		h.Sums = nil
		for from := room; from < len(b); from += chunk {
			h.Sums = append(h.Sums, crc32.Checksum(b[from:min(from+chunk, len(b))], castagnoli))
		}
		if head, err := encodeHeader(h, room); err == nil && len(head) == room {
			copy(b, head)
		}
	}
	binary.NativeEndian.PutUint32(b[20:], crc32.Checksum(b[prefix:prefix+length], castagnoli))
	return b
}

// FuzzColumnsFile feeds whatever there may be in the cache folder: it is refused or
// can be used without a panic.
func FuzzColumnsFile(f *testing.F) {
	whole := smallFile(f)
	f.Add(whole, false)
	f.Add(whole, true)
	f.Add(whole[:len(whole)-1], true)
	f.Add([]byte(magic), false)
	for i := 4096; i < len(whole); i += 97 {
		b := bytes.Clone(whole)
		b[i] ^= 0xff
		f.Add(b, true)
	}
	f.Fuzz(func(t *testing.T, b []byte, mended bool) {
		if mended {
			b = mend(b)
		}
		r := bytes.NewReader(b)
		h, room, err := decodeHeader(r, int64(len(b)))
		if err != nil {
			return
		}
		c, err := decode(r, h, room)
		if err != nil {
			return
		}
		s := c.Select(Filter{Kinds: []string{"strike"}})
		s.Counts()
		for e := range c.All().Events() {
			c.RankOfID(e.ID)
			c.RankOfNumber(e.Number)
		}
		c.Visit(geo.Rect{Max: geo.World{X: 1, Y: 1}}, s, Share{}, func(Block) bool { return true })
		c.Apply([]store.EventRow{{Number: 1, Kind: "new", Placed: true}}, []int64{2}, Head{}).merged()
	})
}
