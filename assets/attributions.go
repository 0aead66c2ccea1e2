package assets

// Attribution says whose work is built into the program, and under which terms.
type Attribution struct {
	Name    string // of the work or its makers
	What    string // what of it is used, and for what
	Licence string // its short name
	URL     string // of its home page
	// File is the embedded file with the licence's text; empty where the terms
	// ask for none.
	File string
}

// Attributions lists the works built into the program, most used first. Its
// first two belong on every map.
func Attributions() []Attribution {
	return []Attribution{
		{"Natural Earth", "land, borders, regions, rivers, lakes, urban areas", "public domain", "https://www.naturalearthdata.com", ""},
		{"GeoNames", "names and positions of places; selected and corrected", "CC BY 4.0", "https://www.geonames.org", "gazetteer/ORIGIN.txt"},
		{"Unicode CLDR", "names of countries and great cities in further languages", "Unicode License v3", "https://cldr.unicode.org", "layers/CLDR-LICENSE.txt"},
		{"IBM Plex Sans", "the text face", "SIL OFL 1.1", "https://www.ibm.com/plex/", "fonts/IBMPlexSans-LICENSE.txt"},
		{"DejaVu Sans", "the text face for further scripts", "Bitstream Vera and Arev licences", "https://dejavu-fonts.github.io", "fonts/DejaVuSans-LICENSE.txt"},
		{"Material Design Icons", "some of the icons", "Apache-2.0", "https://pictogrammers.com", "icons/LICENSE.txt"},
	}
}
