// Package threadtime tells how much processor time a thread has had. What holds the main
// goroutine is measured by it beside the clock on the wall, which also runs while the
// system gives the processor to somebody else: to a software renderer, or to the program's
// own workers.
package threadtime
