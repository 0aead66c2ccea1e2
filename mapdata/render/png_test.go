package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
)

// chunks lists a PNG's chunks by name and checks their sums.
func chunks(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for data = data[8:]; len(data) >= 12; {
		n := binary.BigEndian.Uint32(data)
		body := data[4 : 8+n]
		if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(data[8+n:]) {
			t.Errorf("the sum of %s is wrong", body[:4])
		}
		out[string(body[:4])] = append(out[string(body[:4])], string(body[4:]))
		data = data[12+n:]
	}
	return out
}

func TestEncodePNG(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 7, 5))
	m.Set(3, 2, color.RGBA{10, 20, 30, 255})
	var buf bytes.Buffer
	err := EncodePNG(&buf, m, 300, map[string]string{"Title": "Übersicht", "Description": "Київ", "Author": "A"})
	if err != nil {
		t.Fatal(err)
	}
	back, err := png.Decode(bytes.NewReader(buf.Bytes()))
	if err != nil || back.Bounds() != m.Bounds() || !near(back.At(3, 2), m.At(3, 2), 0) {
		t.Errorf("the picture comes back as %v, %v", back, err)
	}
	got := chunks(t, buf.Bytes())
	if p := got["pHYs"]; len(p) != 1 || binary.BigEndian.Uint32([]byte(p[0])) != 11811 || p[0][8] != 1 {
		t.Errorf("300 dpi are written as %q", p)
	}
	if x := got["tEXt"]; len(x) != 2 || x[0] != "Author\x00A" || x[1] != "Title\x00\xdcbersicht" {
		t.Errorf("Latin texts are written as %q", x)
	}
	if x := got["iTXt"]; len(x) != 1 || x[0] != "Description\x00\x00\x00\x00\x00Київ" {
		t.Errorf("other texts are written as %q", x)
	}
}

func TestEncodePNGRefusesBadKeywords(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 1, 1))
	for _, key := range []string{"", "Київ", strings.Repeat("k", 80)} {
		if err := EncodePNG(&bytes.Buffer{}, m, 96, map[string]string{key: "x"}); err == nil {
			t.Errorf("the keyword %q is written", key)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestEncodePNGReportsAFullDisk(t *testing.T) {
	if err := EncodePNG(fullDisk{}, image.NewRGBA(image.Rect(0, 0, 1, 1)), 0, nil); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}

// Many strips with rows of every kind come back as they were.
func TestPNGOfManyStripsComesBack(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 701, 1203))
	rnd := rand.New(rand.NewPCG(3, 4))
	for y := range 1203 {
		for x := range 701 {
			c := color.RGBA{uint8(x), uint8(y), uint8(x * y / 97), 255}
			switch y / 100 % 4 {
			case 0:
				c = color.RGBA{200, 210, 220, 255}
			case 1:
				c = color.RGBA{uint8(rnd.Uint32()), uint8(rnd.Uint32()), uint8(rnd.Uint32()), 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var buf bytes.Buffer
	if err := EncodePNG(&buf, m, 0, nil); err != nil {
		t.Fatal(err)
	}
	if n := len(chunks(t, buf.Bytes())["IDAT"]); n < 3 {
		t.Fatalf("%d parts: no strips were tested", n)
	}
	back, err := png.Decode(&buf)
	if err != nil {
		t.Fatal(err)
	}
	for y := range 1203 {
		for x := range 701 {
			if r, g, b, _ := back.At(x, y).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) != m.RGBAAt(x, y) {
				t.Fatalf("pixel %d, %d has become %v", x, y, back.At(x, y))
			}
		}
	}
}

func TestEmptyPictureIsNoPNG(t *testing.T) {
	if err := EncodePNG(&bytes.Buffer{}, &image.RGBA{}, 96, nil); err == nil {
		t.Error("a picture without pixels is written")
	}
}

// A disk that is full in the middle ends the work of all strips.
func TestPNGStopsWhereTheDiskIsFull(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 700, 3000))
	if err := EncodePNG(&smallDisk{1000}, m, 96, nil); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

type smallDisk struct{ room int }

func (d *smallDisk) Write(p []byte) (int, error) {
	if d.room -= len(p); d.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}
