package situation

import (
	"image/color"
	"math"
	"path/filepath"
	"testing"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// How those see colours who lack one sort of cones: G. M. Machado, M. M. Oliveira and
// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
// Deficiency" (2009), severity 1, on linear light.
var sights = map[string][9]float64{
	"all cones":    {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// lab is CIELAB of a colour as somebody sees it (D65).
func lab(c color.NRGBA, sight [9]float64) [3]float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var l [3]float64
	for i := range l {
		for j := range in {
			l[i] += sight[3*i+j] * in[j]
		}
		l[i] = math.Max(0, math.Min(1, l[i]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / 0.95047)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// differ is CIE 1976's distance of two colours.
func differ(a, b color.NRGBA, sight [9]float64) float64 {
	p, q := lab(a, sight), lab(b, sight)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// Kinds that share a shape differ in colour for everybody; built-in ones share none.
// Those of one form, which stand beside each other most, differ in colour besides.
func TestKindsAreToldApartByEverybody(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "x.gpkg"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	kinds, err := st.Kinds(t.Context())
	if err != nil || len(kinds) < 14 {
		t.Fatalf("%d kinds, %v", len(kinds), err)
	}
	for _, dark := range []bool{false, true} {
		for i, a := range kinds {
			for _, b := range kinds[:i] {
				ca, cb := kindColour(a, dark), kindColour(b, dark)
				same := scene.IconShape(a.Icon) == scene.IconShape(b.Icon)
				for who, sight := range sights {
					d := differ(ca, cb, sight)
					if same && d < 20 {
						t.Errorf("dark %v: with %s %s and %s share a shape and differ by %.1f", dark, who, a.Code, b.Code, d)
					}
					if d < 5 && a.Form == b.Form {
						t.Errorf("dark %v: with %s %s and %s differ by %.1f", dark, who, a.Code, b.Code, d)
					}
				}
				if same {
					t.Errorf("%s and %s share a shape", a.Code, b.Code)
				}
			}
		}
	}
}
