//go:build e2e

package e2e

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"sitmap/store"
	"sitmap/store/index/indextest"
)

// The benchmarks measure the program from outside, as whole processes and in its
// window. `make bench` runs them.

// strewnStore is a closed store with n events of the seeded generator, kept in the
// folder that SITMAP_BENCH_DIR names.
func strewnStore(b *testing.B, n int) string {
	b.Helper()
	dir := os.Getenv("SITMAP_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("strewn-%d.gpkg", n))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	st, err := store.Create(context.Background(), path, store.Options{User: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := st.Add(context.Background(), indextest.Events(1, n), store.ReasonImported, "", nil); err != nil {
		b.Fatal(err)
	}
	if err := st.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// events is how many events a benchmark has: the given number, or what
// SITMAP_BENCH_EVENTS says if that is less.
func events(n int) int {
	if v, err := strconv.Atoi(os.Getenv("SITMAP_BENCH_EVENTS")); err == nil && v > 0 {
		return min(n, v)
	}
	return n
}

// BenchmarkSnapshot is `sitmap-headless snapshot` of a million events as a whole
// process, from a closed store to the written file. The first picture, which builds the
// columns, is not counted.
func BenchmarkSnapshot(b *testing.B) {
	h := newHome(b)
	db := strewnStore(b, events(1_000_000))
	bin := os.Getenv("SITMAP_HEADLESS")
	if bin == "" {
		b.Fatal("SITMAP_HEADLESS does not name the program without a window: run `make bench`")
	}
	shot := func() (time.Duration, int64) {
		cmd := exec.Command(bin, "snapshot", "--db", db, "--as", "symbols", "--bbox", "-20,30,60,72", "--out", h.path("s.png"))
		cmd.Env = h.env("")
		began := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("snapshot: %v\n%s", err, out)
		}
		return time.Since(began), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10
	}
	shot()
	var peak int64
	for b.Loop() {
		_, mib := shot()
		peak = max(peak, mib)
	}
	b.ReportMetric(float64(peak), "peak-MiB")
}

// opening is how long a program takes until its window is on the screen.
func opening(b *testing.B, s *screen, h *home, bin string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(bin, args...)
	cmd.Env = h.env(s.display)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		ended := make(chan struct{})
		go func() { _ = cmd.Wait(); close(ended) }()
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
	}()
	// The tool itself waits for the window: asking again and again would take the
	// processor from the program.
	if _, err := s.do("xdotool", "search", "--sync", "--onlyvisible", "--name", "Sitmap"); err != nil {
		b.Fatalf("no window: %v", err)
	}
	return time.Since(began)
}

// BenchmarkStart compares the start of the window over 100,000 events with that of an
// empty window of the same toolkit, in turns.
func BenchmarkStart(b *testing.B) {
	h, s := newHome(b), newScreen(b, "1280x800")
	db := strewnStore(b, events(100_000))
	empty := h.path("emptywindow")
	build := exec.Command("go", "build", "-trimpath", "-tags", "emptywindow", "-o", empty, "./emptywindow")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("building the empty window: %v\n%s", err, out)
	}
	opening(b, s, h, h.bin, "--db", db) // the day's backup is made once
	opening(b, s, h, empty)
	var ours, bare time.Duration
	n := 0
	for b.Loop() {
		bare += opening(b, s, h, empty)
		ours += opening(b, s, h, h.bin, "--db", db)
		n++
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(n) / float64(time.Millisecond) }
	b.ReportMetric(ms(ours), "ms-sitmap")
	b.ReportMetric(ms(bare), "ms-empty")
	b.ReportMetric(ms(ours-bare), "ms-over-empty")
}

// frame is a line of the frame log.
type frame struct {
	at, ours, longest, busiest, toolkit float64 // milliseconds
	work                                string
	crisp                               bool
}

