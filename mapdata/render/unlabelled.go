package render

// Unlabelled is how many labels of events in sight are left out for want of room.
func (h *Hits) Unlabelled() int {
	if h == nil {
		return 0
	}
	return h.unlabelled
}

// roomless counts a label in sight that found no room.
func (l *sceneLayout) roomless(at box) {
	if l.hits != nil && at.meets(l.inSight) {
		l.hits.unlabelled++
	}
}
