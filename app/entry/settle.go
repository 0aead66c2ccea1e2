package entry

// settle has the field that the cursor is in take what was typed, as if it had been
// left: saving must not depend on having gone on to the next one.
func (f *Form) settle() {
	c := f.canvas()
	if c == nil || !f.holdsFocus(c) {
		return
	}
	if w, ok := c.Focused().(interface{ Settle() }); ok {
		w.Settle()
	}
}

// oneName reports whether two names are one, however they are spelled.
func oneName(a, b string) bool { return folded(a) == folded(b) }

// lookups are what is being found out, off the main goroutine, about fields that were
// left: the country of coordinates. An event is not saved without it.
type lookups struct {
	under int
	then  func()
}

func (l *lookups) begin() { l.under++ }

// end goes on with what has waited.
func (l *lookups) end() {
	l.under--
	if then := l.then; l.under == 0 && then != nil {
		l.then = nil
		then()
	}
}

// wait reports whether anything is still being found out; then is called after that.
func (l *lookups) wait(then func()) bool {
	if l.under > 0 {
		l.then = then
	}
	return l.under > 0
}
