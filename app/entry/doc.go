// Package entry is the event form: a panel beside the map in which every part of
// a [store.Event] can be entered, by keyboard alone if need be.
//
// A form is made from its kind's vocabulary: the six specs (strike.go, call.go …)
// say which sections stand open and which roles and measures are offered first;
// everything else is folded away, never missing. What is typed goes into a
// [draft.Draft], which turns into an event and back without loss; times and
// figures are read by the packages when and figure. The form itself only shows
// the draft, section by section, a file each.
//
// The claims are a table: sources across, what is claimed down ([draft.Grid]); what
// is typed into a cell is a claim of its column's source.
//
// A name that is typed and left, before the list has come or without choosing from it,
// stands for the one record of that name; where several may be meant the form asks
// (sureplace.go). A claim that was replaced stays in the table, struck through.
//
// Keys: Ctrl+Enter saves and begins the next event with what Ctrl+Shift+K has pinned,
// Ctrl+Shift+Enter saves and closes; Esc leaves and asks first if anything would be lost,
// Ctrl+Shift and a section's letter unfolds that section and goes to its empty row,
// adding one if need be, Ctrl+M unfolds the details of a row, Ctrl+Shift+Delete
// removes it, Ctrl+Shift+U brings back what was removed. Tab stops at what can be typed
// in and nowhere else.
//
// While the form is open, events that may be the one being entered are shown below the
// fields (radar.go; package alike finds them). Ctrl+Shift+D goes there; S opens the
// event with the draft's claims and sources added, P, R and N relate the two as part
// of, related to or not the same as, which is remembered with the event.
//
// Words of a report become a field's value ([Form.Take]), and a citation about that
// field or part quotes the sentence they stand in: it is shown below the field, and
// among the quotes of its source. Ctrl+Shift+I goes to the text of the source.
//
// Whatever is slow runs off the main goroutine. The form's state is written to
// [Drafts] at most a second after typing, and offered again after a crash.
package entry
