// Package geojson reads and writes events as GeoJSON (RFC 7946).
//
// Written, each event is one Feature. Its geometry is that of its place, a
// GeometryCollection where several places have one, or null. Its properties are
// flat essentials for other programs, and "sitmap", the event's own JSON, from
// which it is read back whole.
//
// Read, a FeatureCollection is taken feature by feature, so that its size does
// not matter; a single Feature, a bare geometry, and Features one after the other
// (line by line, or as an RFC 8142 text sequence) are taken as well.
//
//   - A Feature with "sitmap" is that event. Where its geometry was changed since,
//     the geometry wins for an event with one place; with none or several it is
//     not clear which place was meant, and the feature is refused.
//   - Of a foreign Feature, the title is its "title" or "name", else a heading
//     made from its description or its number; the kind its "kind" if that is
//     known, else "other"; the time its "time", "date", "datetime" or "timestamp"
//     in ISO 8601. All else stays, as written, in the event's properties; its id
//     becomes an external id.
//   - A null geometry is an event without a place; an empty collection is no
//     events. A third coordinate, the height, is not kept.
//
// Coordinates are WGS 84, longitude first, in degrees. A file that names another
// reference system in the old "crs" member is refused.
package geojson
