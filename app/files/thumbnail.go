package files

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // decoders
	_ "image/jpeg"
	_ "image/png"
	"strings"
	"sync"

	_ "golang.org/x/image/bmp" // further decoders
	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"
)

// Bounds of a picture that is decoded.
const (
	MaxPictureBytes = 64 << 20
	MaxPixels       = 64 << 20 // width times height
)

// ErrNoPicture says that there is nothing to make a thumbnail of.
var ErrNoPicture = errors.New("not a picture that can be shown")

// decoding lets one picture be decoded at a time: each may take a quarter of a gigabyte.
var decoding sync.Mutex

// IsPicture reports whether a thumbnail can be made of files of a media type.
func IsPicture(mediaType string) bool {
	switch mediaType {
	case "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff":
		return true
	}
	return false
}

// Thumbnail makes a picture of at most width × height pixels of an encoded one, the right
// way up as its EXIF tells. It may take a second; broken, foreign and oversized pictures
// are errors that wrap ErrNoPicture.
func Thumbnail(body []byte, width, height int) (_ *image.RGBA, err error) {
	if len(body) > MaxPictureBytes {
		return nil, fmt.Errorf("%w: it has more than %d MB", ErrNoPicture, MaxPictureBytes>>20)
	}
	decoding.Lock()
	defer decoding.Unlock()
	defer func() { // a decoder that stumbles over a broken file
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrNoPicture, r)
		}
	}()
	c, format, err := image.DecodeConfig(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	if c.Width < 1 || c.Height < 1 || int64(c.Width)*int64(c.Height) > MaxPixels {
		return nil, fmt.Errorf("%w: %d × %d pixels are too many", ErrNoPicture, c.Width, c.Height)
	}
	src, _, err := image.Decode(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	turn := 1
	if format == "jpeg" {
		turn = orientation(body)
	}
	b := src.Bounds()
	w, h := b.Dx(), b.Dy()
	if turn >= 5 {
		width, height = height, width
	}
	by := min(float64(width)/float64(w), float64(height)/float64(h), 1)
	small := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(w)*by+0.5)), max(1, int(float64(h)*by+0.5))))
	draw.BiLinear.Scale(small, small.Bounds(), src, b, draw.Src, nil)
	return turned(small, turn), nil
}

// turned is a picture the right way up; how is EXIF's orientation, from 1 to 8.
func turned(src *image.RGBA, how int) *image.RGBA {
	if how < 2 || how > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if how >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			var tx, ty int
			switch how {
			case 2:
				tx, ty = w-1-x, y
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				tx, ty = x, h-1-y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			out.SetRGBA(tx, ty, src.RGBAAt(x, y))
		}
	}
	return out
}

// Kind says in words what files of a media type are: "JPEG picture".
func Kind(mediaType string) string {
	known := map[string]string{
		"application/pdf": "PDF", "text/plain": "Text", "text/html": "Web page", "message/rfc822": "Mail",
		"application/zip": "ZIP archive", "text/csv": "Table (CSV)", "application/json": "JSON",
	}
	if s := known[mediaType]; s != "" {
		return s
	}
	sort, format, ok := strings.Cut(mediaType, "/")
	if !ok {
		return "File"
	}
	words := map[string]string{"image": "picture", "video": "video", "audio": "sound"}
	if w := words[sort]; w != "" {
		format, _, _ = strings.Cut(strings.ToUpper(strings.TrimPrefix(format, "x-")), "+")
		return format + " " + w
	}
	if mediaType == "application/octet-stream" {
		return "File"
	}
	return mediaType
}
