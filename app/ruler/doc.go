// Package ruler is what the map's tools reckon: the length and bearings of a
// line, the area of a polygon, the radii of range rings; and how such figures are
// written. It knows no GUI. All lengths are metres on WGS 84, along geodesics.
package ruler
