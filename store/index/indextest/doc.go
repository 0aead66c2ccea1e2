// Package indextest makes events for tests and benchmarks: as many as asked for,
// the same for the same seed, spread as real ones are. Most happen around the
// cities of Ukraine, some over the rest of Europe, a few on both sides of the date
// line; some have no place, some no time.
package indextest
