package dossier

import (
	"fmt"
	"slices"
	"strings"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Edit is one thing in which two states of a record differ.
type Edit struct {
	Member string // in the words of the form: "claims › ≥ 1 civilian killed › says who"
	Before string // "": it was not there
	After  string // "": it was taken away
}

// Event lists what differs between two states of an event, as JSON, in the order of the
// form. Parts are told apart by their id, so that one more claim is one edit and not a
// list anew. A state that cannot be read differs as a whole.
func (w Words) Event(before, after []byte) []Edit {
	a, errA := store.DecodeEvent(before)
	b, errB := store.DecodeEvent(after)
	if errA != nil || errB != nil {
		d := &differ{w: w}
		d.changed("the whole event", string(before) != string(after), readable(errA), readable(errB))
		return d.edits
	}
	return w.Events(a, b)
}

// Events is Event of two states that have been read.
func (w Words) Events(before, after store.Event) []Edit {
	d := &differ{w: w, a: before, b: after}
	d.event()
	return d.edits
}

func readable(err error) string {
	if err != nil {
		return "cannot be read"
	}
	return "can be read"
}

// differ gathers what differs between two states.
type differ struct {
	w     Words
	a, b  store.Event // that parts are named by
	path  []string
	edits []Edit
}

// in has what f finds stand below a name.
func (d *differ) in(name string, f func()) {
	d.path = append(d.path, name)
	f()
	d.path = d.path[:len(d.path)-1]
}

// say tells of a member that is shown as it is.
func (d *differ) say(word, before, after string) { d.changed(word, before != after, before, after) }

// changed tells of a member that differs; where its words do not, that it does.
func (d *differ) changed(word string, differs bool, before, after string) {
	if !differs {
		return
	}
	if before == after {
		after = strings.TrimSpace(after + " (changed)")
	}
	d.edits = append(d.edits, Edit{Member: strings.Join(append(slices.Clone(d.path), word), " › "), Before: before, After: after})
}

func (d *differ) flag(word string, before, after bool) {
	d.changed(word, before != after, yesNo(before), yesNo(after))
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func (d *differ) number(word string, before, after int64) {
	show := func(n int64) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
	d.say(word, show(before), show(after))
}

// words tells of lists of words, each of which is one value.
func (d *differ) words(word string, before, after []string) {
	d.changed(word, !slices.Equal(before, after), strings.Join(before, ", "), strings.Join(after, ", "))
}

// parts tells of a list: what has come, what has gone, and what differs in those that
// stayed.
type parts[T any] struct {
	word  string
	key   func(T) string              // tells entries apart
	name  func(store.Event, T) string // is short, for what stands below it
	whole func(store.Event, T) string // says all that matters of one that has come or gone
	inner func(d *differ, before, after T)
}

func (p parts[T]) compare(d *differ, before, after []T) {
	a, b := keyed(before, p.key), keyed(after, p.key)
	var stayed [2][]string
	for i, k := range a {
		if j := slices.Index(b, k); j >= 0 {
			stayed[0] = append(stayed[0], k)
			d.in(p.word, func() {
				d.in(p.name(d.a, before[i]), func() { p.inner(d, before[i], after[j]) })
			})
		} else {
			d.changed(p.word, true, p.whole(d.a, before[i]), "")
		}
	}
	for j, k := range b {
		if slices.Contains(a, k) {
			stayed[1] = append(stayed[1], k)
		} else {
			d.changed(p.word, true, "", p.whole(d.b, after[j]))
		}
	}
	order := func(e store.Event, keys, of []string, list []T) string {
		var names []string
		for _, k := range of {
			names = append(names, p.name(e, list[slices.Index(keys, k)]))
		}
		return strings.Join(names, "; ")
	}
	d.changed(p.word+", in this order", !slices.Equal(stayed[0], stayed[1]), order(d.a, a, stayed[0], before), order(d.b, b, stayed[1], after))
}

// keyed are the keys of a list, each once.
func keyed[T any](list []T, key func(T) string) []string {
	var keys []string
	seen := map[string]int{}
	for _, x := range list {
		k := key(x)
		if seen[k]++; seen[k] > 1 {
			k += fmt.Sprint("\x00", seen[k])
		}
		keys = append(keys, k)
	}
	return keys
}

// Line is an edit in one line: what, and what became of it, in about so many letters.
func (e Edit) Line(letters int) string {
	member := situation.Sentence(e.Member)
	switch {
	case e.Before == "":
		return "+ " + member + ": " + look.Shorten(e.After, letters)
	case e.After == "":
		return "− " + member + ": " + look.Shorten(e.Before, letters)
	}
	return member + ": " + look.Shorten(e.Before, letters*2/3) + " → " + look.Shorten(e.After, letters*2/3)
}
