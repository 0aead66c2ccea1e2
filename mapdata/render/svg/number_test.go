package svg

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersAreBriefAndRight(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {1, "1"}, {-3, "-3"}, {0.5, ".5"}, {-0.25, "-.25"}, {12.345, "12.35"}, {10.004, "10"}, {-0.001, "0"}, {7.05, "7.05"},
	} {
		if got := num(c.v); got != c.want {
			t.Errorf("%v is written %s, want %s", c.v, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e5, 1e5).Draw(t, "v")
		got, err := strconv.ParseFloat(num(v), 64)
		if err != nil || math.Abs(got-v) > 0.0051 {
			t.Fatalf("%v is written %s", v, num(v))
		}
	})
}

func TestColours(t *testing.T) {
	for _, c := range []struct {
		c    color.NRGBA
		want string
	}{
		{color.NRGBA{255, 255, 255, 255}, ` fill="#fff"`},
		{color.NRGBA{0x12, 0x34, 0xab, 255}, ` fill="#1234ab"`},
		{color.NRGBA{0, 0, 0, 51}, ` fill="#000" fill-opacity="0.2"`},
	} {
		if got := colourAttr("fill", c.c); got != c.want {
			t.Errorf("%v is written%s, want%s", c.c, got, c.want)
		}
	}
}

// step is a command of a path, its position absolute.
type step struct {
	c    byte
	x, y float64
}

// readPath reads path data as pathData writes it, back into absolute positions.
func readPath(t interface{ Fatalf(string, ...any) }, d string) []step {
	var out []step
	var x, y, x0, y0 float64
	number := func() float64 {
		d = strings.TrimPrefix(d, " ")
		n := 0
		dot := false
		for n < len(d) && (d[n] >= '0' && d[n] <= '9' || d[n] == '-' && n == 0 || d[n] == '.' && !dot) {
			dot = dot || d[n] == '.'
			n++
		}
		v, err := strconv.ParseFloat(d[:n], 64)
		if err != nil {
			t.Fatalf("no number at %q", d)
		}
		d = d[n:]
		return v
	}
	var c byte
	for d != "" {
		if strings.IndexByte("Mlhvcz", d[0]) >= 0 {
			c, d = d[0], d[1:]
		}
		switch c {
		case 'M':
			x, y = number(), number()
			x0, y0 = x, y
		case 'l':
			x, y = x+number(), y+number()
		case 'h':
			x += number()
		case 'v':
			y += number()
		case 'c':
			for range 4 {
				number()
			}
			x, y = x+number(), y+number()
		case 'z':
			x, y = x0, y0
		default:
			t.Fatalf("there is no command %q", c)
		}
		out = append(out, step{c, x, y})
	}
	return out
}

// class takes all straight lines for one.
func class(c byte) byte {
	if c == 'h' || c == 'v' {
		return 'l'
	}
	return c
}

func TestPathsAreReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(-3000, 3000)
		var p pathData
		var want []step
		n := rapid.IntRange(1, 40).Draw(t, "n")
		var last step
		for i := range n {
			x, y := coordinate.Draw(t, "x"), coordinate.Draw(t, "y")
			switch kind := rapid.IntRange(0, 4).Draw(t, "kind"); {
			case i == 0 || kind == 0:
				p.MoveTo(x, y)
				last = step{'M', x, y}
			case kind == 1:
				p.CurveTo(x+1, y+2, x+3, y+4, x, y)
				last = step{'c', x, y}
			case kind == 2:
				x = last.x
				p.LineTo(x, y)
				last = step{'l', x, y}
			default:
				p.LineTo(x, y)
				last = step{'l', x, y}
			}
			want = append(want, last)
		}
		p.Close()
		got := readPath(t, string(p.buf))
		k := 0
		for _, w := range want {
			// A line too short to be written is left out.
			if k < len(got) && math.Abs(got[k].x-w.x) < 0.006 && math.Abs(got[k].y-w.y) < 0.006 && class(got[k].c) == w.c {
				k++
				continue
			}
			if w.c == 'l' && k > 0 && math.Abs(got[k-1].x-w.x) < 0.016 && math.Abs(got[k-1].y-w.y) < 0.016 {
				continue
			}
			t.Fatalf("%s: step %d is not %c %v %v", p.buf, k, w.c, w.x, w.y)
		}
		if k != len(got)-1 || got[k].c != 'z' {
			t.Fatalf("%s has %d steps, want %d", p.buf, len(got), k+1)
		}
	})
}
