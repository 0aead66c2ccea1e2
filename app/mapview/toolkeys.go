package mapview

import (
	"fyne.io/fyne/v2"

	"sitmap/app/ruler"
)

// toolKey takes a key for the tool in use; false where it has no use for it.
func (m *MapView) toolKey(e *fyne.KeyEvent) bool {
	t := &m.tool
	if t.kind == NoTool {
		return false
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		t.keys = true // and the map moves beneath the cross
		m.drawTool()
		return false
	case fyne.KeySpace:
		if at, ok := m.aimed(); ok {
			m.toolSet(at)
		} else {
			t.keys = true
			m.drawTool()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case t.kind == DistanceTool || t.kind == AreaTool:
			m.toolEnd()
		default:
			if at, ok := m.aimed(); ok {
				m.toolSet(at)
			}
		}
	case fyne.KeyBackspace, fyne.KeyDelete:
		m.toolUndo()
	case fyne.KeyEscape:
		m.Use(NoTool)
	default:
		return false
	}
	return true
}

// copyFigures puts what has been measured on the clipboard.
func (m *MapView) copyFigures() bool {
	if m.OnCopy == nil || len(m.tool.points) < 2 {
		return false
	}
	switch m.tool.kind {
	case DistanceTool:
		m.OnCopy(ruler.LineText(m.tool.points), "the distance")
	case AreaTool:
		m.OnCopy(ruler.AreaText(m.tool.points), "the area")
	default:
		return false
	}
	return true
}

// TypedShortcut copies what has been measured; what else there is goes to the
// window.
func (m *MapView) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && m.copyFigures() {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(m).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

var _ fyne.Shortcutable = (*MapView)(nil)
