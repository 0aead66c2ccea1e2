package command

import (
	"fmt"

	"sitmap/app/sample"
)

type sampleCommand struct {
	database
}

// Help is printed below the flags.
func (sampleCommand) Help() string {
	return "The situation is that of the call between the presidents of the United States and Russia\n" +
		"on 3 July 2025 and of the attack on Kyiv the night after: thirteen events, each with its\n" +
		"sources. Ids and times are the same every time. A file in the way is left alone.\n\n" +
		"  sitmap sample --db s.gpkg && sitmap list --db s.gpkg"
}

// Run writes the sample.
func (c *sampleCommand) Run(s *session) error {
	if err := sample.Write(s.ctx, c.DB); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.out, "%s holds the sample situation: %d events\n", c.DB, len(sample.Events()))
	return err
}
