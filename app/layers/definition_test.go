package layers_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sitmap/app/layers"
	"sitmap/mapdata/scene"
)

func TestDefinitionRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z “”é]{0,12}`)
		c := func(name string) layers.Colour {
			b := rapid.SliceOfN(rapid.Byte(), 3, 3).Draw(t, name)
			return layers.Colour{R: b[0], G: b[1], B: b[2]}
		}
		d := layers.Definition{
			File: "a" + text.Draw(t, "file"), Hidden: rapid.Bool().Draw(t, "hidden"), Label: text.Draw(t, "label"), Title: text.Draw(t, "title"),
			From: "f" + text.Draw(t, "from"), To: text.Draw(t, "to"), Source: text.Draw(t, "source"), AsOf: "2025-07-03",
			Style: layers.Style{
				Fill: c("fill"), Outline: c("outline"), Opacity: rapid.Float64Range(0, 1).Draw(t, "opacity"), Width: rapid.Float64Range(0, 12).Draw(t, "width"),
				Dash: rapid.SampledFrom(layers.Dashes).Draw(t, "dash"), Hatch: rapid.SampledFrom(layers.Hatches).Draw(t, "hatch"),
				Marker: rapid.SampledFrom(layers.Markers).Draw(t, "marker"),
			},
		}
		b, err := d.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := layers.Decode(b); err != nil || got != d {
			t.Fatalf("%+v comes back as %+v, %v", d, got, err)
		}
	})
}

func TestDefinitionsAreChecked(t *testing.T) {
	for body, want := range map[string]string{
		`{"file":"x","style":{"fill":"red","outline":"#000000"}}`:     "the colour “red” is not of the form #1f5fa8",
		`{"file":"x","style":{"fill":"#00000g","outline":"#000000"}}`: "the colour “#00000g”",
		`{"file":" ","style":{}}`:                                     "names no file",
		`{"file":"x","style":{"opacity":1.5}}`:                        "the opacity must lie between 0 and 1",
		`{"file":"x","style":{"width":-1}}`:                           "the width of outlines must lie between 0 and 12",
		`{"file":"x","style":{"hatch":"wavy"}}`:                       "the hatching “wavy” is not one of none, rising",
		`{"file":"x","style":{"dash":"x"}}`:                           "the outline “x” is not one of",
		`{"file":"x","style":{"marker":"x"}}`:                         "the marker “x” is not one of",
		`{"file":"x","style":{},"to":"end"}`:                          "needs one for the start too",
		`{"file":"x","style":{},"asOf":"July"}`:                       "the date “July” is not written as 2025-07-03",
		`[]`:                                                          "cannot be read",
	} {
		if _, err := layers.Decode(json.RawMessage(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: want %q, have %v", body, want, err)
		}
	}
}

func TestStyleBecomesWhatItsNamesSay(t *testing.T) {
	s := layers.Style{Dash: "dotted", Hatch: "crossed", Marker: "diamond"}.Scene()
	if s.Dash != scene.Dotted || s.Hatch != scene.CrossedHatch || s.Marker != scene.Diamond {
		t.Errorf("%+v", s)
	}
	if s := (layers.Style{}).Scene(); s.Dash != scene.Unbroken || s.Hatch != scene.NoHatch || s.Marker != scene.Circle {
		t.Errorf("%+v", s)
	}
}

func TestFilesAreNamedRelativeToTheStore(t *testing.T) {
	home := t.TempDir()
	inside, beside := filepath.Join(home, "maps", "front.geojson"), filepath.Join(filepath.Dir(home), "front.geojson")
	if got := layers.FileFor(inside, home); got != "maps/front.geojson" {
		t.Errorf("inside: %s", got)
	}
	if got := layers.FileFor(beside, home); got != filepath.ToSlash(beside) {
		t.Errorf("outside: %s", got)
	}
	for _, p := range []string{inside, beside} {
		if got := (layers.Definition{File: layers.FileFor(p, home)}).Path(home); got != p {
			t.Errorf("%s comes back as %s", p, got)
		}
	}
	if got := layers.NameFor("/a/front-line_2025.geojson"); got != "front line 2025" {
		t.Errorf("its name is %q", got)
	}
}

func TestCredit(t *testing.T) {
	for want, d := range map[string]layers.Definition{
		"":                                     {},
		"Front (DeepState)":                    {Source: "DeepState"},
		"Front (DeepState), as of 3 July 2025": {Source: "DeepState", AsOf: "2025-07-03"},
		"Front, as of 3 July 2025":             {AsOf: "2025-07-03"},
	} {
		if got := d.Credit("Front"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
