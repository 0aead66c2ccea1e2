// Package exchange is what the readers and writers of foreign formats share: the
// rows that a reader hands over, the flat columns that a writer of tables takes,
// and the strict reading of an event's own JSON.
//
// Each format is a package of its own below this one. A reader streams: it
// yields one [Row] after the other, in memory bounded by the largest record, and
// goes on after a record it refuses. A writer streams as well.
package exchange
