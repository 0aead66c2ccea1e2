// Package draft is the state of the event form without its widgets: every field
// as the text that stands in it, be it right or not yet.
//
// [From] takes a [store.Event] apart and [Draft.Event] puts it together again.
// Each part keeps the value it came with, and a field whose text was not touched
// gives that value back, so editing an event without changing anything saves the
// same bytes. What can't be read is a [Problem] with the path of its field and a
// sentence; nothing typed is lost by it.
//
// Actors, items and outlets travel inline in events, but are one record each: a
// draft keeps one copy of each by id, so that an item cited twice is edited once.
//
// A draft marshals to JSON as it is, to survive a crash. [Rebase] puts what was
// changed on top of what somebody else saved meanwhile.
package draft
