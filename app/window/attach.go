package window

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/export"
	"sitmap/app/files"
	"sitmap/app/look"
	"sitmap/store"
)

// filesOf shows and keeps the files of one open store. It is what the form is given.
type filesOf struct {
	d *desk
	o *opened
	k *files.Keeper

	ask func(chosen func(path string)) // for a file
}

func (d *desk) newFiles(o *opened) *filesOf {
	return &filesOf{
		d: d, o: o,
		k:   &files.Keeper{Store: o.sit.Store(), Zone: d.zone(), Go: d.aside, Do: d.run.Do, Life: o.ctx},
		ask: func(chosen func(string)) { d.fileOpen("Attach", nil, chosen) },
	}
}

// Keep keeps a file of the disk in the store.
func (x *filesOf) Keep(ctx context.Context, path string) (store.FileRef, error) {
	return files.Attach(ctx, x.o.sit.Store(), path, x.d.zone())
}

// Drop removes files that were kept for what was not written.
func (x *filesOf) Drop(ctx context.Context, since time.Time, sums ...string) error {
	_, err := x.o.sit.Store().DropUnused(ctx, since, sums...)
	return err
}

// Choose asks for a file.
func (x *filesOf) Choose(chosen func(string)) { x.ask(chosen) }

// Row shows a kept file.
func (x *filesOf) Row(ref store.FileRef, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return x.k.Row(ref, buttons...)
}

// User is who keeps files.
func (x *filesOf) User() string { return x.o.sit.Store().User() }

// Open gives a copy of the file to the system's program.
func (x *filesOf) Open(ref store.FileRef) {
	d := x.d
	var path string
	d.work(job{
		title: "Opening " + files.Name(ref),
		do: func(ctx context.Context, _ store.Progress) (err error) {
			path, err = files.Aside(ctx, x.o.sit.Store(), ref, d.dirs.opened(x.o.sit.Store().ID()))
			return err
		},
		done: func(err error) bool {
			if err != nil {
				return false
			}
			if err := d.openURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
				d.fail(fmt.Errorf("no program could be found to open %s: %w; export it and open it there", files.Name(ref), err))
				return true
			}
			d.status.Say("Opened a copy of %s. What is changed there stays out of the store.", files.Name(ref))
			return true
		},
	})
}

// Export writes the file byte for byte where the user says; what a protected item names
// is written only after a word.
func (x *filesOf) Export(ref store.FileRef) {
	d := x.d
	d.askFile("Export file", "Export", files.SafeName(ref), nil, true, func(path string) { x.exportTo(ref, path, false) })
}

func (x *filesOf) exportTo(ref store.FileRef, path string, anyway bool) {
	d := x.d
	d.work(job{
		title: "Exporting " + files.Name(ref),
		do: func(ctx context.Context, _ store.Progress) error {
			a, err := x.o.sit.Store().AttachmentInfo(ctx, ref.SHA256)
			if err != nil {
				return err
			}
			return export.Attachment(ctx, x.o.sit.Store(), a, path, anyway)
		},
		done: func(err error) bool {
			var protected *export.ProtectedError
			if errors.As(err, &protected) && d.open == x.o {
				d.askOut("This file is protected", look.Sentence(err), nil,
					look.Action{Name: "Export it", Do: func() { x.exportTo(ref, path, true) }})
				return true
			}
			if err == nil {
				d.status.Say("Wrote %s, byte for byte as it was kept (SHA-256 %s…).", path, ref.SHA256[:12])
			}
			return err == nil
		},
	})
}

// fileRow shows a file on the page of an event.
func (d *desk) fileRow(ref store.FileRef) fyne.CanvasObject {
	if d.open == nil {
		return look.Caption("File " + files.Name(ref))
	}
	x := d.open.files
	return x.Row(ref,
		look.NewButton("", look.UIIcon("open-link"), "Open a copy of the file with the system's program", d.status, func() { x.Open(ref) }).Quiet(),
		look.NewButton("", look.UIIcon("export"), "Export the file byte for byte", d.status, func() { x.Export(ref) }).Quiet())
}

