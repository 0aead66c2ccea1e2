package render

import (
	"testing"

	"sitmap/assets"
)

func TestAllFacesAreRead(t *testing.T) {
	set := newTypesetter()
	for _, f := range assets.Faces() {
		if set.face(f) == nil {
			t.Errorf("the built-in face %s cannot be read", f)
		}
	}
}

func TestEveryScriptOfTheMapHasLetters(t *testing.T) {
	set := newTypesetter()
	for _, text := range []string{
		"Kyiv", "İstanbul", "Łódź", "Київ", "Αθήνα", "بغداد", "القدس", "ירושלים", "თბილისი", "Երևան", "≥ 1 killed – “brutal” → 155 mm",
	} {
		run := set.set(text, textStyle{face: assets.Regular, size: 16})
		if len(run.glyphs) == 0 || run.width <= 0 {
			t.Errorf("%q has no letters", text)
		}
		// The glyph for what is missing stands first in every font.
		for _, face := range []assets.Face{assets.Regular, assets.Fallback} {
			missing := set.glyph(set.face(face), 0)
			for _, g := range run.glyphs {
				if g.outline == missing {
					t.Errorf("%q holds a letter that no face has", text)
				}
			}
		}
	}
}

func TestRightToLeftTextIsSetInVisualOrder(t *testing.T) {
	set := newTypesetter()
	st := textStyle{face: assets.Regular, size: 20}
	// The first letter of the word stands at the right end of the line.
	first := set.set("ש", st).glyphs[0]
	word := set.set("שלום", st)
	last := word.glyphs[0]
	for _, g := range word.glyphs {
		if g.x > last.x {
			last = g
		}
	}
	if last.outline != first.outline {
		t.Error("the Hebrew word does not begin at the right")
	}
	// Within a Latin line the words keep their sides.
	mixed := set.set("Baghdad بغداد 2025", st)
	if mixed.glyphs[0].outline != set.set("B", st).glyphs[0].outline {
		t.Error("the mixed line does not begin with its first letter")
	}
}

func TestLetterSpacingWidens(t *testing.T) {
	set := newTypesetter()
	plain := set.set("SEA", textStyle{face: assets.Italic, size: 20})
	wide := set.set("SEA", textStyle{face: assets.Italic, size: 20, spacing: 5})
	if d := wide.width - plain.width; d < 9.9 || d > 10.1 {
		t.Errorf("two spaces of 5 widen by %.2f", d)
	}
}

func TestParagraphsKeepTheirWidth(t *testing.T) {
	set := newTypesetter()
	st := textStyle{face: assets.Regular, size: 12}
	text := "Two phone calls, the largest attack on the capital, and a pause in aid"
	lines := set.paragraph(text, st, 120)
	if len(lines) < 3 {
		t.Fatalf("%d lines", len(lines))
	}
	joined := ""
	for _, l := range lines {
		if l.width > 120 {
			t.Errorf("%q is %.1f wide", l.text, l.width)
		}
		joined += " " + l.text
	}
	if joined[1:] != text {
		t.Errorf("the lines say %q", joined[1:])
	}
	cut := set.fitLines(text, st, 120, 2)
	if len(cut) != 2 || cut[1].width > 120 || cut[1].text[len(cut[1].text)-3:] != "…" {
		t.Errorf("cut to two lines it ends in %q", cut[len(cut)-1].text)
	}
}
