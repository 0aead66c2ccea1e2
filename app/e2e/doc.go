// Package e2e holds the end-to-end tests: the built program, in a real window on
// a virtual screen, driven by the keyboard and looked at through its commands and
// its pixels. They are built with the tag e2e and run by `make e2e`, which names
// the program under test in SITMAP_BIN.
//
// Nothing here sleeps to be on time: each step waits until what it needs is there,
// and fails with a screenshot in out/ when it never comes.
package e2e
