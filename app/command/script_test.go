package command_test

import (
	"bytes"
	"database/sql"
	"errors"
	"image/png"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"sitmap/app/command"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sitmap": func() { os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs testdata/script/*.txtar. Beside testscript's own there are the
// commands
//
//	status N PROG ARG…       run a program and expect that exit status
//	nested FILE DEPTH        write a GeoJSON file with a feature that deep
//	large FILE BYTES         write a GeoJSON file with a feature that large
//	edit STORE SQL           change a store behind Sitmap's back
//	cut FILE NEW BYTES       copy only the beginning of a file
//	closedpipe PROG ARG…     run a program whose standard output nobody reads
//	picture FILE WxH TEXT…   expect a PNG of that size with those texts in it
//	onefile STORE            expect that no journal was left beside a store
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SITMAP_USER", "olha")
			e.Setenv("TZ", "Europe/Berlin")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "nested": nested, "large": large, "edit": edit, "cut": cut,
			"closedpipe": closedPipe, "picture": picture, "onefile": oneFile,
		},
		RequireExplicitExec: true,
	})
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", args[1], got, want)
	}
}

func nested(ts *testscript.TestScript, neg bool, args []string) {
	depth, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"deep"},"geometry":{"type":"Polygon","coordinates":` +
		strings.Repeat("[", depth) + strings.Repeat("]", depth) + `}}]}`
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func large(ts *testscript.TestScript, neg bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"title":"large","x":"` +
		strings.Repeat("x", size) + `"}},` + "\n" + `{"type":"Feature","geometry":null,"properties":{"title":"small"}}]}`
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	r, err := db.Exec(args[1])
	ts.Check(err)
	if n, err := r.RowsAffected(); err == nil && n == 0 && !strings.HasPrefix(strings.ToUpper(args[1]), "PRAGMA") {
		ts.Fatalf("%s: no row was changed", args[1])
	}
}

func cut(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ts.ReadFile(args[0]))[:n], 0o644))
}

// closedPipe runs a program with a standard output that is closed for reading.
func closedPipe(ts *testscript.TestScript, neg bool, args []string) {
	r, w, err := os.Pipe()
	ts.Check(err)
	ts.Check(r.Close())
	defer w.Close()
	path, err := exec.LookPath(args[0])
	ts.Check(err)
	var stderr bytes.Buffer
	cmd := exec.Command(path, args[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.Getenv("WORK"), w, &stderr
	err = cmd.Run()
	if err != nil || stderr.Len() > 0 {
		ts.Fatalf("%v, and on standard error: %s", err, stderr.String())
	}
}

func picture(ts *testscript.TestScript, neg bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	c, err := png.DecodeConfig(bytes.NewReader(data))
	ts.Check(err)
	if got := strconv.Itoa(c.Width) + "x" + strconv.Itoa(c.Height); got != args[1] {
		ts.Fatalf("the picture has %s pixels, want %s", got, args[1])
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		ts.Fatalf("the picture is broken: %v", err)
	}
	for _, text := range args[2:] {
		if bytes.Contains(data, []byte(text)) == neg {
			ts.Fatalf("the text %q", text)
		}
	}
}

func oneFile(ts *testscript.TestScript, neg bool, args []string) {
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if _, err := os.Stat(ts.MkAbs(args[0] + suffix)); err == nil {
			ts.Fatalf("%s was left behind", args[0]+suffix)
		}
	}
}
