package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitmap/store"
	"sitmap/store/storetest"
)

func put(t testing.TB, s *store.Store, d store.Definition, base int64) store.Change {
	t.Helper()
	c, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Definition: &d, Base: base}}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// defined are the names of one sort, each with its body.
func defined(t testing.TB, s *store.Store, e store.Entity) []string {
	t.Helper()
	list, err := s.Definitions(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range list {
		if d.Value.Entity != e {
			t.Errorf("%s is a %q", d.Value.Name, d.Value.Entity)
		}
		out = append(out, d.Value.Name+" "+string(d.Value.Body))
	}
	return out
}

func TestDefinitions(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	for _, e := range []store.Entity{store.EntityLayer, store.EntityView, store.EntityLayout} {
		a, b := storetest.ID(20, 0), storetest.ID(20, 1)
		put(t, s, store.Definition{Entity: e, ID: a, Name: "Zone", Position: 1, Body: json.RawMessage(`{ "b": 1.50, "a": "<é>" }`)}, 0)
		put(t, s, store.Definition{Entity: e, ID: b, Name: "Éast", Position: 2, Body: json.RawMessage(`{}`)}, 0)
		c := put(t, s, store.Definition{Entity: e, Name: "Delta", Position: 2, Body: json.RawMessage(`{}`)}, 0)
		if len(c.Items) != 1 || c.Items[0].Entity != e || c.Items[0].Title != "Delta" || c.Reason != store.ReasonNew {
			t.Errorf("%s: the change is %+v", e, c)
		}
		want := []string{`Zone {"b":1.50,"a":"<é>"}`, `Delta {}`, `Éast {}`}
		if diff := cmp.Diff(want, defined(t, s, e)); diff != "" {
			t.Errorf("%s: %s", e, diff)
		}

		// The same again changes nothing, whatever its white space.
		if c := put(t, s, store.Definition{Entity: e, ID: a, Name: "Zone", Position: 1, Body: json.RawMessage(`{"b":1.50, "a":"<é>"}`)}, 1); c.Seq != 0 {
			t.Errorf("%s: written anew: %+v", e, c)
		}
		put(t, s, store.Definition{Entity: e, ID: a, Name: "Zone", Position: 3, Body: json.RawMessage(`{"c":[]}`)}, 1)
		var conflict *store.ConflictError
		_, err := s.Save(ctx, store.Action{Put: []store.Put{{Base: 1, Definition: &store.Definition{Entity: e, ID: a, Name: "Mine", Body: json.RawMessage(`{}`)}}}})
		if !errors.As(err, &conflict) || conflict.Entity != e || !strings.Contains(strings.Join(conflict.Fields, " "), "definition") {
			t.Errorf("%s: an edit of an old revision: %v", e, err)
		}
		if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: e, ID: b}}}); err != nil {
			t.Fatal(err)
		}
		want = []string{`Delta {}`, `Zone {"c":[]}`}
		if diff := cmp.Diff(want, defined(t, s, e)); diff != "" {
			t.Errorf("%s: %s", e, diff)
		}
		mustCheck(t, s)

		// Back to the start and forth again, each state in turn.
		var states [][]string
		for range 5 {
			states = append(states, defined(t, s, e))
			if _, err := s.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if left := defined(t, s, e); left != nil {
			t.Errorf("%s: undone, there is %v", e, left)
		}
		for i := len(states) - 1; i >= 0; i-- {
			if _, err := s.Redo(ctx); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(states[i], defined(t, s, e)); diff != "" {
				t.Errorf("%s: done again: %s", e, diff)
			}
		}
		past, err := s.History(ctx, e, a)
		if err != nil || len(past) != 6 {
			t.Errorf("%s: a history of %d changes, %v", e, len(past), err)
		}
		mustCheck(t, s)
	}
	if _, err := s.Definitions(ctx, store.EntityEvent); err == nil {
		t.Error("events are taken for definitions")
	}
}

