package basemap

import (
	"sync"
	"sync/atomic"
)

// once holds a value that is made when it is first asked for. Those who ask
// meanwhile wait for it. A failure is kept too: embedded files don't mend.
type once[T any] struct {
	make  sync.Once
	done  atomic.Bool
	value T
	err   error
}

func (o *once[T]) get(make func() (T, error)) (T, error) {
	o.make.Do(func() {
		o.value, o.err = make()
		o.done.Store(o.err == nil)
	})
	return o.value, o.err
}

// ready reports whether get would return a value at once.
func (o *once[T]) ready() bool { return o.done.Load() }

// cellOf gives the map's cell for the key, making one where there is none.
func cellOf[K comparable, T any](cells map[K]*once[T], key K) *once[T] {
	cell, ok := cells[key]
	if !ok {
		cell = new(once[T])
		cells[key] = cell
	}
	return cell
}
