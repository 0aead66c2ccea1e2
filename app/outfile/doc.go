// Package outfile writes a file whole or not at all: beside the file to be, then
// renamed into its place. Whoever looks sees the old file or the new one, and a
// command that fails, is cancelled or killed leaves nothing half-written under
// the name that was asked for.
package outfile
