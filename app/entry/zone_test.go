package entry

import (
	"testing"
	"time"
)

func TestZoneName(t *testing.T) {
	for text, want := range map[string]string{
		":Europe/Berlin": "Europe/Berlin", "Europe/Kyiv\n": "Europe/Kyiv", "": "",
		"/usr/share/zoneinfo/America/New_York": "America/New_York",
	} {
		if got := zoneName(text); got != want {
			t.Errorf("zoneName(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSameClock(t *testing.T) {
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := sameClock("Europe/Moscow", kyiv); ok {
		t.Error("Moscow has no winter time")
	}
	if z, ok := sameClock("Europe/Kyiv", kyiv); !ok || z.String() != "Europe/Kyiv" {
		t.Error("Kyiv is not found")
	}
	if z := named(kyiv); z != kyiv {
		t.Error("a zone with a name keeps it")
	}
}
