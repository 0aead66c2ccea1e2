package window

import (
	"bytes"
	"image"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sitmap/store"
)

// photo writes a picture into the test's folder.
func (b *bench) photo(name string) (path string, body []byte) {
	b.t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewRGBA(image.Rect(0, 0, 300, 200))); err != nil {
		b.t.Fatal(err)
	}
	return b.put(name, out.Bytes()), out.Bytes()
}

func (b *bench) put(name string, body []byte) string {
	b.t.Helper()
	path := filepath.Join(b.dir, name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// drop drops files in the middle of something of the window.
func (b *bench) dropOn(on fyne.CanvasObject, paths ...string) {
	b.t.Helper()
	var list []fyne.URI
	for _, p := range paths {
		list = append(list, storage.NewFileURI(p))
	}
	at, size := b.app.Driver().AbsolutePositionForObject(on), on.Size()
	b.droppedOn(at.AddXY(size.Width/2, size.Height/2), list)
	b.settle()
}

// strikeForm opens the form for a new strike.
func (b *bench) strikeForm(title string) {
	b.t.Helper()
	b.create()
	b.settle()
	b.types("s")
	b.types(title)
}

func (b *bench) save() {
	b.t.Helper()
	b.form.Save()
	b.settle()
	if b.writing {
		b.t.Fatalf("not saved; the form says %s", b.formText())
	}
}

// formText is all that the form's labels say.
func (b *bench) formText() string {
	var all []string
	for _, o := range test.LaidOutObjects(b.form.Content()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *canvas.Text:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestAPictureDroppedOnTheFormIsKeptWithASource(t *testing.T) {
	b := emptyBench(t)
	path, body := b.photo("crater north.png")
	b.strikeForm("Strike on a depot")
	b.dropOn(b.right, path)
	if says := b.formText(); !strings.Contains(says, "crater north.png") || !strings.Contains(says, "PNG picture") {
		t.Errorf("the form shows no file: %s", says)
	}
	b.save()
	e := b.events()[0]
	if len(e.Citations) != 1 {
		t.Fatalf("cites %+v", e.Citations)
	}
	it := e.Citations[0].Item
	if it.Title != "crater north" || it.Kind != "image" || it.Captured.By != "olha" || it.Captured.How != "dropped on the form" || it.Captured.At.IsZero() || it.File == nil {
		t.Fatalf("the source is %+v", it)
	}
	st := b.open.sit.Store()
	list, err := st.AttachmentsOf(t.Context(), store.EntityEvent, e.ID)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	a := list[0]
	if !a.Held || a.MediaType != "image/png" || a.Size != int64(len(body)) || a.By != "olha" || a.Added.IsZero() || !strings.HasPrefix(a.Origin, "crater north.png, last changed ") {
		t.Errorf("kept as %+v", a)
	}
	if strings.Contains(a.Origin, b.dir) {
		t.Errorf("the origin tells of folders: %s", a.Origin)
	}
	if got, err := st.Attachment(t.Context(), a.SHA256); err != nil || !bytes.Equal(got, body) {
		t.Errorf("the content differs, %v", err)
	}

	// The page of the event shows it with a thumbnail.
	b.until("the page has it", func() bool { return b.dossier.ID() == e.ID })
	b.settle()
	var thumbs []*canvas.Image
	for _, o := range test.LaidOutObjects(b.dossier.Content()) {
		if img, ok := o.(*canvas.Image); ok && img.Image != nil && img.Visible() && img.Image.Bounds().Size() == (image.Point{144, 96}) {
			thumbs = append(thumbs, img)
		}
	}
	if len(thumbs) != 1 {
		t.Errorf("%d thumbnails", len(thumbs))
	}
}

func TestAFileGoesToTheSourceInHandAndTheSameFileToTheSameItem(t *testing.T) {
	b := emptyBench(t)
	path := b.put("order.pdf", []byte("%PDF-1.4 an order"))
	b.strikeForm("Strike one")
	b.shortcut(parseKeys("Ctrl+Shift+S")) // to the sources
	b.types("The order, as published")
	b.dropOn(b.right, path)
	b.save()
	one := b.events()[0].Citations
	if len(one) != 1 || one[0].Item.Title != "The order, as published" || one[0].Item.File == nil || one[0].Item.Kind != "document" {
		t.Fatalf("cites %+v", one)
	}
	b.strikeForm("Strike two")
	b.dropOn(b.right, path)
	b.save()
	for _, e := range b.events() {
		if len(e.Citations) != 1 || e.Citations[0].Item.ID != one[0].Item.ID {
			t.Errorf("%s cites %+v", e.Title, e.Citations)
		}
	}
}

func TestADropBesideTheFormIsNotTheForms(t *testing.T) {
	b := emptyBench(t)
	path := b.put("report.txt", []byte("Drones struck Kharkiv"))
	b.strikeForm("Strike")
	b.dropOn(b.mapView, path)
	if b.items()["Drones struck Kharkiv"].Inbox != "new" {
		t.Errorf("in the store: %+v", b.items())
	}
	if strings.Contains(b.formText(), "report.txt") {
		t.Error("the form took it")
	}
}

func TestAFileAboveTheLimitIsRefusedWithASentence(t *testing.T) {
	b := emptyBench(t)
	b.askFileLimit()
	b.until("it asks", b.modal)
	if says := b.dialogText(); !strings.Contains(says, "256 at most") {
		t.Errorf("the dialog says %s", says)
	}
	f := b.win.Canvas().Focused().(*field)
	f.SetText("none")
	f.OnSubmitted("")
	if !b.modal() || !strings.Contains(b.dialogText(), "Write a number of megabytes") {
		t.Errorf("nonsense is taken: %s", b.dialogText())
	}
	f.SetText("0,001")
	f.OnSubmitted("")
	b.settle()
	if limit, err := b.open.sit.Store().AttachmentLimit(t.Context()); err != nil || limit != 1048 {
		t.Fatalf("the limit is %d, %v", limit, err)
	}
	large, fits := b.put("large.bin", make([]byte, 1049)), b.put("fits.bin", make([]byte, 1048))
	b.strikeForm("Strike")
	b.dropOn(b.right, large, fits)
	says := b.formText()
	if !strings.Contains(says, "large.bin has 1.0 KB, and an attachment may have 1.0 KB: raise the limit") {
		t.Errorf("the form says %s", says)
	}
	list, err := b.open.sit.Store().Attachments(t.Context())
	if err != nil || len(list) != 1 || list[0].Name != "fits.bin" {
		t.Errorf("kept %+v, %v", list, err)
	}
}

func TestAFileIsExportedByteForByteAndSaysWhenItIsProtected(t *testing.T) {
	b := emptyBench(t)
	body := []byte("\x00\xff a leak\r\n")
	ref, err := b.open.sit.Store().Attach(t.Context(), store.NewAttachment{Name: "leak:1.bin"}, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	it := store.Item{Title: "The leak", File: &ref, Protection: store.Protection{TLP: "RED"}}
	if _, err := b.open.sit.Save(t.Context(), store.Action{Put: []store.Put{{Item: &it}}}); err != nil {
		t.Fatal(err)
	}
	b.prefs.Folder = b.dir
	b.open.files.Export(ref)
	b.press("Export")
	b.until("it asks", b.modal)
	out := filepath.Join(b.dir, "leak_1.bin")
	if _, err := os.Stat(out); err == nil || !strings.Contains(b.dialogText(), "belongs to “The leak”") {
		t.Errorf("written before the answer; the dialog says %s", b.dialogText())
	}
	b.press("Export it")
	b.until("it is written", func() bool { return strings.HasPrefix(b.status.Said(), "Wrote ") })
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, body) {
		t.Errorf("written %q, %v", got, err)
	}
}

func TestOpeningGivesACopyToTheSystemAndRunsNothing(t *testing.T) {
	b := emptyBench(t)
	var given []*url.URL
	b.openURL = func(u *url.URL) error { given = append(given, u); return nil }
	st := b.open.sit.Store()
	path, body := b.photo("view.png")
	ref, err := b.open.files.Keep(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	b.open.files.Open(ref)
	b.settle()
	if len(given) != 1 {
		t.Fatalf("given %v", given)
	}
	if got, err := os.ReadFile(given[0].Path); err != nil || !bytes.Equal(got, body) || filepath.Ext(given[0].Path) != ".png" {
		t.Errorf("%s: %v", given[0], err)
	}
	run, err := st.Attach(t.Context(), store.NewAttachment{Name: "run.sh"}, strings.NewReader("\x7fELF\x00\x01"))
	if err != nil {
		t.Fatal(err)
	}
	b.open.files.Open(run)
	b.settle()
	if len(given) != 1 || !strings.Contains(b.banner.Text(), "might run as a program") {
		t.Errorf("given %v; the banner says %q", given, b.banner.Text())
	}
	copied := given[0].Path
	b.closeStore()
	b.settle()
	if _, err := os.Stat(copied); err == nil {
		t.Error("the copy stays after the store is closed")
	}
}

func TestAFileIsChosenWithAKey(t *testing.T) {
	b := emptyBench(t)
	path, _ := b.photo("chosen.png")
	b.strikeForm("Strike")
	b.open.files.ask = func(chosen func(string)) { chosen(path) }
	b.shortcut(parseKeys("Ctrl+Shift+O"))
	b.save()
	if c := b.events()[0].Citations; len(c) != 1 || c[0].Item.File == nil || c[0].Item.Captured.How != "chosen from a folder" {
		t.Errorf("cites %+v", c)
	}
}
