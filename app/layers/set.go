package layers

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Config is what a set is given instead of finding out by itself.
type Config struct {
	Limits Limits
	Clock  func() time.Time // nil: time.Now
	// After is time.After where nil. It tells when a file that changed has settled.
	After func(time.Duration) <-chan time.Time
	Log   *slog.Logger // nil: slog.Default()

	notify func() (notifier, error) // nil: the system's
}

// source is the part of a store that a set needs.
type source interface {
	definitions
	Save(ctx context.Context, a store.Action) (store.Change, error)
	Watch(ctx context.Context) <-chan store.Notice
}

// Set holds the layers of an open store and what their files hold, and follows both.
// Its methods may be called from any goroutine; none of them waits for the disk
// unless it takes a context.
type Set struct {
	src    source
	c      Config
	folder string
	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup
	watch  *watcher // nil: files cannot be watched here
	again  chan string
	loads  chan chan error

	editing sync.Mutex // one edit at a time: each begins with what the one before left

	mu      sync.Mutex
	subs    map[int]func()
	nextSub int
	files   map[string]*file
	layers  []Layer
	version int64
	err     error
	drawn   drawn
}

// file is what is known of a file.
type file struct {
	data    *Data
	problem string
	read    time.Time
	no      int // counts readings: the newest wins
}

// drawn keeps the scene of the newest version.
type drawn struct {
	version  int64
	from, to time.Time
	layers   []scene.Layer
}

// Open begins to read the layers of a store; subscribers are told when they are
// there. The set is to be closed before the store.
func Open(src source, c Config) *Set {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.After == nil {
		c.After = time.After
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.notify == nil {
		c.notify = newSystem
	}
	s := &Set{
		src: src, c: c, folder: filepath.Dir(src.Path()), subs: map[int]func(){}, files: map[string]*file{},
		again: make(chan string), loads: make(chan chan error),
	}
	if abs, err := filepath.Abs(s.folder); err == nil {
		s.folder = abs
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if n, err := c.notify(); err != nil {
		c.Log.Warn("layers’ files cannot be watched", "err", err)
	} else {
		s.watch = newWatcher(n, c.After, c.Log)
	}
	notices := src.Watch(s.ctx)
	s.work.Go(func() { s.run(notices) })
	return s
}

// Close ends watching and reading.
func (s *Set) Close() {
	s.mu.Lock()
	s.subs = map[int]func(){}
	s.mu.Unlock()
	s.cancel()
	if s.watch != nil {
		s.watch.close()
	}
	s.work.Wait()
}

// Subscribe has f called, off the main goroutine, after each change. It returns how
// to end it.
func (s *Set) Subscribe(f func()) (cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.nextSub
	s.nextSub++
	s.subs[n] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.subs, n)
	}
}

// Layers are the layers in drawing order, the lowest first. The slice is shared.
func (s *Set) Layers() []Layer {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.layers
}

// Version counts the changes of Layers.
func (s *Set) Version() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version
}

// Err is why the definitions could not be read last; nil: they were.
func (s *Set) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// Scene is what is drawn in a time window, half-open, whose zero ends are open. It
// is the same slice until something changes.
func (s *Set) Scene(from, to time.Time) []scene.Layer {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &s.drawn
	if d.version != s.version || !d.from.Equal(from) || !d.to.Equal(to) {
		*d = drawn{s.version, from, to, Scene(s.layers, from, to)}
	}
	return d.layers
}

// Again reads the file of a layer again.
func (s *Set) Again(id string) {
	for _, l := range s.Layers() {
		if l.ID == id && l.Path != "" {
			s.work.Go(func() {
				select {
				case s.again <- l.Path:
				case <-s.ctx.Done():
				}
			})
		}
	}
}

