package svg

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
	"sitmap/mapdata/render/internal/likeness"
)

var options = Options{
	Title: "Calls & <talks>", Description: "What “it” shows\x01", Creator: "A. Nalyst", Identifier: "not recorded", Source: "head 7",
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

func written(t testing.TB, p *render.Picture, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// element is an element of a file with the text it holds, those within it included.
type element struct {
	name string
	attr map[string]string
	text string
}

func elements(t *testing.T, file string) []*element {
	t.Helper()
	var all, open []*element
	d := xml.NewDecoder(strings.NewReader(file))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(x)
			}
		}
	}
}

func TestTheFileIsMadeToBeEdited(t *testing.T) {
	file := written(t, laid(t, render.New(base()), render.Light), options)
	all := elements(t, file)
	ids, layers, texts := map[string]bool{}, map[string]string{}, map[string]*element{}
	for _, e := range all {
		if id := e.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("there are two elements %s", id)
			}
			ids[id] = true
		}
		if e.attr["groupmode"] == "layer" {
			layers[e.attr["label"]] = e.attr["clip-path"]
		}
		if e.name == "text" {
			texts[e.text] = e
		}
		if slices.Contains([]string{"foreignObject", "script", "animate", "mask", "filter", "textPath"}, e.name) {
			t.Errorf("there is a %s", e.name)
		}
		for _, a := range []string{"style", "class", "textLength"} {
			if e.attr[a] != "" {
				t.Errorf("a %s has the attribute %s", e.name, a)
			}
		}
	}
	for _, ref := range regexp.MustCompile(`(?:url\(|href=")#([^)"]+)`).FindAllStringSubmatch(file, -1) {
		if !ids[ref[1]] {
			t.Errorf("there is no %s", ref[1])
		}
	}
	for _, name := range []string{"page", "sea", "land", "contested areas", "borders", "areas", "links", "marks", "names", "labels", "furniture"} {
		clip, ok := layers[name]
		if !ok {
			t.Errorf("there is no layer “%s”", name)
		}
		if outside := name == "page" || name == "furniture"; outside != (clip == "") {
			t.Errorf("layer “%s” is clipped by %q", name, clip)
		}
	}
	if root := all[0]; root.attr["width"] != "960" || root.attr["viewBox"] != "0 0 960 640" {
		t.Errorf("the file begins with %v", root.attr)
	}
	for _, want := range []string{"<title>Calls &amp; &lt;talks&gt;</title>", "<desc>What “it” shows </desc>", "<dc:title>A. Nalyst</dc:title>", "<dc:identifier>not recorded</dc:identifier>"} {
		if !strings.Contains(file, want) {
			t.Errorf("the file lacks %s", want)
		}
	}
	if bad := regexp.MustCompile(`NaN|Inf|="[^"]*\d[eE][+-]?\d[^"]*"`).FindString(regexp.MustCompile(`<style>(?s:.*?)</style>|"#[0-9a-f]+"`).ReplaceAllString(file, "")); bad != "" {
		t.Errorf("there is the number %s", bad)
	}
	for _, w := range likeness.Words {
		if texts[w] == nil {
			t.Errorf("the text “%s” is not there", w)
		}
	}
	for text, want := range map[string]map[string]string{
		"BLACK SEA":                         nil,
		"Black Sea":                         {"font-style": "italic", "text-anchor": "middle", "font-family": "'IBM Plex Sans', 'DejaVu Sans', sans-serif"},
		"UKRAINE":                           {"font-weight": "600", "text-anchor": "middle", "paint-order": "stroke"},
		"Data as of 5 July 2025, 12:00 UTC": {"text-anchor": "end", "font-weight": "600"},
		"اجتماع في القاهرة":                 {"direction": "rtl", "font-family": "'DejaVu Sans', sans-serif", "font-weight": ""},
	} {
		e := texts[text]
		if (e == nil) != (want == nil) {
			t.Errorf("the text “%s” is %v", text, e)
			continue
		}
		for k, v := range want {
			if e.attr[k] != v {
				t.Errorf("“%s” has %s=%q, want %q", text, k, e.attr[k], v)
			}
		}
	}
	if s, err := strconv.ParseFloat(texts["Black Sea"].attr["letter-spacing"], 64); err != nil || s < 1 {
		t.Errorf("the sea's letters are %v apart", s)
	}
}

