package field

import "strings"

// Settle has the field do what it does when it is left, while the cursor stays in it:
// what was typed is then as good as what was chosen.
func (e *Entry) Settle() {
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// Settle does so, and takes what leaving the field would take from its list.
func (c *Complete) Settle() {
	c.settle()
	c.close()
	c.Entry.Settle()
}

// settle takes a name typed in full, or the marked line of a closed field.
func (c *Complete) settle() {
	if c.list.hovered || !c.list.shown || c.Text == c.last {
		return
	}
	for i, o := range c.options {
		if strings.EqualFold(strings.TrimSpace(c.part(c.Text)), o.Text) {
			c.takeLeaving(i)
			return
		}
	}
	if c.Closed {
		c.takeLeaving(c.marked)
	}
}
