package topo

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// square is an anticlockwise square of side 1 degree.
func square(x, y int32) Shape {
	const d = int32(Unit)
	return Shape{{{x * d, y * d}, {x*d + d, y * d}, {x*d + d, y*d + d}, {x * d, y*d + d}}}
}

func TestBuild(t *testing.T) {
	arcs, err := Build([]Shape{square(0, 0), square(1, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if len(arcs) != 3 {
		t.Fatalf("two neighbours have %d arcs, want 3", len(arcs))
	}
	between := 0
	for _, a := range arcs {
		if a.Left != 0 && a.Right != 0 {
			between++
		}
	}
	if between != 1 {
		t.Errorf("%d arcs lie between the two, want 1", between)
	}
}

func TestBuildEnclave(t *testing.T) {
	outer := Shape{{{0, 0}, {90, 0}, {90, 90}, {0, 90}}, {{30, 30}, {30, 60}, {60, 60}, {60, 30}}}
	inner := Shape{{{60, 60}, {30, 60}, {30, 30}, {60, 30}}} // starts elsewhere
	arcs, err := Build([]Shape{outer, inner})
	if err != nil {
		t.Fatal(err)
	}
	if len(arcs) != 2 || !arcs[1].Closed() || arcs[1].Left+arcs[1].Right != 3 {
		t.Errorf("arcs are %+v", arcs)
	}
}

func TestBuildRefusesOverlap(t *testing.T) {
	_, err := Build([]Shape{square(0, 0), square(0, 0)})
	if err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Errorf("error is %v", err)
	}
}

func TestBuildMarksSeam(t *testing.T) {
	east := Shape{{{170 * Unit, 0}, {180 * Unit, 0}, {180 * Unit, Unit}, {170 * Unit, Unit}}}
	arcs, err := Build([]Shape{east})
	if err != nil {
		t.Fatal(err)
	}
	seams := 0
	for _, a := range arcs {
		if a.Seam {
			seams++
		}
	}
	if len(arcs) != 2 || seams != 1 {
		t.Errorf("%d arcs, %d seams; want 2 and 1", len(arcs), seams)
	}
}

func TestDissolve(t *testing.T) {
	arcs, err := Build([]Shape{square(0, 0), square(1, 0), square(2, 0)})
	if err != nil {
		t.Fatal(err)
	}
	one := Dissolve(arcs, func(int) int { return 1 })
	if len(one) != 1 || !one[0].Closed() {
		t.Fatalf("three squares in one group have arcs %+v", one)
	}
	shapes := Shapes(one, 1)
	if got, want := shapes[0][0].Area(), 2*int64(3*Unit)*int64(Unit); got != want {
		t.Errorf("their area is %d, want %d", got, want)
	}
	two := Dissolve(arcs, func(a int) int { return min(a, 2) })
	if len(two) != 3 {
		t.Errorf("two groups have %d arcs, want 3", len(two))
	}
}

func TestSimplifyKeepsSmallNeighbour(t *testing.T) {
	// A thin strip between the same two nodes as its neighbour's coast.
	land := Shape{{{0, 0}, {500, 10}, {1000, 0}, {1000, 100000}, {0, 100000}}}
	strip := Shape{{{0, 0}, {500, -10}, {1000, 0}, {500, 10}}}
	arcs, err := Build([]Shape{land, strip})
	if err != nil {
		t.Fatal(err)
	}
	simple := Simplify(arcs, Detail{Area: 1, Island: 1})
	for i, s := range Shapes(simple, 2) {
		if len(s) == 0 || s[0].Area() == 0 {
			t.Errorf("area %d has vanished: %v", i+1, s)
		}
	}
}

func TestSimplifyIslands(t *testing.T) {
	shapes := []Shape{append(square(0, 0), square(10, 0)[0]), square(20, 0), square(30, 0)}
	shapes[0][1] = Ring{{10 * Unit, 0}, {10*Unit + 100, 0}, {10 * Unit, 100}}
	arcs, err := Build(shapes)
	if err != nil {
		t.Fatal(err)
	}
	kept := Simplify(arcs, Detail{Area: 0, Island: 1e-5})
	if got := len(Shapes(kept, 3)[0]); got != 1 {
		t.Errorf("%d islands are left of two, want the larger one", got)
	}
	kept = Simplify(arcs, Detail{Area: 0, Island: 1})
	for i, s := range Shapes(kept, 3) {
		if len(s) != 1 {
			t.Errorf("area %d has %d islands left, want its largest", i+1, len(s))
		}
	}
}

func TestSimplifyLine(t *testing.T) {
	line := []Point{{0, 0}, {10, 1}, {20, 0}, {30, 100000}, {40, 0}}
	got := SimplifyLine(line, 1e-13)
	if want := []Point{{0, 0}, {20, 0}, {30, 100000}, {40, 0}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Whatever map of squares and whatever grouping: simplified areas still fill
// the same whole, without gap or overlap.
func TestGroupsFillTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const n = 6
		var shapes []Shape
		for y := range int32(n) {
			for x := range int32(n) {
				if rapid.Float64Range(0, 1).Draw(t, "land") > 0.2 {
					shapes = append(shapes, square(x, y))
				}
			}
		}
		arcs, err := Build(shapes)
		if err != nil {
			t.Fatal(err)
		}
		groups := rapid.SliceOfN(rapid.IntRange(1, 4), len(shapes)+1, len(shapes)+1).Draw(t, "groups")
		dissolved := Dissolve(arcs, func(a int) int { return groups[a] })
		var sum int64
		for _, s := range Shapes(dissolved, 4) {
			for _, r := range s {
				sum += r.Area()
			}
		}
		if want := 2 * int64(len(shapes)) * int64(Unit) * int64(Unit); sum != want {
			t.Fatalf("the groups fill %d, want %d", sum, want)
		}
		seen := map[[2]Point]bool{}
		for _, a := range dissolved {
			for i, p := range a.Points[1:] {
				q := a.Points[i]
				if less(p, q) {
					p, q = q, p
				}
				if seen[[2]Point{p, q}] {
					t.Fatalf("a stretch at %v is there twice", p)
				}
				seen[[2]Point{p, q}] = true
			}
		}
		var before, after float64
		for _, s := range Shapes(dissolved, 4) {
			for _, r := range s {
				before += math.Copysign(WorldArea(r), float64(r.Area()))
			}
		}
		for _, s := range Shapes(Simplify(dissolved, Detail{Area: 1e-9}), 4) {
			for _, r := range s {
				after += math.Copysign(WorldArea(r), float64(r.Area()))
			}
		}
		if math.Abs(before-after) > 1e-6 {
			t.Fatalf("simplifying changed the area from %g to %g", before, after)
		}
	})
}

func TestRing(t *testing.T) {
	r := square(0, 0)[0]
	for p, want := range map[Point]bool{{50000, 50000}: true, {-1, 50000}: false, {150000, 50000}: false, {50000, 150000}: false} {
		if got := r.Contains(p); got != want {
			t.Errorf("Contains(%v) = %v", p, got)
		}
	}
	if d := r.Distance(Point{-300, -400}); math.Abs(d-500) > 1e-9 {
		t.Errorf("Distance = %g, want 500", d)
	}
	if got := SimplifyRing(r, 1); len(got) != 3 {
		t.Errorf("a simplified ring has %d points, want a triangle", len(got))
	}
}
