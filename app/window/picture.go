package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"sitmap/app/look"
	"sitmap/app/picture"
	"sitmap/app/situation"
	"sitmap/store"
)

// pictureFormats name what picture.Extensions lists, in its order.
var pictureFormats = []string{"PNG, for screens and slides", "SVG, to go on drawing", "PDF, to print"}

// withExtension gives a file's name another of the pictures' extensions.
func withExtension(name, ext string) string {
	if hasExtension(name, picture.Extensions()) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return name + ext
}

func (d *desk) makePicture(o *opened, path string, spec picture.Spec) {
	var r picture.Result
	d.work(job{
		title: "Drawing the picture",
		do: func(ctx context.Context, p store.Progress) (err error) {
			spec.Progress = func(done, total int) { p(int64(done), int64(total)) }
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
				text += fmt.Sprintf(" Kept out by their protection: %s, %s.", look.Count(r.Withheld, "event"), look.Count(r.WithheldSources, "source"))
			}
			if phases := r.Phases(); phases != "" {
				text += " " + phases
			}
			for _, missing := range r.LeftOut {
				text += " " + situation.Sentence(missing)
			}
			d.refreshBook()
			copyID := look.Action{Name: "Copy publication id", Do: func() { d.copyText(r.Publication.ID) }}
			if r.Publication.ID == "" {
				d.banner.Say(look.Good, text)
			} else {
				d.banner.Say(look.Good, text, copyID)
			}
			return true
		},
	})
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
