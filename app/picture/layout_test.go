package picture

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

func TestALayoutSaysAllOfAPicture(t *testing.T) {
	l, err := ParseLayout([]byte(`{"version":1,"paper":"a4","orientation":"portrait","dpi":150,"theme":"print","language":"uk","zone":"Europe/Kyiv",
		"legend":"ne","inset":"on","inset_corner":"sw","graticule":true,"north":true,"notes":false,"sources":false,"tlp":"tlp:amber","title":"{from} to {to}"}`))
	if err != nil {
		t.Fatal(err)
	}
	var s Spec
	if err := l.Apply(&s); err != nil {
		t.Fatal(err)
	}
	if s.Width != 1240 || s.Height != 1754 || s.DPI != 150 || s.Theme != render.Print || s.Language != "uk" || s.Zone.String() != "Europe/Kyiv" ||
		s.LegendAt != scene.LegendNE || s.NoLegend || s.Inset != scene.On || s.InsetAt != scene.SouthWest || !s.Graticule || !s.North ||
		s.Meanings || !s.NoSources || s.NoScaleBar || s.Handling != "AMBER" || s.Title != "{from} to {to}" {
		t.Errorf("applied it is %+v", s)
	}
	again, err := ParseLayout(l.JSON())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l, again); diff != "" {
		t.Errorf("written and read (-want +got):\n%s", diff)
	}
	short, err := ParseLayout([]byte(`{"version":1}`))
	if diff := cmp.Diff(DefaultLayout(), short); diff != "" || err != nil {
		t.Errorf("with nothing said (-want +got): %v\n%s", err, diff)
	}
}

func TestAWrongLayoutGetsASentence(t *testing.T) {
	for in, want := range map[string]string{
		``:                                "not complete",
		`{"version":1`:                    "not complete",
		`[]`:                              "must be an object",
		`{}`:                              "does not say its version",
		`{"version":2}`:                   "of version 2; this program knows version 1",
		`{"version":1} {}`:                "goes on after its end",
		`{"version":1,"colour":"red"}`:    `no member "colour"; it may have version, size, paper`,
		`{"version":1,"north":"yes"}`:     "“north” is a string; it must be true or false",
		`{"version":1,"legend":"middle"}`: "cannot stand “middle”; choose below, beside, ne",
		`{"version":1,"inset":"maybe"}`:   "choose auto, on or off",
		`{"version":1,"paper":"A9"}`:      "there is no paper “A9”; choose A5",
		`{"version":1,"size":"wide"}`:     "is not a size",
		`{"version":1,"size":"5x5"}`:      "each side must be between",
		`{"version":1,"size":"100x100","paper":"A4"}`:             "not both",
		`{"version":1,"paper":"A3","dpi":2400}`:                   "cannot be made",
		`{"version":1,"orientation":"diagonal"}`:                  "choose landscape or portrait",
		`{"version":1,"dpi":-3}`:                                  "not between 1 and 2400",
		`{"version":1,"theme":"pink"}`:                            "there is no theme “pink”",
		`{"version":1,"language":"xx"}`:                           "choose en, local, uk, ru or tr",
		`{"version":1,"zone":"Mars"}`:                             "there is no time zone “Mars”",
		`{"version":1,"tlp":"blue"}`:                              "not a handling label",
		`{"version":1,"title":"{nonsense}"}`:                      "{nonsense} stands for nothing",
		`{"version":1,"note":"` + strings.Repeat("x", 601) + `"}`: "601 letters",
		`{"version":1}` + strings.Repeat(" ", 70000):              "larger than 64 KB",
	} {
		if _, err := ParseLayout([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v, want … %s …", in, err, want)
		}
	}
}

func FuzzParseLayout(f *testing.F) {
	f.Add([]byte(`{"version":1,"paper":"A4"}`))
	f.Add(DefaultLayout().JSON())
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseLayout(data)
		if err != nil {
			return
		}
		again, err := ParseLayout(l.JSON())
		if err != nil || again != l {
			t.Errorf("%s is read as %+v, then as %+v: %v", data, l, again, err)
		}
	})
}

func TestLayoutsAreKeptInTheStore(t *testing.T) {
	ctx := context.Background()
	st, err := store.Create(ctx, filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	l := DefaultLayout()
	l.Paper, l.Size = "A4", ""
	names := func() (out []string) {
		all, err := Layouts(ctx, st)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range all {
			out = append(out, k.Name+" "+k.Layout.Paper)
		}
		return out
	}
	check := func(what string, err error, want ...string) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if diff := cmp.Diff(want, names()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	check("saved", SaveLayout(ctx, st, " Daily brief ", l), "Daily brief A4")
	l.Paper = "A3"
	check("saved again", SaveLayout(ctx, st, "daily BRIEF", l), "daily BRIEF A3")
	check("another", SaveLayout(ctx, st, "Slides", DefaultLayout()), "daily BRIEF A3", "Slides ")
	all, _ := Layouts(ctx, st)
	if err := RenameLayout(ctx, st, all[0], "slides"); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("two of one name: %v", err)
	}
	check("renamed", RenameLayout(ctx, st, all[0], "Evening"), "Evening A3", "Slides ")
	all, _ = Layouts(ctx, st)
	check("removed", RemoveLayout(ctx, st, all[0]), "Slides ")
	_, err = st.Undo(ctx)
	check("undone", err, "Evening A3", "Slides ")
	if l, err := FindLayout(ctx, st, "evening"); err != nil || l.Paper != "A3" {
		t.Errorf("found %+v, %v", l, err)
	}
	if _, err := FindLayout(ctx, st, "Morning"); err == nil || !strings.Contains(err.Error(), "“Evening”, “Slides”") {
		t.Errorf("looking for another: %v", err)
	}
}
