package window

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/picture"
	"sitmap/app/situation"
	"sitmap/mapdata/render"
	"sitmap/store"
)

// pictureSizes are what the dialog offers, in pixels; any other can be typed.
var pictureSizes = []string{"1920 × 1080", "2560 × 1440", "3840 × 2160", "1200 × 1200", "2480 × 1754"}

// pictureFormats name what picture.Extensions lists, in its order.
var pictureFormats = []string{"PNG, for screens and slides", "SVG, to go on drawing", "PDF, to print"}

// withExtension gives a file's name another of the pictures' extensions.
func withExtension(name, ext string) string {
	if hasExtension(name, picture.Extensions()) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return name + ext
}

// exportPicture asks for title, size, colours and file, and writes what the map
// shows as a picture with all that a brief needs around it.
func (d *desk) exportPicture() {
	o := d.open
	if o == nil {
		return
	}
	title, subtitle := d.newField(storeName(o.path)), d.newField("")
	if f := o.sit.Filter(); f != "" {
		subtitle.SetText("Events that match “" + f + "”")
	}
	subtitle.PlaceHolder = "may stay empty"
	size := d.newChoice(pictureSizes[0], pictureSizes)
	size.Validator = func(s string) error { _, _, err := parseSize(s); return err }
	colours := widget.NewSelect([]string{"Light", "Dark", "Print"}, nil)
	colours.SetSelectedIndex(0)
	if look.Dark() {
		colours.SetSelectedIndex(1)
	}
	own := zoneName(d.zone(), d.opts.Clock())
	zone := d.newChoice(own, append([]string{own}, zones()...))
	zone.Validator = func(s string) error { _, err := parseZone(s); return err }

	file := newNewFile(d, storeName(o.path)+picture.Extensions()[0], picture.Extensions(), true)
	format := widget.NewSelect(pictureFormats, nil)
	format.SetSelectedIndex(0)
	format.OnChanged = func(string) {
		file.name.SetText(withExtension(file.name.Text, picture.Extensions()[format.SelectedIndex()]))
	}
	rows := append([]*widget.FormItem{
		widget.NewFormItem("Title", title),
		widget.NewFormItem("Subtitle", subtitle),
		widget.NewFormItem("Size in pixels", size),
		widget.NewFormItem("Colours", look.Framed(colours)),
		widget.NewFormItem("Time zone", zone),
		widget.NewFormItem("Format", look.Framed(format)),
	}, file.rows()...)
	d.askForm("Export picture", "Export", rows, file, func() {
		w, h, err := parseSize(size.Text)
		if err != nil {
			d.fail(err)
			return
		}
		loc, err := parseZone(zone.Text)
		if err != nil {
			d.fail(err)
			return
		}
		theme, err := render.ParseTheme(strings.ToLower(colours.Selected))
		if err != nil {
			d.fail(err)
			return
		}
		from, to := o.sit.Window()
		d.makePicture(o, file.path(), picture.Spec{
			Index: o.sit.Index(), Style: o.sit.Style(), Encode: o.sit.Encodings(), Measure: o.sit.Measure(), Box: o.sit.Box(), From: from, To: to,
			View: d.mapView.View(), Width: w, Height: h,
			Title: strings.TrimSpace(title.Text), Subtitle: strings.TrimSpace(subtitle.Text),
			Theme: theme, POV: o.sit.POV(), Language: d.language(), Filter: o.sit.Filter(), Names: d.names, Zone: loc,
			Statements: o.sit.StatementsShown(), Retracted: o.sit.RetractedShown(),
			Seats: situation.Capitals(d.base, d.names, o.sit.POV()), Clock: d.opts.Clock, Record: true,
		})
	})
}

func (d *desk) makePicture(o *opened, path string, spec picture.Spec) {
	var r picture.Result
	d.work(job{
		title: "Drawing the picture",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			r, err = picture.Make(ctx, o.sit.Store(), d.base, spec, path)
			return err
		},
		done: func(err error) bool {
			if err != nil {
				return false
			}
			d.status.Say("Wrote %s%s.", path, publication(r.Publication.ID, r.WhyNotRecorded))
			text := fmt.Sprintf("The picture %s is written%s.", path, publication(r.Publication.ID, r.WhyNotRecorded))
			if r.Withheld > 0 || r.WithheldSources > 0 {
				text += fmt.Sprintf(" Kept out by their protection: %s, %s.", count(int64(r.Withheld), "event"), count(int64(r.WithheldSources), "source"))
			}
			copyID := look.Action{Name: "Copy publication id", Do: func() { d.copyID(r.Publication.ID) }}
			if r.Publication.ID == "" {
				d.banner.Say(look.Good, text)
			} else {
				d.banner.Say(look.Good, text, copyID)
			}
			return true
		},
	})
}

var sizeShape = regexp.MustCompile(`^\s*(\d{1,6})\s*[x×*, ]\s*(\d{1,6})\s*$`)

// parseSize reads "1920 × 1080", also with x.
func parseSize(s string) (w, h int, err error) {
	m := sizeShape.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, fmt.Errorf("“%s” is not a size; write width × height in pixels, as 1920 × 1080", s)
	}
	if w, err = strconv.Atoi(m[1]); err != nil {
		return 0, 0, fmt.Errorf("reading the width: %w", err)
	}
	if h, err = strconv.Atoi(m[2]); err != nil {
		return 0, 0, fmt.Errorf("reading the height: %w", err)
	}
	return w, h, picture.CheckSize(w, h)
}

// zones are the time zones that the dialog offers beside the analyst's own.
func zones() []string {
	return []string{"UTC", "Europe/Kyiv", "Europe/Moscow", "Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York"}
}

// zoneName is how the dialog writes a zone: of the local one, which has no name of
// its own, it says what it is now.
func zoneName(z *time.Location, now time.Time) string {
	if z != time.Local {
		return z.String()
	}
	short, _ := now.In(z).Zone()
	offset := now.In(z).Format("UTC-07:00")
	switch {
	case short == "UTC":
		return "Local (UTC)"
	case short == "" || strings.ContainsAny(short[:1], "+-"):
		return "Local (" + offset + ")"
	}
	return fmt.Sprintf("Local (%s, %s)", short, offset)
}

// parseZone reads the name of a time zone, or what zoneName made of the local one.
func parseZone(s string) (*time.Location, error) {
	s = strings.TrimSpace(s)
	if local, _, _ := strings.Cut(s, " ("); strings.EqualFold(local, "local") {
		return time.Local, nil
	}
	loc, err := time.LoadLocation(s)
	if err != nil || s == "" {
		return nil, fmt.Errorf("“%s” is not a time zone; write its IANA name, as Europe/Kyiv, or UTC", s)
	}
	return loc, nil
}
