package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// step makes one folder or file of assets. Steps run in the order of the table;
// a step may use what an earlier one wrote.
type step struct {
	name string
	run  func(*build) error
}

// steps is the whole of the work, in order.
func steps() []step {
	return []step{
		{"layers", makeLayers},
		{"gazetteer", makeGazetteer},
		{"icons", makeIcons},
		{"fonts", makeFonts},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "assets/gen:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	out := flags.String("out", "assets", "folder to write into")
	cache := flags.String("cache", "", "folder that keeps fetched packages (default: the user's cache folder)")
	only := flags.String("only", "", "steps to run, separated by commas (default: all)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("finding the cache folder: %w", err)
		}
		*cache = filepath.Join(dir, "sitmap", "gen")
	}
	chosen, err := choose(steps(), *only)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	for _, s := range chosen {
		start := time.Now()
		b := &build{ctx: ctx, out: *out, cache: *cache, log: log.With("step", s.name)}
		if err := s.run(b); err != nil {
			return fmt.Errorf("making %s: %w", s.name, err)
		}
		log.Info("done", "step", s.name, "took", time.Since(start).Round(time.Millisecond))
	}
	return nil
}

// choose picks the named steps, keeping the table's order.
func choose(all []step, only string) ([]step, error) {
	if only == "" {
		return all, nil
	}
	names := strings.Split(only, ",")
	var chosen []step
	for _, s := range all {
		if i := slices.Index(names, s.name); i >= 0 {
			chosen = append(chosen, s)
			names = slices.Delete(names, i, i+1)
		}
	}
	if len(names) > 0 {
		return nil, fmt.Errorf("there is no step %q", names[0])
	}
	return chosen, nil
}
