// Package situation is the open situation: a store, its events in memory, the
// filter, the selection, and the one place where an event becomes marks, links,
// discs and areas to be drawn. It knows no GUI; the window, the commands and the
// pictures all draw what it builds.
//
// Its second half is language: times, places and kinds in the words that list,
// map, dossier and commands share.
package situation
