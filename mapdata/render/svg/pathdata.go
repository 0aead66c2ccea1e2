package svg

// pathData collects the commands of a path. Positions are rounded once and written
// relative to the one before, so that errors do not add up.
type pathData struct {
	buf    []byte
	x, y   int // where the pen is, in hundredths
	x0, y0 int // where the current line began
	last   byte
}

func (p *pathData) reset() { *p = pathData{buf: p.buf[:0]} }

// command begins a command, unless it repeats the last one.
func (p *pathData) command(c byte) {
	if p.last != c {
		p.buf = append(p.buf, c)
		p.last = c
	}
}

// number writes a number, parted from the one before where that is needed.
func (p *pathData) number(v int) {
	if n := len(p.buf); n > 0 && v >= 0 {
		if c := p.buf[n-1]; c == '.' || c >= '0' && c <= '9' {
			p.buf = append(p.buf, ' ')
		}
	}
	p.buf = appendHundredths(p.buf, v)
}

// MoveTo begins a line.
func (p *pathData) MoveTo(x, y float64) {
	p.x, p.y = hundredths(x), hundredths(y)
	p.x0, p.y0 = p.x, p.y
	p.last = 0
	p.command('M')
	p.number(p.x)
	p.number(p.y)
}

// LineTo draws a straight line; one shorter than the precision is left out.
func (p *pathData) LineTo(x, y float64) {
	nx, ny := hundredths(x), hundredths(y)
	dx, dy := nx-p.x, ny-p.y
	switch {
	case dx == 0 && dy == 0:
		return
	case dx == 0:
		p.command('v')
		p.number(dy)
	case dy == 0:
		p.command('h')
		p.number(dx)
	default:
		p.command('l')
		p.number(dx)
		p.number(dy)
	}
	p.x, p.y = nx, ny
}

// CurveTo draws a cubic curve.
func (p *pathData) CurveTo(x1, y1, x2, y2, x, y float64) {
	p.command('c')
	nx, ny := hundredths(x), hundredths(y)
	for _, v := range [6]int{
		hundredths(x1) - p.x, hundredths(y1) - p.y,
		hundredths(x2) - p.x, hundredths(y2) - p.y, nx - p.x, ny - p.y,
	} {
		p.number(v)
	}
	p.x, p.y = nx, ny
}

// Close ends a line where it began.
func (p *pathData) Close() {
	p.buf = append(p.buf, 'z')
	p.last = 0
	p.x, p.y = p.x0, p.y0
}
