package window

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitmap/app/mapview"
	"sitmap/app/threadtime"
)

func TestAFrameIsALineWithOursAndTheToolkitsTime(t *testing.T) {
	now, spent := time.Unix(0, 0), time.Duration(0)
	queue := make(chan func(), 8)
	var out strings.Builder
	f := newFrameLog(&out, func(call func()) { queue <- call }, func() time.Time { return now }, func() time.Duration { return spent }, slog.New(slog.DiscardHandler))

	f.tick() // nothing was done: no line
	f.timed("window", func() {
		now, spent = now.Add(2*time.Millisecond), spent+500*time.Microsecond
		f.ofMap(mapview.FrameRecord{Work: "show", Took: time.Millisecond, Age: 7 * time.Millisecond, Draw: 5 * time.Millisecond, Crisp: true})
	})()
	f.ofMap(mapview.FrameRecord{Work: "pan", Took: 3 * time.Millisecond, Spent: time.Millisecond, Age: 8 * time.Millisecond, Draw: 5 * time.Millisecond})
	f.tick()
	f.tick() // painting still goes on
	now = now.Add(30 * time.Millisecond)
	(<-queue)()
	if err := f.close(); err != nil {
		t.Fatal(err)
	}
	want := frameColumns + "2.0\twindow, map pan\t5.000\t3.000\t1.000\t30.000\t8.0\t5.0\tfalse\n"
	if out.String() != want {
		t.Errorf("the log is\n%q, want\n%q", out.String(), want)
	}
	if len(queue) != 0 {
		t.Error("more calls than one are queued")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAFrameLogThatCannotBeWrittenSaysSoAtTheEnd(t *testing.T) {
	f := newFrameLog(full{}, func(call func()) { call() }, time.Now, threadtime.Now, slog.New(slog.DiscardHandler))
	if err := f.close(); err == nil {
		t.Error("a full disk is passed over")
	}
}

func TestAFrameLogReplacesNothingButAFrameLog(t *testing.T) {
	dir := t.TempDir()
	store := filepath.Join(dir, "s.gpkg")
	if err := os.WriteFile(store, []byte("SQLite format 3"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CreateFrameLog(store); err == nil {
		t.Error("a store is taken for a frame log")
	}
	if data, err := os.ReadFile(store); err != nil || string(data) != "SQLite format 3" {
		t.Errorf("the store is now %q, %v", data, err)
	}
	path := filepath.Join(dir, "f.tsv")
	for range 2 {
		f, err := CreateFrameLog(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(frameColumns + "1\n"); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != frameColumns+"1\n" {
		t.Errorf("written twice the log is %q, %v", data, err)
	}
	if _, err := CreateFrameLog(filepath.Join(dir, "none", "f.tsv")); err == nil {
		t.Error("a folder that is not there is passed over")
	}
}
