// Package alike finds the events that may be the one being entered: of a like kind,
// at a time and a place that overlap its own. It asks the columns in memory, so it is
// quick on a million events, and knows no widget.
//
// Two times overlap where their windows do; a window shorter than an hour counts as
// half an hour longer on either side, as the clocks of two sources rarely agree to the
// minute. Two places overlap where the circles of their radii do, of at least 500 m;
// a place without a radius has one by its precision. Places that are only known to the
// country overlap all others in it.
package alike
