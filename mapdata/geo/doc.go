// Package geo is the pure mathematics of places: the map projection and the view
// on it, lines and circles on the globe, and the reading and writing of
// coordinates.
//
// Points are [orb.Point], longitude first, in degrees on WGS 84. Positions on the
// map are [World], in Web Mercator scaled to the unit square, in float64: float32
// would resolve no better than 2.4 m. Pixels count right and down from the upper
// left corner of a [View].
//
// Pictures may use another [Projection]: a [Chart] is a part of the globe in it, laid
// out in pixels. It takes positions on the map too, and cuts and bends the lines
// between them as the projection demands.
//
// The package imports nothing of the project.
package geo
