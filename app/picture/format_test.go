package picture

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitmap/mapdata/basemap"
	"sitmap/store"
)

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]string{
		"a.png": "png", "b.SVG": "svg", "/x.d/c.pdf": "pdf", "d.gif": "", "e": "", "f.pdf.bak": "", ".png": "png",
	} {
		got, err := FormatOf(path)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q (%v), want %q", path, got, err, want)
		}
	}
	for _, e := range Extensions() {
		if f, err := FormatOf("x" + e); err != nil || "."+f != e {
			t.Errorf("%s is %q, %v", e, f, err)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=1": "https://example.org/a?b=1", "http://example.org": "http://example.org", "": "",
		"javascript:alert(1)": "", "file:///etc/passwd": "", "example.org/a": "", "https://": "", "https://bad host/": "", "ftp://x.org": "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("%q leads to %q, want %q", in, got, want)
		}
	}
}

func TestEachFormatIsWrittenAndRecorded(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{User: "A. Nalyst"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for ext, magic := range map[string]string{".png": "\x89PNG", ".svg": "<?xml", ".pdf": "%PDF-"} {
		out := filepath.Join(dir, "p"+ext)
		r, err := Make(ctx, st, basemap.New(), Spec{Width: 320, Height: 240, Title: "Nothing yet", Record: true, Clock: func() time.Time { return now }}, out)
		if err != nil {
			t.Fatal(err)
		}
		if r.Publication.Format != ext[1:] || r.Publication.ID == "" {
			t.Errorf("%s is recorded as %+v", ext, r.Publication)
		}
		data, err := os.ReadFile(out)
		if err != nil || !bytes.HasPrefix(data, []byte(magic)) {
			t.Errorf("%s begins with %q (%v)", ext, data[:min(8, len(data))], err)
		}
		if ext == ".svg" && !strings.Contains(string(data), "<dc:creator><cc:Agent><dc:title>A. Nalyst<") {
			t.Error("the SVG does not say who made it")
		}
	}
	if _, err := Make(ctx, st, basemap.New(), Spec{Width: 320, Height: 240}, filepath.Join(dir, "p.gif")); err == nil {
		t.Error("a GIF was made")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
