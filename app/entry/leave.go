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
			answer{'s', "Save", f.Save},
			answer{'d', "Drop it", func() {
				f.forget(f.keeper.key, f.d)
				f.close()
			}})
	}
}

func (f *Form) close() {
	f.clear()
	if f.OnClose != nil {
		f.OnClose()
	}
}
