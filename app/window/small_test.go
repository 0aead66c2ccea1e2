package window

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sitmap/app/look"
	"sitmap/app/picture"
	"sitmap/store"
)

func TestParseSize(t *testing.T) {
	for in, want := range map[string][2]int{
		"1920 × 1080": {1920, 1080}, "1920x1080": {1920, 1080}, " 800 , 600 ": {800, 600}, "1200*1200": {1200, 1200},
	} {
		w, h, err := picture.ParseSize(in)
		if err != nil || w != want[0] || h != want[1] {
			t.Errorf("picture.ParseSize(%q) = %d, %d, %v", in, w, h, err)
		}
	}
	for _, in := range []string{"", "1920", "a × b", "-5 × 10", "9999999 × 10", "1 × 1"} {
		if _, _, err := picture.ParseSize(in); err == nil {
			t.Errorf("picture.ParseSize(%q) was taken", in)
		}
	}
}

func TestParseZone(t *testing.T) {
	for in, want := range map[string]string{"UTC": "UTC", "local": "Local", " Europe/Kyiv ": "Europe/Kyiv", "Local (CET, UTC+01:00)": "Local"} {
		if z, err := parseZone(in); err != nil || z.String() != want {
			t.Errorf("parseZone(%q) = %v, %v", in, z, err)
		}
	}
	for _, in := range []string{"", "Europe/Atlantis", "../../etc/passwd", "UTC (local)"} {
		if _, err := parseZone(in); err == nil {
			t.Errorf("parseZone(%q) was taken", in)
		}
	}
}

func TestHoverLineIsOneLine(t *testing.T) {
	for want, names := range map[string][]string{
		"": nil, "Drones hit Kyiv": {"Drones\nhit Kyiv"}, "A call, and 2 more here": {"A call", "Talks", "Aid"},
	} {
		if got := hoverLine(names); got != want {
			t.Errorf("%q: %q, want %q", names, got, want)
		}
	}
}

func TestZoneNameSaysWhichZoneIsLocal(t *testing.T) {
	now := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	if got := zoneName(time.UTC, now); got != "UTC" {
		t.Errorf("UTC is %q", got)
	}
	if got := zoneName(time.Local, now); !strings.HasPrefix(got, "Local (") {
		t.Errorf("the local zone is %q", got)
	}
	if z, err := parseZone(zoneName(time.Local, now)); err != nil || z != time.Local {
		t.Errorf("the local zone is read as %v, %v", z, err)
	}
}

