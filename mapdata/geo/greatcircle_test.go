package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestGreatCircleOverTheNorthAtlantic(t *testing.T) {
	washington, moscow := orb.Point{-77.0365, 38.8977}, orb.Point{37.6173, 55.7558}
	lines := GreatCircle(washington, moscow, 64)
	if len(lines) != 1 || len(lines[0]) != 65 || lines[0][0] != washington || lines[0][64] != moscow {
		t.Fatalf("%d lines, the first of %d points", len(lines), len(lines[0]))
	}
	top := 0.0
	for _, p := range lines[0] {
		top = math.Max(top, p[1])
	}
	if top < 64.5 || top > 66 {
		t.Errorf("its northernmost point lies at %.1f°", top)
	}
}

func TestGreatCircleIsCutAtTheDateLine(t *testing.T) {
	for _, c := range [][2]orb.Point{
		{{139.69, 35.69}, {-122.42, 37.77}}, {{-122.42, 37.77}, {139.69, 35.69}}, {{170, -10}, {-170, -40}},
	} {
		lines := GreatCircle(c[0], c[1], 50)
		if len(lines) != 2 {
			t.Fatalf("%v: %d lines", c, len(lines))
		}
		end, begin := lines[0][len(lines[0])-1], lines[1][0]
		if math.Abs(end[0]) != 180 || end[0] != -begin[0] || end[1] != begin[1] {
			t.Errorf("%v: cut between %v and %v", c, end, begin)
		}
	}
}

func TestGreatCirclesStayOnTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawPoint(t, "a", 90), drawPoint(t, "b", 90)
		for _, line := range GreatCircle(a, b, rapid.IntRange(1, 40).Draw(t, "n")) {
			for i, p := range line {
				if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
					t.Fatalf("a point at %v", p)
				}
				if i > 0 && math.Abs(p[0]-line[i-1][0]) > 180.0001 {
					t.Fatalf("a jump from %v to %v", line[i-1], p)
				}
			}
		}
	})
}

func TestOppositePointsHaveALine(t *testing.T) {
	lines := GreatCircle(orb.Point{10, 0}, orb.Point{-170, 0}, 16)
	for _, line := range lines {
		for _, p := range line {
			if math.IsNaN(p[0]) || math.IsNaN(p[1]) {
				t.Fatalf("a point at %v", p)
			}
		}
	}
}

func TestCutDateLine(t *testing.T) {
	for _, c := range []struct {
		in   orb.LineString
		want []orb.LineString
	}{
		{orb.LineString{{170, 0}, {190, 10}}, []orb.LineString{{{170, 0}, {180, 5}}, {{-180, 5}, {-170, 10}}}},
		{orb.LineString{{-170, 0}, {-190, 10}}, []orb.LineString{{{-170, 0}, {-180, 5}}, {{180, 5}, {170, 10}}}},
		{orb.LineString{{10, 0}, {20, 5}}, []orb.LineString{{{10, 0}, {20, 5}}}},
		{orb.LineString{{180, 0}, {170, 5}}, []orb.LineString{{{180, 0}, {170, 5}}}},
		{orb.LineString{{170, 0}, {180, 5}}, []orb.LineString{{{170, 0}, {180, 5}}}},
		{orb.LineString{{5, 5}}, []orb.LineString{{{5, 5}}}},
		{nil, nil},
	} {
		got := CutDateLine(c.in)
		same := len(got) == len(c.want)
		for i := range c.want {
			same = same && i < len(got) && got[i].Equal(c.want[i])
		}
		if !same {
			t.Errorf("CutDateLine(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

func TestCirclesHaveTheirRadius(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawPoint(t, "centre", 89)
		r := rapid.Float64Range(1, 2e6).Draw(t, "radius")
		ring := Circle(c, r, 32)[0]
		if ring[0] != ring[len(ring)-1] {
			t.Fatal("the ring is not closed")
		}
		for i, p := range ring[:32] {
			if m, _ := Inverse(c, p); math.Abs(m-r) > 1e-4 {
				t.Fatalf("corner %v is %v m away, not %v", p, m, r)
			}
			if i > 0 && math.Abs(p[0]-ring[i-1][0]) > 180 {
				t.Fatalf("the ring jumps from %v to %v", ring[i-1], p)
			}
		}
	})
}

func TestCircleAroundAPoleReachesTheEdge(t *testing.T) {
	ring := Circle(orb.Point{20, 85}, 1e6, 32)[0]
	b := ring.Bound()
	if b.Max[1] != 90 || b.Max[0]-b.Min[0] < 359.9 {
		t.Errorf("its bound is %v", b)
	}
}

// TestArcsPassThePoleClosely: in other projections than Web Mercator an arc over the
// Arctic is the shortest line too.
func TestArcsPassThePoleClosely(t *testing.T) {
	a, b := orb.Point{37.6, 55.8}, orb.Point{-149.9, 61.2}
	line := FarArc(a, b, 96)
	length := 0.0
	for i := 1; i < len(line); i++ {
		if math.Abs(line[i].X-line[i-1].X) > 4.01/360 {
			t.Errorf("a step from %v to %v", line[i-1], line[i])
		}
		length += toVector(line[i].LonLat()).sub(toVector(line[i-1].LonLat())).length()
	}
	want := 2 * math.Atan2(toVector(a).sub(toVector(b)).length(), toVector(a).add(toVector(b)).length())
	if math.Abs(length-want) > 1e-4 || line[0] != ProjectFar(a) {
		t.Errorf("the arc is %v long, want %v", length, want)
	}
}
