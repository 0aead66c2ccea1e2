package files

import (
	"context"
	"errors"
	"image"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Keeper is where rows read the files from.
type Keeper struct {
	Store *store.Store
	Zone  *time.Location
	Go    func(func()) // off the main goroutine
	Do    func(func()) // back on it
	Life  context.Context

	thumbs map[string]image.Image // by SHA-256; touched on the main goroutine alone
}

// Measures of a thumbnail: in device-independent pixels, and in pixels twice as fine.
const (
	thumbWidth, thumbHeight = 18 * look.Grid, 14 * look.Grid
	thumbPixels             = 2
	manyThumbs              = 64 // kept ready
)

// Row shows one file: a thumbnail, its name, what it is, where it comes from, and at the
// right end the buttons.
func (k *Keeper) Row(ref store.FileRef, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	icon := widget.NewIcon(look.UIIcon("attachment"))
	picture := canvas.NewImageFromImage(nil)
	picture.FillMode, picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleFastest
	picture.Hide()
	frame := container.New(thumb{}, icon, picture)
	what := look.Caption(strings.Join([]string{Kind(ref.MediaType), store.Size(ref.Size)}, ", "))
	if ref.MediaType == "" {
		what.SetText("File")
	}
	title := look.Body(Name(ref))
	title.Wrapping = fyne.TextWrapBreak
	texts := container.New(look.Rows{Gap: 0}, look.Tight(title), look.Tight(what))
	k.fill(ref, what, icon, picture)
	return container.New(row{}, frame, texts, container.New(&look.Flow{Gap: look.Grid / 2}, buttons...))
}

// fill reads what the store knows of the file, and its thumbnail.
func (k *Keeper) fill(ref store.FileRef, what *widget.Label, icon *widget.Icon, picture *canvas.Image) {
	show := func(img image.Image) {
		picture.Image = img
		picture.Show()
		icon.Hide()
		picture.Refresh()
	}
	ready := k.thumbs[ref.SHA256]
	if ready != nil {
		show(ready)
	}
	k.Go(func() {
		info, err := k.Store.AttachmentInfo(k.Life, ref.SHA256)
		var img image.Image
		if err == nil && info.Held && ready == nil && IsPicture(info.MediaType) {
			if body, err := k.Store.Attachment(k.Life, ref.SHA256); err == nil {
				if t, err := Thumbnail(body, int(thumbWidth)*thumbPixels, int(thumbHeight)*thumbPixels); err == nil {
					img = t
				}
			}
		}
		k.Do(func() {
			switch {
			case errors.Is(err, context.Canceled):
				return
			case errors.Is(err, store.ErrNotFound) || err == nil && !info.Held:
				what.SetText(Kind(ref.MediaType) + " · only its name is in the store")
			case err != nil:
				what.SetText(look.Sentence(err))
			default:
				what.SetText(k.words(info))
			}
			if img != nil {
				if k.thumbs == nil || len(k.thumbs) >= manyThumbs {
					k.thumbs = map[string]image.Image{}
				}
				k.thumbs[ref.SHA256] = img
				show(img)
			}
		})
	})
}

// words say what a file is, where it comes from, and who kept it when.
func (k *Keeper) words(a store.Attachment) string {
	text := Kind(a.MediaType) + ", " + store.Size(a.Size)
	if from := strings.TrimPrefix(a.Origin, a.Name+", "); from != "" && from != a.Name {
		if from == a.Origin {
			from = "from " + from
		}
		text += ", " + from
	}
	if !a.Added.IsZero() {
		text += "\nkept " + situation.FormatInstant(a.Added, k.Zone)
		if a.By != "" {
			text += " by " + a.By
		}
	}
	return text + "\nSHA-256 " + a.SHA256[:min(16, len(a.SHA256))] + "…"
}

// thumb keeps a thumbnail's room, whatever stands in it.
type thumb struct{}

// Layout implements fyne.Layout.
func (thumb) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const side = 6 * look.Grid
	o[0].Resize(fyne.NewSquareSize(side))
	o[0].Move(fyne.NewPos((thumbWidth-side)/2, (thumbHeight-side)/2))
	o[1].Resize(fyne.NewSize(thumbWidth, thumbHeight))
	o[1].Move(fyne.Position{})
}

// MinSize implements fyne.Layout.
func (thumb) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(thumbWidth, thumbHeight) }

// row sets the thumbnail at the left, the buttons at the right, and the texts between.
type row struct{}

// Layout implements fyne.Layout.
func (row) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(o[0].MinSize())
	o[0].Move(fyne.Position{})
	var wide float32
	for _, b := range o[2].(*fyne.Container).Objects {
		wide += b.MinSize().Width + look.Grid/2
	}
	o[2].Resize(fyne.NewSize(wide, o[2].MinSize().Height))
	o[2].Move(fyne.NewPos(size.Width-wide, 0))
	left := thumbWidth + 2*look.Grid
	o[1].Resize(fyne.NewSize(max(0, size.Width-wide-left-look.Grid), size.Height))
	o[1].Move(fyne.NewPos(left, 0))
}

// MinSize implements fyne.Layout.
func (row) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60*look.Grid, max(thumbHeight, o[1].MinSize().Height, o[2].MinSize().Height))
}
