package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Check is a check box: Space sets it, Enter goes on.
type Check struct {
	widget.Check
	Host Host
	Part *Part
}

// NewCheck returns a check box that tells changed of each change by the user.
func NewCheck(h Host, label string, on bool, changed func(bool)) *Check {
	c := &Check{Host: h}
	c.Text, c.Checked, c.OnChanged = label, on, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.Host.Reveal(c)
}

// HostedBy reports whether the box lives in h.
func (c *Check) HostedBy(h Host) bool { return c.Host == h }

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		c.Host.Escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Host.FocusNext()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *Check) TypedShortcut(s fyne.Shortcut) {
	if !c.Part.shortcut(s) {
		c.Host.Shortcut(s)
	}
}
