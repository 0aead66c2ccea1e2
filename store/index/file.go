package index

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"runtime"
	"unsafe"

	"golang.org/x/sync/errgroup"
)

// Save writes the columns to a folder, which is made if it is missing, where
// [Load] finds them by the same key. The file is there whole or not at all, and only
// its owner may read it. Where it holds these columns already, just its key is
// written anew.
func (c *Columns) Save(dir string, k Key) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("keeping columns for the next opening: %w", err)
		}
	}()
	if k.Head != c.head {
		return errors.New("they are of another state of the store")
	}
	if len(c.dict.kinds) > restKind {
		return nil // a rarity that the file has no room for; opening takes its second
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if c.restamp(dir, k) {
		return nil
	}
	c = c.merged()
	f, err := os.CreateTemp(dir, "columns-*.new") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}()
	if err := c.write(f, k); err != nil {
		return err
	}
	// Not synced to the disk: after a power cut the checksums tell, and the rows are
	// read instead.
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), k.file(dir))
}

// restamp gives a file that already holds the columns its new key; false: there is
// none. A header written in part is found out by its checksum.
func (c *Columns) restamp(dir string, k Key) bool {
	f, err := os.OpenFile(k.file(dir), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return false
	}
	h, room, err := decodeHeader(f, info.Size())
	if err != nil || h.Key.Store != k.Store || h.Key.Head != k.Head || h.Rows != c.Len() {
		return false
	}
	h.Key = k
	b, err := encodeHeader(h, room)
	if err != nil || len(b) != room {
		return false
	}
	_, err = f.WriteAt(b, 0)
	return err == nil
}

// write writes the columns, which must be merged.
func (c *Columns) write(w io.WriterAt, k Key) error {
	t := c.base
	h := header{Key: k, Rows: t.len(), Placed: len(t.curve.x), Kinds: c.dict.kinds, Countries: c.dict.countries}
	body := wordsAsBytes(make([]uint64, bodySize(h.Rows, h.Placed)/8))
	at := 0
	t.layout(h.Rows, h.Placed, func(col column) {
		copy(body[at:], col.get())
		at += aligned(col.size)
	})
	for from := 0; from < len(body); from += chunk {
		h.Sums = append(h.Sums, crc32.Checksum(body[from:min(from+chunk, len(body))], castagnoli))
	}
	b, err := encodeHeader(h, 0)
	if err != nil {
		return err
	}
	if _, err := w.WriteAt(b, 0); err != nil {
		return err
	}
	_, err = w.WriteAt(body, int64(len(b)))
	return err
}

func wordsAsBytes(w []uint64) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(w))), len(w)*8)
}

// Load opens the columns that Save kept under just this key. An error means that
// there are none, that they are of another state, or that the file is damaged: then
// they have to be read from the store.
func Load(dir string, k Key) (*Columns, error) {
	f, err := os.Open(k.file(dir))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, unusable("it is no ordinary file")
	}
	h, room, err := decodeHeader(f, info.Size())
	if err != nil {
		return nil, err
	}
	if h.Key != k {
		return nil, unusable("it is of another state of the store")
	}
	return decode(f, h, room)
}

// decode reads the columns and checks them.
func decode(r io.ReaderAt, h header, room int) (*Columns, error) {
	// As words, so that every column is aligned to its numbers. Mapping the file
	// would save the copy, two thirds of the time, but whoever cuts it off later, or
	// a network folder that goes away, would then end the program.
	body := wordsAsBytes(make([]uint64, bodySize(h.Rows, h.Placed)/8))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, sum := range h.Sums {
		from := i * chunk
		part := body[from:min(from+chunk, len(body))]
		g.Go(func() error {
			if _, err := r.ReadAt(part, int64(room+from)); err != nil {
				return unusable("its columns cannot be read: %v", err)
			}
			if crc32.Checksum(part, castagnoli) != sum {
				return unusable("its columns are damaged")
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	t := &table{shift: shiftFor(h.Rows)}
	at := 0
	t.layout(h.Rows, h.Placed, func(col column) {
		end := at + col.size
		col.set(body[at:end:end])
		at += aligned(col.size)
	})
	var err error
	beside(func() { err = t.check(len(h.Kinds), len(h.Countries)) }, t.boundTimes, t.boundAreas)
	if err != nil {
		return nil, err
	}
	return &Columns{
		head: h.Key.Head, dict: dictionary{h.Kinds, h.Countries},
		base: t, late: emptyTable(),
	}, nil
}

// check makes sure that no code or rank leads beyond a list. A checksum shows what
// happened to a file, not whether it was right to begin with.
func (t *table) check(kinds, countries int) error {
	codes, ranks := false, false
	beside(func() {
		bad := false
		for _, c := range t.country {
			bad = bad || int(c) >= countries
		}
		for _, p := range t.precision {
			bad = bad || int(p) >= len(precisions)
		}
		for _, k := range t.kind {
			bad = bad || int(k) >= kinds
		}
		for i := range t.x {
			bad = bad || t.x[i]|t.y[i] < 0
		}
		codes = bad
	}, func() {
		bad := false
		low := Rank(1)<<t.shift - 1
		last := t.rankOf(uint32(t.len() - 1))
		for _, r := range t.curve.rank {
			bad = bad || r&low != 0 || r-1 >= last // 0 wraps round
		}
		for i := range t.curve.x {
			bad = bad || t.curve.x[i]|t.curve.y[i] < 0 || int(t.curve.kind[i]) >= kinds
		}
		ranks = bad
	})
	switch {
	case codes:
		return unusable("it has codes without a name")
	case ranks:
		return unusable("it has ranks of no event")
	}
	return nil
}
