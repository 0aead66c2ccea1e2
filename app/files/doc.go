// Package files shows the files that the store keeps — a thumbnail, what it is, where it
// comes from — and opens them: a copy is written aside and given to the system's
// program, never one that the system would run.
//
// Files are not to be trusted: pictures are decoded off the main goroutine, bounded in
// bytes and pixels, one at a time.
package files
