package entry

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sitmap/app/entry/draft"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
	"sitmap/store/storetest"
)

// manyNames is how many actors, outlets and items a large store has.
const manyNames = 50_000

// largeForm is a form whose vocabulary is that of a large store.
func largeForm() *Form {
	f := New(Deps{Store: &fakeStore{}, Gazetteer: fakeGazetteer{}, Go: func(f func()) { f() }, Do: func(f func()) { f() }})
	v := &vocabulary{terms: map[string][]store.Term{}}
	given := []string{"Olena", "Ivan", "Mariia", "Serhii", "Volodymyr", "Natalia", "John", "Fatima", "Андрій", "Юлия"}
	family := []string{"Shevchenko", "Kovalenko", "Bondarenko", "Smith", "García", "Łukasz", "Іваненко", "Petrov", "Haddad", "Müller"}
	for i := range manyNames {
		name := fmt.Sprintf("%s %s %d", given[i%len(given)], family[i/len(given)%len(family)], i)
		v.actors = append(v.actors, store.Actor{ID: fmt.Sprint("actor", i), Name: name, Aliases: []string{family[i%len(family)] + fmt.Sprint(i), "Official " + fmt.Sprint(i)}})
		o := store.Outlet{ID: fmt.Sprint("outlet", i), Name: "Daily of " + name}
		v.outlets = append(v.outlets, o)
		v.items = append(v.items, store.Item{ID: fmt.Sprint("item", i), Title: fmt.Sprintf("Report %d of the night's attacks on %s", i, family[i%len(family)]), Outlet: &o})
	}
	v.fold()
	f.voc = v
	f.d = draft.From(store.Event{}, 0, newIDs())
	return f
}

// largeStore is the store that the benchmarks of package store keep in SITMAP_BENCH_DIR,
// or a small one.
func largeStore(b *testing.B) *store.Store {
	b.Helper()
	o := store.Options{User: "bench"}
	path := filepath.Join(os.Getenv("SITMAP_BENCH_DIR"), "large-"+os.Getenv("SITMAP_BENCH_EVENTS")+".gpkg")
	st, err := store.Open(b.Context(), path, o)
	if errors.Is(err, store.ErrMissing) {
		if st, err = store.Create(b.Context(), filepath.Join(b.TempDir(), "small.gpkg"), o); err == nil {
			_, err = st.Add(b.Context(), storetest.Stream(1, 10_000), "", "", nil)
		}
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	return st
}

// BenchmarkTypeToFind answers one key in the fields of actors, outlets and items of a
// store with 50,000 of each, of places in the whole gazetteer, and of events and tags in
// a large store: the beginnings of names, words within, a slip, and what nothing has.
func BenchmarkTypeToFind(b *testing.B) {
	f := largeForm()
	f.deps = f.deps.withDefaults()
	f.deps.Store, f.deps.Gazetteer = largeStore(b), gazetteer.Open()
	f.deps.Gazetteer.Search("Kyiv", nil, 1) // it is read with the first
	names := map[string]string{"letter": "s", "letters": "sh", "name": "bondarenko", "slip": "bondarneko", "number": "49999", "numbers": "499", "words": "report of night", "nothing": "zzzzqqqq"}
	places := map[string]string{"letter": "k", "letters": "kh", "name": "kharkiv", "cyrillic": "Харк", "slip": "khrakiv", "slips": "zaporizhia", "village": "novooleksandrivka", "nothing": "zzzzqqqq"}
	words := map[string]string{"letter": "s", "letters": "st", "beginning": "art", "word": "strike", "words": "attack near khar", "number": "4711", "actor": "official 7", "nothing": "zzzzqqqq"}
	tags := func(e store.Event) []string { return e.Tags }
	for _, field := range []struct {
		name   string
		typed  map[string]string
		search func(string)
	}{
		{"actors", names, func(s string) { f.searchActors(s) }},
		{"outlets", names, func(s string) { f.searchOutlets(s) }},
		{"items", names, func(s string) { f.searchItems(s) }},
		{"places", places, func(s string) { f.searchPlaces(s)() }},
		{"events", words, func(s string) { f.searchEvents(s)() }},
		{"tags", words, func(s string) { usedLabels(f.deps, s, tags) }},
	} {
		for name, typed := range field.typed {
			b.Run(field.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					field.search(typed)
				}
			})
		}
	}
}
