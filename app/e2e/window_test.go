//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The very first start opens a copy of the sample situation in the user's data
// folder, and closing the window leaves one file.
func TestFirstStartOpensTheSample(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	w := h.open(s)
	eventually(t, "the map shows the sample's strikes", func() bool {
		return strikeRed(s.picture("now"), mapMiddle) > aMark
	})
	w.picture("first")
	stores, err := filepath.Glob(h.path("data/sitmap/*.gpkg"))
	if err != nil {
		t.Fatal(err)
	}
	db := ""
	for _, f := range stores {
		if !strings.Contains(f, "backup") {
			db = f
		}
	}
	if db == "" {
		t.Fatalf("no store in the data folder: %q", stores)
	}
	if n := len(h.list(db)); n != 13 {
		t.Errorf("%d events in the sample, want 13", n)
	}
	w.key("ctrl+q")
	eventually(t, "the window closes", func() bool { return w.gone() })
	for _, left := range []string{"-wal", "-shm", "-journal"} {
		if _, err := os.Stat(db + left); err == nil {
			t.Errorf("%s was left behind", filepath.Base(db)+left)
		}
	}
}

// What another program does to the same file appears in the window.
func TestAnotherProgramsChangeAppears(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	db := h.path("s.gpkg")
	h.emptyStore(db)
	w := h.open(s, "--db", db)
	w.painted()

	cmd := exec.Command(h.bin, "add", "--db", db, "--json", "-")
	cmd.Env = h.env("")
	cmd.Stdin = strings.NewReader(`{"kind":"strike","title":"Missiles hit Odesa","places":[{"role":"target","name":"Odesa","country":"UA","geometry":{"type":"Point","coordinates":[30.74,46.48]},"precision":"locality"}]}` + "\n")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("adding beside the window: %v\n%s", err, out)
	}
	eventually(t, "the other program's event appears on the map", func() bool {
		return strikeRed(s.picture("now"), mapMiddle) > aMark
	})
	w.picture("theirs")
}

// A file that is no store gets a sentence, and the window goes on.
func TestAFileThatIsNoStoreLeavesTheWindowAlive(t *testing.T) {
	h, s := newHome(t), newScreen(t, "1280x800")
	bad := h.path("notes.gpkg")
	if err := os.WriteFile(bad, []byte("these are my notes, not a database"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := h.open(s, "--db", bad)
	w.painted()
	w.picture("refused")
	if w.gone() {
		t.Fatal("the program ended")
	}
	if b, err := os.ReadFile(bad); err != nil || string(b) != "these are my notes, not a database" {
		t.Errorf("the file was touched: %q, %v", b, err)
	}
}
