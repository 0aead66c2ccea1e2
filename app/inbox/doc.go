// Package inbox is where reports wait: dropped files, pasted text, addresses typed
// in. It shows the items of the store by their state (new, used, rejected), the
// chosen one's text with what was read in it marked, and the events that it
// proposes; each of these is opened in the form, accepted as it is, or dropped, with
// a key.
//
// An item becomes used when an event that cites it is saved, wherever it was
// written: [MarkUsed] says so in the event itself, so that both are one change and
// one undo. [Storage] has a form's store do that.
//
// capture.go, webpage.go and mail.go make items of what comes in, bounded in size and
// depth; model.go knows what is chosen and decided; the rest shows it. Nothing here
// waits for the store or a file: the window does the slow part and calls [Panel.Set]
// and [Panel.SetPage].
//
// Keys: arrows choose; Enter opens the proposal in the form, A accepts it, D drops
// it, N makes an event without proposal, R rejects the item, P puts it back; 1, 2
// and 3 show what is new, used, rejected; Ctrl+V adds what was copied; X gives an item
// that has only an address its text; T goes into the text. There the arrows move, with
// Shift they select, Space selects the next marked words, and a letter has the words
// become a field's value in the form, with the sentence they stand in as its quote
// (textselect.go); Ctrl+Shift+I leads back to the form.
package inbox
