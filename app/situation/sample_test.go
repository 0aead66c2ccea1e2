package situation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitmap/app/sample"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// The sample situation is drawn as its issue describes it.
func TestSampleSituationIsDrawnAsMeant(t *testing.T) {
	s := Build(sample.Events(), options())
	byStyle := map[scene.LinkStyle][]string{}
	for _, l := range s.Links {
		byStyle[l.Style] = append(byStyle[l.Style], l.Label)
	}
	if got := fmt.Sprintf("%q", byStyle[scene.CallLink]); got != `["call, 3 July" "call, 4 July"]` {
		t.Errorf("calls: %s", got)
	}
	if n := len(byStyle[scene.Spoke]); n != 4 {
		t.Errorf("%d spokes for two rounds of two sides", n)
	}
	if len(byStyle[scene.Arrow]) != 0 || len(byStyle[scene.BrokenArrow]) != 1 {
		t.Errorf("arrows %q, broken ones %q: aid is only paused or considered", byStyle[scene.Arrow], byStyle[scene.BrokenArrow])
	}
	var marks []string
	for _, m := range s.Marks {
		marks = append(marks, m.Name)
	}
	if len(marks) != 3 || !slices.Contains(marks, "Strike · Kyiv · night of 3–4 July · reported") {
		t.Errorf("marks: %q", marks)
	}
	if len(s.Areas) != 1 || s.Areas[0].Icon != "strike" || !strings.HasPrefix(s.Areas[0].Name, "Strike · Ukraine") {
		t.Errorf("the wave is no region: %+v", s.Areas)
	}
	if !slices.Contains(s.Notes, noteAssumed) {
		t.Errorf("notes: %q", s.Notes)
	}
	for _, k := range s.Kinds {
		if k.Name == "Statement" {
			t.Error("statements are in the legend, though none is drawn")
		}
	}
	o := options()
	o.ShowStatements = true
	if n := len(Build(sample.Events(), o).Marks); n != 3+5 {
		t.Errorf("%d marks with statements", n)
	}
}

func BenchmarkBuild(b *testing.B) {
	var events []store.Event
	for len(events) < 10_000 {
		events = append(events, sample.Events()...)
	}
	o := options()
	o.ShowStatements = true
	b.ResetTimer()
	for b.Loop() {
		Build(events, o)
	}
}
