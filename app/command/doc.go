// Package command is Sitmap without a window: the commands that scripts, cron and
// servers run.
//
//	sitmap sample   --db FILE                        write the sample situation into a new file
//	sitmap list     --db FILE [--filter Q] [--json]  events in time order, a line each
//	sitmap show     --db FILE ID [--json]            one event, whole, with its history
//	sitmap add      --db FILE --json -               add events, JSON Lines on standard input
//	sitmap import   --db FILE [--as FORMAT] [--dry-run] [--report FILE] FILE…
//	sitmap export   --db FILE [--filter Q] --out FILE
//	sitmap snapshot --db FILE [--bbox W,S,E,N] [--size WxH] … --out FILE.png
//	sitmap publications --db FILE [ID] [--json]      what was exported; one of it, opened again
//	sitmap check    --db FILE                        integrity of the file and of its history
//
// What a command was asked for goes to standard output; one sentence that says
// what is wrong and what to do goes to standard error, and so does progress, but
// only on a terminal. The exit status is 0 for done, 1 for refused or failed, 2
// for wrong usage, 3 for an import that rejected rows.
//
// Files are written whole or not at all. A command that is interrupted undoes
// what it began: a store that it made is removed, a change is not made.
package command
