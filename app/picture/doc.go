// Package picture makes the picture that goes into a brief: the events that
// pass a filter, drawn by the one renderer, with title, "data as of", legend,
// scale bar, point of view, sources and the publication's id around the map.
//
// It knows no window: the command "snapshot" and the window's picture dialog
// both call [Make]. Whatever its protection keeps from publication (TLP AMBER
// and stricter, "do not publish", an embargo that has not ended) is left out,
// events and sources alike, and [Result] says how much that was.
package picture
