package reading_test

import (
	"strings"
	"testing"

	"sitmap/app/reading"
	"sitmap/app/reading/readingtest"
	"sitmap/mapdata/gazetteer"
)

// BenchmarkRead reads a report of 5 KB: tens of milliseconds at most.
func BenchmarkRead(b *testing.B) {
	cases, err := readingtest.Corpus("tuned")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for i := 0; text.Len() < 5000; i++ {
		text.WriteString(cases[i%len(cases)].Report.Text + "\n\n")
	}
	rep := cases[0].Report
	rep.Text = text.String()[:5000]
	r := reading.NewReader(reading.Known{Gazetteer: gazetteer.Open()})
	r.Read(rep)
	for b.Loop() {
		r.Read(rep)
	}
}
