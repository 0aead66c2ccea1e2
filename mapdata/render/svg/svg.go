package svg

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"sitmap/mapdata/render"
)

// Options are what a file says about its picture.
type Options struct {
	Title       string
	Description string // for those who cannot see it
	Creator     string // who made the picture
	Identifier  string // of the publication
	Source      string // what it was made from
	// DPI is how many pixels of the picture are an inch; 0 for 96, the pixels of
	// browsers.
	DPI float64
}

// Write writes the picture as an SVG file. Errors are those of w and a cancelled
// context.
func Write(ctx context.Context, w io.Writer, p *render.Picture, o Options) error {
	seen := newSurvey()
	if err := p.Draw(ctx, seen); err != nil {
		return err
	}
	fonts, err := seen.embed()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	c := &canvas{w: out, survey: seen, ids: map[string]bool{}, width: p.Width, height: p.Height}
	c.head(p, o, fonts)
	if err := p.Draw(ctx, c); err != nil {
		return err
	}
	c.endLayer()
	c.print("</svg>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}

// head writes all that stands before the layers.
func (c *canvas) head(p *render.Picture, o Options, fonts string) {
	scale := 1.0
	if o.DPI > 0 {
		scale = 96 / o.DPI
	}
	c.print(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	c.print(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"` +
		` xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"` +
		` version="1.1" width="` + exact(float64(p.Width)*scale) + `" height="` + exact(float64(p.Height)*scale) +
		fmt.Sprintf(`" viewBox="0 0 %d %d" xml:lang="en">`, p.Width, p.Height) + "\n")
	if o.Title != "" {
		c.print("<title>" + escape(o.Title) + "</title>\n")
	}
	if o.Description != "" {
		c.print("<desc>" + escape(o.Description) + "</desc>\n")
	}
	c.metadata(o)
	if fonts != "" {
		c.print("<style>\n" + fonts + "</style>\n")
	}
	c.definitions()
}

// metadata says the same in Dublin Core, where Inkscape shows it.
func (c *canvas) metadata(o Options) {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			b.WriteString("<dc:" + name + ">" + escape(value) + "</dc:" + name + ">")
		}
	}
	put("format", "image/svg+xml")
	put("title", o.Title)
	if o.Creator != "" {
		b.WriteString("<dc:creator><cc:Agent><dc:title>" + escape(o.Creator) + "</dc:title></cc:Agent></dc:creator>")
	}
	put("identifier", o.Identifier)
	put("source", o.Source)
	put("description", o.Description)
	c.print(`<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">` +
		`<cc:Work rdf:about="">` + b.String() + "</cc:Work></rdf:RDF></metadata>\n")
}

// escape makes a text fit to stand in XML; what XML cannot hold becomes a space.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < 0x20 || r == 0x7f || r == 0xfffe || r == 0xffff:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
