package assets

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/fyne-io/oksvg"
	"golang.org/x/image/font/sfnt"
)

func TestEveryBuiltInKindHasAnIcon(t *testing.T) {
	want := []string{
		"agreement", "aid", "call", "ceasefire", "clash", "movement", "other",
		"prisoner-exchange", "protest", "sanction", "statement", "strike", "talks", "visit",
	}
	if got := KindIcons(); !slices.Equal(got, want) {
		t.Errorf("KindIcons() = %v, want %v", got, want)
	}
}

func TestIconsAreOneBlackPathOnAGridOf24(t *testing.T) {
	check := func(set, name string, svg []byte, ok bool) {
		t.Helper()
		if !ok {
			t.Errorf("%s icon %s is missing", set, name)
			return
		}
		var doc struct {
			ViewBox string `xml:"viewBox,attr"`
			Paths   []struct {
				Fill string `xml:"fill,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(svg, &doc); err != nil {
			t.Errorf("%s icon %s: %v", set, name, err)
		}
		if doc.ViewBox != "0 0 24 24" || len(doc.Paths) != 1 || doc.Paths[0].Fill != "#000000" {
			t.Errorf("%s icon %s: view box %q, paths %v", set, name, doc.ViewBox, doc.Paths)
		}
		if _, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode); err != nil {
			t.Errorf("%s icon %s cannot be drawn: %v", set, name, err)
		}
	}
	for _, name := range KindIcons() {
		svg, ok := KindIcon(name)
		check("kind", name, svg, ok)
	}
	if len(UIIcons()) < 40 {
		t.Errorf("only %d icons for the window", len(UIIcons()))
	}
	for _, name := range UIIcons() {
		svg, ok := UIIcon(name)
		check("window", name, svg, ok)
	}
}

func TestIconsByOtherNamesAreRefused(t *testing.T) {
	for _, name := range []string{"", "app", "no such icon", "../app", "ui", "ui/zoom-in", "/"} {
		if _, ok := KindIcon(name); ok {
			t.Errorf("KindIcon(%q) found something", name)
		}
	}
	if svg, ok := UIIcon("no such icon"); ok || svg != nil {
		t.Error("UIIcon found what is not there")
	}
}

func TestAppIcon(t *testing.T) {
	m, err := png.Decode(bytes.NewReader(AppIconPNG()))
	if err != nil {
		t.Fatal(err)
	}
	if b := m.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("the picture is %v, want 512 by 512", b)
	}
	if _, _, _, a := m.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner is not transparent")
	}
	if !bytes.Contains(AppIcon(), []byte("<svg")) {
		t.Error("the drawing is no SVG")
	}
}

func TestFontsCoverTheScriptsOfBriefs(t *testing.T) {
	const text = "Kyiv Київ Хар’ків Їжак Ґ İstanbul Çırağan Łódź Αθήνα 0123456789 – — “ ” … → ↔ ₴"
	for _, tt := range []struct {
		face Face
		text string
	}{
		{Regular, text},
		{Italic, text},
		{SemiBold, text},
		{SemiBoldItalic, text},
		{Fallback, text + "القدس ירושלים თბილისი Երևան"},
	} {
		f, err := sfnt.Parse(Font(tt.face))
		if err != nil {
			t.Errorf("%s: %v", tt.face, err)
			continue
		}
		var buf sfnt.Buffer
		for _, r := range tt.text {
			if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
				t.Errorf("%s has no glyph for %q (%v)", tt.face, r, err)
			}
		}
	}
}

func TestFiguresOfTheTextFaceAreOfOneWidth(t *testing.T) {
	for _, face := range []Face{Regular, Italic, SemiBold, SemiBoldItalic} {
		f, err := sfnt.Parse(Font(face))
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		widths := map[int]bool{}
		for r := '0'; r <= '9'; r++ {
			i, _ := f.GlyphIndex(&buf, r)
			w, err := f.GlyphAdvance(&buf, i, 1000<<6, 0)
			if err != nil {
				t.Fatal(err)
			}
			widths[int(w)] = true
		}
		if len(widths) != 1 {
			t.Errorf("%s: figures have widths %v", face, widths)
		}
	}
}

func TestUnknownFaceIsRegular(t *testing.T) {
	if !bytes.Equal(Font("no such face"), Font(Regular)) {
		t.Error("an unknown face gave something else")
	}
}

func TestAttributionsNameLicencesThatAreThere(t *testing.T) {
	for _, a := range Attributions() {
		if a.Name == "" || a.What == "" || a.Licence == "" || !strings.HasPrefix(a.URL, "https://") {
			t.Errorf("incomplete: %+v", a)
		}
		if a.File == "" {
			continue
		}
		if data, err := Read(a.File); err != nil || len(data) == 0 {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}

func TestMissingFilesAreReported(t *testing.T) {
	if _, err := Read("no/such"); err == nil || !strings.Contains(err.Error(), "no/such") {
		t.Errorf("Read: %v", err)
	}
	if _, err := OpenGzip("no/such"); err == nil || !strings.Contains(err.Error(), "no/such") {
		t.Errorf("OpenGzip: %v", err)
	}
	if _, err := OpenGzip("icons/app.svg"); err == nil {
		t.Error("OpenGzip took an SVG for a gzip file")
	}
}

func TestPackedFilesUnpack(t *testing.T) {
	err := fs.WalkDir(Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".gz") {
			return err
		}
		z, err := OpenGzip(path)
		if err != nil {
			return err
		}
		defer z.Close()
		if _, err := io.Copy(io.Discard, z); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
