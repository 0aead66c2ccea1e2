package window

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"sitmap/app/inbox"
	"sitmap/app/look"
	"sitmap/store"
)

// manyDropped is how many files are taken at once.
const manyDropped = 100

// droppedReports takes those of the files that are reports into the inbox, and
// returns the others.
func (d *desk) droppedReports(files []fyne.URI) (rest []fyne.URI) {
	var paths []string
	for _, f := range files {
		if f.Scheme() == "file" && hasExtension(f.Path(), inbox.Extensions()) {
			paths = append(paths, f.Path())
		} else {
			rest = append(rest, f)
		}
	}
	if len(paths) == 0 || d.modal() {
		return rest
	}
	if d.open == nil {
		d.fail(errors.New("no store is open: open one, or make a new one, and drop the file again"))
		return rest
	}
	if !d.canWrite() {
		return rest
	}
	if len(paths) > manyDropped {
		d.fail(fmt.Errorf("%d files are too many at once: drop %d at most", len(paths), manyDropped))
		return rest
	}
	var read []inbox.Draft
	var wrong []error
	d.work(job{
		title: "Reading the files",
		do: func(ctx context.Context, p store.Progress) error {
			for i, path := range paths {
				if err := ctx.Err(); err != nil {
					return err
				}
				x, err := inbox.ReadFile(path)
				if err != nil {
					wrong = append(wrong, err)
				} else {
					read = append(read, x)
				}
				p(int64(i+1), int64(len(paths)))
			}
			return nil
		},
		done: func(err error) bool {
			if err == nil && len(read) > 0 {
				d.keepItems(read)
			}
			if len(wrong) > 0 {
				d.fail(errors.Join(wrong...))
			}
			return err == nil
		},
	})
	return rest
}

// keepItems puts items into the inbox, with the files they came from, as one change,
// and shows them.
func (d *desk) keepItems(list []inbox.Draft) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	var c store.Change
	d.work(job{
		title: "Putting the items into the inbox", keep: true,
		do: func(ctx context.Context, _ store.Progress) (err error) {
			st := o.sit.Store()
			outlets, err := st.Outlets(ctx)
			if err != nil {
				return err
			}
			var a store.Action
			for _, x := range list {
				var file *store.FileRef
				if x.Raw != nil {
					ref, err := st.Attach(ctx, store.NewAttachment{Name: x.Name, MediaType: x.MediaType, Origin: x.Origin()}, bytes.NewReader(x.Raw))
					if err != nil {
						return err
					}
					file = &ref
				}
				it := x.Item(d.now().UTC(), st.User(), file)
				inbox.KnownOutlet(&it, outlets)
				a.Put = append(a.Put, store.Put{Item: &it})
			}
			c, err = o.sit.Save(ctx, a)
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			d.status.Say("%s in the inbox. Undo (Ctrl+Z) takes it out.", look.Count(len(list), "new item"))
			d.inbox.panel.Show(inbox.New)
			for _, x := range c.Items {
				if x.Entity == store.EntityItem {
					d.inbox.panel.Expect(x.ID)
					break
				}
			}
			if d.inbox.shown {
				d.readInbox()
			} else {
				d.showInbox(true)
			}
			return true
		},
	})
}
