package index

// keyed is a row with what it is sorted by.
type keyed struct {
	key uint64
	row uint32
}

// radixSort sorts by key, keeping the order of equals, eleven bits at a time: for a
// million rows a third of the time of a sort that compares. Bits that no two keys
// differ in cost nothing.
func radixSort(a []keyed) []keyed {
	const width = 11
	var or, and uint64 = 0, ^uint64(0)
	for i := range a {
		or |= a[i].key
		and &= a[i].key
	}
	differ := or &^ and
	b := make([]keyed, len(a))
	for shift := 0; shift < 64; shift += width {
		if differ>>shift&(1<<width-1) == 0 {
			continue
		}
		var at [1 << width]uint32
		for i := range a {
			at[a[i].key>>shift&(1<<width-1)]++
		}
		sum := uint32(0)
		for i, n := range at {
			at[i] = sum
			sum += n
		}
		for i := range a {
			d := a[i].key >> shift & (1<<width - 1)
			b[at[d]] = a[i]
			at[d]++
		}
		a, b = b, a
	}
	return a
}
