package command_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/app/command"
)

// blocked is an input that says a line and then nothing more, as a terminal does.
// When it is asked for more, the user presses Ctrl+C.
type blocked struct {
	said      bool
	line      string
	interrupt func()
	end       chan struct{}
}

func (b *blocked) Read(p []byte) (int, error) {
	if !b.said {
		b.said = true
		return copy(p, b.line), nil
	}
	b.interrupt()
	<-b.end
	return 0, io.EOF
}

func TestInterruptLeavesNothing(t *testing.T) {
	for _, args := range [][]string{
		{"add", "--json", "-"},
		{"import", "--as", "jsonl", "-"},
		{"import", "--as", "jsonl", "--dry-run", "-"},
		{"import", "--as", "jsonl", "--report", "REPORT", "-"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			dir := t.TempDir()
			ctx, cancel := context.WithCancel(context.Background())
			in := &blocked{line: `{"kind":"other","title":"t"}` + "\n", interrupt: cancel, end: make(chan struct{})}
			defer close(in.end)
			for i, a := range args {
				if a == "REPORT" {
					args[i] = filepath.Join(dir, "report.txt")
				}
			}
			var stdout, stderr bytes.Buffer
			status := command.Run(ctx, append(args, "--db", filepath.Join(dir, "s.gpkg")), in, &stdout, &stderr)
			if status != 1 || stdout.Len() > 0 || stderr.String() != "sitmap: interrupted; nothing was changed\n" {
				t.Errorf("status %d, %q, %q", status, stdout.String(), stderr.String())
			}
			empty(t, dir)
		})
	}
}

func TestInterruptedExportsLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "s.gpkg")
	run := func(ctx context.Context, args ...string) (int, string) {
		var stderr bytes.Buffer
		return command.Run(ctx, append(args, "--db", db), strings.NewReader(""), io.Discard, &stderr), stderr.String()
	}
	if status, stderr := run(context.Background(), "sample"); status != 0 {
		t.Fatal(stderr)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, out := range []string{"x.csv", "x.geojson", "x.jsonl", "x.png"} {
		name := "export"
		if out == "x.png" {
			name = "snapshot"
		}
		if status, stderr := run(ctx, name, "--out", filepath.Join(dir, out)); status != 1 || !strings.HasPrefix(stderr, "sitmap: interrupted") {
			t.Errorf("%s: status %d, %q", out, status, stderr)
		}
	}
	empty(t, dir, "s.gpkg")
}

// empty asserts that a folder has these files and no other.
func empty(t *testing.T, dir string, but ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(but, " "); got != want {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestWantsWindow(t *testing.T) {
	for _, tt := range []struct {
		args string
		want command.Window
		yes  bool
	}{
		{"", command.Window{}, true},
		{"--frame-log f.tsv --db=s.gpkg", command.Window{DB: "s.gpkg", FrameLog: "f.tsv"}, true},
		{"--frame-log", command.Window{}, false},
		{"--db s.gpkg", command.Window{DB: "s.gpkg"}, true},
		{"--db=s.gpkg", command.Window{DB: "s.gpkg"}, true},
		{"--db", command.Window{}, false},
		{"list", command.Window{}, false},
		{"--db s.gpkg list", command.Window{}, false},
		{"--help", command.Window{}, false},
		{"s.gpkg", command.Window{}, false},
	} {
		if w, yes := command.WantsWindow(strings.Fields(tt.args)); w != tt.want || yes != tt.yes {
			t.Errorf("%q: %+v, %v", tt.args, w, yes)
		}
	}
}
