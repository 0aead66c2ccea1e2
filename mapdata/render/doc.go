// Package render draws a scene over the base map.
//
// It works in three stages. The layout decides what is drawn where and in which
// order: paths, symbols and runs of text, grouped by named layers. A canvas
// turns that list into pixels; further canvases can turn the same list into
// other formats. The furniture (title, legend, scale bar …) is laid out around
// the map in exported pictures.
//
// Very many points (scene.Points) come as columns in blocks along a Morton curve.
// They are drawn as ranked symbols, as clusters or as heat; what they cost grows with
// what is in view.
//
// One renderer serves the window and every export, so a picture is what the
// window shows.
package render
