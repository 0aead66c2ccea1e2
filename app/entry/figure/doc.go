// Package figure reads the value of a claim as an analyst types it into one cell
// (“539”, “≥1”, “~40”, “12–15”, “dozens”, “none”, “more than 40”) into a
// qualifier with a lower and an upper bound, and writes it back.
//
// The bounds are a convention, the same in every store: “at least 5” has a lower
// bound of 5 and no upper one, “dozens” begins at 24, “about 40” is 40 on both
// sides and says by its qualifier that it is not exact. “None” is “none
// reported”, which is not the figure 0; an empty cell is unknown, which is
// neither.
//
// Two figures in one cell, “539/478”, are a [Pair]: launched and shot down.
package figure
