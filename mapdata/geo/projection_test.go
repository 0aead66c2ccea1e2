package geo

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestProjectionsAreReadByTheirNames(t *testing.T) {
	for _, p := range Projections() {
		if got, err := ParseProjection(p.String()); got != p || err != nil {
			t.Errorf("%v is read as %v, %v", p, got, err)
		}
	}
	for name, want := range map[string]Projection{"LCC": Conic, " laea ": EqualArea, "Mercator": WebMercator} {
		if got, err := ParseProjection(name); got != want || err != nil {
			t.Errorf("%q is read as %v, %v", name, got, err)
		}
	}
	for _, name := range []string{"", "robinson"} {
		if got, err := ParseProjection(name); err == nil {
			t.Errorf("%q is read as %v", name, got)
		}
	}
}

// rad is degrees in radians.
const rad = math.Pi / 180

// TestSnyder holds the projections against the numerical examples of Snyder's Working
// Manual, appendix A.
func TestSnyder(t *testing.T) {
	clarke := spheroid{6378206.4, 0.00676866}
	cone := func(on spheroid) plane {
		p, ok := newConicPlane(on, 33*rad, 45*rad, 23*rad)
		if !ok {
			t.Fatal("no cone")
		}
		return p
	}
	for _, c := range []struct {
		name           string
		plane          plane
		central        float64
		lon, lat, x, y float64
		to             float64 // the digits printed
	}{
		{"conic, sphere, p. 295", cone(spheroid{1, 0}), -96, -75, 35, 0.2966785, 0.2462112, 1e-7},
		{"conic, ellipsoid, p. 296", cone(clarke), -96, -75, 35, 1894410.9, 1564649.5, 0.1},
		{"equal-area, sphere, p. 332", newEqualAreaPlane(spheroid{3, 0}, 40*rad), -100, 100, -20, -4.2339303, 4.0257775, 1e-7},
		{"equal-area, ellipsoid, p. 333", newEqualAreaPlane(clarke, 40*rad), -100, -110, 30, -965932.1, -1056814.9, 0.1},
		{"equal-area, ellipsoid at the pole, p. 334", newEqualAreaPlane(spheroid{6378388, 0.00672267}, 90*rad), -100, 5, 80, 1077459.7, 288704.5, 0.1},
		{"Mercator, sphere, p. 266", newMercatorPlane(spheroid{1, 0}, 0), -180, -75, 35, 1.8325957, 0.6528366, 1e-7},
		{"Mercator, ellipsoid, p. 267", newMercatorPlane(clarke, 0), -180, -75, 35, 11688673.7, 4139145.6, 0.1},
		{"stereographic at the pole, p. 315", newPolarPlane(spheroid{6378388, 0.00672267}, -71*rad), -100, 150, -75, -1540033.6, -560526.4, 0.1},
	} {
		lam := math.Remainder((c.lon-c.central)*rad, 2*math.Pi)
		x, y := c.plane.forward(lam, c.lat*rad)
		if math.Abs(x-c.x) > c.to || math.Abs(y-c.y) > c.to {
			t.Errorf("%s: %.8f, %.8f, want %v, %v", c.name, x, y, c.x, c.y)
		}
		l, p, ok := c.plane.inverse(c.x, c.y)
		if !ok || math.Abs(l-lam) > 3e-7 || math.Abs(p/rad-c.lat) > 2e-5 {
			t.Errorf("%s: back at %v, %v, %v", c.name, l/rad+c.central, p/rad, ok)
		}
	}
}

func TestEquirectangularIsTrueAtItsLatitude(t *testing.T) {
	p := newEquirectangularPlane(wgs84(), 50*rad)
	x0, y0 := p.forward(0, 50*rad)
	x1, y1 := p.forward(0.01*rad, 50.01*rad)
	east, _ := Inverse([2]float64{0, 50}, [2]float64{0.01, 50})
	north, _ := Inverse([2]float64{0, 50}, [2]float64{0, 50.01})
	if math.Abs(x1-x0-east) > 0.01 || math.Abs(y1-y0-north) > 0.1 {
		t.Errorf("%v × %v, want %v × %v", x1-x0, y1-y0, east, north)
	}
	s := newEquirectangularPlane(spheroid{1, 0}, 0)
	if x, y := s.forward(1.2, 0.7); math.Abs(x-1.2) > 1e-15 || math.Abs(y-0.7) > 1e-15 {
		t.Errorf("on a sphere %v, %v", x, y)
	}
}

// TestThereAndBack: what a projection lays flat it finds again.
func TestThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		phi0 := rapid.Float64Range(-90, 90).Draw(t, "middle") * rad
		other := rapid.Float64Range(1, 40).Draw(t, "height") * rad
		on := rapid.SampledFrom([]spheroid{wgs84(), {1, 0}}).Draw(t, "spheroid")
		planes := []plane{newEquirectangularPlane(on, phi0*0.8), newEqualAreaPlane(on, phi0), newMercatorPlane(on, phi0*0.8), newPolarPlane(on, phi0*0.9+0.01)}
		if p, ok := newConicPlane(on, phi0*0.5, phi0*0.5+other, phi0); ok {
			planes = append(planes, p)
		}
		lam, phi := rapid.Float64Range(-179.9, 179.9).Draw(t, "lon")*rad, rapid.Float64Range(-89, 89).Draw(t, "lat")*rad
		for _, p := range planes {
			x, y := p.forward(lam, phi)
			l, f, ok := p.inverse(x, y)
			if !ok || math.Abs(l-lam)*math.Cos(phi) > 1e-7 || math.Abs(f-phi) > 1e-7 {
				t.Fatalf("%T %+v: %v, %v became %v, %v, %v by %v, %v", p, p, lam, phi, l, f, ok, x, y)
			}
		}
	})
}

// TestEqualAreasStayEqual: a small square covers what it does on the ground, wherever
// it is.
func TestEqualAreasStayEqual(t *testing.T) {
	on := wgs84()
	rapid.Check(t, func(t *rapid.T) {
		p := newEqualAreaPlane(on, rapid.Float64Range(-90, 90).Draw(t, "middle")*rad)
		lam, phi := rapid.Float64Range(-170, 170).Draw(t, "lon")*rad, rapid.Float64Range(-80, 80).Draw(t, "lat")*rad
		const d = 1e-4
		x0, y0 := p.forward(lam-d, phi)
		x1, y1 := p.forward(lam+d, phi)
		x2, y2 := p.forward(lam, phi-d)
		x3, y3 := p.forward(lam, phi+d)
		got := (x1-x0)*(y3-y2) - (y1-y0)*(x3-x2)
		want := 4 * d * d * on.a * on.a * on.parallel(phi) * on.meridian(phi)
		if math.Abs(got/want-1) > 1e-3 && math.Hypot(x0, y0) < 1.99*p.rq {
			t.Fatalf("at %v, %v: %v m², want %v", lam/rad, phi/rad, got, want)
		}
	})
}
