package likeness

import (
	"image/color"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// The size of the picture, in pixels.
const (
	Width  = 960
	Height = 640
)

// Words are texts of the scene, one of each script that the map has to set.
var Words = []string{
	"≥ 1 killed", "Київ під ударом", "اجتماع في القاهرة", "ירושלים", "თბილისი", "Երևան", "Ελλάδα", "İstanbul’da görüşme", "→ aid",
}

// Request gives a view of the Black Sea with marks of all fillings, links of all
// styles, areas, discs, labels in all scripts, and furniture.
func Request(theme render.Theme) render.Request {
	blue, red := color.NRGBA{0x1f, 0x5a, 0xb4, 0xff}, color.NRGBA{0xb0, 0x1e, 0x2d, 0xff}
	s := &scene.Scene{
		Kinds: []scene.KindStyle{{Icon: "strike", Name: "Strike", Colour: red}, {Icon: "talks", Name: "Talks", Colour: blue}},
		Notes: []string{"Seats are assumed"},
		Areas: []scene.Area{{
			ID: scene.ID{Event: "area"}, Colour: red, Fill: scene.Hatched, Label: "Somewhere here",
			Geometry: orb.Polygon{{{36, 46}, {39, 46}, {39, 48}, {36, 48}, {36, 46}}},
		}},
		Discs: []scene.Disc{{ID: scene.ID{Event: "disc"}, At: orb.Point{28, 48}, RadiusM: 90e3, Colour: blue}},
		Links: []scene.Link{
			{A: orb.Point{26, 49}, B: orb.Point{41, 42}, Style: scene.CallLink, Colour: blue, Label: "call, 3 July"},
			{A: orb.Point{22, 40}, B: orb.Point{24, 48}, Style: scene.Spoke, Colour: red},
			{A: orb.Point{24, 45}, B: orb.Point{34, 49.5}, Style: scene.BrokenArrow, Colour: red},
			{A: orb.Point{40, 39.5}, B: orb.Point{30, 41}, Style: scene.Arrow, Colour: blue, Fill: scene.Solid},
		},
		Furniture: &scene.Furniture{
			Title: "Likeness of the Black Sea", Subtitle: "Čtyři nejistoty, žádná jistá",
			DataAsOf: time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC), DataZone: time.UTC,
			Legend: true, ScaleBar: true, POV: "Borders: United Nations practice",
			Sources:     []string{"“A report”, outlet not stated", "«Звіт», Ukrainian Air Force"},
			SourceLinks: []string{"", "https://example.org/report?a=1&b=2"},
			Publication: "not recorded", Attribution: "Base map: Natural Earth",
		},
	}
	icons := []string{"strike", "talks", "statement", "aid"}
	for i, word := range Words {
		s.Marks = append(s.Marks, scene.Mark{
			ID: scene.ID{Event: word}, At: orb.Point{25.5 + 6*float64(i%3), 39.5 + 3.1*float64(i/3)}, Icon: icons[i%4],
			Colour: []color.NRGBA{red, blue}[i%2], Fill: scene.Fill(i % 4), Label: word, Rank: len(Words) - i, Selected: i == 4,
		})
	}
	return render.Request{
		View:  geo.Fit(orb.Bound{Min: orb.Point{23, 38.5}, Max: orb.Point{43, 50}}, Width, Height, 0),
		Scene: s, Theme: theme, PixelRatio: 1,
	}
}

// FurnishedWords are texts of the furniture of Furnished.
var FurnishedWords = []string{"Figures are provisional", "TLP:AMBER", "25° E", "45° N", "Disputed: sources contradict each other.", "Likeness of the Black Sea"}

// Furnished is Request with all that may stand around a map and in its corners.
func Furnished(theme render.Theme) render.Request {
	req := Request(theme)
	f := req.Scene.Furniture
	f.Note, f.Handling = "Figures are provisional", "AMBER"
	f.LegendAt, f.Inset, f.Graticule, f.North = scene.LegendSE, scene.On, true, true
	f.Meanings = []scene.Meaning{{Term: "Disputed", Text: "sources contradict each other", Fill: scene.Hatched}}
	return req
}

// ProjectedWords are texts of Projected: of the furniture and the map.
var ProjectedWords = []string{"Likeness of the Black Sea", "RUSSIA"}

// Projected is Request in another projection, with a region that it cuts and a link
// over the pole.
func Projected(theme render.Theme) render.Request {
	req := Request(theme)
	req.Projection, req.Bound = geo.EqualArea, orb.Bound{Min: orb.Point{-60, 20}, Max: orb.Point{120, 90}}
	red := color.NRGBA{0xb0, 0x1e, 0x2d, 0xff}
	req.Scene.Areas = append(req.Scene.Areas, scene.Area{
		Colour: red, Geometry: orb.Polygon{{{170, 60}, {-150, 60}, {-150, 75}, {170, 75}, {170, 60}}},
	})
	req.Scene.Links = append(req.Scene.Links, scene.Link{A: orb.Point{37, 55}, B: orb.Point{-150, 61}, Style: scene.Arrow, Colour: red})
	return req
}
