// Package scene says what is to be drawn over the base map: marks, links, discs
// and areas, in longitude and latitude, with their colours and labels, and the
// furniture of an exported picture. It knows nothing of events, nor of pixels but
// for the sizes of symbols.
package scene
