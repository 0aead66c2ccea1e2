// Package vocabulary is the window in which the analyst keeps her words: kinds of event,
// measures, weapons, outcomes, phases, and the actors with their names in any script.
//
// What is in use can be retired, but not deleted; each change is one of the store's
// history and can be undone. The six forms are made from these words: what is added here
// is offered there at once.
//
// Keys: Ctrl+1 … Ctrl+6 choose a vocabulary, Ctrl+N begins an entry, Ctrl+S or
// Ctrl+Enter saves it, Ctrl+F finds one, Ctrl+Z undoes, Escape leaves.
package vocabulary
