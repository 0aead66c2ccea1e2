package window

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/app/picture"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
)

// pictureSizes are what the dialog offers in pixels; any other can be typed.
var pictureSizes = []string{"1920 × 1080", "2560 × 1440", "3840 × 2160", "1080 × 1080", "1080 × 1350"}

// What the dialog offers, by the words of a layout.
var (
	legendNames = [][2]string{
		{"below", "Below the map"},
		{"beside", "Beside the map"},
		{"ne", "In the map, upper right"},
		{"nw", "In the map, upper left"},
		{"se", "In the map, lower right"},
		{"sw", "In the map, lower left"},
		{"none", "None"},
	}
	insetNames = [][2]string{{"auto", "Where the view is narrow"}, {"on", "Always"}, {"off", "Never"}}
	cornerName = [][2]string{
		{"auto", "Where it covers least"},
		{"ne", "Upper right"},
		{"nw", "Upper left"},
		{"se", "Lower right"},
		{"sw", "Lower left"},
	}
	textNames        = [][2]string{{"normal", "Normal"}, {"large", "Large"}, {"largest", "Largest, to be read on a telephone"}}
	themeNames       = [][2]string{{"light", "Light"}, {"dark", "Dark"}, {"print", "Print"}}
	orientationNames = [][2]string{{"", "As the size says"}, {"landscape", "Landscape"}, {"portrait", "Portrait"}}
)

// pictureForm are the settings of a picture.
type pictureForm struct {
	d        *desk
	changed  func()
	setting  bool // the program changes the fields, not the user
	title    *field
	subtitle *field
	note     *field
	zone     *choice

	size        *choice
	orientation *picker
	dpi         *choice
	theme       *picker
	text        *picker
	language    *picker
	projection  *picker
	suits       *widget.Label // which one is suggested

	legend, inset, corner                   *picker
	scale, graticule, north, notes, sources *tick
	tlp                                     *picker
}

func newPictureForm(d *desk, shown orb.Bound, changed func()) *pictureForm {
	f := &pictureForm{d: d}
	f.changed = func() {
		if !f.setting {
			changed()
		}
	}
	typed := func(string) { f.changed() }
	f.title, f.subtitle, f.note = d.newField(""), d.newField(""), d.newField("")
	f.title.PlaceHolder, f.subtitle.PlaceHolder, f.note.PlaceHolder = "the finding, as a headline", "may stay empty", "may stay empty"
	for _, e := range []*field{f.title, f.subtitle, f.note} {
		e.OnChanged = typed
	}
	own := zoneName(d.zone(), d.opts.Clock())
	f.zone = d.newChoice(own, append([]string{own}, zones()...))
	f.zone.Validator = func(s string) error { _, err := parseZone(s); return err }
	sizes := append([]string{}, pictureSizes...)
	for _, p := range picture.Papers() {
		sizes = append(sizes, p.Name)
	}
	f.size = d.newChoice(pictureSizes[0], sizes)
	f.size.Validator = func(s string) error { return f.readSize(&picture.Layout{}, s) }
	f.dpi = d.newChoice("", []string{"96", "150", "300", "600"})
	f.dpi.PlaceHolder = "usual"
	f.dpi.Validator = func(s string) error { _, err := parseDPI(s); return err }
	for _, c := range []*choice{f.zone, f.size, f.dpi} {
		c.OnChanged = typed
	}
	f.orientation = d.newPicker(orientationNames, f.changed)
	f.theme = d.newPicker(themeNames, f.changed)
	f.text = d.newPicker(textNames, f.changed)
	f.language = d.newPicker(languageCodes(), f.changed)
	f.projection = d.newPicker(projectionNames(shown), f.changed)
	f.suits = caption("Web Mercator, the window's projection, draws what lies nearer to a pole larger: for a view as wide as this one " + picture.SuggestProjection(shown).Title() + " is suggested.")
	if picture.SuggestProjection(shown) == geo.WebMercator {
		f.suits.Hide()
	}
	f.legend, f.inset, f.corner = d.newPicker(legendNames, f.changed), d.newPicker(insetNames, f.changed), d.newPicker(cornerName, f.changed)
	f.scale, f.graticule, f.north = d.newTick("Scale bar, where true", f.changed), d.newTick("Graticule", f.changed), d.newTick("North arrow", f.changed)
	f.notes, f.sources = d.newTick("What terms mean", f.changed), d.newTick("Sources", f.changed)
	labels := [][2]string{{"", "None"}}
	for _, l := range picture.HandlingLabels() {
		labels = append(labels, [2]string{l, "TLP:" + l})
	}
	f.tlp = d.newPicker(labels, f.changed)
	return f
}

// content is the form but for its file, in short sections.
func (f *pictureForm) content() []fyne.CanvasObject {
	var holders []string
	for _, p := range picture.Placeholders() {
		holders = append(holders, p[0])
	}
	return []fyne.CanvasObject{
		look.NewSection("Text", ""),
		labelled("Title", f.title),
		labelled("Subtitle", f.subtitle),
		labelled("Note", f.note),
		labelled("Data as of, in", f.zone),
		caption("In texts, " + strings.Join(holders, ", ") + " stand for what they say."),
		look.NewSection("Size, colours and names", ""),
		labelled("Size or paper", f.size),
		labelled("Orientation", f.orientation),
		labelled("Dots per inch", f.dpi),
		labelled("Text", f.text),
		labelled("Colours", f.theme),
		labelled("Names in", f.language),
		labelled("Projection", f.projection),
		f.suits,
		look.NewSection("Around the map", ""),
		labelled("Legend", f.legend),
		labelled("Locator", f.inset),
		labelled("Its corner", f.corner),
		container.NewGridWithColumns(2, f.scale, f.graticule, f.north, f.notes, f.sources),
		look.NewSection("Handling", ""),
		labelled("Label", f.tlp),
		caption("The label is printed on the picture. It lets nothing protected into it."),
	}
}

