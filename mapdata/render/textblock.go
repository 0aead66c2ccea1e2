package render

import "strings"

// wrap sets a text in lines no wider than width, broken at spaces; a word that is
// wider stands alone.
func (t *typesetter) paragraph(text string, style textStyle, width float32) []*textRun {
	var lines []*textRun
	line := ""
	for _, word := range strings.Fields(text) {
		try := word
		if line != "" {
			try = line + " " + word
		}
		if line != "" && t.set(try, style).width > width {
			lines = append(lines, t.set(line, style))
			try = word
		}
		line = try
	}
	if line != "" {
		lines = append(lines, t.set(line, style))
	}
	return lines
}

// fitLines is paragraph with no more than most lines; the last ends in an ellipsis
// where text had to be left out.
func (t *typesetter) fitLines(text string, style textStyle, width float32, most int) []*textRun {
	lines := t.paragraph(text, style, width)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := lines[most-1].text
	for {
		run := t.set(last+" …", style)
		cut := strings.LastIndexByte(last, ' ')
		if run.width <= width || cut < 0 {
			lines[most-1] = run
			return lines
		}
		last = last[:cut]
	}
}
