// Package store keeps what is known of events, and how it is known, in one file.
//
// The file is an SQLite database and at the same time a valid OGC GeoPackage, so
// that other programs can look at it: events as points, links as lines. An [Event]
// is written whole, with the actors, sources and series it names; the rows below
// are relational, and an event read back is the same byte for byte (see
// [EncodeEvent]).
//
// Every write is one [Change] in an append-only history. Its hash covers the
// changes before it and the digests of all records it touched; [Store.Check]
// proves that rows, digests and chain still agree.
//
// A write is on the disk, in the log beside the file, before its method returns. The
// log is folded into the file in the background, and what a write leaves to be merged
// in the full-text index is small, so that a save takes some milliseconds in a store of
// a million events too.
package store
