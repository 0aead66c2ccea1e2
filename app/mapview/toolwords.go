package mapview

import (
	"sitmap/app/ruler"
	"sitmap/mapdata/geo"
)

// toolLines is what the bar says: what is measured, and what to do.
func (m *MapView) toolLines() []line {
	t := &m.tool
	points := m.figures()
	switch t.kind {
	case DistanceTool:
		lines := []line{{text: "Distance", strong: true}}
		if legs := ruler.Legs(points); len(legs) > 0 {
			last := legs[len(legs)-1]
			lines[0].text = "Distance " + ruler.Length(ruler.Total(legs))
			lines = append(lines, line{text: "Last leg " + ruler.Length(last.Metres) + ", bearing " + ruler.Bearing(last.Bearing)})
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case AreaTool:
		lines := []line{{text: "Area", strong: true}}
		if len(points) > 1 {
			area, perimeter := geo.Area(points)
			lines[0].text = "Area " + ruler.Area(area)
			around := line{text: "Perimeter " + ruler.Length(perimeter)}
			if len(points) > 3 && geo.Crossed(points) {
				lines[0].text = "Area: the sides cross"
			}
			lines = append(lines, around)
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case RingsTool:
		lines := []line{{text: "Range rings", strong: true}}
		if m.parts.bar.wrong != nil {
			return append(lines, line{text: m.parts.bar.wrong.Error()})
		}
		return append(lines, line{text: m.toolHint(), muted: true})
	case BoxTool:
		return []line{{text: "Select in a box", strong: true}, {text: m.toolHint(), muted: true}}
	case ZoomTool:
		return []line{{text: "Zoom to a box", strong: true}, {text: m.toolHint(), muted: true}}
	}
	return nil
}

func (m *MapView) toolHint() string {
	t := &m.tool
	set := "Click"
	if t.keys {
		set = "Space"
	}
	switch t.kind {
	case DistanceTool, AreaTool:
		switch {
		case t.done:
			return set + " begins another, Escape leaves"
		case len(t.points) == 0:
			return set + " sets the first point, Escape leaves"
		case t.keys:
			return "Space sets a point, Backspace takes it back, Enter ends"
		default:
			return "Click sets a point, Backspace takes it back, double click ends"
		}
	case RingsTool:
		return set + " sets the centre, Escape leaves"
	case BoxTool, ZoomTool:
		switch {
		case t.corner != nil:
			return set + " sets the opposite corner"
		case t.keys:
			return "Space sets a corner, Escape leaves"
		default:
			return "Drag a box, or click two corners; Escape leaves"
		}
	}
	return ""
}

// toolTip is what is said beside the pointer while a tool is in use.
func (m *MapView) toolTip() []line {
	points := m.figures()
	if m.tool.kind != DistanceTool || m.tool.keys || len(points) == len(m.tool.points) {
		return nil
	}
	legs := ruler.Legs(points[len(points)-2:])
	return []line{{text: ruler.Length(legs[0].Metres) + "  " + ruler.Bearing(legs[0].Bearing)}}
}
