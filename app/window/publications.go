package window

import (
	"context"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/app/picture"
	published "sitmap/app/publication"
	"sitmap/app/publication/panel"
	"sitmap/store"
)

// newPublications makes the book of what was exported.
func (d *desk) newPublications() *book {
	p := panel.New(panel.Deps{
		Hints: d.status, Work: d.beside, Names: d.names, Zone: d.zone(), Country: d.names.CountryName, Admin1: d.names.Admin1Name,
		Say: func(s string) { d.status.Say("%s", s) },
	})
	b := &book{
		name: "Publications", left: p.Left(), middle: p.Right(), focus: p.Focus, page: p.FocusPage, refresh: p.Refresh,
		holds: p.Holds, busy: func() bool { return false }, confirm: func() {},
	}
	p.OnEvent, p.OnNext, p.OnCopy = d.bookEvent, d.nextPanel, d.copyPublicationID
	p.OnClose = func() { d.showBook(nil) }
	p.OnThen = func(x store.Publication, event string) {
		d.showPublished(x, func() {
			if event != "" {
				d.selectEvent(event)
				d.reveal(event)
			}
		})
	}
	p.OnAgain = d.exportAgain
	d.publications = p
	return b
}

func (d *desk) copyPublicationID(id string) {
	d.app.Clipboard().SetContent(id)
	d.status.Say("Copied the publication's id %s.", id)
}

// openPublication shows a publication in the book.
func (d *desk) openPublication(id string) {
	if d.open == nil {
		return
	}
	d.publications.Choose(id)
	d.showBook(d.shelf.books[1])
}

// showPublished has the window stand where it stood when something was exported, with
// its filter, its window of time and its view, and then goes on.
func (d *desk) showPublished(x store.Publication, then func()) {
	o := d.open
	if o == nil || !d.showBook(nil) {
		return
	}
	what := x.Title
	if what == "" {
		what = x.File
	}
	d.lookBack("Opening the publication", "as “"+look.Shorten(what, 60)+"” showed it", func(ctx context.Context) (*store.Past, error) {
		past, err := o.sit.Store().PublishedState(ctx, x)
		if err == nil {
			err = o.sit.SetFilter(ctx, x.Filter)
		}
		return past, err
	}, func() {
		d.header.find.SetText(x.Filter)
		o.sit.SetWindow(x.Earliest, x.Latest)
		if b, ok := published.ViewOf(x); ok && b.Min[0] <= b.Max[0] {
			d.mapView.FitTo(orb.Bound{Min: b.Min, Max: b.Max})
		}
		if then != nil {
			then()
		}
	})
}

// exportAgain has the window stand where it stood, and asks where the picture or the
// file is to go.
func (d *desk) exportAgain(x store.Publication) {
	d.showPublished(x, func() {
		ext := "." + strings.ToLower(x.Format)
		if hasExtension("x"+ext, picture.Extensions()) {
			if dlg := d.askPicture(d.open); x.Title != "" {
				dlg.form.title.SetText(x.Title)
			}
			return
		}
		d.exportEvents(ext)
	})
}
