// Package eventlist is the list of events beside the map: two lines each, with the
// kind's symbol, what, where, when and how far it is believed. It is virtual: a
// million events cost no more than the dozen in sight.
package eventlist
