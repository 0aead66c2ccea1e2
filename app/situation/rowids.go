package situation

// IDs are the ids of all the events, in their order; it reads nothing.
func (r Rows) IDs() []string {
	if r.sel == nil {
		out := make([]string, len(r.fixed))
		for i := range r.fixed {
			out[i] = r.fixed[i].ID
		}
		return out
	}
	out := make([]string, r.sel.Len())
	for i := range out {
		e, _ := r.sel.Columns().Event(r.sel.At(i))
		out[i] = e.ID.String()
	}
	return out
}
