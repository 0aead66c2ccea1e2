package roster

import "testing"

// TestPagesReadOnlyWhatIsSeen: of a hundred thousand records those in sight are asked
// for, once, and what was read long ago is forgotten.
func TestPagesReadOnlyWhatIsSeen(t *testing.T) {
	numbers := make([]int64, 100_000)
	for i := range numbers {
		numbers[i] = int64(2 * (i + 1))
	}
	var asked [][]int64
	p := &Pages[string]{Want: func(ns []int64) { asked = append(asked, ns) }}
	p.Set(numbers, false)
	for range 3 {
		for i := 99_950; i < 100_000; i++ {
			if _, ok := p.At(i); ok {
				t.Fatal("there is something that nobody read")
			}
		}
	}
	if len(asked) != 1 || len(asked[0]) != pageSize || asked[0][0] != 2*(99_900+1) {
		t.Fatalf("asked for %v", asked)
	}
	read := func(ns []int64) {
		m := map[int64]string{}
		for _, n := range ns {
			m[n] = "read"
		}
		p.Fill(m)
	}
	read(asked[0])
	if v, ok := p.At(99_999); !ok || v != "read" || p.Number(99_999) != 200_000 || p.Place(200_000) != 99_999 {
		t.Errorf("at the end is %q, %v", v, ok)
	}
	for i := 0; i < 90_000; i += pageSize {
		p.At(i)
		read(asked[len(asked)-1])
		if len(p.have) > most {
			t.Fatalf("keeps %d records", len(p.have))
		}
	}
	n := len(asked)
	if _, ok := p.At(99_999); ok || len(asked) != n+1 {
		t.Error("what was forgotten is not asked for again")
	}
	p.Set(numbers[:10], true)
	if p.Len() != 10 || p.Place(200_000) != -1 {
		t.Error("the list is still the former one")
	}
	if _, ok := p.At(10); ok || p.Number(10) != 0 {
		t.Error("there is something behind the end")
	}
}
