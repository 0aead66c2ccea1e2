// Package likeness helps the tests of the vector backends: a scene that has
// everything a picture may hold, and a measure of how far two pictures of it differ
// by more than antialiasing.
package likeness
