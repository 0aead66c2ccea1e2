package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
	"sitmap/mapdata/render/internal/likeness"
)

var options = Options{
	Title: "Výbuch (první)", Author: "Ž. Analytička", Subject: "What it shows", Keywords: "head 7",
	Created: time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC),
}

// base is the base map of all tests.
var base = sync.OnceValue(basemap.New)

func laid(t testing.TB, r *render.Renderer, theme render.Theme) *render.Picture {
	t.Helper()
	return laidOut(t, r, likeness.Request(theme))
}

func laidOut(t testing.TB, r *render.Renderer, req render.Request) *render.Picture {
	t.Helper()
	p, err := r.Lay(context.Background(), likeness.Width, likeness.Height, req)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func written(t testing.TB, p *render.Picture, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// content gives the operators of the page: the longest stream that is text.
func content(t *testing.T, file []byte) string {
	t.Helper()
	longest := ""
	for _, part := range bytes.Split(file, []byte("stream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		data, err := io.ReadAll(r)
		if err == nil && bytes.Contains(data, []byte(" re W n")) && len(data) > len(longest) {
			longest = string(data)
		}
	}
	if longest == "" {
		t.Fatal("the page has no content")
	}
	return longest
}

// wide is a text as PDF has it outside of pages.
func wide(s string) string {
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(string(b))
}

func TestThePageIsWhatWasLaidOut(t *testing.T) {
	file := written(t, laid(t, render.New(base()), render.Light), options)
	raw := string(file)
	for what, want := range map[string]string{
		"the title": "/Title (" + wide(options.Title) + ")", "the author": "/Author (" + wide(options.Author) + ")",
		"the date": "/CreationDate (D:20250705120000", "the link": "/URI (https://example.org/report?a=1&b=2)",
		"the size": "/MediaBox [0 0 720.00 480.00]", "the language": "/Lang (en)", "the layer “contested areas”": wide("contested areas"),
	} {
		if !strings.Contains(raw, want) {
			t.Errorf("%s is not in the file", what)
		}
	}
	if n := strings.Count(raw, "/FontFile2"); n != 4 {
		t.Errorf("%d fonts are embedded, want 4", n)
	}
	if n := strings.Count(raw, "/URI ("); n != 1 {
		t.Errorf("there are %d links, want 1", n)
	}
	page := content(t, file)
	if i := strings.IndexAny(page, "NI"); i >= 0 && regexp.MustCompile(`NaN|Inf`).MatchString(page) {
		t.Errorf("a number is none: %s", page[i:i+40])
	}
	if q, back := len(regexp.MustCompile(`(?m)^q( |$)`).FindAllString(page, -1)), len(regexp.MustCompile(`(?m)^Q$`).FindAllString(page, -1)); q != back || q == 0 {
		t.Errorf("the state is saved %d times and restored %d times", q, back)
	}
	if on, off := strings.Count(page, " BDC"), strings.Count(page, "EMC"); on != off {
		t.Errorf("%d parts begin and %d end", on, off)
	}
	// fpdf numbers the states of opacity as the canvas reckons.
	c := newCanvas(render.Picture{Width: 100, Height: 80}, Options{})
	for _, a := range []uint8{51, 102, 255} {
		c.opacity(a)
	}
	c.opacity(51)
	c.flush()
	var states bytes.Buffer
	if err := c.doc.Output(&states); err != nil {
		t.Fatal(err)
	}
	last := -1
	for i, want := range []string{"/ca 0.200", "/ca 0.400", "/ca 1.000"} {
		at := strings.Index(states.String(), want)
		if at <= last || !regexp.MustCompile(fmt.Sprintf(`/GS%d \d+ 0 R`, i+1)).MatchString(states.String()) {
			t.Errorf("state %d is not an opacity of %s", i+1, want)
		}
		last = at
	}
	said := saidIn(t, page)
	for _, w := range append([]string{"Likeness of the Black Sea", "Black Sea", "UKRAINE", "Data as of 5 July 2025, 12:00 UTC"}, likeness.Words...) {
		if !hasRightToLeft(w) && !strings.Contains(said, "|"+w+"|") {
			t.Errorf("“%s” is not said", w)
		}
	}
	// Joined letters say the plain ones, from left to right; the first and the last
	// of this word stand alone and need not.
	if !strings.Contains(said, "|ا|م|ت|ج|") {
		t.Error("the Arabic letters are not said")
	}
	if strings.Count(page, " Tj") < 300 {
		t.Errorf("the page has only %d stretches of text", strings.Count(page, " Tj"))
	}
}

// saidIn lists what parts of the page stand for, between bars.
func saidIn(t *testing.T, page string) string {
	t.Helper()
	out := "|"
	for _, m := range regexp.MustCompile(`/ActualText <feff([0-9a-f]*)>`).FindAllStringSubmatch(page, -1) {
		b, err := hex.DecodeString(m[1])
		if err != nil {
			t.Fatal(err)
		}
		var u []uint16
		for i := 0; i+1 < len(b); i += 2 {
			u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
		}
		out += string(utf16.Decode(u)) + "|"
	}
	return out
}

func TestTheSamePictureIsTheSameFile(t *testing.T) {
	r := render.New(base())
	p := laid(t, r, render.Print)
	a := written(t, p, options)
	for range 3 {
		if b := written(t, laid(t, render.New(base()), render.Print), options); !bytes.Equal(a, b) {
			t.Fatal("two files of one picture differ")
		}
	}
	if b := written(t, p, Options{DPI: 300}); !bytes.Contains(b, []byte("/MediaBox [0 0 230.40 153.60]")) {
		t.Error("at 300 pixels an inch the page is not 3.2 inches wide")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Write(ctx, io.Discard, p, options); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled picture gave %v", err)
	}
	if err := Write(context.Background(), full{}, p, options); !errors.Is(err, errFull) {
		t.Errorf("a full disk gave %v", err)
	}
}

var errFull = errors.New("the disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestPixelsAreEmbedded(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 4, 4))
	m.Set(1, 1, color.RGBA{200, 0, 0, 255})
	c := newCanvas(render.Picture{Width: 100, Height: 80}, Options{})
	for range 2 {
		if err := c.Image(m, 10, 10, 40, 40); err != nil {
			t.Fatal(err)
		}
	}
	c.flush()
	var out bytes.Buffer
	if err := c.doc.Output(&out); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "/Subtype /Image"); n < 2 {
		t.Errorf("there are %d images in the file", n)
	}
}

func TestNumbersArePlain(t *testing.T) {
	for _, c := range []struct {
		v, unit float64
		want    string
	}{{0, 100, "0"}, {1.5, 100, "1.5"}, {-0.25, 100, "-0.25"}, {2.004, 100, "2"}, {0.005, 1000, "0.005"}, {-0.001, 100, "0"}, {10.05, 100, "10.05"}} {
		if got := string(appendNumber(nil, c.v, c.unit)); got != c.want {
			t.Errorf("%v is written %s, want %s", c.v, got, c.want)
		}
	}
}

// TestTheFileLooksLikeThePixels shows the page with pdftoppm and reads it with
// pdftotext.
func TestTheFileLooksLikeThePixels(t *testing.T) {
	r := render.New(base())
	for _, tool := range []string{"pdftotext", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is not there to look at the pages: make test installs it, in the package poppler-utils", tool)
		}
	}
	for name, req := range map[string]render.Request{
		"light": likeness.Request(render.Light), "dark": likeness.Request(render.Dark), "print": likeness.Request(render.Print),
		"furnished": likeness.Furnished(render.Light), "projected": likeness.Projected(render.Light),
	} {
		file := written(t, laidOut(t, r, req), options)
		at := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`).FindSubmatch(file)
		if at == nil {
			t.Fatal("the file does not end as PDF does")
		}
		if n, err := strconv.Atoi(string(at[1])); err != nil || !bytes.HasPrefix(file[n:], []byte("xref")) {
			t.Fatalf("the table of contents is not at %s", at[1])
		}
		path := filepath.Join(t.TempDir(), "p.pdf")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		text, err := exec.Command("pdftotext", "-raw", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		words := append([]string{"UKRAINE", "Black Sea", "القاهرة"}, likeness.Words...)
		switch name {
		case "furnished":
			words = likeness.FurnishedWords
		case "projected":
			words = likeness.ProjectedWords
		}
		for _, w := range words {
			if !strings.Contains(string(text), w) && !strings.Contains(w, "في") { // its words come as lines
				t.Errorf("pdftotext does not find “%s”", w)
			}
		}
		want := image.NewRGBA(image.Rect(0, 0, likeness.Width, likeness.Height))
		if _, err := r.Render(context.Background(), want, req); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftoppm", "-r", "96", "-png", "-singlefile", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		d, err := likeness.Between(want, got)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.2f of 255 on average, %d odd pixels", name, d.Mean, d.Odd)
		most, mean := d.Pixels/5000, 1.8
		// pdftoppm moves thin level lines to whole pixels: the grid's, and those around
		// the legend and the notes.
		if name == "furnished" || name == "print" {
			most, mean = d.Pixels/1000, 2
		}
		if d.Mean > mean || d.Odd > most {
			t.Errorf("the %s picture differs by %.2f of 255, in %d pixels by more than antialiasing", name, d.Mean, d.Odd)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	p := laid(b, render.New(base()), render.Light)
	for b.Loop() {
		if err := Write(context.Background(), io.Discard, p, options); err != nil {
			b.Fatal(err)
		}
	}
}
