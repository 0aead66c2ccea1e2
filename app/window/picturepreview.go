package window

import (
	"context"
	"errors"
	"fmt"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/picture"
)

// rest is how long the fields have to rest before the preview is drawn anew.
const rest = 180 * time.Millisecond

// picturePreview shows the picture as it will be. It is drawn beside the main goroutine,
// one at a time: a newer wish cancels the drawing under way and is drawn next.
type picturePreview struct {
	x       *pictureDialog
	drawer  *picture.Previewer
	image   *canvas.Image
	says    *widget.Label
	left    *widget.Label // what is left out
	content fyne.CanvasObject

	timer   func() // stops the one that waits for rest
	cancel  context.CancelFunc
	drawing bool
	again   bool // something was wished for meanwhile
}

func newPicturePreview(x *pictureDialog) *picturePreview {
	p := &picturePreview{x: x, drawer: picture.NewPreviewer(x.d.base)}
	p.image = canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))
	p.image.FillMode = canvas.ImageFillContain
	p.says, p.left = caption("Drawing the preview …"), caption("")
	p.left.Importance = widget.WarningImportance
	p.left.Hide()
	room := container.NewStack(look.NewGround(theme.ColorNameButton), container.New(look.Around(2*look.Grid), p.image))
	p.content = container.NewBorder(nil, container.New(look.Rows{}, p.says, p.left), nil, nil, room)
	return p
}

// wish asks for a preview of what the fields say now.
func (p *picturePreview) wish() {
	if p.timer != nil {
		p.timer()
	}
	p.timer = p.x.d.run.After(rest, p.draw)
}

func (p *picturePreview) draw() {
	if !p.x.open() {
		return
	}
	if p.drawing {
		p.again = true
		p.cancel()
		return
	}
	spec, err := p.x.spec()
	if err != nil {
		p.fail(err)
		return
	}
	size := p.image.Size()
	scale := p.x.d.win.Canvas().Scale()
	w, h := int(size.Width*scale), int(size.Height*scale)
	if w < 64 || h < 64 { // not laid out yet
		w, h = 640, 480
	}
	p.says.SetText("Drawing the preview …")
	var ctx context.Context
	ctx, p.cancel = context.WithCancel(p.x.o.ctx)
	p.drawing = true
	d, st := p.x.d, p.x.o.sit.Store()
	d.aside(func() {
		made, err := p.drawer.Draw(ctx, st, spec, w, h)
		d.run.Do(func() { p.drawn(made, err) })
	})
}

// drawn shows a preview, unless a newer one is wished for or the dialog is gone.
func (p *picturePreview) drawn(made picture.Preview, err error) {
	p.drawing = false
	p.cancel()
	switch {
	case !p.x.open():
		return
	case p.again:
		p.again = false
		p.draw()
		return
	case errors.Is(err, context.Canceled):
		return
	case err != nil:
		p.fail(err)
		return
	}
	p.image.Image = made.Image
	p.image.Refresh()
	p.says.Importance = widget.LowImportance
	p.says.SetText(fmt.Sprintf("%d × %d pixels, %s: %s.", made.Width, made.Height, paperSize(made), look.Count(made.Result.Events, "event")))
	p.left.SetText(leftOut(made.Result))
	p.left.Hidden = p.left.Text == ""
	p.content.Refresh()
}

// paperSize says how large the picture is on paper.
func paperSize(p picture.Preview) string {
	mm := func(px int) int { return int(float64(px)/p.DPI*25.4 + 0.5) }
	return fmt.Sprintf("%d × %d mm at %g dots per inch", mm(p.Width), mm(p.Height), p.DPI)
}

// leftOut says what protection keeps out of a picture, "" for nothing.
func leftOut(r picture.Result) string {
	if r.Withheld == 0 && r.WithheldSources == 0 {
		return ""
	}
	text := fmt.Sprintf("Left out: %s and %s. Their protection (TLP:AMBER or stricter, an embargo, do not publish) keeps them out of pictures, whatever label this one bears.",
		look.Count(r.Withheld, "event"), look.Count(r.WithheldSources, "source"))
	return look.Join(" ", text, r.Phases())
}

// fail says why there is no preview.
func (p *picturePreview) fail(err error) {
	p.says.Importance = widget.DangerImportance
	p.says.SetText(look.Sentence(err))
}
