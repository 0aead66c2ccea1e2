// Command measure prints how much package reading finds in the reports of package
// readingtest: precision and recall of each field, those tuned on and those not
// apart. With -v it lists what was missed (-) and what was wrong (+).
//
// If SITMAP_READOUTS names a CSV file of readouts with the columns kind, title,
// text and published_time, it reads them too, and counts of how many calls a call
// is proposed, between the two whom the title names.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"sitmap/app/reading"
	"sitmap/app/reading/readingtest"
	"sitmap/mapdata/gazetteer"
)

func main() {
	verbose := flag.Bool("v", false, "list what was missed and what was wrong")
	set := flag.String("set", "", "only this set: tuned, held out or readouts")
	flag.Parse()
	r := reading.NewReader(reading.Known{Gazetteer: gazetteer.Open()})
	if err := run(os.Stdout, r, *set, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer, r *reading.Reader, only string, verbose bool) error {
	totals := map[string]map[string]readingtest.Count{}
	sets := readingtest.Sets
	if only != "" {
		sets = []string{only}
	}
	for _, set := range sets {
		cases, err := readingtest.Corpus(set)
		if err != nil {
			return err
		}
		totals[set] = map[string]readingtest.Count{}
		for _, c := range cases {
			counts, notes := readingtest.Score(c, r.Read(c.Report))
			for f, n := range counts {
				t := totals[set][f]
				totals[set][f] = readingtest.Count{Right: t.Right + n.Right, Found: t.Found + n.Found, Wanted: t.Wanted + n.Wanted}
			}
			for _, n := range notes {
				if verbose {
					fmt.Fprintln(w, n)
				}
			}
		}
	}
	fmt.Fprintf(w, "%-12s", "")
	for _, s := range sets {
		fmt.Fprintf(w, "%-26s", s)
	}
	fmt.Fprintf(w, "\n%-12s", "field")
	for range sets {
		fmt.Fprintf(w, "%-26s", "precision  recall    of")
	}
	fmt.Fprintln(w)
	for _, f := range readingtest.Fields {
		fmt.Fprintf(w, "%-12s", f)
		for _, s := range sets {
			n := totals[s][f]
			if n.Found == 0 && n.Wanted == 0 {
				fmt.Fprintf(w, "%-26s", "        –       –     0")
				continue
			}
			fmt.Fprintf(w, "    %4.0f %%  %4.0f %%  %4d    ", 100*n.Precision(), 100*n.Recall(), n.Wanted)
		}
		fmt.Fprintln(w)
	}
	path := os.Getenv("SITMAP_READOUTS")
	if path == "" {
		return nil
	}
	start := time.Now()
	res, err := readouts(path, r, verbose, w)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%d readouts read in %s: %s\n", res.all, time.Since(start).Round(time.Millisecond), res)
	return nil
}
