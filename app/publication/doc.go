// Package publication opens what went out again: a picture or a file with its events as
// they were when it was made, and what has become of them since. And it tells of an
// event in which publications it went out, so that a correction finds its readers.
package publication
