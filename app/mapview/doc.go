// Package mapview is the map widget: one picture that the renderer draws off the
// main goroutine, moved and scaled at once under the hand and replaced when the
// crisp one is there.
package mapview
