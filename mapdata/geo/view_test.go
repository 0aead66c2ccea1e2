package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func bound(w, s, e, n float64) orb.Bound {
	return orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}}
}

func drawView(t *rapid.T) View {
	return View{
		Center: World{rapid.Float64Range(0, 0.999).Draw(t, "x"), rapid.Float64Range(0.01, 0.99).Draw(t, "y")},
		Scale:  math.Exp2(rapid.Float64Range(8, 28).Draw(t, "zoom")),
		Width:  rapid.IntRange(1, 4000).Draw(t, "width"),
		Height: rapid.IntRange(1, 3000).Draw(t, "height"),
	}.clamp()
}

func TestFitShowsTheBound(t *testing.T) {
	for _, b := range []orb.Bound{
		bound(-80, 20, 60, 65), bound(22, 44, 41, 53), bound(160, 50, -140, 75), bound(30, 50, 30, 50), bound(179, -20, -179, -10),
	} {
		v := Fit(b, 1920, 1080, 40)
		for _, p := range []orb.Point{b.Min, b.Max, {b.Min[0], b.Max[1]}, {b.Max[0], b.Min[1]}} {
			if x, y := v.ToPixel(Project(p)); x < 39.99 || x > 1880.01 || y < 39.99 || y > 1040.01 {
				t.Errorf("fitting %v: %v stands at %.1f, %.1f", b, p, x, y)
			}
		}
	}
}

func TestFitOfNothingIsTheWorld(t *testing.T) {
	for _, b := range []orb.Bound{bound(0, 10, 0, -10), bound(math.NaN(), 0, 1, 1)} {
		if got := Fit(b, 1000, 600, 0).Bound(); got.Max[0]-got.Min[0] < 300 {
			t.Errorf("fitting %v shows %v", b, got)
		}
	}
}

func TestViewBound(t *testing.T) {
	b := Fit(bound(170, 50, -160, 60), 1000, 1000, 0).Bound()
	if b.Min[0] < 165 || b.Max[0] > -155 || b.Min[0] <= b.Max[0] {
		t.Errorf("across the date line the bound is %v", b)
	}
	if b := Fit(bound(-180, -60, 180, 80), 1920, 400, 0).Bound(); b.Min[0] != -180 || b.Max[0] != 180 {
		t.Errorf("wider than the world the bound is %v", b)
	}
	if b := Fit(bound(170, -4, 180, 4), 1000, 1000, 0).Bound(); math.Abs(b.Max[0]-180) > 1e-9 {
		t.Errorf("up to the date line the bound is %v", b)
	}
}

func TestPixelsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawView(t)
		x := rapid.Float64Range(0, float64(v.Width)).Draw(t, "px")
		y := rapid.Float64Range(0, float64(v.Height)).Draw(t, "py")
		w := v.FromPixel(x, y)
		gx, gy := v.ToPixel(w)
		// On a repeated world the copy nearest to the middle is meant.
		if d := math.Remainder(gx-x, v.Scale); math.Abs(d) > 1e-5 || math.Abs(gy-y) > 1e-5 {
			t.Fatalf("pixel %v, %v comes back as %v, %v", x, y, gx, gy)
		}
	})
}

func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	v := Fit(bound(22, 44, 41, 53), 1200, 800, 0)
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float64Range(0, 1200).Draw(t, "x"), rapid.Float64Range(0, 800).Draw(t, "y")
		f := rapid.Float64Range(0.8, 8).Draw(t, "factor")
		gx, gy := v.ZoomAt(x, y, f).ToPixel(v.FromPixel(x, y))
		if math.Abs(gx-x) > 1e-6 || math.Abs(gy-y) > 1e-6 {
			t.Fatalf("zooming by %v at %v, %v moves it to %v, %v", f, x, y, gx, gy)
		}
	})
}

func TestPanMovesTheMap(t *testing.T) {
	v := Fit(bound(22, 44, 41, 53), 1200, 800, 0)
	w := v.FromPixel(300, 200)
	if x, y := v.Pan(50, -30).ToPixel(w); math.Abs(x-350) > 1e-6 || math.Abs(y-170) > 1e-6 {
		t.Errorf("panned to %v, %v", x, y)
	}
}

func TestViewsStayOnTheWorld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawView(t).Pan(rapid.Float64Range(-1e9, 1e9).Draw(t, "dx"), rapid.Float64Range(-1e9, 1e9).Draw(t, "dy")).
			ZoomAt(5, 5, rapid.Float64Range(1e-9, 1e9).Draw(t, "factor"))
		r := v.Rect()
		if v.Center.X < 0 || v.Center.X >= 1 || v.Scale < MinScale || v.Scale > MaxScale {
			t.Fatalf("the view is %+v", v)
		}
		if v.Scale >= float64(v.Height) && (r.Min.Y < -1e-9 || r.Max.Y > 1+1e-9) {
			t.Fatalf("the view shows %+v, beyond the world", r)
		}
	})
}

func TestMetresPerPixelIsTrue(t *testing.T) {
	v := Fit(bound(22, 44, 41, 53), 1200, 800, 0)
	for _, y := range []float64{10, 400, 790} {
		a, b := v.FromPixel(600, y), v.FromPixel(601, y)
		// The chord over one pixel of a parallel is its length but for nothing.
		want, _ := Inverse(a.LonLat(), b.LonLat())
		if got := v.MetresPerPixel(y); math.Abs(got-want)/want > 1e-6 {
			t.Errorf("row %v: %v m, want %v", y, got, want)
		}
	}
}

func TestToPixelTakesTheNearestWorld(t *testing.T) {
	v := Fit(bound(170, -10, -170, 10), 1000, 1000, 0)
	x0, _ := v.ToPixel(Project(orb.Point{179, 0}))
	x1, _ := v.ToPixel(Project(orb.Point{-179, 0}))
	if x1 <= x0 || x1-x0 > 200 {
		t.Errorf("179° E stands at %v, 179° W at %v", x0, x1)
	}
}