// reload reads the definitions anew and waits until that is done.
func (s *Set) reload(ctx context.Context) error {
	done := make(chan error, 1)
	select {
	case s.loads <- done:
	case <-s.ctx.Done():
		return s.ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// run follows store and files.
func (s *Set) run(notices <-chan store.Notice) {
	var changed <-chan string
	if s.watch != nil {
		changed = s.watch.changed()
	}
	_ = s.define()
	for {
		select {
		case <-s.ctx.Done():
			return
		case _, ok := <-notices:
			if !ok {
				notices = nil
				continue
			}
			_ = s.define()
		case done := <-s.loads:
			done <- s.define()
		case path := <-changed:
			s.read(path)
		case path := <-s.again:
			if s.watch != nil {
				s.watch.renew(filepath.Dir(path))
			}
			s.read(path)
		}
	}
}

// define reads the definitions and begins to read files that are new.
func (s *Set) define() error {
	list, err := s.src.Definitions(s.ctx, store.EntityLayer)
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	if err != nil {
		s.c.Log.Error("reading the layers failed", "err", err)
		s.change(func() bool { s.err = err; return true })
		return err
	}
	layers := make([]Layer, 0, len(list))
	var paths []string
	for _, d := range list {
		l := fromStore(d, s.folder)
		layers = append(layers, l)
		if l.Path != "" && l.State != Failed && !slices.Contains(paths, l.Path) {
			paths = append(paths, l.Path)
		}
	}
	if s.watch != nil { // before reading: a change meanwhile is then not missed
		s.watch.watch(paths)
	}
	var fresh []string
	s.change(func() bool {
		for p := range s.files {
			if !slices.Contains(paths, p) {
				delete(s.files, p)
			}
		}
		for _, p := range paths {
			if s.files[p] == nil {
				s.files[p] = &file{}
				fresh = append(fresh, p)
			}
		}
		news := s.err != nil || !same(s.layers, layers)
		s.err = nil
		if news {
			s.layers = layers
			s.fill()
		}
		return news
	})
	for _, p := range fresh {
		s.read(p)
	}
	return nil
}

// same reports whether the definitions are those that there are.
func same(a, b []Layer) bool {
	return slices.EqualFunc(a, b, func(x, y Layer) bool {
		return x.ID == y.ID && x.Revision == y.Revision && x.Path == y.Path
	})
}

// read reads a file beside the caller.
func (s *Set) read(path string) {
	s.mu.Lock()
	f := s.files[path]
	if f == nil {
		s.mu.Unlock()
		return
	}
	f.no++
	no := f.no
	s.mu.Unlock()
	s.work.Go(func() {
		d, err := ReadFile(s.ctx, path, s.c.Limits)
		if s.ctx.Err() != nil {
			return
		}
		s.change(func() bool {
			f := s.files[path]
			if f == nil || f.no != no {
				return false
			}
			if err != nil {
				f.problem = sentence(err)
				s.c.Log.Info("a layer cannot be read", "path", path, "err", err)
			} else {
				*f = file{data: d, read: s.c.Clock(), no: no}
			}
			s.layers = slices.Clone(s.layers)
			s.fill()
			return true
		})
	})
}

// fill gives the layers what their files hold. Whoever calls it holds the lock, and
// nobody else has the slice.
func (s *Set) fill() {
	for i := range s.layers {
		l := &s.layers[i]
		f := s.files[l.Path]
		if f == nil || l.broken != nil {
			continue
		}
		l.Read = f.read
		if l.Data != f.data || l.spans == nil {
			l.with(f.data)
		}
		switch {
		case f.problem == "" && f.data == nil:
			l.State = Reading
		case f.problem == "":
			l.State, l.Problem = Ready, ""
		case f.data == nil:
			l.State, l.Problem = Failed, f.problem
		default:
			l.State = Stale
			l.Problem = f.problem + " The map shows it as read at " + f.read.Format("15:04") + "."
		}
	}
}

// change alters the state and tells subscribers, if alter says that it did.
func (s *Set) change(alter func() bool) {
	s.mu.Lock()
	changed := alter()
	var subs []func()
	if changed {
		s.version++
		for n := range s.nextSub {
			if f, ok := s.subs[n]; ok {
				subs = append(subs, f)
			}
		}
	}
	s.mu.Unlock()
	for _, f := range subs {
		f()
	}
}
