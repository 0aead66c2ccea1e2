package window

import (
	"context"

	"sitmap/store"
)

// offMap says why nothing of an event is drawn, "" where something is or it cannot be
// told. It reads the event, so it runs off the main goroutine.
func offMap(ctx context.Context, o *opened, id string) string {
	e, err := o.sit.Store().Event(ctx, id)
	if err != nil {
		return ""
	}
	return o.sit.OffMap(e.Value)
}

// sayOffMap says in the status line why an event is not on the map.
func (d *desk) sayOffMap(id string) {
	o := d.open
	off := ""
	d.work(job{title: "Reading the event", do: func(ctx context.Context, _ store.Progress) error {
		off = offMap(ctx, o, id)
		return nil
	}, done: func(error) bool {
		if off == "" {
			off = "it is hidden by what the map shows (Map menu)"
		}
		d.status.Say("Nothing of this event is on the map: %s.", off)
		return true
	}})
}
