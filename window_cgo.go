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
func openWindow(w command.Window, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	o := window.Options{DB: w.DB, Version: command.Version()}
	if w.FrameLog != "" {
		f, err := window.CreateFrameLog(w.FrameLog)
		if err != nil {
			fmt.Fprintf(stderr, "sitmap: %v\n", err)
			return 1
		}
		defer func() { _ = f.Close() }()
		o.FrameLog = f
	}
	if err := window.Run(ctx, o); err != nil && ctx.Err() == nil {
		fmt.Fprintf(stderr, "sitmap: %v\n", err)
		return 1
	}
	return 0
}
