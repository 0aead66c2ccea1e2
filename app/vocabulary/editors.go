package vocabulary

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/assets"
	"sitmap/store"
)

// editor holds the fields of one record.
type editor struct {
	rows  []fyne.CanvasObject
	first fyne.Focusable
	name  *text
	code  *text // nil where there is none to be seen
	// put is the record as the fields have it, for the store.
	put func() (store.Put, error)
	// id is that of the record that put makes; "" where the store gives one.
	id func() string
}

func forms() []string {
	return []string{
		string(store.FormStrike), string(store.FormMeeting), string(store.FormCall),
		string(store.FormStatement), string(store.FormTransfer), string(store.FormGeneral),
	}
}

// withCode adds the code: of a new record it follows the name, of another it stays.
func (e *editor) withCode(p *Page, code string, isNew bool) {
	if !isNew {
		e.rows = append(e.rows, labelled("Code", quiet(code)))
		return
	}
	e.code = p.newText("", "made of the name; stands in files", 1)
	own := false
	e.code.OnChanged = func(s string) {
		own = s != "" && s != codeFor(p.sheet(), e.name.Text)
		p.touched()
	}
	e.name.OnChanged = func(s string) {
		if !own {
			e.code.SetText(codeFor(p.sheet(), s))
		}
		p.touched()
	}
	e.rows = append(e.rows, labelled("Code", e.code))
}

func (e *editor) codeOr(code string) string {
	if e.code != nil {
		return strings.TrimSpace(e.code.Text)
	}
	return code
}

// position is the place in the order as it is typed.
func position(t *text) (int, error) {
	s := strings.TrimSpace(t.Text)
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 100000 {
		return 0, errors.New("the position in the list is a number, 1 for the first")
	}
	return n, nil
}

func positionText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (p *Page) kindEditor(k store.Kind, isNew bool) *editor {
	if isNew {
		k.Icon, k.Colour, k.Form = "other", "#5b6470", store.FormGeneral
	}
	e := &editor{name: p.newText(k.Name, "Drone strike", 1)}
	e.first = e.name
	e.rows = append(e.rows, labelled("Name", e.name))
	e.withCode(p, k.Code, isNew)
	key := p.newText(k.Key, "the letter that chooses it in the form", 1)
	form := p.newChoice(string(k.Form), forms())
	icon := p.newChoice(k.Icon, assets.KindIcons())
	colour := p.newText(k.Colour, "#rrggbb", 1)
	cameo := p.newText(k.CAMEO, "19 for fights", 1)
	order := p.newText(positionText(k.Order), "1 is the first", 1)
	symbol := look.NewSymbol(9 * look.Grid)
	show := func() { symbol.Set(icon.Selected, strings.TrimSpace(colour.Text), look.Solid) }
	show()
	icon.OnChanged = func(string) { show(); p.touched() }
	colour.OnChanged = func(string) { show(); p.touched() }
	chips := container.New(&look.Flow{Gap: look.Grid})
	for _, c := range []string{"#b3261e", "#c25100", "#8a6d00", "#2e7d32", "#00796b", "#1f5fa8", "#5e35b1", "#ad1457", "#5b6470"} {
		chips.Add(newSwatch(c, func() { colour.SetText(c) }))
	}
	e.rows = append(e.rows,
		labelled("Form", form), labelled("Key", key),
		labelled("Icon", container.NewBorder(nil, nil, nil, symbol, look.Framed(icon))),
		labelled("Colour", colour), labelled("", chips),
		labelled("CAMEO code", cameo), labelled("Position", order))
	e.id = func() string { return e.codeOr(k.Code) }
	e.put = func() (store.Put, error) {
		n, err := position(order)
		out := store.Kind{
			Code: e.id(), Name: strings.TrimSpace(e.name.Text), Icon: icon.Selected, Colour: strings.ToLower(strings.TrimSpace(colour.Text)),
			Form: store.Form(form.Selected), CAMEO: strings.TrimSpace(cameo.Text), Key: strings.ToLower(strings.TrimSpace(key.Text)), Order: n,
		}
		for _, other := range p.records {
			if other.kind != nil && other.id != out.Code && out.Key != "" && other.kind.Key == out.Key && !other.retired {
				err = fmt.Errorf("the letter %s chooses “%s” already; take another", out.Key, other.name)
			}
		}
		return store.Put{Kind: &out}, err
	}
	return e
}

func (p *Page) termEditor(t store.Term, isNew bool) *editor {
	if isNew {
		t.Vocabulary = p.sheet().vocabulary
	}
	e := &editor{name: p.newText(t.Name, p.sheet().one, 1)}
	e.first = e.name
	e.rows = append(e.rows, labelled("Name", e.name))
	e.withCode(p, t.Code, isNew)
	var checks []*widget.Check
	box := container.New(&look.Flow{Gap: 2 * look.Grid})
	for _, f := range forms() {
		c := widget.NewCheck(f, nil)
		c.Checked = slices.Contains(t.Forms, store.Form(f))
		c.OnChanged = func(bool) { p.touched() }
		checks = append(checks, c)
		box.Add(c)
	}
	order := p.newText(positionText(t.Order), "1 is the first", 1)
	e.rows = append(e.rows, labelled("Offered first in", box), labelled("", quiet("Where no form is ticked, in all of them.")), labelled("Position", order))
	e.id = func() string { return t.Vocabulary + "/" + e.codeOr(t.Code) }
	e.put = func() (store.Put, error) {
		n, err := position(order)
		out := store.Term{Vocabulary: t.Vocabulary, Code: e.codeOr(t.Code), Name: strings.TrimSpace(e.name.Text), Order: n, Low: t.Low, High: t.High}
		for _, c := range checks {
			if c.Checked {
				out.Forms = append(out.Forms, store.Form(c.Text))
			}
		}
		return store.Put{Term: &out}, err
	}
	return e
}

// swatch is a colour to choose.
type swatch struct {
	widget.BaseWidget
	colour string
	tap    func()
}

func newSwatch(colour string, tap func()) *swatch {
	s := &swatch{colour: colour, tap: tap}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *swatch) Tapped(*fyne.PointEvent) { s.tap() }

// CreateRenderer implements fyne.Widget.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s, canvas.NewRectangle(color.Black)}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	s    *swatch
	rect *canvas.Rectangle
}

func (r *swatchRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }
func (r *swatchRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(5 * look.Grid) }
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *swatchRenderer) Destroy()                     {}

func (r *swatchRenderer) Refresh() {
	r.rect.FillColor, r.rect.CornerRadius = look.KindColour(r.s.colour, look.Current()), 3
	canvas.Refresh(r.rect)
}