func TestDefinitionsAreRefused(t *testing.T) {
	t.Parallel()
	s := scratch(t)
	deep := `{"a":` + strings.Repeat("[", 300) + strings.Repeat("]", 300) + `}`
	for want, d := range map[string]store.Definition{
		"not one of layer, view, layout":  {Entity: store.EntityEvent, Name: "x", Body: json.RawMessage(`{}`)},
		"layer.name is empty":             {Entity: store.EntityLayer, Body: json.RawMessage(`{}`)},
		"is not a UUID":                   {Entity: store.EntityLayer, ID: "x", Name: "x", Body: json.RawMessage(`{}`)},
		"view.definition is not a JSON":   {Entity: store.EntityView, Name: "x", Body: json.RawMessage(`[]`)},
		"layer.definition is not a JSON":  {Entity: store.EntityLayer, Name: "x"},
		"layout.definition is not a JSON": {Entity: store.EntityLayout, Name: "x", Body: json.RawMessage(`{`)},
		"the limit is 1048576":            {Entity: store.EntityLayer, Name: "x", Body: json.RawMessage(`{"a":"` + strings.Repeat("x", 1<<20) + `"}`)},
		"not written in UTF-8":            {Entity: store.EntityLayer, Name: "x", Body: json.RawMessage("{\"a\":\"\xff\"}")},
		"nested more than":                {Entity: store.EntityLayer, Name: "x", Body: json.RawMessage(deep)},
	} {
		_, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Definition: &d}}})
		var v *store.ValidationError
		if !errors.As(err, &v) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, have %v", want, err)
		}
	}
}

func TestCheckFindsAlteredDefinitions(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]string{
		`UPDATE layer SET definition = '{"file":"other"}'`: "layer " + storetest.ID(20, 1) + ": ‘Zone’ was altered past the history",
		`UPDATE layer SET position = 9`:                    "was altered past the history",
		`UPDATE layout SET deleted = 1`:                    "marked as deleted",
		`DELETE FROM view`:                                 "view " + storetest.ID(20, 2) + ": is in the history, but missing",
		`DELETE FROM payload`:                              "is missing from the history",
	} {
		path := filepath.Join(t.TempDir(), "s.gpkg")
		s := create(t, path, "Olha")
		put(t, s, store.Definition{Entity: store.EntityLayer, ID: storetest.ID(20, 1), Name: "Zone", Body: json.RawMessage(`{}`)}, 0)
		put(t, s, store.Definition{Entity: store.EntityLayer, ID: storetest.ID(20, 1), Name: "Zone", Body: json.RawMessage(`{"file":"x"}`)}, 1)
		put(t, s, store.Definition{Entity: store.EntityView, ID: storetest.ID(20, 2), Name: "North", Body: json.RawMessage(`{}`)}, 0)
		put(t, s, store.Definition{Entity: store.EntityLayout, ID: storetest.ID(20, 3), Name: "Slide", Body: json.RawMessage(`{}`)}, 0)
		mustCheck(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		shell(t, path, query)
		r, err := reopen(t, path, store.Options{ReadOnly: true}).Check(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, p := range r.Problems {
			all = append(all, p.Where+": "+p.What)
		}
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("%s: %q is not among %q", query, want, all)
		}
	}
}

func TestCopyHasDefinitions(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	for i, e := range []store.Entity{store.EntityLayer, store.EntityView, store.EntityLayout} {
		put(t, s, store.Definition{Entity: e, ID: storetest.ID(20, i), Name: "Kept", Body: json.RawMessage(`{"a":1}`)}, 0)
		put(t, s, store.Definition{Entity: e, ID: storetest.ID(21, i), Name: "Gone", Body: json.RawMessage(`{}`)}, 0)
		if _, err := s.Save(ctx, store.Action{Delete: []store.Delete{{Entity: e, ID: storetest.ID(21, i)}}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, history := range []bool{true, false} {
		to := filepath.Join(t.TempDir(), "copy.gpkg")
		if err := s.SaveCopy(ctx, to, store.CopyOptions{History: history}, nil); err != nil {
			t.Fatal(err)
		}
		c := reopen(t, to, store.Options{})
		mustCheck(t, c)
		for _, e := range []store.Entity{store.EntityLayer, store.EntityView, store.EntityLayout} {
			if got := defined(t, c, e); !cmp.Equal(got, []string{`Kept {"a":1}`}) {
				t.Errorf("history %v: %ss: %v", history, e, got)
			}
		}
	}
}
