// Package panel is the book of publications: every picture and file that was exported,
// with what it showed, what has become of that since, and the way back to the map as it
// was. [publication.Open] does the reading.
//
// Like the sources it has two halves, for the places of list and map. Nothing here
// waits for the store: [Deps.Work] reads beside the main goroutine, and of the events
// as they were only what is seen is read.
//
// Keys: arrows choose; Enter shows the map as it was, X exports again, C copies the
// id; → leads to what has changed, once more to the events as they were, ← back; /
// finds; A shows all publications again; Escape leads back to the map.
package panel
