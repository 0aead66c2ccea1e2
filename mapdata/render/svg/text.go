package svg

import (
	"strings"

	"sitmap/assets"
	"sitmap/mapdata/render"
)

// fontStyle is how a face is named in SVG.
type fontStyle struct {
	family string
	bold   bool
	italic bool
}

func styleOf(f assets.Face) fontStyle {
	if f == assets.Fallback {
		return fontStyle{family: "DejaVu Sans"}
	}
	return fontStyle{
		family: "IBM Plex Sans",
		bold:   f == assets.SemiBold || f == assets.SemiBoldItalic,
		italic: f == assets.Italic || f == assets.SemiBoldItalic,
	}
}

// families is the list of families to take a face from.
func (s fontStyle) families() string {
	if s.family == "DejaVu Sans" {
		return "'DejaVu Sans', sans-serif"
	}
	return "'" + s.family + "', 'DejaVu Sans', sans-serif"
}

// Text writes a line of text. It is tied to its place by its anchor, so that it
// stays where it belongs when it is edited or shown in another font; there is no
// textLength, which would squeeze whatever is typed in into the old width.
func (c *canvas) Text(t render.Text) error {
	parts := t.Parts()
	if len(parts) == 0 {
		return nil
	}
	st := styleOf(t.Face())
	if len(parts) == 1 {
		st = styleOf(parts[0].Face)
	}
	c.print("<text")
	c.place(t)
	c.print(` font-family="` + st.families() + `" font-size="` + num(t.Size()) + `"`)
	if st.bold {
		c.print(` font-weight="600"`)
	}
	if st.italic {
		c.print(` font-style="italic"`)
	}
	if s := t.Spacing(); s != 0 {
		c.print(` letter-spacing="` + exact(s) + `"`)
	}
	c.print(colourAttr("fill", t.Colour()))
	if halo, width := t.Halo(); width > 0 {
		c.print(colourAttr("stroke", halo) + ` stroke-width="` + num(2*width) + `" stroke-linejoin="round" paint-order="stroke"`)
	}
	if s := t.String(); s != strings.Join(strings.Fields(s), " ") {
		c.print(` xml:space="preserve"`)
	}
	c.print(">")
	for _, p := range parts {
		if len(parts) == 1 || p.Face == t.Face() {
			c.print(escape(p.String))
			continue
		}
		other := styleOf(p.Face)
		c.print(`<tspan font-family="` + other.families() + `"`)
		if st.bold {
			c.print(` font-weight="400"`)
		}
		if st.italic {
			c.print(` font-style="normal"`)
		}
		c.print(">" + escape(p.String) + "</tspan>")
	}
	c.print("</text>\n")
	return nil
}

// place writes where a text stands. In a text from right to left SVG's start is
// the right end. The spacing after the last letter counts for SVG, not for us.
func (c *canvas) place(t render.Text) {
	x, anchor := t.X, ""
	switch t.Anchor {
	case render.AnchorMiddle:
		x += (t.Width() + t.Spacing()) / 2
		anchor = "middle"
	case render.AnchorEnd:
		x += t.Width() + t.Spacing()
		anchor = "end"
	}
	if t.RightToLeft() {
		switch anchor {
		case "":
			anchor = "end"
		case "end":
			anchor = ""
		}
		c.print(` direction="rtl"`)
	}
	c.print(` x="` + num(x) + `" y="` + num(t.Y) + `"`)
	if anchor != "" {
		c.print(` text-anchor="` + anchor + `"`)
	}
}
