// Package csv writes events as a flat table, one row an event, for spreadsheets
// and statistics programs.
//
// The file is UTF-8 as RFC 4180 quotes it, with a header and "\n" line ends;
// line ends within a cell are kept. An empty cell is unknown: 0 appears only
// where somebody said 0. Instants are UTC in ISO 8601, "latest" is the first
// instant that is no longer meant; "date" is the local day on which the event
// counts. Coordinates are degrees in WGS 84, of the first place. Lists are joined
// with "; ". Of each measure that any event has a figure for there are three
// columns, NAME_low, NAME_high and NAME_qualifier; "figures" has them in words
// and says according to whom. To add figures up, leave out the events that others
// are "part_of".
//
// # Formulas
//
// A spreadsheet takes a cell that begins with =, +, - or @ for a formula, and
// what a stranger wrote into a title would be run. Such a text is written with an
// apostrophe before it, which spreadsheets show as text. The guard loses nothing:
// a text that itself begins with an apostrophe before such a sign gets one more,
// so taking one apostrophe off restores every text exactly ([Unguard]). Numbers
// are written by this program alone and never guarded: a longitude of -80.5 stays
// a number. [Options.NoGuard] leaves texts as they are, for programs that are not
// spreadsheets.
package csv
