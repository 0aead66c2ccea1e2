package entry

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/when"
	"sitmap/app/look"
	"sitmap/store"
)

// Files is what the form does with captured files. Where it is nil the form takes none.
type Files interface {
	// Keep keeps a file of the disk in the store; it runs off the main goroutine.
	Keep(ctx context.Context, path string) (store.FileRef, error)
	// Drop removes those files, given by their SHA-256, that were kept since then and that
	// nothing in the store names; it runs off the main goroutine.
	Drop(ctx context.Context, since time.Time, sums ...string) error
	// Choose asks the user for a file.
	Choose(chosen func(path string))
	// Row shows a kept file, with buttons at its right end.
	Row(ref store.FileRef, buttons ...fyne.CanvasObject) fyne.CanvasObject
	Open(ref store.FileRef)   // with the system's program
	Export(ref store.FileRef) // byte for byte
	User() string             // who keeps files
}

// attachKey is the key of the form that chooses a file, with Ctrl+Shift.
const attachKey = fyne.KeyO

// most is how many files are taken at once.
const mostFiles = 20

// ChooseFile asks for a file to keep with the event, as Ctrl+Shift+O does. It goes to the
// source that the cursor is in, if that has none, else to a new one.
func (f *Form) ChooseFile() {
	if f.d == nil || f.deps.Files == nil {
		return
	}
	to := f.sourceInHand()
	f.deps.Files.Choose(func(path string) { f.attach([]string{path}, to, "chosen from a folder") })
}

// Attach takes files that were dropped on the form: a single one goes to the source that
// the cursor is in, if that has no file, else each to a source of its own. What cannot
// be kept is said, and the others are.
func (f *Form) Attach(paths []string) {
	if f.d == nil || f.deps.Files == nil {
		return
	}
	if len(paths) > mostFiles {
		f.tell("That are " + itoa(len(paths)) + " files: drop " + itoa(mostFiles) + " at most at a time.")
		return
	}
	var to *draft.Citation
	if len(paths) == 1 {
		to = f.sourceInHand()
	}
	f.attach(paths, to, "dropped on the form")
}

// sourceInHand is the source that the cursor is in, unless it has a file; nil: none.
func (f *Form) sourceInHand() *draft.Citation {
	w, ok := f.last.(interface{ In(*field.Part) bool })
	if !ok || !f.panel.holds(f.last) {
		return nil
	}
	for _, c := range f.d.Citations {
		if p := f.sourceParts[c.ID]; p != nil && w.In(p) && f.fileOf(c) == nil {
			return c
		}
	}
	return nil
}

func (f *Form) fileOf(c *draft.Citation) *store.FileRef {
	if i := f.d.Item(c.Item); i != nil {
		return i.File()
	}
	return nil
}

func (f *Form) attach(paths []string, to *draft.Citation, how string) {
	mine := f.opening
	f.deps.Go(func() {
		var kept []store.FileRef
		var wrong []string
		for _, p := range paths {
			ref, err := f.deps.Files.Keep(context.Background(), p)
			if err != nil {
				wrong = append(wrong, look.Sentence(err))
				continue
			}
			kept = append(kept, ref)
		}
		f.deps.Do(func() {
			if mine != f.opening || f.d == nil {
				return
			}
			var last *draft.Citation
			for _, ref := range kept {
				last = f.cite(ref, to, how)
			}
			if last != nil {
				f.unfoldFor(draft.Path("citation", last.ID, "item"))
				f.refreshSection(secSources)
				f.changed()
				if w := f.mainFields[last.ID]; w != nil {
					f.focus(w)
				}
			}
			if len(wrong) > 0 {
				f.tell(strings.Join(wrong, " "))
			}
		})
	})
}

// cite makes a kept file the file of a source: of the one given, of an item that has it
// already, else of a new one that is called as the file is.
func (f *Form) cite(ref store.FileRef, to *draft.Citation, how string) *draft.Citation {
	for _, c := range f.d.Citations {
		if have := f.fileOf(c); have != nil && have.SHA256 == ref.SHA256 {
			return c
		}
	}
	if to == nil {
		for _, c := range f.d.Citations { // an empty row waits for one
			if c.Blank() {
				to = c
			}
		}
	}
	if to == nil {
		to = &draft.Citation{ID: f.deps.NewID(), About: "event"}
		f.d.Citations = append(f.d.Citations, to)
	}
	i := f.d.Item(to.Item)
	if i == nil {
		for _, known := range f.voc.items {
			if known.File != nil && known.File.SHA256 == ref.SHA256 {
				f.d.UseItem(&to.Item, known)
				return to
			}
		}
		i = &draft.Item{ID: f.deps.NewID()}
		f.d.Items[i.ID] = i
		to.Item = draft.Ref[store.Item]{Key: i.ID}
	}
	i.NewFile = &ref
	if strings.TrimSpace(i.Title) == "" {
		i.Title = strings.TrimSuffix(ref.Name, filepath.Ext(ref.Name))
	}
	if i.Kind == "" {
		i.Kind = itemKind(ref.MediaType)
	}
	if i.CapturedAt == "" {
		i.CapturedAt, i.CapturedBy, i.CapturedHow = when.Stamp(f.deps.Clock(), time.UTC), f.deps.Files.User(), how
	}
	return to
}

// itemKind is the kind of an item that is a file of a media type.
func itemKind(mediaType string) string {
	switch sort, _, _ := strings.Cut(mediaType, "/"); sort {
	case "image", "video", "audio":
		return sort
	}
	return "document"
}

// fileRow shows the file of a source; nil: it has none.
func (f *Form) fileRow(c *draft.Citation) fyne.CanvasObject {
	ref := f.fileOf(c)
	if ref == nil || f.deps.Files == nil {
		return nil
	}
	open := field.NewIcon(look.UIIcon("open-link"), func() { f.deps.Files.Open(*ref) })
	export := field.NewIcon(look.UIIcon("export"), func() { f.deps.Files.Export(*ref) })
	return f.row("file", draft.Path("citation", c.ID, "file"), f.deps.Files.Row(*ref, open, export)).Object
}

// fileHint says how files come in.
func (f *Form) fileHint() fyne.CanvasObject {
	if f.deps.Files == nil {
		return nil
	}
	return note("Drop pictures and files here, or choose one with Ctrl+Shift+" + string(attachKey) + ".")
}
