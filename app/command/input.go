package command

import (
	"context"
	"io"
)

// interruptible reads from r until ctx ends. A program that waits for its
// standard input could not be interrupted otherwise: a blocked read knows nothing
// of contexts.
type interruptible struct {
	ctx  context.Context
	want chan struct{}
	got  chan chunk
	rest []byte // of the last chunk
	err  error  // behind it
}

// chunk is what one read gave.
type chunk struct {
	data []byte
	err  error
}

// newInterruptible starts to read on the first demand. The goroutine that waits
// for r stays behind when ctx ends before r does.
func newInterruptible(ctx context.Context, r io.Reader) *interruptible {
	in := &interruptible{ctx: ctx, want: make(chan struct{}), got: make(chan chunk, 1)}
	go func() {
		buf := make([]byte, 64<<10)
		for {
			select {
			case <-ctx.Done():
				return
			case <-in.want:
			}
			n, err := r.Read(buf)
			in.got <- chunk{buf[:n], err} // there is room: one chunk for each demand
			if err != nil {
				return
			}
		}
	}()
	return in
}

// Read gives what is there, or waits for more or for the end of the context.
func (in *interruptible) Read(p []byte) (int, error) {
	if len(in.rest) == 0 && in.err == nil {
		select {
		case <-in.ctx.Done():
			return 0, in.ctx.Err()
		case in.want <- struct{}{}:
		}
		select {
		case <-in.ctx.Done():
			return 0, in.ctx.Err()
		case c := <-in.got:
			in.rest, in.err = c.data, c.err
		}
	}
	n := copy(p, in.rest)
	in.rest = in.rest[n:]
	if n == 0 {
		return 0, in.err
	}
	return n, nil
}
