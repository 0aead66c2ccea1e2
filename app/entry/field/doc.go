// Package field has the widgets that the event form is made of, for typing without
// a mouse: an entry that hands the form's shortcuts on, one that completes from a
// list which never takes the focus, a check box, a small button outside the Tab
// order, rows with a label and a message.
package field
