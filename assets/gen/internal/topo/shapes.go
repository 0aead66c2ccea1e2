package topo

// Shapes puts arcs together again to the outlines of areas 1 … n. What lies
// inside an outline is to its left.
func Shapes(arcs []Arc, n int) []Shape {
	type half struct {
		points []Point
		used   bool
	}
	from := make([]map[Point][]*half, n)
	order := make([][]*half, n)
	add := func(area int, points []Point) {
		if area == 0 {
			return
		}
		if from[area-1] == nil {
			from[area-1] = map[Point][]*half{}
		}
		h := &half{points: points}
		from[area-1][points[0]] = append(from[area-1][points[0]], h)
		order[area-1] = append(order[area-1], h)
	}
	for _, a := range arcs {
		add(a.Left, a.Points)
		add(a.Right, reverse(a.Points))
	}
	shapes := make([]Shape, n)
	for i := range shapes {
		for _, h := range order[i] {
			var ring Ring
			for h != nil && !h.used {
				h.used = true
				ring = append(ring, h.points[:len(h.points)-1]...)
				end := h.points[len(h.points)-1]
				if end == ring[0] {
					break
				}
				h = nil
				for _, next := range from[i][end] {
					if !next.used {
						h = next
						break
					}
				}
			}
			if len(ring) > 2 {
				shapes[i] = append(shapes[i], ring)
			}
		}
	}
	return shapes
}
