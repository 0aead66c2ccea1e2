package entry

// Leave closes the form, as Esc does: at once when nothing would be lost, else
// after asking.
func (f *Form) Leave() {
	switch {
	case f.d == nil:
		f.close()
	case !f.Dirty():
		f.forget(f.keeper.key, f.d)
		f.close()
	default:
		f.ask(f.notSaved(),
			answer{0, "Go on writing", f.Focus},
			answer{enterKey, "Save", f.Save},
			answer{delKey, "Drop it", func() {
				f.forget(f.keeper.key, f.d)
				f.close()
			}})
		f.asking.typed = f.writeOn
	}
}

// writeOn is for what is typed while the form asks whether it may be closed: Esc was
// pressed in the middle of a word, which goes on where the cursor was.
func (f *Form) writeOn(r rune) {
	f.unask()
	f.Focus()
	if c := f.canvas(); c != nil && f.holdsFocus(c) {
		c.Focused().TypedRune(r)
	}
}

func (f *Form) close() {
	f.clear()
	if f.OnClose != nil {
		f.OnClose()
	}
}
