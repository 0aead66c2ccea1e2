package files

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
)

// halves is a picture whose left half is red and whose right half is blue.
func halves(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 0, 0, 255}
			if x >= w/2 {
				c = color.RGBA{0, 0, 255, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func encoded(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turnedJPEG is a JPEG that EXIF says is turned.
func turnedJPEG(t *testing.T, img image.Image, how uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = binary.BigEndian.AppendUint16(tiff, how)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	seg := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(tiff)+2))
	return append(append(append([]byte{0xff, 0xd8}, seg...), tiff...), b.Bytes()[2:]...)
}

func TestThumbnailFitsAndKeepsItsShape(t *testing.T) {
	img, err := Thumbnail(encoded(t, halves(400, 100)), 144, 112)
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != (image.Point{144, 36}) {
		t.Errorf("%v", got)
	}
	if r := img.RGBAAt(10, 10).R; r < 250 {
		t.Errorf("the left half is not red: %d", r)
	}
	small, err := Thumbnail(encoded(t, halves(20, 10)), 144, 112)
	if err != nil || small.Bounds().Dx() != 20 {
		t.Errorf("a small picture is blown up: %v, %v", small.Bounds(), err)
	}
}

func TestThumbnailIsTurnedAsEXIFSays(t *testing.T) {
	for how, want := range map[uint16]struct{ size, red image.Point }{
		1: {image.Point{100, 50}, image.Point{10, 25}},
		3: {image.Point{100, 50}, image.Point{90, 25}},
		6: {image.Point{50, 100}, image.Point{25, 10}},
		8: {image.Point{50, 100}, image.Point{25, 90}},
	} {
		img, err := Thumbnail(turnedJPEG(t, halves(200, 100), how), 100, 100)
		if err != nil {
			t.Fatal(how, err)
		}
		if img.Bounds().Size() != want.size {
			t.Errorf("turned %d: %v, want %v", how, img.Bounds().Size(), want.size)
			continue
		}
		if c := img.RGBAAt(want.red.X, want.red.Y); c.R < 200 || c.B > 60 {
			t.Errorf("turned %d: at %v is %v, want red", how, want.red, c)
		}
	}
}

func TestABombIsNotDecoded(t *testing.T) {
	body := encoded(t, halves(4, 4))
	binary.BigEndian.PutUint32(body[16:], 60000) // the header's width and height
	binary.BigEndian.PutUint32(body[20:], 60000)
	binary.BigEndian.PutUint32(body[29:], crc32.ChecksumIEEE(body[12:29]))
	for name, b := range map[string][]byte{"too many pixels": body, "no picture": []byte("hello"), "cut": encoded(t, halves(50, 50))[:60], "empty": nil} {
		if _, err := Thumbnail(b, 100, 100); !errors.Is(err, ErrNoPicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzThumbnail(f *testing.F) {
	var b bytes.Buffer
	_ = png.Encode(&b, halves(6, 4))
	f.Add(b.Bytes())
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, body []byte) {
		img, err := Thumbnail(body, 32, 32)
		if err == nil && (img.Bounds().Dx() > 32 || img.Bounds().Dy() > 32) {
			t.Errorf("%v", img.Bounds())
		}
	})
}

func TestCopyName(t *testing.T) {
	for _, c := range []struct{ name, kind, want string }{
		{"photo.JPG", "image/jpeg", "photo.JPG"},
		{"photo.exe", "image/jpeg", "photo.exe.jpg"},
		{"../../etc/report", "application/pdf", "report.pdf"},
		{"evil\u202egpj.png", "image/png", "evil_gpj.png"},
		{"", "image/png", "file 0123456789ab.png"},
		{"run.sh", "text/plain", "run.sh.txt"},
		{"a.exe", "application/octet-stream", ""},
		{"a.desktop", "application/x-desktop", ""},
		{"page.html", "text/html", ""},
		{"draw.svg", "image/svg+xml", ""},
	} {
		got, err := CopyName(store.FileRef{SHA256: "0123456789abcdef", Name: c.name, MediaType: c.kind})
		if got != c.want || (err != nil) != (c.want == "") || err != nil && !errors.Is(err, ErrNotOpened) {
			t.Errorf("%q, %s: %q, %v, want %q", c.name, c.kind, got, err, c.want)
		}
	}
}

func TestAsideIsByteForByteAndCannotBeWrittenTo(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	body := encoded(t, halves(10, 10))
	ref, err := st.Attach(ctx, store.NewAttachment{Name: "a picture"}, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // also over an earlier copy
		path, err := Aside(ctx, st, ref, filepath.Join(dir, "opened"))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, body) || !strings.HasSuffix(path, "a picture.png") {
			t.Errorf("%s: %v", path, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o222 != 0 {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	}
}
