// Package reading suggests what a report says: dates, places, actors, weapons,
// figures with their qualifiers, who said them, how sure they were, and what kind
// of event it is about. It works offline, by rules, small lists of words
// (lexicon/), the gazetteer and the store's own vocabularies and actors. Each
// suggestion has the bytes of the text that it was read from, so that it can be
// marked there; together they make draft events, whose citations quote those
// words. Nothing is decided here: the analyst accepts, mends or drops.
//
// [Reader.Read] is a sentence of steps, a file each: the text is cut into
// sentences and words (text.go), these are looked up (lexicon.go), then come
// dates, weapons, actors, places, originators, figures and kinds, in this order,
// each leaving alone what an earlier one has taken; at last the sentences are parted by
// the events that they tell of (threads.go) and these put together (propose.go), each
// with the places that its own sentences name (scenes.go), what became of it
// (phases.go), who told of it (saidso.go) and the title that the form would propose.
// Whom everybody knows package wellknown has, with the store's own actors over it. The same text always gives the same suggestions. Relative words count
// from the item's publication. A figure belongs to whoever is named in its sentence as
// saying it; where nobody is, it stays without.
//
// # Measured
//
// The command measure prints precision and recall of each field on the texts of
// package readingtest: those the rules were tuned on, those they were not, and
// readouts. With
// SITMAP_READOUTS naming a file of readouts (CSV with the columns kind, title,
// text, published_time) it also counts of how many calls in it both parties named
// in the title are found:
//
//	go run ./app/reading/measure
//	SITMAP_READOUTS=readouts.csv go run ./app/reading/measure
package reading
