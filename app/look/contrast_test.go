package look

import (
	"image/color"
	"testing"
)

func TestContrastOfKnownPairs(t *testing.T) {
	black, white := rgb(0), rgb(0xffffff)
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{black, white, 21},
		{white, white, 1},
		{rgb(0x767676), white, 4.54},
	} {
		if got := Contrast(c.a, c.b); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("Contrast(%v, %v) = %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestPaletteIsReadable(t *testing.T) {
	for name, p := range map[string]Palette{"light": Colours(false), "dark": Colours(true)} {
		grounds := map[string]color.NRGBA{
			"ground": p.Ground, "panel": p.Panel, "raised": p.Raised, "select": p.Select,
			"button": p.Button, "hovered panel": Over(p.Hover, p.Panel), "pressed panel": Over(p.Press, p.Panel),
		}
		texts := map[string]color.NRGBA{
			"text": p.Text, "muted": p.Muted, "accent": p.Accent,
			"error": p.Error, "warning": p.Warning, "success": p.Success,
		}
		for g, ground := range grounds {
			for x, text := range texts {
				if r := Contrast(text, ground); r < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want at least 4.5", name, x, g, r)
				}
			}
		}
		for x, tint := range map[string]color.NRGBA{"accent": p.Accent, "error": p.Error, "warning": p.Warning, "success": p.Success} {
			if r := Contrast(p.OnTint, tint); r < 4.5 {
				t.Errorf("%s: text on %s has a contrast of %.2f, want at least 4.5", name, x, r)
			}
		}
	}
}

func TestReadableReachesItsRatioAndLeavesGoodColoursAlone(t *testing.T) {
	for _, ground := range []color.NRGBA{Colours(false).Panel, Colours(true).Panel, rgb(0xffffff), rgb(0)} {
		for _, c := range []color.NRGBA{rgb(0xb3261e), rgb(0xffee88), rgb(0x102040), rgb(0x808080)} {
			if got := Readable(c, ground, 4.5); Contrast(got, ground) < 4.5 {
				t.Errorf("Readable(%v on %v) = %v: %.2f", c, ground, got, Contrast(got, ground))
			}
		}
	}
	if c := rgb(0x1c5d99); Readable(c, rgb(0xffffff), 4.5) != c {
		t.Error("a colour that was readable already has been changed")
	}
}