func TestChangeName(t *testing.T) {
	event := store.ChangeItem{Entity: store.EntityEvent, Title: "Drones and missiles hit Kyiv"}
	for _, c := range []struct {
		in   store.Change
		want string
	}{
		{store.Change{Reason: store.ReasonNew, Items: []store.ChangeItem{event}}, "recording “Drones and missiles hit Kyiv”"},
		{store.Change{Reason: store.ReasonDeleted, Items: []store.ChangeItem{event}}, "deletion of “Drones and missiles hit Kyiv”"},
		{store.Change{Reason: store.ReasonImported, Items: []store.ChangeItem{event, event, {Entity: store.EntityActor}}}, "import of 2 events"},
		{store.Change{Reason: store.ReasonUpdate, Items: []store.ChangeItem{{Entity: store.EntitySetting}}}, "change of setting"},
		{store.Change{Reason: store.ReasonNew, Items: []store.ChangeItem{{Entity: store.EntityLayer, Title: "Front line"}}}, "adding layer “Front line”"},
		{store.Change{Reason: store.ReasonDeleted, Items: []store.ChangeItem{{Entity: store.EntityView, Title: "North"}}}, "deletion of view “North”"},
		{store.Change{Reason: store.ReasonUpdate, Items: []store.ChangeItem{{Entity: store.EntityLayer}, {Entity: store.EntityLayer}}}, "change of 2 layers"},
		{store.Change{Reason: store.ReasonUpdate}, "change of something"},
	} {
		if got := changeName(c.in); got != c.want {
			t.Errorf("changeName(%v) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestColumnsKeepPanelsAndGiveTheMapTheRest(t *testing.T) {
	test.NewTempApp(t)
	l, m, r := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	c := newColumns(l, m, r)
	w := test.NewTempWindow(t, c)
	w.SetPadded(false)
	widths := func() [3]float32 {
		shown := func(o fyne.CanvasObject) float32 {
			if !o.Visible() {
				return 0
			}
			return o.Size().Width
		}
		return [3]float32{shown(l), shown(m), shown(r)}
	}
	for _, s := range []struct {
		what  string
		width float32
		do    func()
		want  [3]float32
	}{
		{"wide", 1280, func() {}, [3]float32{300, 550, 420}},
		{"wider", 1920, func() {}, [3]float32{300, 1190, 420}},
		{"list folded", 1280, func() { c.fold(true, true) }, [3]float32{0, 855, 420}},
		{"both folded", 1280, func() { c.fold(false, true) }, [3]float32{0, 1280, 0}},
		{"both back", 1280, func() { c.fold(true, false); c.fold(false, false) }, [3]float32{300, 550, 420}},
		{"narrow", 800, func() {}, [3]float32{300, 200, 290}},
		{"dragged", 1280, func() { c.leftGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)}) }, [3]float32{340, 510, 420}},
		{"dragged too far", 1280, func() { c.leftGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-900, 0)}) }, [3]float32{leastPanel, 630, 420}},
	} {
		w.Resize(fyne.NewSize(s.width, 600))
		s.do()
		if got := widths(); got != s.want {
			t.Errorf("%s: %v, want %v", s.what, got, s.want)
		}
	}
}

func TestRecentStores(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config", "window.json")
	p := loadPrefs(path, func(f func()) { f() }, slog.Default())
	for i := range 12 {
		p.opened(filepath.Join("/stores", string(rune('a'+i))+".gpkg"))
	}
	p.opened("/stores/h.gpkg")
	recent := p.Recent
	if len(recent) != manyRecent || recent[0] != "/stores/h.gpkg" || recent[1] != "/stores/l.gpkg" {
		t.Errorf("recent stores: %v", recent)
	}
	p.forget("/stores/h.gpkg")
	p = loadPrefs(path, func(f func()) { f() }, slog.Default())
	if p.Recent[0] != "/stores/l.gpkg" || p.Last != "" {
		t.Errorf("after forgetting and starting anew: %v, last %q", p.Recent, p.Last)
	}
	if err := os.WriteFile(path, []byte(`{"theme":"dark","rec`), 0o600); err != nil {
		t.Fatal(err)
	}
	p = loadPrefs(path, func(f func()) { f() }, slog.New(slog.DiscardHandler))
	if p.Theme != look.FollowSystem || p.Recent != nil {
		t.Errorf("half a file was believed: %+v", p.settings)
	}
}

