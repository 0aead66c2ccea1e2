// Package svg writes a picture laid out by mapdata/render as SVG: the same picture
// as the pixels, to be shown by a browser and edited in Inkscape.
//
// Each layer is a group with the layer's name, which Inkscape lists as a layer.
// Text is text, in named fonts; browsers find the letters that are used embedded
// (subsets as WOFF, in an @font-face rule), other programs need IBM Plex Sans and
// DejaVu Sans installed to show the same. There is no foreignObject, no script, and
// no style sheet but for the fonts. The same picture gives the same bytes.
package svg
