package gazetteer

import "testing"

func TestNamedTakesWholeNamesInAnySpelling(t *testing.T) {
	g := Open()
	for name, want := range map[string]string{
		"Kiev": "Kyiv", "київ": "Kyiv", "Стамбул": "Istanbul", "ISTANBUL": "Istanbul", "Odessa": "Odesa",
		"new york": "New York", "北京": "Beijing", "Kyi": "", "Kiew ist": "", "": "", "—": "",
	} {
		got := ""
		if p := g.Named(name, 8); len(p) > 0 {
			got = p[0].Name
		}
		if got != want && !(want == "New York" && got == "New York City") {
			t.Errorf("%q is %q first, want %q", name, got, want)
		}
	}
	if p := g.Named("Springfield", 3); len(p) != 3 || p[0].Population < p[1].Population || p[1].Population < p[2].Population {
		t.Errorf("of the many Springfields: %v", p)
	}
	if p := g.Named("Kyiv", 0); p != nil {
		t.Errorf("none were wanted: %v", p)
	}
}
