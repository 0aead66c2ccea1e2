package command

import (
	"fmt"
	"log/slog"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/picture"
	"sitmap/app/situation"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/render"
	"sitmap/store"
	"sitmap/store/index"
)

type snapshotCommand struct {
	database
	Filter      string    `placeholder:"Q" help:"Draw only events that hold all these words."`
	BBox        box       `name:"bbox" placeholder:"W,S,E,N" help:"What the map shows, in degrees; W greater than E crosses the date line. Without it the events are fitted."`
	Projection  *string   `placeholder:"NAME" help:"How the globe is laid flat: ${projections} (mercator)."`
	Size        *size     `placeholder:"WxH" help:"The picture's width and height in pixels (1920x1080)."`
	Paper       *string   `placeholder:"NAME" help:"Make it for paper instead: A5, A4, A3, Letter or Legal, or a Slide; with 300 dots per inch where --dpi does not say."`
	Orientation *string   `placeholder:"landscape|portrait" help:"How paper lies (landscape)."`
	DPI         *float64  `name:"dpi" placeholder:"N" help:"Dots per inch: text and lines grow with it, so that they keep their size on paper; with the size it decides how large a PDF's page is (96)."`
	PixelRatio  float64   `placeholder:"N" help:"How much larger text and lines are, where --dpi should not decide it."`
	Text        *string   `placeholder:"SIZE" help:"How large text and symbols are: ${texts}; the last for pictures that are looked at small, as on a telephone (normal)."`
	Title       *string   `placeholder:"T" help:"The picture's title: the finding as a headline. It may hold ${placeholders}."`
	Subtitle    *string   `placeholder:"T" help:"A line below the title."`
	Note        *string   `placeholder:"T" help:"A note below the map."`
	Theme       *theme    `placeholder:"light|dark|print" help:"The colours (light)."`
	POV         string    `name:"pov" placeholder:"NAME" help:"The point of view for borders; without it the store's own, else un."`
	Language    *language `placeholder:"en|local|uk|ru|tr" help:"The language of the names on the map: English, the place's own, Ukrainian, Russian or Turkish, as far as they are known (en)."`
	Zone        *location `placeholder:"ZONE" help:"The time zone of “data as of”, as Europe/Kyiv (UTC)."`
	From        moment    `placeholder:"DATE" help:"Draw only events from this moment on: 2025-07-03, or 2025-07-03T21:00Z."`
	To          moment    `placeholder:"DATE" help:"Draw only events before this moment; a date's own day is still drawn."`
	As          style     `placeholder:"STYLE" default:"auto" help:"How many events are drawn: auto, symbols, clusters or heat (${default}: each whole while they are few, clusters beyond)."`
	Encode      encoding  `placeholder:"LIST" help:"What the looks of events tell, up to three of kind, size, assessment, precision, count, density (kind,precision,assessment)."`
	SizeBy      string    `placeholder:"MEASURE" help:"Size symbols by a measure of the store: killed, launched, wounded …; very many by killed or launched."`
	Legend      *string   `placeholder:"PLACE" help:"Where the legend stands: ${legends} (below)."`
	Inset       *string   `placeholder:"auto|on|off" help:"A small map of the wider region with the outline of what is shown; auto where that is less than 1,500 km wide (auto)."`
	InsetCorner *string   `placeholder:"CORNER" help:"Its corner: ne, nw, se, sw, or auto (auto)."`
	Graticule   *bool     `negatable:"" help:"Draw meridians and parallels. Where north is not up they are drawn unasked."`
	North       *bool     `negatable:"" help:"Draw a north arrow. Where north is not up it is drawn unasked."`
	ScaleBar    *bool     `negatable:"" help:"Draw a scale bar (it is, where one would be true)."`
	Notes       *onOff    `placeholder:"on|off" help:"Say what reported, corroborated, claimed … mean, of what is visible (on)."`
	Sources     *bool     `negatable:"" help:"Name the sources of the events that are shown (they are)."`
	TLP         *string   `name:"tlp" placeholder:"LABEL" help:"Write a handling label of TLP 2.0 above and below: ${labels}. It changes nothing of what is left out."`
	Layout      string    `placeholder:"FILE" help:"Begin with a layout: a file, or the name of one kept in the store. Other flags go before it."`
	Layer       []string  `placeholder:"FILE" help:"Draw a GeoJSON file as a layer beneath the events, over the layers of the store; may be given several times."`
	Statements  bool      `help:"Draw statements on the map too."`
	Selected    string    `placeholder:"ID" help:"Draw this event as selected."`
	Out         string    `required:"" placeholder:"FILE" help:"The picture to write: .png, .svg or .pdf."`
	AsKnownAt   lookback  `name:"as-known-at" placeholder:"WHEN" help:"Draw the events as they were known then: a date (its end in UTC), an instant, or a change as #12."`
	NoRecord    bool      `help:"Do not record the picture as a publication in the store."`
}

