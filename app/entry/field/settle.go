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
	if !c.left {
		c.close()
	}
	c.Entry.Settle()
}

// settle takes a name typed in full, or the marked line of a closed field. Of lines that
// are still being looked for the choice is left to when they come.
func (c *Complete) settle() {
	switch {
	case c.list.hovered || c.Text == c.last:
	case c.list.shown:
		c.takeSure()
	case c.under && c.Leaving != nil:
		c.left = true
	}
}

// takeSure takes the line that what was typed stands for beyond doubt.
func (c *Complete) takeSure() {
	typed := strings.TrimSpace(c.part(c.Text))
	at := -1
	if c.Leaving != nil {
		at = c.Leaving(typed, c.options)
	} else {
		at = c.fullName(typed)
	}
	if at < 0 && c.Closed {
		at = c.marked
	}
	if at >= 0 && at < len(c.options) {
		c.takeLeaving(at)
	}
}

// fullName is the line of a name typed in full; -1 where none has it. Where several have
// it, only a closed field takes the first.
func (c *Complete) fullName(typed string) int {
	at := -1
	for i, o := range c.options {
		if !strings.EqualFold(typed, o.Text) {
			continue
		}
		if at >= 0 && !c.Closed {
			return -1
		}
		if at < 0 {
			at = i
		}
	}
	return at
}
