// Package release judges what may leave the store: in a picture, in a file, in a line
// of sources, on the clipboard. What is TLP:AMBER or stricter, under embargo or not to
// be published stays behind, and with it what nobody but a protected source says.
package release
