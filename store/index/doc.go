// Package index keeps the columns of all events in memory: what drawing, counting,
// narrowing and listing them need, and nothing else, about 83 bytes an event.
//
// [Columns] is one state of the store and never changes, so any number of goroutines
// may read it. It holds the events in two orders. In the order of the list (earliest,
// latest, id; unknown times last) time windows are a stretch of rows; along a Morton
// curve of their points a view of the map is a few blocks, so drawing costs what is
// seen, not what is stored. Both are cut into blocks that know their bounds.
//
// [Index] is what changes: it holds the newest Columns and makes the next one of
// what a save touched. That one shares nearly everything with the last; the rows
// that differ stand beside them in a small table of their own until enough have
// come together to be merged.
//
// Columns are opened from a file in the user's cache folder when it is of exactly
// this state of this store, and read from the store otherwise. The file is checked
// whole before anything of it is believed.
package index
