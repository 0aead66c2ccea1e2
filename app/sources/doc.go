// Package sources is where outlets and items are looked after: who publishes, how
// reliable they are and were held to be, and what rests on them.
//
// The panel has two halves, which the window sets where list and map stand otherwise:
// at the left the outlets or the items, at the right the chosen one with its
// judgements, its history, the events that cite it and the claims among them. It is
// edited there ([Panel] has a form for either), and two that are one are merged:
// chosen, previewed by what the store plans, and done as one change.
//
// Lists read only what is seen (package roster), and nothing here waits for the store:
// [Deps.Work] does that beside the main goroutine.
//
// Keys: arrows choose; Enter or E edits, M merges, Insert adds an outlet, Delete
// deletes; → leads to what rests on the chosen one, ← back; 1 and 2 show outlets and
// items, / finds; Escape leads back to the map.
package sources
