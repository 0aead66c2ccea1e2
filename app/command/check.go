package command

import (
	"errors"
	"fmt"

	"sitmap/store"
)

type checkCommand struct {
	database
}

// Help is printed below the flags.
func (checkCommand) Help() string {
	return "The check proves the file, the digest of every record, the chain of all changes, and that\n" +
		"what the store shows now is what its history says. Compare the head it prints with the one\n" +
		"on a picture: a chain cannot show by itself that its end was cut off."
}

// Run checks the store.
func (c *checkCommand) Run(s *session) error {
	return s.reading(c.DB, func(st *store.Store) error {
		step, end := s.progress("Checking")
		report, err := st.Check(s.ctx, step)
		end()
		if err != nil {
			return err
		}
		for _, p := range report.Problems {
			if _, err := fmt.Fprintf(s.out, "%s: %s\n", p.Where, oneLine(p.What)); err != nil {
				return err
			}
		}
		counts := fmt.Sprintf("%s, %s, head %s", plural(int(report.Events), "event", "events"),
			plural(int(report.Changes), "change", "changes"), orNone(report.Head))
		if !report.OK() {
			return fmt.Errorf("%s is damaged: %s in %s; keep this file for the record and go on from a backup", c.DB,
				plural(len(report.Problems), "problem", "problems"), counts)
		}
		_, err = fmt.Fprintf(s.out, "All is well: %s\n", counts)
		return err
	})
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// both joins two errors in one sentence.
func both(a, b error) error {
	switch {
	case a == nil:
		return b
	case b == nil || errors.Is(a, b):
		return a
	}
	return fmt.Errorf("%w; moreover %w", a, b)
}
