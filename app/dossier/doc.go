// Package dossier is the page of one event: what happened, how far it is believed,
// every claim with who says it and where it stands, and who changed what when.
//
// [Reader] gathers a [Page] beside the main goroutine; [Dossier] shows it. A file
// for each section of the page. Any state of the history can be looked at
// ([Dossier.Look]); whatever changes the event is left to the window.
package dossier
