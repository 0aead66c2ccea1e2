package field

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Cell is a field of a table. Enter, Down and Up move in its column; Left and Right
// go on to the neighbour where the text ends. What is pasted with tabs or line
// breaks in it is a block, as a spreadsheet copies it. What Search offers for the text
// is listed below it, as with any field that completes; while the list is open its keys
// are the list's.
type Cell struct {
	Complete
	// Go goes so many cells down and to the right, and reports whether there was
	// one to go to; nil: the cell stands alone.
	Go func(down, right int) bool
	// OnBlock takes a block that was pasted, row by row.
	OnBlock func(rows [][]string)
	// OnEnter is called when the cell gains the focus.
	OnEnter func()
}

// NewCell returns a cell that offers nothing.
func NewCell(h Host) *Cell {
	c := &Cell{}
	SetUpComplete(&c.Complete, c, h, func(string) []Option { return nil })
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Cell) FocusGained() {
	c.Complete.FocusGained()
	if c.OnEnter != nil {
		c.OnEnter()
	}
}

// TypedKey implements fyne.Focusable.
func (c *Cell) TypedKey(k *fyne.KeyEvent) {
	at, end := c.CursorColumn, len([]rune(c.Text))
	var down, right int
	switch {
	case c.Listing() || k.Name == fyne.KeyDown && c.offers():
		c.Complete.TypedKey(k)
		return
	case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter || k.Name == fyne.KeyDown:
		down = 1
	case k.Name == fyne.KeyUp:
		down = -1
	case k.Name == fyne.KeyLeft && at == 0 && c.SelectedText() == "":
		right = -1
	case k.Name == fyne.KeyRight && at == end && c.SelectedText() == "":
		right = 1
	default:
		c.Complete.TypedKey(k)
		return
	}
	moved := c.Go != nil && c.Go(down, right)
	if !moved && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) {
		c.Host.FocusNext()
	}
}

// offers reports whether there is anything to choose from for the text as it is.
func (c *Cell) offers() bool { return c.Text != "" && len(c.Search(c.Text)) > 0 }

// TypedShortcut implements fyne.Shortcutable.
func (c *Cell) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && c.OnBlock != nil && p.Clipboard != nil {
		if rows := Block(p.Clipboard.Content()); len(rows) > 1 || len(rows) == 1 && len(rows[0]) > 1 {
			c.OnBlock(rows)
			return
		}
	}
	c.Entry.TypedShortcut(s)
}

// The most that is taken of a block: what is pasted by mistake should not fill the
// memory.
const (
	maxBlockRows    = 200
	maxBlockColumns = 60
)

// Block takes a text apart as spreadsheets copy cells: a line a row, tabs between
// its cells. Empty lines at the end do not count.
func Block(text string) [][]string {
	text = strings.TrimRight(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var rows [][]string
	for line := range strings.SplitSeq(text, "\n") {
		cells := strings.Split(line, "\t")
		cells = cells[:min(len(cells), maxBlockColumns)]
		for i, c := range cells {
			cells[i] = strings.TrimSpace(strings.Trim(strings.TrimSpace(c), `"`))
		}
		rows = append(rows, cells)
		if len(rows) == maxBlockRows {
			break
		}
	}
	return rows
}
