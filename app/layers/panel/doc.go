// Package panel is the part of the window in which layers are put up and styled: a
// list in drawing order, the uppermost first, and beneath the chosen layer all that
// can be said of it. It changes nothing itself: what the analyst does is told to
// callbacks, and [Panel.Set] shows what came of it.
package panel
