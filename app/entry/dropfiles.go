package entry

import (
	"context"
	"slices"
	"strings"

	"sitmap/app/entry/draft"
)

// forget gives up a draft: its state on the disk, and the files that were kept for it
// and that nothing else names.
func (f *Form) forget(key string, d *draft.Draft) {
	f.keeper.drop(key)
	f.dropFiles(key, d)
}

// dropFiles has the files removed again that were kept for a draft, but for those that an
// item of the store or another draft names.
func (f *Form) dropFiles(key string, d *draft.Draft) {
	if d == nil || f.deps.Files == nil {
		return
	}
	var sums []string
	for _, i := range d.Items {
		if i.NewFile != nil && !slices.Contains(sums, i.NewFile.SHA256) {
			sums = append(sums, i.NewFile.SHA256)
		}
	}
	if len(sums) == 0 {
		return
	}
	since, files := d.Opened, f.deps.Files
	f.deps.Go(func() {
		for _, k := range f.keeper.kept() {
			if k.ID != key {
				sums = slices.DeleteFunc(sums, func(s string) bool { return strings.Contains(string(k.State), s) })
			}
		}
		if err := files.Drop(context.Background(), since, sums...); err != nil {
			f.deps.Log.Warn("removing the files of a draft that was given up", "error", err)
		}
	})
}

// newFiles counts the files that were attached in a draft.
func newFiles(d *draft.Draft) int {
	n := 0
	for _, c := range d.Citations {
		if i := d.Item(c.Item); i != nil && i.NewFile != nil {
			n++
		}
	}
	return n
}

// notSaved says what goes when the form is dropped.
func (f *Form) notSaved() string {
	switch n := newFiles(f.d); n {
	case 0:
		return "What you have typed is not saved."
	case 1:
		return "What you have typed is not saved. Dropped, the file that was attached leaves the store as well."
	default:
		return "What you have typed is not saved. Dropped, the " + itoa(n) + " files that were attached leave the store as well."
	}
}