// Help is printed below the flags.
func (snapshotCommand) Help() string {
	return "The picture is what the window shows, with title, “data as of”, legend, scale bar, point of\n" +
		"view, sources, attribution and the id under which it is logged in the store. Events and\n" +
		"sources that are TLP:AMBER or stricter, under embargo or not to be published are left out,\n" +
		"whatever label the picture bears, and it is said how many.\n\n" +
		"The extension decides the format; all three show the same. PNG has pixels. SVG is for the web\n" +
		"and for editing (in Inkscape, with IBM Plex Sans installed). PDF is for print, with text that\n" +
		"can be searched and links on the sources.\n\n" +
		"Web Mercator is the window's projection; in it what lies nearer to a pole is drawn larger, and\n" +
		"only pictures of a small region or about the equator have a scale bar. Pictures wider than\n" +
		"1,000 km are better equal-area (Lambert azimuthal, centred on what is shown) or conic (Lambert\n" +
		"conformal, true near two latitudes fitted to it), with north not up everywhere; equirectangular\n" +
		"is true along the middle latitude.\n\n" +
		"A layout is a JSON object that says the same as the flags: {\"version\": 1, \"paper\": \"A4\",\n" +
		"\"orientation\": \"portrait\", \"dpi\": 300, \"theme\": \"print\", \"legend\": \"beside\",\n" +
		"\"inset\": \"auto\", \"title\": \"Strikes, {from} to {to}\"}. The window's picture dialog keeps them\n" +
		"in the store under a name.\n\n" +
		"  sitmap snapshot --db s.gpkg --bbox -80,20,60,65 --title \"3–4 July 2025\" --out s.pdf\n" +
		"  sitmap snapshot --db s.gpkg --bbox -25,34,45,72 --projection equal-area --out s.png\n" +
		"  sitmap snapshot --db s.gpkg --paper A4 --orientation portrait --legend beside --out s.pdf"
}

// box is W,S,E,N.
type box struct{ orb.Bound }

// UnmarshalText reads four numbers in degrees.
func (b *box) UnmarshalText(text []byte) error {
	parts := strings.Split(string(text), ",")
	if len(parts) != 4 {
		return fmt.Errorf("“%s” is not a box; write west,south,east,north in degrees, as -80,20,60,65", text)
	}
	var x [4]float64
	for i, p := range parts {
		v, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("“%s” is not a number of degrees; write west,south,east,north, as -80,20,60,65", strings.TrimSpace(p))
		}
		x[i] = v
	}
	switch {
	case math.Abs(x[0]) > 180 || math.Abs(x[2]) > 180:
		return fmt.Errorf("the longitudes of “%s” must lie between -180 and 180", text)
	case math.Abs(x[1]) > 90 || math.Abs(x[3]) > 90:
		return fmt.Errorf("the latitudes of “%s” must lie between -90 and 90; the order is west,south,east,north", text)
	case x[1] >= x[3]:
		return fmt.Errorf("the south of “%s” must lie below its north; the order is west,south,east,north", text)
	case x[0] == x[2]:
		return fmt.Errorf("the west and east of “%s” are the same", text)
	}
	b.Bound = orb.Bound{Min: orb.Point{x[0], x[1]}, Max: orb.Point{x[2], x[3]}}
	return nil
}

// size is WxH.
type size struct{ Width, Height int }

// UnmarshalText reads two numbers of pixels.
func (z *size) UnmarshalText(text []byte) error {
	a, b, err := picture.ParseSize(string(text))
	if err != nil {
		return err
	}
	z.Width, z.Height = a, b
	return nil
}

// theme is a theme by its name.
type theme struct{ render.Theme }

// UnmarshalText reads light, dark or print.
func (t *theme) UnmarshalText(text []byte) (err error) {
	t.Theme, err = render.ParseTheme(string(text))
	return err
}

// style is a way to draw many events by its name.
type style struct{ situation.Style }

// UnmarshalText reads auto, symbols, clusters or heat.
func (y *style) UnmarshalText(text []byte) (err error) {
	y.Style, err = situation.ParseStyle(string(text))
	return err
}

// encoding is what the looks of events tell.
type encoding struct{ situation.Encodings }

// UnmarshalText reads a list of encodings.
func (e *encoding) UnmarshalText(text []byte) (err error) {
	e.Encodings, err = situation.ParseEncodings(string(text))
	return err
}

// moment is a date, or an instant; day says which.
type moment struct {
	time.Time
	day bool
}

