package render

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestOKLabRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rgb(rapid.Uint32Range(0, 0xffffff).Draw(t, "colour"))
		l, a, b := toOKLab(c)
		if got := fromOKLab(l, a, b, 255); !near(got, c, 1) {
			t.Fatalf("%v comes back as %v", c, got)
		}
	})
}

func TestTextStandsOffFromItsGround(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		p := theme.palette()
		for _, c := range []struct {
			name         string
			text, ground color.NRGBA
			least        float64
		}{
			{"event text on paper", p.eventText, p.paper, 7},
			{"title on page", p.title, p.page, 7},
			{"body text on page", p.bodyText, p.page, 7},
			{"small text on page", p.smallText, p.page, 4.5},
			{"city names on land", p.cityName, p.land[0], 4.5},
			{"accent on page", p.accent, p.page, 3},
		} {
			if got := contrast(c.text, c.ground); got < c.least {
				t.Errorf("%v: %s has a contrast of %.1f, want %.1f", theme, c.name, got, c.least)
			}
		}
	}
}

func TestEventColoursStandOffFromDarkLandAndKeepTheirHue(t *testing.T) {
	p := Dark.palette()
	for _, c := range []color.NRGBA{red, blue, green, rgb(0x6b5b95), rgb(0x0f766e), rgb(0x8a1020), rgb(0x222222)} {
		got := p.eventColour(c)
		if contrast(got, p.land[0]) < 3.5 {
			t.Errorf("%v becomes %v, with a contrast of %.1f", c, got, contrast(got, p.land[0]))
		}
		_, a0, b0 := toOKLab(c)
		_, a1, b1 := toOKLab(got)
		if math.Hypot(a0, b0) > 0.04 {
			if d := math.Remainder(math.Atan2(b1, a1)-math.Atan2(b0, a0), 2*math.Pi); math.Abs(d) > 0.15 {
				t.Errorf("%v becomes %v, turned by %.2f", c, got, d)
			}
		}
		if contrast(p.onColour(got), got) < 3.2 {
			t.Errorf("the icon on %v has a contrast of %.1f", got, contrast(p.onColour(got), got))
		}
		if l := Light.palette(); l.eventColour(c) != c {
			t.Errorf("on light %v changes", c)
		}
	}
}

func TestParseTheme(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		if got, err := ParseTheme(theme.String()); got != theme || err != nil {
			t.Errorf("%v is read as %v, %v", theme, got, err)
		}
	}
	if _, err := ParseTheme("sepia"); err == nil {
		t.Error("a theme that is not there is read")
	}
}
