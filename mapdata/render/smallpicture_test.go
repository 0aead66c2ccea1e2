package render

import (
	"image"
	"strings"
	"testing"
)

func TestSmallPicturesStayLegible(t *testing.T) {
	for _, c := range []struct {
		size         image.Point
		legend       bool // there is room for it
		sources      bool
		leastOfTitle float32
	}{
		{image.Pt(375, 667), true, true, 13},
		{image.Pt(667, 375), true, true, 13},
		{image.Pt(200, 150), false, false, 12.5},
		{image.Pt(1280, 720), true, true, 33},
	} {
		s := tinyScene()
		s.Furniture = tinyFurniture()
		s.Furniture.Subtitle = ""
		w, h := c.size.X, c.size.Y
		d, err := New(tinyBase{}).lay(image.Rect(0, 0, w, h), Request{View: tinyView(w, h), Scene: s}, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		title := float32(0)
		for _, g := range d.groups {
			for _, it := range g.items {
				x, ok := it.(*textItem)
				if !ok || g.name != "furniture" {
					continue
				}
				said = append(said, x.run.text)
				if x.run.style.size < leastText {
					t.Errorf("in %v %q is %v px high", c.size, x.run.text, x.run.style.size)
				}
				if b := x.run.box(x.x, x.y); !b.within(box{0, 0, float32(w), float32(h)}) {
					t.Errorf("in %v %q lies in %v", c.size, x.run.text, b)
				}
				if x.run.text == s.Furniture.Title {
					title = x.run.style.size
				}
			}
		}
		all := "|" + strings.Join(said, "|") + "|"
		if title < c.leastOfTitle {
			t.Errorf("in %v the title is %v px high", c.size, title)
		}
		if got := strings.Contains(all, "|Talks|"); got != c.legend {
			t.Errorf("in %v there is a legend: %v, want %v", c.size, got, c.legend)
		}
		if got := strings.Contains(all, "|Sources: A report|"); got != c.sources {
			t.Errorf("in %v there are sources: %v, want %v", c.size, got, c.sources)
		}
	}
}

func TestTheLegendGoesBeforeTheTitle(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	before := withoutNothing
	for h := 700; h > 20; h -= 10 {
		l := New(nil).furniture(image.Rect(0, 0, 500, h), Request{Scene: s}, remarkLines)
		if l.without < before {
			t.Errorf("%d pixels high, a picture has more room than a higher one", h)
		}
		if len(l.title) == 0 && l.without < withoutTitle {
			t.Errorf("%d pixels high, a picture has a legend or sources but no title", h)
		}
		before = l.without
	}
	if before == withoutNothing {
		t.Error("there is room for everything in 30 pixels")
	}
}
