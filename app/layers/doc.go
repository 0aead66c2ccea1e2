// Package layers is the analyst's own data beneath the events: front lines, zones
// of control, bases, in GeoJSON files that somebody else may keep up to date.
//
// A layer is a [Definition] in the store, with the style, that names a file: the
// features themselves stay in it. [Read] reads a file, within bounds; [Set] holds the
// layers of an open store, follows the definitions through undo and other programs,
// and reads a file again when it changes on disk. While a file cannot be read, is
// half-written say, what it held before stays on the map, and the layer says so. The
// package knows no GUI; the panel that edits layers is app/layers/panel.
//
// A layer whose features have times follows the time window: [Span.Meets].
package layers
