// Package wellknown has the actors that everybody who writes about conflicts names:
// all states with their capitals, heads of state and government, ministers, ministries,
// alliances, armed groups. It is the one list of them: reports are read by it, and the
// form offers them where a store has them not yet.
//
// Offices are held for a time; who held one is a fact of a month, which the list names
// ([Person.AsOf]) and an actor made of it says in its note. [Actors] makes actors of a
// store of the list, without ids; [Match] finds the one that a store has already, however
// it is spelled there, so that nobody is entered twice, and [Settle] has an event name
// those.
package wellknown
