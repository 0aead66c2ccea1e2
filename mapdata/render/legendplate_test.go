package render

import (
	"fmt"
	"image"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

func TestTheWindowsLegendHasWhatIsInSight(t *testing.T) {
	v := tinyView(800, 600)
	all := image.Rect(0, 0, 800, 600)
	spec := &LegendSpec{Width: 400, Height: 500}
	_, hits := render(t, Request{View: v, Scene: tinyScene(), Visible: all, Legend: spec}, 800, 600)
	whole := hits.Legend()
	if whole == nil || whole.Image == nil {
		t.Fatal("there is no legend")
	}
	for _, want := range []string{"Strike", "Talks", "Reported", "Call between these places", "Somewhere in this region", "Somewhere in this circle"} {
		if !slices.Contains(whole.Texts, want) {
			t.Errorf("%q is not explained: %q", want, whole.Texts)
		}
	}
	if s := whole.Image.Rect.Size(); s.X > spec.Width || s.Y > spec.Height {
		t.Errorf("it takes %v", s)
	}
	if uniform(whole.Image) {
		t.Error("nothing is drawn in it")
	}
	// Talks stand in the margin only.
	x, _ := v.ToPixel(geo.Project(orb.Point{-12, -4}))
	_, hits = render(t, Request{View: v, Scene: tinyScene(), Visible: image.Rect(int(x)+60, 0, 800, 600), Legend: spec}, 800, 600)
	if part := hits.Legend(); slices.Contains(part.Texts, "Talks") || !slices.Contains(part.Texts, "Strike") {
		t.Errorf("of what is in sight: %q", part.Texts)
	}
	if _, hits = render(t, Request{View: v, Scene: tinyScene()}, 800, 600); hits.Legend() != nil {
		t.Error("there is a legend that nobody asked for")
	}
	_, hits = render(t, Request{View: v, Scene: &scene.Scene{Kinds: tinyScene().Kinds}, Legend: spec}, 800, 600)
	if base := hits.Legend(); slices.Contains(base.Texts, "Strike") || !slices.Contains(base.Texts, "Contested territory") {
		t.Errorf("of the base map alone: %q", base.Texts)
	}
}

// A legend is set in columns before it is left out, and never cut.
func TestTheWindowsLegendFitsOrIsLeftOut(t *testing.T) {
	v := tinyView(800, 600)
	heights := map[string]bool{}
	for _, spec := range []LegendSpec{{260, 500}, {560, 90}, {120, 40}} {
		_, hits := render(t, Request{View: v, Scene: tinyScene(), Legend: &spec}, 800, 600)
		got := hits.Legend()
		if got == nil || len(got.Texts) < 6 {
			t.Fatalf("in %v: %v", spec, got)
		}
		if got.Image == nil {
			heights["none"] = true
			continue
		}
		s := got.Image.Rect.Size()
		if s.X > spec.Width || s.Y > spec.Height {
			t.Errorf("in %v it takes %v", spec, s)
		}
		heights[fmt.Sprint(s.Y > 100)] = true
	}
	if len(heights) != 3 {
		t.Errorf("one column, several, none: %v", heights)
	}
}

func uniform(img *image.RGBA) bool {
	for i := range img.Pix {
		if img.Pix[i] != img.Pix[i%4] {
			return false
		}
	}
	return true
}
