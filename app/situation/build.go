package situation

import (
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Build draws events as a scene: marks, links, discs and areas in the order in
// which they are to be painted, with the legend's kinds and notes. Events that
// have no place, or that are not to be seen on a map, leave nothing in it.
func Build(events []store.Event, o Options) *scene.Scene { return &scene.Scene{} }
