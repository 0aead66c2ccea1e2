// Package look is how Sitmap's window looks: a Fyne theme with a neutral palette
// and one accent on a 4 pixel grid, and the few small widgets that Fyne lacks —
// section headers, badges, empty states, inline notices, buttons that explain
// themselves in the status line, and the status line itself.
//
// Every pair of text and ground that the palette offers has a contrast of at least
// 4.5 to 1, in light and in dark; a test computes it.
package look
