// Package pdf writes a picture laid out by mapdata/render as a page of PDF: the
// same picture as the pixels, in vectors, to be printed at any size.
//
// Layers are optional content that a reader can switch off. Text is text, in
// embedded subsets of the faces, each letter where the layout put it, and each line
// carries its words in reading order (ActualText), so that it is found and copied
// right in scripts that join letters or run from right to left too. Sources that
// have addresses are links. The same picture, made at the same time, gives the same
// bytes.
package pdf
