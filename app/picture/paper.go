package picture

import (
	"fmt"
	"math"
	"strings"
)

// Paper is a size on paper or of a slide.
type Paper struct {
	Name          string
	Width, Height float64 // millimetres, upright; of a slide lying
	DPI           float64 // the usual dots per inch
	Slide         bool    // it is as it is: a slide is not turned
}

// Papers lists the sizes that a picture may be made for.
func Papers() []Paper {
	return []Paper{
		{Name: "A5", Width: 148, Height: 210, DPI: 300},
		{Name: "A4", Width: 210, Height: 297, DPI: 300},
		{Name: "A3", Width: 297, Height: 420, DPI: 300},
		{Name: "Letter", Width: 215.9, Height: 279.4, DPI: 300},
		{Name: "Legal", Width: 215.9, Height: 355.6, DPI: 300},
		{Name: "Slide", Width: 338.6667, Height: 190.5, DPI: 144, Slide: true},
	}
}

// FindPaper finds a paper by its name, in whatever case. The error is a sentence.
func FindPaper(name string) (Paper, error) {
	var names []string
	for _, p := range Papers() {
		if strings.EqualFold(p.Name, strings.TrimSpace(name)) {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return Paper{}, fmt.Errorf("there is no paper “%s”; choose %s", name, strings.Join(names, ", "))
}

// Pixels gives the paper's size at some dots per inch.
func (p Paper) Pixels(portrait bool, dpi float64) (width, height int) {
	w, h := p.Width, p.Height
	if !portrait && !p.Slide {
		w, h = h, w
	}
	px := func(mm float64) int { return int(math.Round(mm / 25.4 * dpi)) }
	return px(w), px(h)
}
