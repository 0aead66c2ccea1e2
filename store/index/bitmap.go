package index

import (
	"math/bits"
	"slices"
)

// bitmap is a set of rows; nil is the empty one.
type bitmap []uint64

func newBitmap(n int) bitmap { return make(bitmap, (n+63)/64) }

func (b bitmap) has(row uint32) bool {
	i := row >> 6
	return int(i) < len(b) && b[i]>>(row&63)&1 != 0
}

func (b bitmap) set(row uint32) { b[row>>6] |= 1 << (row & 63) }

func (b bitmap) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls f for the rows in order.
func (b bitmap) each(f func(row uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(uint32(i<<6 + bits.TrailingZeros64(w)))
		}
	}
}

// fill sets the first n rows.
func (b bitmap) fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(n%64) - 1
	}
}

// and keeps the rows that are in o as well.
func (b bitmap) and(o bitmap) {
	for i := range b {
		b[i] &= o[i]
	}
}

// without takes rows out.
func (b bitmap) without(o bitmap) {
	for i := range min(len(b), len(o)) {
		b[i] &^= o[i]
	}
}

// with returns a copy that has room for n rows.
func (b bitmap) with(n int) bitmap {
	if b == nil {
		return newBitmap(n)
	}
	return slices.Clone(b)
}
