//go:build !race

package store_test

const raceDetector = false

// some is how many of n rounds are made: all.
func some(n int) int { return n }
