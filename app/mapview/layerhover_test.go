package mapview

import (
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// zoned has a feature of a layer in the eastern half of each picture.
type zoned struct {
	marks
	features []render.LayerHit
}

func (z zoned) LayersAt(x, _, _ float64) []render.LayerHit {
	if east, _ := z.req.View.ToPixel(geo.Project(orb.Point{33, 50})); x < east {
		return nil
	}
	return z.features
}

func TestHoverNamesFeaturesOfLayersBeneathTheEvents(t *testing.T) {
	d, _ := struck(t)
	d.m.pic.hits = zoned{d.m.pic.hits.(marks), []render.LayerHit{
		{Name: "Front", Title: "Held by A"}, {Name: "Bases"}, {Name: "Rivers", Title: "Rivers"}, {Name: "a"}, {Name: "b"},
	}}
	var told []string
	d.m.OnHover = func(names []string) { told = names }
	d.point(d.where(orb.Point{35, 48}))
	if got := d.m.parts.tip.text(); got != "Strike c\nHeld by A (Front)\nBases\nRivers\nand 2 more of the layers" {
		t.Errorf("the card says %q", got)
	}
	if want := []string{"Strike c", "Held by A (Front)", "Bases", "Rivers", "a", "b"}; !reflect.DeepEqual(told, want) {
		t.Errorf("it told %q", told)
	}
	var chosen string
	d.m.OnSelect = func(id scene.ID) { chosen = id.Event }
	d.click(d.where(orb.Point{37, 47})) // only layers are here
	if chosen != "" {
		t.Errorf("a click on a layer selects %q", chosen)
	}
	d.point(d.where(orb.Point{31, 46}))
	if got := d.m.parts.tip.text(); got != "" {
		t.Errorf("beside the layer the card says %q", got)
	}
}
