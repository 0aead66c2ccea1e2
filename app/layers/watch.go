package layers

import (
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must be left alone before it is read: programs write in
// pieces, or put a new file in the old one's place.
const settle = 300 * time.Millisecond

// notifier tells of what happens in folders.
type notifier interface {
	Add(folder string) error
	Remove(folder string) error
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

type system struct{ *fsnotify.Watcher }

func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }

// newSystem asks the operating system.
func newSystem() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return system{w}, nil
}

// watcher tells which of some files changed, once they have settled. It watches
// their folders: a file that is replaced, or comes back, is another file to the
// system.
type watcher struct {
	n     notifier
	after func(time.Duration) <-chan time.Time
	log   *slog.Logger
	out   chan string
	done  chan struct{}
	ended sync.WaitGroup

	mu      sync.Mutex
	files   map[string]bool
	folders map[string]bool
}

func newWatcher(n notifier, after func(time.Duration) <-chan time.Time, log *slog.Logger) *watcher {
	w := &watcher{
		n: n, after: after, log: log, out: make(chan string), done: make(chan struct{}),
		files: map[string]bool{}, folders: map[string]bool{},
	}
	w.ended.Go(w.run)
	return w
}

// changed yields the paths of files that changed, came or went.
func (w *watcher) changed() <-chan string { return w.out }

// watch has these files watched and no others.
func (w *watcher) watch(paths []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.files = map[string]bool{}
	wanted := map[string]bool{}
	for _, p := range paths {
		w.files[p] = true
		wanted[filepath.Dir(p)] = true
	}
	for f := range w.folders {
		if !wanted[f] {
			_ = w.n.Remove(f)
			delete(w.folders, f)
		}
	}
	for f := range wanted {
		if w.folders[f] {
			continue
		}
		if err := w.n.Add(f); err != nil {
			// A folder that is not there, or a disk that tells nothing: the layer can
			// still be read again by hand.
			w.log.Info("a layer’s folder cannot be watched", "folder", f, "err", err)
			continue
		}
		w.folders[f] = true
	}
}

// renew watches a folder anew, which may have gone and come back.
func (w *watcher) renew(folder string) {
	if err := w.n.Add(folder); err != nil {
		w.log.Info("a layer’s folder cannot be watched", "folder", folder, "err", err)
	}
}

func (w *watcher) close() {
	close(w.done)
	_ = w.n.Close()
	w.ended.Wait()
}

// run gathers what changed until all has been quiet for a while.
func (w *watcher) run() {
	pending := map[string]bool{}
	var quiet <-chan time.Time
	for {
		select {
		case <-w.done:
			return
		case e, ok := <-w.n.Events():
			if !ok {
				return
			}
			if e.Op == fsnotify.Chmod { // opening a file says so on some systems
				continue
			}
			if p := filepath.Clean(e.Name); w.wanted(p) {
				pending[p] = true
				quiet = w.after(settle)
			}
		case err, ok := <-w.n.Errors():
			if !ok {
				return
			}
			// Events were lost, perhaps: all files may have changed.
			w.log.Warn("watching the layers’ files", "err", err)
			w.mu.Lock()
			for p := range w.files {
				pending[p] = true
			}
			w.mu.Unlock()
			quiet = w.after(settle)
		case <-quiet:
			quiet = nil
			for p := range pending {
				select {
				case w.out <- p:
				case <-w.done:
					return
				}
			}
			clear(pending)
		}
	}
}

func (w *watcher) wanted(path string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.files[path]
}
