package window

import (
	"context"

	"sitmap/mapdata/basemap"
	"sitmap/store"
)

// setPOV changes the store's point of view: it belongs to the store, not to the
// user, and changing it is a change of the history.
func (d *desk) setPOV(name string) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	d.work(job{
		title: "Changing the point of view",
		do: func(ctx context.Context, _ store.Progress) error {
			return o.sit.SetPOV(ctx, name)
		},
		done: func(err error) bool {
			if err == nil {
				d.status.Say("Borders are shown as %s has them.", povTitle(name))
			}
			return err == nil
		},
	})
}

func povTitle(name string) string {
	for _, p := range basemap.POVs() {
		if p.Name == name {
			return p.Title
		}
	}
	return name
}