func TestNewFileSaysWhatStandsInTheWay(t *testing.T) {
	dir := t.TempDir()
	there := filepath.Join(dir, "there.gpkg")
	if err := os.WriteFile(there, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	d := &desk{prefs: &prefs{settings: settings{Folder: dir}}}
	for _, c := range []struct {
		name    string
		replace bool
		ok      bool
		path    string
		says    string
	}{
		{"new", false, true, "new.gpkg", ""},
		{"new.gpkg", false, true, "new.gpkg", ""},
		{"there", false, false, "there.gpkg", "There is a file there.gpkg already; choose another name."},
		{"there", true, true, "there.gpkg", "There is a file there.gpkg already; you will be asked before it is replaced."},
		{" ", false, false, "", "Give the file a name."},
		{"a/b", false, false, "a/b.gpkg", "A file name has no slashes; the folder stands below."},
	} {
		f := newNewFile(d, c.name, []string{".gpkg"}, c.replace)
		if ok := f.judge(); ok != c.ok {
			t.Errorf("%q: in order %v, want %v", c.name, ok, c.ok)
		}
		want := c.says
		if want == "" {
			want = filepath.Join(dir, c.path)
		}
		if f.says.Text != want {
			t.Errorf("%q: it says %q, want %q", c.name, f.says.Text, want)
		}
	}
	f := newNewFile(d, "x", []string{".gpkg"}, false)
	f.dir.SetText(filepath.Join(dir, "nowhere"))
	if f.judge() {
		t.Error("a folder that does not exist was taken")
	}
	if b, err := os.ReadFile(there); err != nil || string(b) != "precious" {
		t.Error("asking has touched the file")
	}
}

func TestANameThatIsFreeIsProposed(t *testing.T) {
	dir := t.TempDir()
	for _, there := range []string{"a.png", "b.pdf", "b 2.svg", "c"} {
		if err := os.WriteFile(filepath.Join(dir, there), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pictures := []string{".png", ".svg", ".pdf"}
	for _, c := range []struct {
		name       string
		extensions []string
		want       string
	}{
		{"new.png", pictures, "new.png"},
		{"a.png", pictures, "a 2.png"},
		{"b.png", pictures, "b 3.png"}, // the same name with another format would mislead
		{"b.csv", []string{".csv"}, "b.csv"},
		{"c", nil, "c 2"},
	} {
		if got := freeName(dir, c.name, c.extensions); got != c.want {
			t.Errorf("for %s it proposes %q, want %q", c.name, got, c.want)
		}
	}
}

func TestKeysStandInOneColumnBesideAnyScript(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	m := &menus{labels: map[*fyne.MenuItem]label{}}
	menu := fyne.NewMenu("Edit")
	names := []string{"Undo recording “Удар по Києву”", "Redo recording “攻撃”", "New event", "Find", "Redo deletion of “Łódź – Kyiv…”"}
	for _, n := range names {
		i := fyne.NewMenuItem(n, nil)
		m.labels[i] = label{n, "Ctrl+Z"}
		menu.Items = append(menu.Items, i)
	}
	m.align(menu)
	for k, i := range menu.Items {
		text, tabbed := strings.CutSuffix(i.Label, "Ctrl+Z")
		if !tabbed || !strings.HasPrefix(text, names[k]) {
			t.Errorf("the entry is %q", i.Label)
		}
		if strings.Contains(text, "\t") == (k < 2) {
			t.Errorf("%q: tabs are for Latin names alone", i.Label)
		}
		if off := width(i.Label) - width(menu.Items[3].Label); off > 3 || off < -3 {
			t.Errorf("the keys of %q stand %.1f beside the column", i.Label, off)
		}
	}
}

func TestParseKeysMatchWhatTheDriverMakes(t *testing.T) {
	for keys, want := range map[string]string{
		"Ctrl+Z":         (&fyne.ShortcutUndo{}).ShortcutName(),
		"Ctrl+Shift+Z":   (&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}).ShortcutName(),
		"Ctrl++":         (&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierControl}).ShortcutName(),
		"Ctrl+-":         (&desktop.CustomShortcut{KeyName: fyne.KeyMinus, Modifier: fyne.KeyModifierControl}).ShortcutName(),
		"Ctrl+/":         (&desktop.CustomShortcut{KeyName: fyne.KeySlash, Modifier: fyne.KeyModifierControl}).ShortcutName(),
		"Ctrl+Backspace": (&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierControl}).ShortcutName(),
	} {
		if got := parseKeys(keys).ShortcutName(); got != want {
			t.Errorf("%s is %s, want %s", keys, got, want)
		}
	}
}

func TestWithExtensionReplacesOnlyWhatIsAPicturesOwn(t *testing.T) {
	for _, tt := range [][3]string{
		{"brief.png", ".pdf", "brief.pdf"},
		{"brief", ".svg", "brief.svg"},
		{"brief 3.7", ".pdf", "brief 3.7.pdf"},
		{"brief.SVG", ".png", "brief.png"},
	} {
		if got := withExtension(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%s as %s is %s, want %s", tt[0], tt[1], got, tt[2])
		}
	}
	if len(pictureFormats) != len(picture.Extensions()) {
		t.Errorf("%d formats are named, %d can be written", len(pictureFormats), len(picture.Extensions()))
	}
}
