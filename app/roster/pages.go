package roster

// pageSize is how many records are read at once.
const pageSize = 100

// most is how many records are kept; those longest out of sight are then read anew.
const most = 40 * pageSize

// Pages are the records of a list, by their numbers in the store, read a page at a
// time when they come into sight. It belongs to the main goroutine.
type Pages[T any] struct {
	// Want asks for records, which [Pages.Fill] is to be given. It may not wait.
	Want func(numbers []int64)

	numbers []int64
	have    map[int64]T
	asked   map[int]bool
}

// Set makes it another list. What had been read is kept where keep says so: else the
// records may have changed.
func (p *Pages[T]) Set(numbers []int64, keep bool) {
	p.numbers, p.asked = numbers, map[int]bool{}
	if !keep || p.have == nil {
		p.have = map[int64]T{}
	}
}

// Len is how many there are.
func (p *Pages[T]) Len() int { return len(p.numbers) }

// Number is that of the record at a place of the list, 0 for none.
func (p *Pages[T]) Number(i int) int64 {
	if i < 0 || i >= len(p.numbers) {
		return 0
	}
	return p.numbers[i]
}

// Place is where a record is in the list, -1 for nowhere.
func (p *Pages[T]) Place(number int64) int {
	for i, n := range p.numbers {
		if n == number {
			return i
		}
	}
	return -1
}

// At is the record at a place of the list; not ok: it is not read yet, and asked for.
func (p *Pages[T]) At(i int) (v T, ok bool) {
	if i < 0 || i >= len(p.numbers) {
		return v, false
	}
	if v, ok = p.have[p.numbers[i]]; ok {
		return v, true
	}
	page := i / pageSize
	if !p.asked[page] && p.Want != nil {
		p.asked[page] = true
		p.Want(p.numbers[page*pageSize : min((page+1)*pageSize, len(p.numbers))])
	}
	return v, false
}

// Fill takes what was read.
func (p *Pages[T]) Fill(records map[int64]T) {
	if len(p.have)+len(records) > most {
		p.have, p.asked = map[int64]T{}, map[int]bool{}
	}
	for n, v := range records {
		p.have[n] = v
	}
}
