package entry

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// However many names there are, and wherever among them they stand, the first that fit but
// for a slip are found, in their order.
func TestSlipsAreFoundInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.SampledFrom([]string{"Kharkiv", "Khrakiv", "Kharkov", "Odesa", "Sumy", "Kherson"})).Draw(t, "names")
		limit := rapid.IntRange(1, 8).Draw(t, "limit")
		n := newNames(list, func(s string) []string { return []string{"Post of " + s, s} })
		var want []int
		for i, s := range list {
			if len(want) < limit && s != "Kharkiv" && slipped(folded(s), "kharkiv") {
				want = append(want, i)
			}
		}
		var got []int
		for _, f := range n.slips(newSlips("kharkiv"), fits(list, "Kharkiv"), limit) {
			if got = append(got, f.at); f.rank != rankSlip {
				t.Fatalf("%q has rank %d", list[f.at], f.rank)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("of %q, %d at most: %v, not %v", list, limit, got, want)
		}
	})
}

// fits marks what is called so.
func fits(list []string, name string) []bool {
	out := make([]bool, len(list))
	for i, s := range list {
		out[i] = s == name
	}
	return out
}
