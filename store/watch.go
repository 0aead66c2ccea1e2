package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// Notice tells that the store's content changed.
type Notice struct {
	Head     int64 // newest change
	External bool  // made by another process
}

// pollEvery is how often the file is asked whether another process wrote to it.
const pollEvery = 250 * time.Millisecond

// ownChanges are the changes that this process made.
type ownChanges struct {
	mu  sync.Mutex
	seq map[int64]bool
}

func (o *ownChanges) add(n int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.seq == nil {
		o.seq = map[int64]bool{}
	}
	o.seq[n] = true
}

func (o *ownChanges) remove(n int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.seq, n)
}

// all reports whether every change behind from, up to head, was made here.
func (o *ownChanges) all(from, head int64) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	for n := head; n > from; n-- {
		if !o.seq[n] {
			return false
		}
	}
	return true
}

// watchers are those to be told at once of what this process wrote.
type watchers struct {
	mu     sync.Mutex
	pokes  map[chan struct{}]bool
	done   chan struct{} // closed with the store
	ending sync.WaitGroup
	closed bool
}

// add registers a watcher; the store being closed already, it is false.
func (w *watchers) add(poke chan struct{}) (done chan struct{}, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil, false
	}
	if w.pokes == nil {
		w.pokes, w.done = map[chan struct{}]bool{}, make(chan struct{})
	}
	w.pokes[poke] = true
	w.ending.Add(1)
	return w.done, true
}

func (w *watchers) remove(poke chan struct{}) {
	w.mu.Lock()
	delete(w.pokes, poke)
	w.mu.Unlock()
	w.ending.Done()
}

func (w *watchers) poke() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for poke := range w.pokes {
		select {
		case poke <- struct{}{}:
		default: // it has one waiting
		}
	}
}

func (w *watchers) close() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		if w.done != nil {
			close(w.done)
		}
	}
	w.mu.Unlock()
	w.ending.Wait()
}

// Watch sends a notice after each change, also of another process, within a
// second, until ctx ends or the store is closed; then the channel is closed. A slow
// receiver gets one notice for several changes.
func (s *Store) Watch(ctx context.Context) <-chan Notice {
	out := make(chan Notice, 1)
	poke := make(chan struct{}, 1)
	done, ok := s.watch.add(poke)
	if !ok {
		close(out)
		return out
	}
	conn, err := s.read.Conn(ctx)
	var p poller
	if err == nil {
		p = poller{s: s, conn: conn, out: out}
		err = p.start(ctx)
	}
	if err != nil {
		if ctx.Err() == nil {
			s.opts.Log.Warn("the store cannot be watched", "path", s.path, "error", err)
		}
		if conn != nil {
			_ = conn.Close()
		}
		s.watch.remove(poke)
		close(out)
		return out
	}
	go func() {
		defer s.watch.remove(poke)
		defer close(out)
		defer func() { _ = conn.Close() }()
		tick := time.NewTicker(pollEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-done:
				return
			case <-poke:
				p.look(ctx, true)
			case <-tick.C:
				p.look(ctx, false)
			}
		}
	}()
	return out
}

// poller compares the file with what it last saw of it.
type poller struct {
	s       *Store
	conn    *sql.Conn
	out     chan Notice
	version int64 // changes when another connection commits
	head    int64
}

func (p *poller) start(ctx context.Context) error {
	if err := p.conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&p.version); err != nil {
		return err
	}
	return p.readHead(ctx, &p.head)
}

func (p *poller) readHead(ctx context.Context, head *int64) error {
	return p.conn.QueryRowContext(ctx, `SELECT coalesce(max(n), 0) FROM change`).Scan(head)
}

func (p *poller) look(ctx context.Context, poked bool) {
	var version, head int64
	err := p.conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version)
	if err == nil && version == p.version && !poked {
		return
	}
	if err == nil {
		err = p.readHead(ctx, &head)
	}
	if err != nil {
		if ctx.Err() == nil {
			p.s.opts.Log.Warn("watching the store", "path", p.s.path, "error", err)
		}
		return
	}
	p.version = version
	if head == p.head {
		return
	}
	n := Notice{Head: head, External: head < p.head || !p.s.own.all(p.head, head)}
	p.head = head
	// The receiver has not taken the last one: one notice for both.
	select {
	case last := <-p.out:
		n.External = n.External || last.External
	default:
	}
	p.out <- n // there is room: nobody else sends
}
