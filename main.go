// Sitmap is a situation map: what happened, where, when, and who says so.
//
// Without arguments, or with --db FILE alone, it opens its window; with a command
// it does that and ends. The commands are described in [sitmap/app/command].
package main

import (
	"os"

	"sitmap/app/command"
	_ "sitmap/app/locale" // before Fyne reads the language
)

func main() {
	args := os.Args[1:]
	if w, yes := command.WantsWindow(args); yes {
		os.Exit(openWindow(w, os.Stderr))
	}
	os.Exit(command.Main(args, os.Stdin, os.Stdout, os.Stderr))
}