func TestTheSamePictureIsTheSameFile(t *testing.T) {
	r := render.New(base())
	a := written(t, laid(t, r, render.Print), options)
	if b := written(t, laid(t, render.New(base()), render.Print), options); a != b {
		t.Error("two files of one picture differ")
	}
	if b := written(t, laid(t, r, render.Print), Options{DPI: 300}); !strings.Contains(b, ` width="307.2" height="204.8" viewBox="0 0 960 640"`) {
		t.Error("at 300 pixels an inch the picture is not 3.2 inches wide")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Write(ctx, io.Discard, laid(t, r, render.Print), options); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled picture gave %v", err)
	}
	if err := Write(context.Background(), full{}, laid(t, r, render.Print), options); !errors.Is(err, errFull) {
		t.Errorf("a full disk gave %v", err)
	}
}

var errFull = errors.New("the disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestTheFileLooksLikeThePixels shows the file with rsvg-convert in the very fonts that
// it embeds.
func TestTheFileLooksLikeThePixels(t *testing.T) {
	r := render.New(base())
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Fatal("rsvg-convert is not there to look at the pictures: make test installs it, as the package librsvg2-bin")
	}
	for name, req := range map[string]render.Request{
		"light": likeness.Request(render.Light), "dark": likeness.Request(render.Dark), "print": likeness.Request(render.Print),
		"furnished": likeness.Furnished(render.Light), "projected": likeness.Projected(render.Light),
	} {
		file := written(t, laidOut(t, r, req), options)
		dir := t.TempDir()
		n := 0
		for _, m := range regexp.MustCompile(`font-family:'([^']+)';[^}]*base64,([^)]+)\)`).FindAllStringSubmatch(file, -1) {
			data, err := base64.StdEncoding.DecodeString(m[2])
			if err != nil {
				t.Fatal(err)
			}
			n++
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.ttf", n)), unpack(t, data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if n != 4 {
			t.Fatalf("%d fonts are embedded, want 4", n)
		}
		want := image.NewRGBA(image.Rect(0, 0, likeness.Width, likeness.Height))
		if _, err := r.Render(context.Background(), want, req); err != nil {
			t.Fatal(err)
		}
		d, err := likeness.Between(want, shown(t, tool, dir, file))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %.2f of 255 on average, %d odd pixels", name, d.Mean, d.Odd)
		if d.Mean > 1.2 || d.Odd > d.Pixels/5000 {
			t.Errorf("the %s picture differs by %.2f of 255, in %d pixels by more than antialiasing", name, d.Mean, d.Odd)
		}
	}
}

// shown gives a file as rsvg-convert shows it, with the fonts of a folder alone.
func shown(t *testing.T, tool, dir, file string) image.Image {
	t.Helper()
	conf := filepath.Join(dir, "fonts.conf")
	text := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>` + dir +
		`</dir><cachedir>` + filepath.Join(dir, "cache") + `</cachedir></fontconfig>`
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	cmd.Stdin = strings.NewReader(forPango(t, file))
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("rsvg-convert: %v: %s", err, complaint.String())
	}
	m, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// forPango moves letter-spaced texts to the left by half the spacing: Pango, which
// rsvg sets text with, puts that before the first letter, where browsers put all of
// it after the last.
func forPango(t *testing.T, file string) string {
	return regexp.MustCompile(`<text x="[^"]+"[^>]* letter-spacing="[^"]+"`).ReplaceAllStringFunc(file, func(s string) string {
		m := regexp.MustCompile(`x="([^"]+)"(.*) letter-spacing="([^"]+)"`).FindStringSubmatch(s)
		x, errX := strconv.ParseFloat(m[1], 64)
		by, errBy := strconv.ParseFloat(m[3], 64)
		if errX != nil || errBy != nil {
			t.Fatalf("no numbers in %s", s)
		}
		return fmt.Sprintf(`<text x="%.3f"%s letter-spacing="%s"`, x-by/2, m[2], m[3])
	})
}

func BenchmarkWrite(b *testing.B) {
	p := laid(b, render.New(base()), render.Light)
	for b.Loop() {
		if err := Write(context.Background(), io.Discard, p, options); err != nil {
			b.Fatal(err)
		}
	}
}
