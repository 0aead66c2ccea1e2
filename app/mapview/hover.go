package mapview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sitmap/mapdata/render"
)

// listed is how many marks under the pointer are named; of more, their number.
const listed = 6

// hover names what is under the pointer.
func (m *MapView) hover() {
	var hits []render.Hit
	var beneath []render.LayerHit
	if m.pointer != nil && !m.dragging && m.pick == nil && m.tool.kind == NoTool && m.view.Width > 0 {
		hits = m.hits(*m.pointer)
		beneath = m.layersAt(*m.pointer)
	}
	m.cursor = desktop.DefaultCursor
	if len(hits) > 0 {
		m.cursor = desktop.PointerCursor
	}
	if p := m.pinUnder(); p != nil {
		hits, beneath, m.cursor = nil, nil, desktop.PointerCursor
	}
	lines := append(m.tipLines(hits), layerLines(beneath)...)
	if m.tool.kind != NoTool {
		lines = m.toolTip()
	}
	if p := m.pinUnder(); p != nil && m.pick == nil {
		lines = []line{{text: p.Name}, {text: "Drag it to move it", muted: true}}
	}
	m.parts.tip.set(lines)
	m.placeTip()
	var names []string
	for _, h := range hits {
		names = append(names, h.Name)
	}
	for _, h := range beneath {
		names = append(names, layerName(h))
	}
	if !slices.Equal(names, m.hovered) {
		m.hovered = names
		if m.OnHover != nil {
			m.OnHover(names)
		}
	}
}

// tipLines are the names of marks, that of the one a click took in bold.
func (m *MapView) tipLines(hits []render.Hit) []line {
	taken := -1
	if sameHits(m.clicked.hits, hits) {
		hits, taken = m.clicked.hits, m.clicked.taken
	}
	var lines []line
	for i, h := range hits {
		if i == listed && len(hits) > listed+1 {
			lines = append(lines, line{text: fmt.Sprintf("and %d more", len(hits)-listed), muted: true})
			break
		}
		lines = append(lines, line{text: h.Name, strong: i == taken && len(hits) > 1})
	}
	if len(hits) > 1 {
		text := "Click takes the first, another click the next"
		if taken >= 0 {
			text = fmt.Sprintf("%d of %d: click again for the next", taken+1, len(hits))
		}
		lines = append(lines, line{text: text, muted: true})
	}
	return lines
}

// placeTip puts the names beside the pointer, where they are not cut off and the
// pointer does not cover them.
func (m *MapView) placeTip() {
	s := m.parts.tip.size()
	if s.IsZero() || m.pointer == nil {
		return
	}
	const away = 16
	x, y := m.pointer.X+away, m.pointer.Y+away
	if x+s.Width > m.Size().Width-edge {
		x = max(edge, m.Size().Width-edge-s.Width)
	}
	if y+s.Height > m.Size().Height-edge {
		y = m.pointer.Y - away/2 - s.Height
	}
	m.parts.tip.object.Move(fyne.NewPos(x, max(edge, y)))
}
