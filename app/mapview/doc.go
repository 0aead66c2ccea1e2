// Package mapview is the map widget: one picture, drawn by the renderer off the
// main goroutine, with a margin around what is seen. Under the hand the picture
// that is there is moved and scaled at once; the crisp one replaces it when it is
// ready. Nothing on the map is an object of the window: not a mark, not a label.
//
// Fyne paints the whole window for any change, each object of it, and a
// full-window texture is the dear part. So there is one such object, it keeps its
// texture while it is moved, and all that lies over it is small.
package mapview