// fields are those of the form.
func (f *pictureForm) fields() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		f.title, f.subtitle, f.note, f.zone, f.size, f.orientation, f.dpi, f.text, f.theme, f.language, f.projection,
		f.legend, f.inset, f.corner, f.scale, f.graticule, f.north, f.notes, f.sources, f.tlp,
	}
}

// caption is a remark below a field.
func caption(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// show puts a layout into the fields. Texts that it does not have stay.
func (f *pictureForm) show(l picture.Layout) {
	f.setting = true
	defer func() { f.setting = false }()
	for _, x := range []struct {
		e    *field
		text string
	}{{f.title, l.Title}, {f.subtitle, l.Subtitle}, {f.note, l.Note}} {
		if x.text != "" {
			x.e.SetText(x.text)
		}
	}
	zone := l.Zone
	if zone == time.Local.String() {
		zone = zoneName(time.Local, f.d.opts.Clock())
	}
	f.zone.SetText(zone)
	f.size.SetText(strings.ReplaceAll(cmp.Or(l.Paper, l.Size), "x", " × "))
	f.orientation.choose(l.Orientation)
	f.dpi.SetText("")
	if l.DPI > 0 {
		f.dpi.SetText(strconv.FormatFloat(l.DPI, 'f', -1, 64))
	}
	f.theme.choose(l.Theme)
	f.text.choose(cmp.Or(l.Text, "normal"))
	f.language.choose(l.Language)
	f.projection.choose(l.Projection)
	f.legend.choose(l.Legend)
	f.inset.choose(l.Inset)
	f.corner.choose(l.InsetCorner)
	f.scale.SetChecked(l.ScaleBar)
	f.graticule.SetChecked(l.Graticule)
	f.north.SetChecked(l.North)
	f.notes.SetChecked(l.Notes)
	f.sources.SetChecked(l.Sources)
	label, _ := picture.ParseHandling(l.TLP) // a layout is checked when it is read
	f.tlp.choose(label)
}

// layout is what the fields say. The error is a sentence.
func (f *pictureForm) layout() (picture.Layout, error) {
	l := picture.DefaultLayout()
	l.Title, l.Subtitle, l.Note = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.subtitle.Text), strings.TrimSpace(f.note.Text)
	zone, err := parseZone(f.zone.Text)
	if err != nil {
		return l, err
	}
	l.Zone = zone.String()
	if err := f.readSize(&l, f.size.Text); err != nil {
		return l, err
	}
	l.Orientation = f.orientation.code()
	if l.DPI, err = parseDPI(f.dpi.Text); err != nil {
		return l, err
	}
	if l.Text = f.text.code(); l.Text == "normal" {
		l.Text = ""
	}
	l.Theme, l.Language, l.Projection = f.theme.code(), f.language.code(), f.projection.code()
	l.Legend, l.Inset, l.InsetCorner = f.legend.code(), f.inset.code(), f.corner.code()
	l.ScaleBar, l.Graticule, l.North = f.scale.Checked, f.graticule.Checked, f.north.Checked
	l.Notes, l.Sources, l.TLP = f.notes.Checked, f.sources.Checked, f.tlp.code()
	return l, l.Check()
}

// readSize reads a size in pixels or the name of a paper.
func (f *pictureForm) readSize(l *picture.Layout, text string) error {
	if p, err := picture.FindPaper(text); err == nil {
		l.Size, l.Paper = "", p.Name
		return nil
	}
	w, h, err := picture.ParseSize(text)
	if err != nil {
		return err
	}
	l.Size, l.Paper = fmt.Sprintf("%dx%d", w, h), ""
	return nil
}

// parseDPI reads dots per inch; nothing is the usual ones.
func parseDPI(text string) (float64, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v >= picture.MinDPI && v <= picture.MaxDPI) {
		return 0, fmt.Errorf("“%s” are no dots per inch; write a number from %d to %d, as 300, or nothing", text, picture.MinDPI, picture.MaxDPI)
	}
	return v, nil
}

// projectionNames are the projections with the words that a layout has for them. The
// one that suits what the map shows says so.
func projectionNames(shown orb.Bound) [][2]string {
	suits := picture.SuggestProjection(shown)
	var out [][2]string
	for _, p := range geo.Projections() {
		name := p.Title()
		if p == suits && suits != geo.WebMercator {
			name += " (suggested)"
		}
		out = append(out, [2]string{p.String(), name})
	}
	return out
}

// languageCode is a language of names as layouts call it.
func languageCode(l render.Language) string { return cmp.Or(string(l), "en") }

func languageCodes() [][2]string {
	var out [][2]string
	for _, l := range basemap.Languages() {
		out = append(out, [2]string{languageCode(l), languageName(l)})
	}
	return out
}