// droppedOn takes files that were dropped somewhere: on the open form they are attached
// to its event, elsewhere the window takes them as it does.
func (d *desk) droppedOn(at fyne.Position, list []fyne.URI) {
	if !d.writing || d.columns.rightFolded || d.modal() {
		d.dropped(list)
		return
	}
	corner := d.app.Driver().AbsolutePositionForObject(d.right)
	size := d.right.Size()
	if at.X < corner.X || at.X > corner.X+size.Width || at.Y < corner.Y || at.Y > corner.Y+size.Height {
		d.dropped(list)
		return
	}
	var paths []string
	for _, u := range list {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 {
		d.form.Attach(paths)
	}
}

// attach is the menu's way to a file for the event in the form.
func (d *desk) attach() {
	if !d.writing {
		d.status.Say("Open an event in the form first (Ctrl+N, Ctrl+E): a file is kept with its source.")
		return
	}
	d.form.ChooseFile()
}

// askFileLimit asks how large an attached file may be.
func (d *desk) askFileLimit() {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	var limit int64
	d.work(job{
		title: "Reading the limit",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			limit, err = o.sit.Store().AttachmentLimit(ctx)
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o {
				d.fileLimit(o, limit)
			}
			return err == nil
		},
	})
}

func (d *desk) fileLimit(o *opened, limit int64) {
	size := d.newField(megabytes(limit))
	says := look.Caption("")
	most := megabytes(store.MaxAttachmentBytes)
	text := look.Body(fmt.Sprintf("Attached files and dropped reports may each have so many megabytes, %s at most. What is kept already stays.", most))
	text.Selectable = false
	var dlg *dialog.CustomDialog
	set := widget.NewButton("Set", nil)
	set.Importance = widget.HighImportance
	set.OnTapped = func() {
		bytes, err := readMegabytes(size.Text)
		if err != nil {
			says.Importance = widget.DangerImportance
			says.SetText(look.Sentence(err))
			d.win.Canvas().Focus(size)
			return
		}
		dlg.Hide()
		d.work(job{
			title: "Setting the limit", keep: true,
			do: func(ctx context.Context, _ store.Progress) error {
				_, err := o.sit.Store().SetAttachmentLimit(ctx, bytes)
				return err
			},
			done: func(err error) bool {
				if err == nil && d.open == o {
					d.status.Say("An attached file may have %s MB from now on.", megabytes(bytes))
					d.refreshUndo()
				}
				return err == nil
			},
		})
	}
	size.OnSubmitted = func(string) { set.OnTapped() }
	dlg = dialog.NewCustomWithoutButtons("Limit for attached files",
		container.New(look.Width(110*look.Grid), container.New(look.Rows{Gap: look.Grid}, text, labelled("Megabytes", size), says)), d.win)
	dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", dlg.Hide), set})
	d.show(dlg)
	d.win.Canvas().Focus(size)
}

// megabytes is a number of bytes as the field has it.
func megabytes(n int64) string {
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', -1, 64)
}

// readMegabytes reads what is typed into the field, with point or comma.
func readMegabytes(text string) (int64, error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(text)), "MB"))
	mb, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	if err != nil || !(mb*(1<<20) >= 1) || mb*(1<<20) > store.MaxAttachmentBytes {
		return 0, fmt.Errorf("write a number of megabytes, above 0 and up to %s", megabytes(store.MaxAttachmentBytes))
	}
	return int64(mb * (1 << 20)), nil
}

// opened is where copies of files are put for the system's programs.
func (f folders) opened(store string) string { return filepath.Join(f.cache, "opened", store) }

// clearOpened takes away the copies that were opened.
func (d *desk) clearOpened(id string) {
	if err := os.RemoveAll(d.dirs.opened(id)); err != nil {
		d.log.Warn("copies of opened files stay", "err", err)
	}
}

// anyFile lets a file dialog show every file.
func anyFile(extensions []string) storage.FileFilter {
	if extensions == nil {
		return nil
	}
	return storage.NewExtensionFileFilter(extensions)
}
