package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// Title, summary, topics and tags that are pinned begin the next event, and the one after
// it unless they are let go; what is not pinned begins empty.
func TestPinnedWordsBeginTheNextEvent(t *testing.T) {
	fields := []struct {
		name  string
		where func(*bench) fyne.Focusable
		of    func(store.Event) string
	}{
		{"title", func(b *bench) fyne.Focusable { return b.form.title }, func(e store.Event) string { return e.Title }},
		{"summary", func(b *bench) fyne.Focusable { return b.form.summary }, func(e store.Event) string { return e.Summary }},
		{"topics", func(b *bench) fyne.Focusable { return b.topicsField(0) }, func(e store.Event) string { return strings.Join(e.Topics, ", ") }},
		{"tags", func(b *bench) fyne.Focusable { return b.topicsField(1) }, func(e store.Event) string { return strings.Join(e.Tags, ", ") }},
	}
	for i, pinned := range fields {
		t.Run(pinned.name, func(t *testing.T) {
			b := newBench(t)
			b.form.New(store.Event{})
			b.write("o")
			for _, x := range fields {
				b.w.Canvas().Focus(x.where(b))
				b.write("my " + x.name)
			}
			b.w.Canvas().Focus(pinned.where(b))
			b.ctrlShift(fyne.KeyK)
			b.ctrl(fyne.KeyReturn)
			if len(b.store.saves) != 1 {
				t.Fatalf("%d saves, %v", len(b.store.saves), b.form.problems)
			}
			next, _ := b.form.d.Event(b.form.reader())
			for j, x := range fields {
				want := ""
				if j == i {
					want = "my " + x.name
				}
				if got := x.of(next); got != want {
					t.Errorf("the next event begins with the %s %q, not %q", x.name, got, want)
				}
			}
			if !b.form.d.Pinned[pinned.name] {
				t.Error("it is not pinned any more")
			}
			b.w.Canvas().Focus(pinned.where(b))
			b.ctrlShift(fyne.KeyK) // let go
			if pinned.name != "title" {
				b.w.Canvas().Focus(b.form.title)
				b.write("Another")
			}
			b.ctrl(fyne.KeyReturn)
			if after, _ := b.form.d.Event(b.form.reader()); len(b.store.saves) != 2 || pinned.of(after) != "" {
				t.Errorf("%d saves; let go, the %s is still %q", len(b.store.saves), pinned.name, pinned.of(after))
			}
		})
	}
}

// topicsField is the field of the topics, or the one after it, of the tags.
func (b *bench) topicsField(n int) fyne.Focusable {
	b.ctrlShift(fyne.KeyT)
	for range n {
		b.press(fyne.KeyTab)
	}
	return b.w.Canvas().Focused()
}