func frames(b *testing.B, path string) (all []frame) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for lines, first := bufio.NewScanner(f), true; lines.Scan(); first = false {
		c := strings.Split(lines.Text(), "\t")
		if first || len(c) != 9 {
			continue
		}
		number := func(i int) float64 {
			v, err := strconv.ParseFloat(c[i], 64)
			if err != nil {
				b.Fatalf("the frame log says %q", lines.Text())
			}
			return v
		}
		all = append(all, frame{number(0), number(2), number(3), number(4), number(5), c[1], c[8] == "true"})
	}
	return all
}

// BenchmarkPan drags and zooms the window over a million events for 30 seconds and
// reads the program's own frame log.
func BenchmarkPan(b *testing.B) {
	h, s := newHome(b), newScreen(b, "1920x1080")
	db := strewnStore(b, events(1_000_000))
	log := h.path("frames.tsv")
	// The columns are made: else the window would still be reading while it is dragged.
	h.run("snapshot", "--db", db, "--bbox", "-20,30,60,72", "--out", h.path("first.png"))
	for b.Loop() {
		w := h.open(s, "--db", db, "--frame-log", log)
		w.painted()
		s.must("xdotool", "windowsize", "--sync", w.id, "1920", "1080")
		time.Sleep(3 * time.Second) // the map has its size and the columns are there
		for until := time.Now().Add(30 * time.Second); time.Now().Before(until); {
			s.must("xdotool", "mousemove", "900", "560", "sleep", "0.25", "mousedown", "1")
			for i := range 45 {
				dx, dy := 9, 5
				if i%30 >= 15 {
					dx = -9
				}
				if i%20 >= 10 {
					dy = -5
				}
				s.must("xdotool", "mousemove_relative", "--", strconv.Itoa(dx), strconv.Itoa(dy))
				time.Sleep(12 * time.Millisecond)
			}
			s.must("xdotool", "mouseup", "1")
			for _, button := range []string{"4", "5"} {
				for range 6 {
					s.must("xdotool", "click", button)
					time.Sleep(40 * time.Millisecond)
				}
				time.Sleep(500 * time.Millisecond) // the hand stops
			}
		}
		s.key("ctrl+q")
		eventually(b, "the window closes", w.gone)
	}
	all := frames(b, log)
	if len(all) < 20 {
		b.Fatalf("only %d frames in 30 seconds", len(all))
	}
	var most, busiest, sum, toolkit, crisp float64
	over, busy, stops := 0, 0, 0
	for i, f := range all {
		if f.at < 4000 {
			continue // the start
		}
		most, sum, toolkit = max(most, f.longest), sum+f.ours, toolkit+f.toolkit
		busiest = max(busiest, f.busiest)
		if f.longest > 4 {
			over++
		}
		if f.busiest > 4 {
			busy++
			b.Logf("%.1f ms (%.1f ms of processor time) at %.1f s: %s", f.longest, f.busiest, f.at/1000, f.work)
		}
		// Where the hand stopped: no movement for 300 ms.
		moved := strings.Contains(f.work, "pan") || strings.Contains(f.work, "zoom")
		if !moved {
			continue
		}
		rest := true
		for _, g := range all[i+1:] {
			if g.at-f.at > 300 {
				break
			}
			if strings.Contains(g.work, "pan") || strings.Contains(g.work, "zoom") {
				rest = false
				break
			}
		}
		if !rest {
			continue
		}
		for _, g := range all[i:] {
			if g.crisp {
				// When it was put up, less what the toolkit took for its own frame.
				crisp += max(0, g.at-f.at-f.toolkit)
				stops++
				break
			}
		}
	}
	n := float64(len(all))
	b.ReportMetric(n, "frames")
	b.ReportMetric(most, "ms-most-ours")
	b.ReportMetric(sum/n, "ms-mean-ours")
	b.ReportMetric(float64(over), "over-4ms")
	b.ReportMetric(busiest, "ms-most-cpu")
	b.ReportMetric(float64(busy), "over-4ms-cpu")
	b.ReportMetric(toolkit/n, "ms-mean-toolkit")
	if stops > 0 {
		b.ReportMetric(crisp/float64(stops), "ms-to-crisp")
	}
}
