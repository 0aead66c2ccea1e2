//go:build race

package store_test

// raceDetector is whether the test is watched for races, which makes SQLite many
// times slower: then a few rounds of everything do.
const raceDetector = true

// some is how many of n rounds are made.
func some(n int) int { return max(5, n/20) }
