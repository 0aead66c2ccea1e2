package picture

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// LayoutVersion is the version of layouts that this program writes. It reads no later
// ones.
const LayoutVersion = 1

// Layout is all of a picture that is not the moment's content: how large it is, what
// stands around the map and where, and the texts with placeholders for the moment. As
// JSON it is an object of the members below; those that are missing are as in
// [DefaultLayout].
type Layout struct {
	Version     int     `json:"version"`               // LayoutVersion
	Size        string  `json:"size,omitempty"`        // pixels, as 1920x1080; or
	Paper       string  `json:"paper,omitempty"`       // A5, A4, A3, Letter, Legal or Slide
	Orientation string  `json:"orientation,omitempty"` // of paper: landscape or portrait
	DPI         float64 `json:"dpi,omitempty"`         // dots per inch; 0: the paper's usual ones, 96 without
	Text        string  `json:"text,omitempty"`        // how large: normal, large or largest; "": normal
	Theme       string  `json:"theme"`                 // light, dark or print
	Language    string  `json:"language"`              // of the names on the map: en, local, uk, ru or tr

	Title    string `json:"title,omitempty"` // with placeholders, see [Placeholders]
	Subtitle string `json:"subtitle,omitempty"`
	Note     string `json:"note,omitempty"`
	Zone     string `json:"zone"`          // of “data as of”, as Europe/Kyiv
	TLP      string `json:"tlp,omitempty"` // a label of TLP 2.0

	Projection  string `json:"projection"`   // of the map, as [geo.ParseProjection] reads it
	Legend      string `json:"legend"`       // below, beside, ne, nw, se, sw or none
	Inset       string `json:"inset"`        // auto, on or off
	InsetCorner string `json:"inset_corner"` // auto, ne, nw, se or sw
	ScaleBar    bool   `json:"scale_bar"`
	Graticule   bool   `json:"graticule"`
	North       bool   `json:"north"`
	Notes       bool   `json:"notes"` // what reported, claimed, corroborated … mean
	Sources     bool   `json:"sources"`
}

// DefaultLayout is the layout of a picture that nothing else is said of.
func DefaultLayout() Layout {
	return Layout{
		Version: LayoutVersion, Size: "1920x1080", Theme: "light", Language: "en", Zone: "UTC", Projection: geo.WebMercator.String(),
		Legend: "below", Inset: "auto", InsetCorner: "auto", ScaleBar: true, Notes: true, Sources: true,
	}
}

// The words for where a legend and a locator may stand.
var (
	legendPlaces = []string{"below", "beside", "ne", "nw", "se", "sw"}
	switchWords  = []string{"off", "auto", "on"}
	cornerWords  = []string{"auto", "ne", "nw", "se", "sw"}
	textWords    = []string{"normal", "large", "largest"}
)

// textScales are how much larger than usual text is, in the order of textWords: at the
// last a picture 1,200 pixels wide is read when it is shown 375 wide.
var textScales = []float64{1, 1.45, 2.1}

// TextSizes lists how large text may be by the words in a layout.
func TextSizes() []string { return slices.Clone(textWords) }

// LegendPlaces lists the places of a legend by their words in a layout.
func LegendPlaces() []string { return append(slices.Clone(legendPlaces), "none") }

// maxLayout is how large a layout may be, in bytes.
const maxLayout = 64 << 10

// ParseLayout reads a layout from JSON. Errors are sentences; what it does not know it
// refuses.
func ParseLayout(data []byte) (Layout, error) {
	l := DefaultLayout()
	if len(data) > maxLayout {
		return l, fmt.Errorf("the layout is larger than %d KB; it is none that Sitmap wrote", maxLayout>>10)
	}
	l.Version, l.Size = 0, ""
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return l, layoutProblem(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return l, errors.New("the layout goes on after its end; it is one JSON object")
	}
	switch {
	case l.Version == 0:
		return l, fmt.Errorf("the layout does not say its version; it begins with {\"version\": %d", LayoutVersion)
	case l.Version < 0 || l.Version > LayoutVersion:
		return l, fmt.Errorf("the layout is of version %d; this program knows version %d", l.Version, LayoutVersion)
	}
	if l.Size == "" && l.Paper == "" {
		l.Size = DefaultLayout().Size
	}
	return l, l.Check()
}

