//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// home is a user's home folder, empty at first, with the program to be tested.
type home struct {
	t   testing.TB
	dir string
	bin string
}

func newHome(t testing.TB) *home {
	t.Helper()
	bin := os.Getenv("SITMAP_BIN")
	if bin == "" {
		t.Fatal("SITMAP_BIN does not name the program to test: run `make e2e`")
	}
	return &home{t: t, dir: t.TempDir(), bin: bin}
}

func (h *home) path(name string) string { return filepath.Join(h.dir, name) }

// env is the user's environment: nothing of the machine's own user shows through.
func (h *home) env(display string) []string {
	return []string{
		"HOME=" + h.dir, "USER=olha", "SITMAP_USER=olha", "LOGNAME=olha", "LANG=en_US.UTF-8", "TZ=Europe/Berlin",
		"PATH=" + os.Getenv("PATH"), "DISPLAY=" + display, "LIBGL_ALWAYS_SOFTWARE=1",
		"XDG_DATA_HOME=" + h.path("data"), "XDG_CONFIG_HOME=" + h.path("config"),
		"XDG_STATE_HOME=" + h.path("state"), "XDG_CACHE_HOME=" + h.path("cache"),
		"XDG_RUNTIME_DIR=" + h.dir,
	}
}

// run runs a command of the program and returns its standard output.
func (h *home) run(args ...string) string {
	h.t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(h.bin, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = h.env(""), &out, &errs
	if err := cmd.Run(); err != nil {
		h.t.Fatalf("sitmap %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String()
}

// emptyStore makes a store without events: an empty collection imports nothing.
func (h *home) emptyStore(db string) {
	h.t.Helper()
	empty := h.path("empty.geojson")
	if err := os.WriteFile(empty, []byte(`{"type":"FeatureCollection","features":[]}`), 0o600); err != nil {
		h.t.Fatal(err)
	}
	h.run("import", "--db", db, empty)
}

// listed is what these tests read of an event in the list's JSON.
type listed struct {
	ID, Kind, Title string
	When            struct{ Earliest, Latest, Precision, Zone string }
	Places          []struct {
		Role, Name, Country, Admin1, Precision string
		GeonameID                              int64
		Geometry                               struct{ Coordinates []float64 }
	}
	Parties []struct {
		Role  string
		Actor struct{ Name string }
	}
	Claims []struct {
		Measure, Of, Qualifier string
		Low, High              *float64
	}
	Citations []struct {
		Item struct {
			Title  string
			Outlet struct{ Name, Reliability string }
		}
	}
}

// list reads the store as `sitmap list --json` tells it.
func (h *home) list(db string) []listed {
	h.t.Helper()
	var events []listed
	for _, line := range strings.Split(strings.TrimSpace(h.run("list", "--db", db, "--json")), "\n") {
		if line == "" {
			continue
		}
		var e listed
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			h.t.Fatalf("reading the list: %v in %s", err, line)
		}
		events = append(events, e)
	}
	return events
}

// titled returns the listed event of that title.
func titled(events []listed, title string) (listed, bool) {
	for _, e := range events {
		if e.Title == title {
			return e, true
		}
	}
	return listed{}, false
}

// window is the program running in a window.
type window struct {
	*screen
	home *home
	cmd  *exec.Cmd
	id   string
	log  bytes.Buffer
	// ended is closed once the program has.
	ended chan struct{}
}

// open starts the program and waits until its window has the keyboard.
func (h *home) open(s *screen, args ...string) *window {
	h.t.Helper()
	w := &window{screen: s, home: h, cmd: exec.Command(h.bin, args...), ended: make(chan struct{})}
	w.cmd.Env, w.cmd.Stderr = h.env(s.display), &w.log
	if err := w.cmd.Start(); err != nil {
		h.t.Fatalf("starting the window: %v", err)
	}
	go func() {
		_ = w.cmd.Wait()
		close(w.ended)
	}()
	h.t.Cleanup(w.kill)
	eventually(h.t, "the window appears", func() bool {
		out, err := s.do("xdotool", "search", "--onlyvisible", "--name", "Sitmap")
		w.id, _, _ = strings.Cut(out, "\n")
		return err == nil && w.id != ""
	})
	// Out of the way: what the pointer rests on is named beside it.
	s.must("xdotool", "mousemove", "2", "2")
	// There is no window manager on this screen: nobody else gives it the focus.
	eventually(h.t, "the window takes the keyboard", func() bool {
		_, _ = s.do("xdotool", "windowfocus", w.id)
		out, err := s.do("xdotool", "getwindowfocus")
		return err == nil && out == w.id
	})
	return w
}

// gone reports whether the program has ended.
func (w *window) gone() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// kill is kill -9: the program gets no chance to tidy up.
func (w *window) kill() {
	_ = w.cmd.Process.Kill()
	<-w.ended
	if w.t.Failed() {
		w.t.Logf("the program's log:\n%s", w.log.String())
	}
}
