package window

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/geo"
)

// goal is a place that one may go to.
type goal struct {
	name    string // what it is called, or its coordinates
	detail  string
	at      orb.Point
	radiusM float64 // how far it reaches
}

// The widths of what is shown around a place that one goes to, in metres: at least
// so much, and for coordinates.
const (
	leastAround = 40_000
	aroundPoint = 20_000
)

// markFor is how long a cross marks the place that one went to.
const markFor = 8 * time.Second

// manyGoals is how many places are offered.
const manyGoals = 8

// goTo asks for a place or coordinates and shows them on the map.
func (d *desk) goTo() {
	g := &goDialog{d: d, note: widget.NewLabel("")}
	g.note.Wrapping = fyne.TextWrapWord
	g.field = &goField{field: d.newField(""), g: g}
	g.field.ExtendBaseWidget(g.field)
	g.field.PlaceHolder = "A place in any spelling, or coordinates in any notation"
	g.field.OnChanged = g.typed
	g.rows = container.New(goList{})
	g.dlg = dialog.NewCustomWithoutButtons("Go to", container.New(look.Width(112*look.Grid),
		container.New(look.Rows{Gap: 2 * look.Grid}, look.Framed(g.field), container.NewStack(g.rows, container.NewVBox(g.note)))), d.win)
	g.dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", func() { g.dlg.Hide() })})
	g.say("")
	d.show(g.dlg)
	d.win.Canvas().Focus(g.field)
}

// goDialog is the panel that asks where to go.
type goDialog struct {
	d     *desk
	dlg   *dialog.CustomDialog
	field *goField
	rows  *fyne.Container
	note  *widget.Label

	goals  []goal
	marked int
	asked  int // number of the newest search
}

// goField moves the mark in the list with the arrows and goes there with Enter.
type goField struct {
	*field
	g *goDialog
}

// TypedKey implements fyne.Focusable.
func (f *goField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		f.g.mark(f.g.marked + 1)
	case fyne.KeyUp:
		f.g.mark(f.g.marked - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.g.take(f.g.marked)
	default:
		f.field.TypedKey(e)
	}
}

// typed looks for what is typed: coordinates first, else places.
func (g *goDialog) typed(text string) {
	g.asked++
	asked := g.asked
	text = strings.TrimSpace(text)
	if text == "" {
		g.set(nil)
		g.say("")
		return
	}
	goals, err := coordinateGoals(text)
	if len(goals) > 0 {
		g.set(goals)
		g.say("")
		return
	}
	if len(g.goals) == 0 {
		g.say("Looking for “" + look.Shorten(text, 40) + "” …")
	}
	near, _ := g.d.mapView.Middle()
	var found []goal
	g.d.aside(func() {
		for _, m := range g.d.names.Search(text, &near, manyGoals) {
			found = append(found, placeGoal(m))
		}
		g.d.run.Do(func() {
			if asked != g.asked {
				return // something else has been typed meanwhile
			}
			g.set(found)
			switch {
			case len(found) > 0:
				g.say("")
			case err != nil && !errors.Is(err, geo.ErrNotACoordinate):
				g.say(look.Sentence(err))
			default:
				g.say("No place answers to “" + look.Shorten(text, 40) + "”, and it is no coordinate that can be read.")
			}
		})
	})
}

// coordinateGoals reads coordinates; of an ambiguous text, each reading.
func coordinateGoals(text string) ([]goal, error) {
	c, err := geo.ReadPoint(text)
	var several *geo.AmbiguousError
	switch {
	case errors.As(err, &several):
		var out []goal
		for _, r := range several.Readings {
			out = append(out, coordinateGoal(r.Coordinate, r.As))
		}
		return out, nil
	case err != nil:
		return nil, err
	}
	return []goal{coordinateGoal(c, "")}, nil
}

func coordinateGoal(c geo.Coordinate, as string) goal {
	detail := string(c.Notation)
	if as != "" {
		detail += ", " + as
	}
	if m := geo.FormatMGRS(c.Point); c.Notation != geo.MGRS && m != geo.FormatDD(c.Point) {
		detail += " · " + m
	}
	return goal{name: geo.FormatDD(c.Point), detail: detail, at: c.Point, radiusM: c.RadiusM}
}

func placeGoal(m gazetteer.Match) goal {
	p := m.Place
	var detail []string
	if p.Class == gazetteer.ClassAdmin1 {
		detail = append(detail, "region")
	}
	if m.Matched != "" && m.Matched != p.Name {
		detail = append(detail, m.Matched)
	}
	where := p.CountryName
	if p.Admin1Name != "" && p.Admin1Name != p.Name {
		where = p.Admin1Name + ", " + where
	}
	if where != "" && where != p.Name {
		detail = append(detail, where)
	}
	return goal{name: p.Name, detail: strings.Join(detail, " · "), at: p.At, radiusM: p.RadiusM}
}

// set offers places.
func (g *goDialog) set(goals []goal) {
	g.goals, g.marked = goals, 0
	g.rows.Objects = nil
	for i, goal := range goals {
		g.rows.Objects = append(g.rows.Objects, newGoRow(goal, func() { g.take(i) }, func() { g.mark(i) }))
	}
	g.mark(0)
	g.rows.Refresh()
}

// mark moves the mark to another place of the list.
func (g *goDialog) mark(i int) {
	if len(g.goals) == 0 {
		return
	}
	g.marked = min(max(i, 0), len(g.goals)-1)
	for j, o := range g.rows.Objects {
		o.(*goRow).mark(j == g.marked)
	}
}

func (g *goDialog) say(text string) {
	if text == "" && len(g.goals) == 0 {
		text = "For example Odesa, Kherson oblast, 50.45 30.52, 36U UA 24115 91912."
	}
	g.note.SetText(text)
	g.note.Hidden = text == ""
	g.note.Refresh()
}

// take goes to a place of the list.
func (g *goDialog) take(i int) {
	if i < 0 || i >= len(g.goals) {
		return
	}
	g.dlg.Hide()
	g.d.visit(g.goals[i])
}

// visit shows a place on the map and marks it for a while.
func (d *desk) visit(g goal) {
	d.mapView.ShowBound(around(g, d.mapView.View()))
	d.mapView.Mark(&g.at)
	d.win.Canvas().Focus(d.mapView)
	d.status.Say("%s: %s.", g.name, d.notation().write(g.at))
	d.unmark()
	d.unmark = d.run.After(markFor, func() { d.mapView.Mark(nil) })
}

// around is what is shown of the surroundings of a place: as much as it reaches,
// and no less than a view needs to be understood, unless the map is closer already.
func around(g goal, now geo.View) orb.Bound {
	across := float64(aroundPoint)
	if g.radiusM > 1000 {
		across = max(leastAround, 2.6*g.radiusM)
	}
	if now.Width > 0 && g.radiusM < 1000 {
		here := now.MetresPerPixel(float64(now.Height)/2) * float64(min(now.Width, now.Height))
		across = max(500, min(across, here))
	}
	return geo.Circle(g.at, across/2, 64).Bound()
}