func layoutProblem(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("the layout is not JSON: %v at byte %d", syntax, syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("the layout is a JSON %s; it must be an object", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("the layout's “%s” is a %s; it must be %s", kind.Field, kind.Value, kindName(kind))
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the layout is not complete; it is one JSON object")
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("a layout has no member %s; it may have %s", name, strings.Join(layoutMembers(), ", "))
	}
	return fmt.Errorf("reading the layout: %w", err)
}

func kindName(e *json.UnmarshalTypeError) string {
	switch e.Type.String() {
	case "bool":
		return "true or false"
	case "string":
		return "a text"
	}
	return "a number"
}

// layoutMembers lists the members of a layout.
func layoutMembers() []string {
	whole := Layout{Size: "x", Paper: "x", Orientation: "x", DPI: 1, Text: "x", Title: "x", Subtitle: "x", Note: "x", TLP: "x"}
	raw, err := json.Marshal(whole)
	if err != nil {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	var out []string
	for i := 0; ; i++ {
		t, err := d.Token()
		if err != nil {
			return out
		}
		if s, ok := t.(string); ok && i%2 == 1 {
			out = append(out, s)
		}
	}
}

// JSON is the layout as [ParseLayout] reads it.
func (l Layout) JSON() []byte {
	l.Version = LayoutVersion
	raw, err := json.Marshal(l)
	if err != nil { // there is nothing in it that cannot be written but for numbers that are none
		l.DPI = 0
		raw, _ = json.Marshal(l)
	}
	return raw
}

// Check says in a sentence what is wrong with the layout.
func (l Layout) Check() error {
	var s Spec
	return l.Apply(&s)
}

// Apply sets all that the layout says in s. The error is a sentence.
func (l Layout) Apply(s *Spec) error {
	if err := l.applySize(s); err != nil {
		return err
	}
	var err error
	text := slices.Index(textWords, cmp.Or(l.Text, textWords[0]))
	if text < 0 {
		return fmt.Errorf("text cannot be “%s”; choose %s", l.Text, strings.Join(textWords, ", "))
	}
	s.TextScale = textScales[text]
	if s.Theme, err = render.ParseTheme(l.Theme); err != nil {
		return err
	}
	if s.Language, err = render.ParseLanguage(l.Language); err != nil {
		return err
	}
	if s.Zone, err = time.LoadLocation(l.Zone); err != nil || l.Zone == "" {
		return fmt.Errorf("there is no time zone “%s”; write it as Europe/Kyiv or UTC", l.Zone)
	}
	if s.Projection, err = geo.ParseProjection(cmp.Or(l.Projection, geo.WebMercator.String())); err != nil {
		return err
	}
	if s.Handling, err = ParseHandling(l.TLP); err != nil {
		return err
	}
	for _, text := range []string{l.Title, l.Subtitle, l.Note} {
		if err := checkTemplate(text); err != nil {
			return err
		}
	}
	s.Title, s.Subtitle, s.Note = l.Title, l.Subtitle, l.Note
	if err := s.setLegend(l.Legend); err != nil {
		return err
	}
	i := slices.Index(switchWords, l.Inset)
	if i < 0 {
		return fmt.Errorf("the inset cannot be “%s”; choose auto, on or off", l.Inset)
	}
	k := slices.Index(cornerWords, l.InsetCorner)
	if k < 0 {
		return fmt.Errorf("the inset has no corner “%s”; choose %s", l.InsetCorner, strings.Join(cornerWords, ", "))
	}
	s.Inset, s.InsetAt = scene.Switch(i), scene.Corner(k)
	s.NoScaleBar, s.NoSources = !l.ScaleBar, !l.Sources
	s.Graticule, s.North, s.Meanings = l.Graticule, l.North, l.Notes
	return nil
}

func (s *Spec) setLegend(place string) error {
	i := slices.Index(LegendPlaces(), place)
	if i < 0 {
		return fmt.Errorf("a legend cannot stand “%s”; choose %s", place, strings.Join(LegendPlaces(), ", "))
	}
	if s.NoLegend = i == len(legendPlaces); !s.NoLegend {
		s.LegendAt = scene.LegendPlace(i)
	}
	return nil
}

// The bounds of the dots per inch.
const (
	MinDPI = 1
	MaxDPI = 2400
)

func (l Layout) applySize(s *Spec) error {
	if l.DPI != 0 && !(l.DPI >= MinDPI && l.DPI <= MaxDPI) {
		return fmt.Errorf("%v dots per inch are not between %d and %d", l.DPI, MinDPI, MaxDPI)
	}
	if !slices.Contains([]string{"", "landscape", "portrait"}, l.Orientation) {
		return fmt.Errorf("a picture is not “%s”; choose landscape or portrait", l.Orientation)
	}
	s.DPI = l.DPI
	switch {
	case l.Size != "" && l.Paper != "":
		return fmt.Errorf("a picture is %s pixels or on %s paper, not both; leave one out", l.Size, l.Paper)
	case l.Paper == "":
		w, h, err := ParseSize(l.Size)
		if err != nil {
			return err
		}
		switch {
		case l.Orientation == "portrait" && w > h, l.Orientation == "landscape" && h > w:
			w, h = h, w
		}
		s.Width, s.Height = w, h
		return nil
	}
	p, err := FindPaper(l.Paper)
	if err != nil {
		return err
	}
	if s.DPI == 0 {
		s.DPI = p.DPI
	}
	s.Width, s.Height = p.Pixels(l.Orientation == "portrait", s.DPI)
	return CheckSize(s.Width, s.Height)
}

// ParseSize reads a size in pixels: 1920x1080, 1920 × 1080. The error is a sentence.
func ParseSize(text string) (w, h int, err error) {
	a, b, found := strings.Cut(strings.ToLower(strings.NewReplacer("×", "x", "*", "x", ",", "x").Replace(text)), "x")
	w, errW := strconv.Atoi(strings.TrimSpace(a))
	h, errH := strconv.Atoi(strings.TrimSpace(b))
	if !found || errW != nil || errH != nil {
		return 0, 0, fmt.Errorf("“%s” is not a size; write width and height in pixels, as 1920x1080", text)
	}
	return w, h, CheckSize(w, h)
}
