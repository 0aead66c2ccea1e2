//go:build cgo

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"sitmap/app/command"
	"sitmap/app/window"
)

// openWindow shows the window until it is closed and returns the exit status.
func openWindow(db string, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := window.Run(ctx, window.Options{DB: db, Version: command.Version()}); err != nil && ctx.Err() == nil {
		fmt.Fprintf(stderr, "sitmap: %v\n", err)
		return 1
	}
	return 0
}
