// Package assets holds the files that are built into the program.
//
// They are made by the command in assets/gen from pinned packages and committed;
// the program never looks for them anywhere else. Each folder says where its
// files are from:
//
//	layers/        map layers: gzipped GeoJSON, by level of detail
//	               Natural Earth, public domain; place names GeoNames, CC BY 4.0
//	gazetteer/     places.txt.gz: every place with its names in all scripts
//	               GeoNames, CC BY 4.0; Natural Earth, public domain; own lists
//	icons/*.svg    one for each built-in kind of event, on a grid of 24
//	icons/ui/      the window's own
//	               Material Design Icons, Apache-2.0; own drawings, as the program
//	icons/app.*    the program's icon; own drawing
//	fonts/         IBMPlexSans-*.ttf: Latin, Cyrillic, Greek; SIL OFL 1.1
//	               DejaVuSans.ttf: Arabic, Hebrew, Georgian, Armenian and most
//	               other scripts; Bitstream Vera and Arev licences
//
// Licence texts lie beside the files they cover; [Attributions] lists them for
// the About box and for pictures.
package assets
