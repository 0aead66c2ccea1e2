// Package intake takes events from files of other programs into a store: it tells
// the format, reads record by record, judges each by what the store would accept,
// and adds the good ones as one change that one undo takes back. The command
// "import" and the window's menu both call it.
package intake
