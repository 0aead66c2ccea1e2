// Package basemap holds the map beneath the events: land, countries, first-order
// regions, borders, coast, rivers, lakes, ranked places and the names of waters
// and countries, at three levels of detail.
//
// The layers are read from the embedded, gzipped GeoJSON of package assets.
// Each is decoded when it is first asked for and kept. Every arc of the
// boundaries' topology appears once in the line layers, so a renderer that
// strokes them never draws a shared border twice.
//
// Who owns what is a point of view: a named, versioned table (see POV). The
// built-in one, "un", follows United Nations practice; others are loaded from
// a file with LoadPOV and added with Basemap.AddPOV.
//
// Geometry is given in Web Mercator world units (geo.World), except where a
// method says that it returns longitude and latitude (orb types, WGS 84,
// longitude first).
package basemap
