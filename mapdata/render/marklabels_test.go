package render

import (
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// Beside marks that nearly touch, with links that make the level places dear, every label
// is nearest to its own mark, or tied to it.
func TestLabelsAreReadWithTheirOwnMark(t *testing.T) {
	v := tinyView(800, 600)
	at := func(x, y float64) orb.Point { return v.FromPixel(x, y).LonLat() }
	for _, apart := range [][2]float64{{0, 20}, {20, 0}, {14, 14}, {0, 34}, {34, 0}, {6, 31}, {24, -24}} {
		upper, lower := at(400, 300), at(400+apart[0], 300+apart[1])
		s := &scene.Scene{
			Marks: []scene.Mark{
				{ID: id("upper"), At: upper, Icon: "strike", Colour: red, Label: "≥ 1 civilian killed, unattributed", Rank: 1},
				{ID: id("lower"), At: lower, Icon: "strike", Colour: red, Label: "2 to ≤ 30 killed", Selected: true},
			},
		}
		// Upwards and to both sides lines go out, so that below is where least is crossed.
		for i, from := range [][2]float64{{100, 290}, {700, 290}, {400, 50}, {200, 150}, {600, 150}, {250, 90}, {550, 90}, {150, 220}, {650, 220}} {
			s.Links = append(s.Links, scene.Link{ID: id(string(rune('a' + i))), A: at(from[0], from[1]), B: upper, Style: scene.CallLink, Colour: blue})
		}
		l := &sceneLayout{
			frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s,
			set: newTypesetter(), placer: newPlacer(box{0, 0, 800, 600}, 1, [2]float64{}),
		}
		marks := l.placeMarks()
		l.placeLabels(marks, l.placeLinks(marks), nil)
		found := 0
		for _, e := range l.labels {
			b := e.run.box(e.x, e.y)
			var own, other *placedMark
			for i := range marks {
				if marks[i].mark.Label == e.run.text {
					own = &marks[i]
				} else {
					other = &marks[i]
				}
			}
			if own == nil {
				continue
			}
			found++
			mine := dist(own.at, b.nearest(own.at)) - own.radius
			theirs := dist(other.at, b.nearest(other.at)) - other.radius
			if e.stem == nil && theirs <= mine {
				t.Errorf("%v apart, %q stands %.1f px from its own mark and %.1f px from the other", apart, e.run.text, mine, theirs)
			}
		}
		if found != 2 {
			t.Errorf("%v apart, %d of 2 marks have a label", apart, found)
		}
	}
}
