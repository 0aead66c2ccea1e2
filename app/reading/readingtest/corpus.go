package readingtest

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"sitmap/app/reading"
	"sitmap/store"
)

var (
	//go:embed tuned.txt
	tuned string
	//go:embed heldout.txt
	heldout string
	//go:embed readouts.txt
	readouts string
)

// Case is a report and what is to be found in it.
type Case struct {
	Name   string
	Report reading.Report
	Want   []string // “field value”, see tuned.txt
}

// Sets are the names of the corpora.
var Sets = []string{"tuned", "held out", "readouts"}

// Corpus gives the cases of a set.
func Corpus(set string) ([]Case, error) {
	text := map[string]string{"tuned": tuned, "held out": heldout, "readouts": readouts}[set]
	if text == "" {
		return nil, fmt.Errorf("there is no set “%s”", set)
	}
	var out []Case
	for block := range strings.SplitSeq(text, "\n=== ") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		c, err := parse(block)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func parse(block string) (Case, error) {
	var c Case
	part := "head"
	var body []string
	for i, line := range strings.Split(strings.TrimRight(block, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case i == 0:
			c.Name = strings.TrimSpace(line)
		case part == "head" && line == "text", part == "text" && line == "expect":
			part = line
		case part == "text":
			body = append(body, line)
		case part == "expect" && line != "":
			c.Want = append(c.Want, strings.TrimSpace(line))
		case word == "published":
			c.Report.Item.Published = rest
		case word == "title":
			c.Report.Item.Title = rest
		case word == "zone":
			loc, err := time.LoadLocation(rest)
			if err != nil {
				return c, fmt.Errorf("%s: %w", c.Name, err)
			}
			c.Report.Zone = loc
		case line != "":
			return c, fmt.Errorf("%s: %q is not understood", c.Name, line)
		}
	}
	c.Report.Text = strings.Join(body, "\n")
	c.Report.Item.Outlet = &store.Outlet{Name: "An agency"}
	return c, nil
}
