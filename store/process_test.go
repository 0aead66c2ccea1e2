package store_test

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

// TestMain lets the test binary be a second process that works on a store.
func TestMain(m *testing.M) {
	if role := os.Getenv("STORE_TEST_HELPER"); role != "" {
		if err := help(role, os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if raceDetector {
		flag.Parse()
		for name, value := range map[string]string{"rapid.checks": "5", "rapid.steps": "10"} {
			if err := flag.Set(name, value); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// help is the second process.
func help(role string, args []string) error {
	ctx := context.Background()
	switch role {
	case "save": // path, number of events
		s, err := store.Open(ctx, args[0], store.Options{User: "helper"})
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		for i := range n {
			e := simple(100+i, "From another process")
			if _, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
				return err
			}
		}
		return s.Close()
	case "write until killed": // path, first number
		s, err := store.Open(ctx, args[0], store.Options{User: "helper"})
		if err != nil {
			return err
		}
		first, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		var e store.Event
		for x := range storetest.Stream(3, 1) {
			e = x
		}
		for i := first; ; i++ {
			e.ID, e.Title = storetest.ID(7, i), "Event "+itoa(i)
			a := store.Action{Put: []store.Put{{Event: &e}}}
			if i%7 == 6 {
				// Updates and deletions are killed too.
				a.Delete = []store.Delete{{Entity: store.EntityEvent, ID: storetest.ID(7, i-1)}}
			}
			_, err := s.Save(ctx, a)
			if errors.Is(err, store.ErrNotFound) { // its last life was ended before it
				a.Delete = nil
				_, err = s.Save(ctx, a)
			}
			if err != nil {
				return err
			}
			// One write: a line is there whole or not at all.
			if _, err := fmt.Fprintf(os.Stdout, "%s\n", e.ID); err != nil {
				return err
			}
		}
	case "read only": // path, as somebody who may not write it
		if err := dropPrivileges(); err != nil {
			return err
		}
		s, err := store.Open(ctx, args[0], store.Options{})
		if err != nil {
			return err
		}
		no, why := s.ReadOnly()
		fmt.Printf("%v %s\n", no, why)
		for e, err := range s.Events(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			fmt.Println(e.Value.Title)
		}
		e := simple(1, "Refused")
		_, err = s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}})
		fmt.Println(err)
		r, err := s.Check(ctx, nil)
		if err != nil {
			return err
		}
		fmt.Println("checked:", r.OK(), r.Problems)
		return s.Close()
	}
	return fmt.Errorf("no such helper %q", role)
}

// helperCommand starts the second process.
func helperCommand(t testing.TB, role string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Env = append(os.Environ(), "STORE_TEST_HELPER="+role)
	cmd.Stderr = os.Stderr
	return cmd
}

func helper(t testing.TB, role string, args ...string) string {
	t.Helper()
	out, err := helperCommand(t, role, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", role, err)
	}
	return string(out)
}

// TestKill kills a writing process at random moments, over and over, and finds
// every event it acknowledged and an unbroken chain each time.
func TestKill(t *testing.T) {
	t.Parallel()
	kills := some(100)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	if err := create(t, path, "").Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(uint64(os.Getpid()), 1))
	acknowledged := map[string]bool{}
	next := 0
	for range kills {
		cmd := helperCommand(t, "write until killed", path, itoa(next))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// After so many events, at whatever moment the signal then comes.
		lines, killed := bufio.NewReader(out), false
		for after := random.IntN(12); ; after-- {
			line, err := lines.ReadString('\n')
			if err == nil {
				acknowledged[strings.TrimSpace(line)] = true
				next++
			}
			if err != nil && !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if after == 0 {
				for range random.IntN(1_000_000) { // a moment within the next save
					_ = random.Uint64()
				}
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				killed = true
			}
		}
		if err := cmd.Wait(); err == nil || !killed {
			t.Fatalf("the writer ended by itself: %v", err)
		}
		next++ // the last may be there, though nobody was told

		s, err := store.Open(ctx, path, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := s.Check(ctx, nil)
		if err != nil || !r.OK() {
			t.Fatalf("after a kill: %v, %v", r.Problems, err)
		}
		for id := range acknowledged {
			if _, err := s.Event(ctx, id); err != nil {
				t.Fatalf("an acknowledged event is gone: %v", err)
			}
			// What was there once stays: ask for it but once.
			delete(acknowledged, id)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := reopen(t, path, store.Options{})
	var n int
	for range s.Events(ctx, store.Filter{}) {
		n++
	}
	t.Logf("%d kills, %d events", kills, n)
}
