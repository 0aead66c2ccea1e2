package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"sitmap/app/picture"
	"sitmap/app/situation"
	"sitmap/mapdata/geo"
	"sitmap/store"
)

// snapshotWords are the words that the help of snapshot lists.
func snapshotWords() kong.Vars {
	var holders []string
	for _, p := range picture.Placeholders() {
		holders = append(holders, p[0])
	}
	var projections []string
	for _, p := range geo.Projections() {
		projections = append(projections, p.String())
	}
	return kong.Vars{
		"projections":  strings.Join(projections, ", "),
		"placeholders": strings.Join(holders, ", "),
		"legends":      strings.Join(picture.LegendPlaces(), ", "),
		"texts":        strings.Join(picture.TextSizes(), ", "),
		"labels":       strings.Join(picture.HandlingLabels(), ", "),
	}
}

// check finds what is wrong with the flags by themselves.
func (c *snapshotCommand) check() error {
	wrong := func(format string, args ...any) error {
		return usage{fmt.Errorf(format+"; see sitmap snapshot --help", args...)}
	}
	if c.DPI != nil && !(*c.DPI >= picture.MinDPI && *c.DPI <= picture.MaxDPI) {
		return wrong("--dpi %v is not between %d and %d", *c.DPI, picture.MinDPI, picture.MaxDPI)
	}
	if !(c.PixelRatio >= 0 && c.PixelRatio <= 32) {
		return wrong("--pixel-ratio %v is not between 0 and 32", c.PixelRatio)
	}
	if c.Size != nil && c.Paper != nil {
		return wrong("--size and --paper exclude each other")
	}
	if c.SizeBy != "" && (c.As.Style == situation.Heat || c.As.Style == situation.Clusters) {
		return wrong("--size-by and --as %s exclude each other: %s have a size of their own", c.As.Style, map[situation.Style]string{situation.Heat: "heat maps", situation.Clusters: "rings"}[c.As.Style])
	}
	l, err := c.over(picture.DefaultLayout())
	if err == nil {
		err = l.Check()
	}
	if err != nil {
		return wrong("%v", err)
	}
	return nil
}

// layout is the one that the flags ask for.
func (c *snapshotCommand) layout(ctx context.Context, st *store.Store) (picture.Layout, error) {
	l := picture.DefaultLayout()
	if c.Layout != "" {
		var err error
		if l, err = readLayout(ctx, st, c.Layout); err != nil {
			return l, err
		}
	}
	return c.over(l)
}

// readLayout reads a layout from a file or, where there is none, from the store.
func readLayout(ctx context.Context, st *store.Store, name string) (picture.Layout, error) {
	data, err := os.ReadFile(name)
	switch {
	case err == nil:
		l, err := picture.ParseLayout(data)
		if err != nil {
			return l, fmt.Errorf("%s: %w", name, err)
		}
		return l, nil
	case !errors.Is(err, fs.ErrNotExist):
		return picture.Layout{}, fmt.Errorf("reading the layout: %w", err)
	}
	return picture.FindLayout(ctx, st, name)
}

// over puts the flags over a layout.
func (c *snapshotCommand) over(l picture.Layout) (picture.Layout, error) {
	set := func(to, from *string) {
		if from != nil {
			*to = *from
		}
	}
	yes := func(to, from *bool) {
		if from != nil {
			*to = *from
		}
	}
	if c.Size != nil {
		l.Size, l.Paper, l.Orientation = fmt.Sprintf("%dx%d", c.Size.Width, c.Size.Height), "", ""
	}
	if c.Paper != nil {
		l.Size, l.Paper = "", *c.Paper
	}
	set(&l.Orientation, c.Orientation)
	if c.DPI != nil {
		l.DPI = *c.DPI
	}
	set(&l.Projection, c.Projection)
	set(&l.Text, c.Text)
	set(&l.Title, c.Title)
	set(&l.Subtitle, c.Subtitle)
	set(&l.Note, c.Note)
	if c.Theme != nil {
		l.Theme = c.Theme.String()
	}
	if c.Language != nil {
		l.Language = cmp.Or(string(c.Language.Language), "en")
	}
	if c.Zone != nil {
		l.Zone = c.Zone.String()
	}
	lower := func(to, from *string) {
		if from != nil {
			*to = strings.ToLower(*from)
		}
	}
	lower(&l.Legend, c.Legend)
	lower(&l.Inset, c.Inset)
	lower(&l.InsetCorner, c.InsetCorner)
	yes(&l.Graticule, c.Graticule)
	yes(&l.North, c.North)
	yes(&l.ScaleBar, c.ScaleBar)
	yes(&l.Notes, (*bool)(c.Notes))
	yes(&l.Sources, c.Sources)
	set(&l.TLP, c.TLP)
	return l, nil
}
