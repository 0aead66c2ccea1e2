//go:build e2e

package e2e

import (
	"bufio"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a step may take before the test gives up. It bounds a hang;
// it measures nothing.
const patience = 90 * time.Second

// eventually asks again and again until ok says yes.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for !ok() {
		if time.Now().After(deadline) {
			t.Fatalf("waited %v in vain: %s", patience, what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// screen is a virtual screen of its own.
type screen struct {
	t       testing.TB
	display string
	shots   int
}

// newScreen starts Xvfb with one screen of the given size, such as "1280x800".
func newScreen(t testing.TB, size string) *screen {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// -noreset: the server must not start anew when its first client leaves.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-noreset", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatalf("starting Xvfb: %v", err)
	}
	w.Close()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb told no display: %v", err)
	}
	return &screen{t: t, display: ":" + strings.TrimSpace(number)}
}

// do runs a tool of the screen, such as xdotool, and returns what it prints.
func (s *screen) do(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

// must is do for what has to work.
func (s *screen) must(name string, args ...string) string {
	s.t.Helper()
	out, err := s.do(name, args...)
	if err != nil {
		s.t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return out
}

// key presses keys one after the other, named as xdotool names them: "ctrl+n".
func (s *screen) key(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		s.must("xdotool", "key", "--clearmodifiers", k)
	}
}

// text types on the keyboard.
func (s *screen) text(words string) {
	s.t.Helper()
	s.must("xdotool", "type", "--clearmodifiers", "--delay", "15", words)
}

// picture is what the screen shows now, kept in out/ under the test's name.
func (s *screen) picture(name string) image.Image {
	s.t.Helper()
	if err := os.MkdirAll("out", 0o755); err != nil {
		s.t.Fatal(err)
	}
	file := filepath.Join("out", strings.ReplaceAll(s.t.Name(), "/", "-")+"-"+name+".png")
	s.must("import", "-window", "root", file)
	f, err := os.Open(file)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	return img
}
