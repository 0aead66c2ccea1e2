// Package readingtest has reports with what a careful reader would take from them,
// and counts how much of it package reading finds. tuned.txt was written for the
// rules and they were tuned on it; heldout.txt was written before the rules ran
// and never looked at while they were made; readouts.txt has readouts of calls and
// meetings in the manner of a head of state's press office.
package readingtest