// UnmarshalText reads a date, which begins at midnight UTC, or an instant.
func (m *moment) UnmarshalText(text []byte) (err error) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04Z07:00", time.RFC3339} {
		if m.Time, err = time.Parse(layout, string(text)); err == nil {
			m.day = layout == time.DateOnly
			return nil
		}
	}
	return fmt.Errorf("“%s” is not a date; write it as 2025-07-03, or 2025-07-03T21:00Z", text)
}

// end is the first instant after it: a day's is the next midnight.
func (m moment) end() time.Time {
	if m.day {
		return m.AddDate(0, 0, 1)
	}
	return m.Time
}

// language is a language of names by its short name.
type language struct{ render.Language }

// UnmarshalText reads en, local, uk, ru or tr.
func (l *language) UnmarshalText(text []byte) (err error) {
	l.Language, err = render.ParseLanguage(string(text))
	return err
}

// location is a time zone by its name.
type location struct{ *time.Location }

// UnmarshalText reads an IANA name.
func (l *location) UnmarshalText(text []byte) (err error) {
	if l.Location, err = time.LoadLocation(string(text)); err != nil {
		return fmt.Errorf("there is no time zone “%s”; write it as Europe/Kyiv or UTC", text)
	}
	return nil
}

// encodings are what the looks of events tell: what was asked for, with what other
// flags ask for.
func (c *snapshotCommand) encodings() situation.Encodings {
	e := c.Encode.Encodings
	if c.SizeBy != "" {
		e = e.With(situation.BySize).Set
	}
	switch c.As.Style {
	case situation.Clusters:
		e = e.With(situation.ByCount).Set
	case situation.Heat:
		e = e.With(situation.ByDensity).Set
	}
	return e
}

// onOff is a switch.
type onOff bool

// UnmarshalText reads on or off.
func (o *onOff) UnmarshalText(text []byte) error {
	switch string(text) {
	case "on":
		*o = true
	case "off":
		*o = false
	default:
		return fmt.Errorf("“%s” is neither on nor off", text)
	}
	return nil
}

// Run makes the picture.
func (c *snapshotCommand) Run(s *session) error {
	if _, err := picture.FormatOf(c.Out); err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	open := s.writing
	if c.NoRecord {
		open = s.reading
	}
	if to := c.To.end(); !c.From.IsZero() && !c.To.IsZero() && !to.After(c.From.Time) {
		return usage{fmt.Errorf("--to %s is not after --from %s", c.To.Format(time.RFC3339), c.From.Format(time.RFC3339))}
	}
	// The store's file is looked at before it is opened, which writes to it.
	columns := index.Options{Dir: situation.CacheDir()}
	columns.Stamp, _ = index.StampOf(c.DB)
	var made *index.Index
	err := open(c.DB, func(st *store.Store) error {
		spec := picture.Spec{
			BBox: c.BBox.Bound, POV: c.POV, Filter: c.Filter, Names: gazetteer.Open(),
			Statements: c.Statements, Selected: c.Selected, Record: !c.NoRecord,
			From: c.From.Time, To: c.To.end(), Style: c.As.Style, Encode: c.encodings(), Measure: c.SizeBy,
			Columns: columns, LayerFiles: c.Layer, Opened: func(x *index.Index) { made = x },
		}
		past, err := c.AsKnownAt.Open(s.ctx, st)
		if err != nil {
			return err
		}
		spec.AsKnownAt = past
		l, err := c.layout(s.ctx, st)
		if err != nil {
			return err
		}
		if err := l.Apply(&spec); err != nil {
			return err
		}
		spec.PixelRatio = c.PixelRatio
		if err := spec.Asked(s.ctx, st); err != nil {
			return err
		}
		r, err := picture.Make(s.ctx, st, basemap.New(), spec, c.Out)
		if err != nil {
			return err
		}
		if r.Withheld > 0 || r.WithheldSources > 0 {
			s.note("note: left out as protected (TLP:AMBER and stricter, embargo, do not publish): %s, %s",
				plural(r.Withheld, "event", "events"), plural(r.WithheldSources, "source", "sources"))
		}
		if text := r.Phases(); text != "" {
			s.note("note: %s", text)
		}
		for _, text := range r.LeftOut {
			s.note("note: %s", text)
		}
		_, err = fmt.Fprintf(s.out, "%s: %s, %s\n", c.Out, plural(r.Events, "event", "events"), recorded(r.Publication, r.WhyNotRecorded))
		return err
	})
	if made != nil && made.Columns().Len() >= situation.KeptFrom {
		if kept := made.Save(columns.Dir); kept != nil {
			slog.Debug("the columns are not kept", "err", kept) // the next picture takes longer
		}
	}
	return err
}
