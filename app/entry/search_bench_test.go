package entry

import (
	"fmt"
	"testing"

	"sitmap/app/entry/draft"
	"sitmap/store"
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

// BenchmarkTypeToFind answers one key in the fields of actors, outlets and items of a
// store with 50,000 of each: the beginnings of names, words within, a slip, and what
// nothing has.
func BenchmarkTypeToFind(b *testing.B) {
	f := largeForm()
	for _, field := range []struct {
		name   string
		search func(string)
	}{
		{"actors", func(s string) { f.searchActors(s) }},
		{"outlets", func(s string) { f.searchOutlets(s) }},
		{"items", func(s string) { f.searchItems(s) }},
	} {
		for name, typed := range map[string]string{"letter": "s", "name": "bondarenko", "slip": "bondarneko", "number": "49999", "nothing": "zzzzqqqq"} {
			b.Run(field.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					field.search(typed)
				}
			})
		}
	}
}
