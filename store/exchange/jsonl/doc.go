// Package jsonl reads and writes events as JSON Lines: one object a line, in the
// shape that "list --json" prints and "add --json" takes. What it writes it reads
// back byte for byte.
package jsonl
