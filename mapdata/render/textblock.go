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

// wrapped is paragraph for what somebody typed: a word wider than a line is broken
// rather than cut.
func (t *typesetter) wrapped(text string, style textStyle, width float32) []*textRun {
	words := strings.Fields(text)
	var out []string
	for _, w := range words {
		for rest := []rune(w); len(rest) > 0; {
			n := len(rest)
			for n > 1 && t.set(string(rest[:n]), style).width > width {
				n--
			}
			out = append(out, string(rest[:n]))
			rest = rest[n:]
		}
	}
	return t.paragraph(strings.Join(out, " "), style, width)
}

// balanced is wrapped in as many lines, but about equally long ones.
func (t *typesetter) balanced(text string, style textStyle, width float32) []*textRun {
	lines := t.wrapped(text, style, width)
	if len(lines) < 2 {
		return lines
	}
	least, most := width/2, width
	for most-least > 1+width/200 {
		mid := (least + most) / 2
		if try := t.wrapped(text, style, mid); len(try) == len(lines) && widest(try) <= mid {
			lines, most = try, mid
		} else {
			least = mid
		}
	}
	return lines
}

func widest(lines []*textRun) float32 {
	w := float32(0)
	for _, l := range lines {
		w = max(w, l.width)
	}
	return w
}
