//go:build !cgo

package main

import (
	"fmt"
	"io"
	"strings"

	"sitmap/app/command"
)

// openWindow says that there is no window in a program built without cgo.
func openWindow(_ command.Window, stderr io.Writer) int {
	names := command.Names()
	last := len(names) - 1
	fmt.Fprintf(stderr, "sitmap: this build has no window; its commands are %s and %s: see sitmap --help\n",
		strings.Join(names[:last], ", "), names[last])
	return 1
}
