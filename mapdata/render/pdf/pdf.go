package pdf

import (
	"context"
	"fmt"
	"image"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"sitmap/mapdata/render"
)

// Options are what a file says about its picture.
type Options struct {
	Title    string
	Author   string
	Subject  string
	Keywords string
	Created  time.Time // zero: now
	// DPI is how many pixels of the picture are an inch; 0 for 96. It decides the
	// size of the page.
	DPI float64
}

// Write writes the picture as a PDF file of one page. Errors are those of w, of a
// font that cannot be embedded, and a cancelled context.
func Write(ctx context.Context, w io.Writer, p *render.Picture, o Options) error {
	c := newCanvas(*p, o)
	if err := p.Draw(ctx, c); err != nil {
		return err
	}
	c.endLayer()
	c.flush()
	if err := c.doc.Output(w); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}

// newCanvas begins a document of one page.
func newCanvas(p render.Picture, o Options) *canvas {
	dpi := o.DPI
	if !(dpi > 0) {
		dpi = 96
	}
	k := 72 / dpi
	size := fpdf.SizeType{Wd: float64(p.Width) * k, Ht: float64(p.Height) * k}
	doc := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	doc.SetTitle(o.Title, true)
	doc.SetAuthor(o.Author, true)
	doc.SetSubject(o.Subject, true)
	doc.SetKeywords(o.Keywords, true)
	doc.SetCreator("Sitmap", true)
	doc.SetProducer("Sitmap", true)
	doc.SetLang("en")
	doc.SetDisplayMode("fullpage", "single")
	created := o.Created
	if created.IsZero() {
		created = time.Now()
	}
	doc.SetCreationDate(created.UTC())
	doc.SetModificationDate(created.UTC())
	doc.AddPage()
	c := &canvas{
		doc: doc, scale: k, pageHeight: size.Ht, picture: image.Rect(0, 0, p.Width, p.Height),
		faces: newFaces(doc), symbols: map[any]string{}, opacities: map[uint8]int{}, alpha: 255,
	}
	c.raw("1 j\n") // round joins
	return c
}
