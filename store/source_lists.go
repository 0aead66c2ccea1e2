package store

import (
	"context"
	"strings"
)

// ItemFilter narrows a list of items; the zero value lets all pass.
type ItemFilter struct {
	Text   string // each of its words begins one of title, author, outlet or address
	Outlet string // id of their outlet
	Inbox  string // new, used or rejected
}

// ItemNumbers are the numbers in the file of the items that pass, newest publication
// first, those without a date last. A hundred thousand of them are read in a moment;
// [Store.ItemsNumbered] has what they say.
func (s *Store) ItemNumbers(ctx context.Context, f ItemFilter) ([]int64, error) {
	words := strings.Fields(fold(f.Text))
	var out []int64
	rows, err := s.read.QueryContext(ctx, `SELECT i.n, i.title, i.author, i.url, coalesce(o.name, '')
		FROM item i LEFT JOIN outlet o ON o.n = i.outlet
		WHERE i.deleted = 0 AND (?1 = '' OR o.id = ?1) AND (?2 = '' OR i.inbox = ?2)
		ORDER BY i.published DESC, i.title, i.n`, f.Outlet, f.Inbox)
	if err == nil {
		err = scanAll(rows, func() error {
			var n int64
			var title, author, url, outlet string
			err := rows.Scan(&n, &title, &author, &url, &outlet)
			if err == nil && begins(words, title, author, url, outlet) {
				out = append(out, n)
			}
			return err
		})
	}
	return out, explain("reading the items of", s.path, err)
}

// begins reports whether each of some folded words begins a word of the texts.
func begins(words []string, texts ...string) bool {
	if len(words) == 0 {
		return true
	}
	all := " " + fold(strings.Join(texts, " "))
	for _, w := range words {
		if !strings.Contains(all, " "+w) {
			return false
		}
	}
	return true
}

// NumberedItem is an item with its number in the file, which never changes.
type NumberedItem struct {
	Number int64
	Stored[Item]
	Events int // that cite it
}

// ItemsNumbered reads the items with these numbers, without their texts, which
// [Store.Item] has. They come in the order of the numbers given; what is deleted, or
// never was, is left out.
func (s *Store) ItemsNumbered(ctx context.Context, numbers []int64) ([]NumberedItem, error) {
	out := make([]NumberedItem, 0, len(numbers))
	err := s.snapshot(ctx, func(r *reader) error {
		for _, n := range numbers {
			l, cited, found, err := r.listed(ctx, EntityItem, n, `SELECT count(DISTINCT c.event) FROM citation c JOIN event e ON e.n = c.event WHERE c.item = t.n AND e.deleted = 0`)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			it, err := r.item(ctx, n, true)
			if err != nil {
				return err
			}
			it = normalItem(it)
			it.Text = ""
			out = append(out, NumberedItem{n, storedAs(it, l), cited})
			r.trim()
		}
		return nil
	})
	return out, explain("reading the items of", s.path, err)
}

// OutletNumbers are the numbers in the file of the outlets of which each word of a text
// begins one of name, kind or address, by name.
func (s *Store) OutletNumbers(ctx context.Context, text string) ([]int64, error) {
	list, err := s.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(fold(text))
	numbers := map[string]int64{}
	rows, err := s.read.QueryContext(ctx, `SELECT id, n FROM outlet WHERE deleted = 0`)
	if err == nil {
		err = scanAll(rows, func() error {
			var id string
			var n int64
			err := rows.Scan(&id, &n)
			numbers[id] = n
			return err
		})
	}
	if err != nil {
		return nil, explain("reading the outlets of", s.path, err)
	}
	var out []int64
	for _, o := range list {
		if n, ok := numbers[o.Value.ID]; ok && begins(words, o.Value.Name, o.Value.Kind, o.Value.URL) {
			out = append(out, n)
		}
	}
	return out, nil
}

// NumberedOutlet is an outlet with its number in the file, which never changes.
type NumberedOutlet struct {
	Number int64
	Stored[Outlet]
	Items int // that it published
}

// OutletsNumbered reads the outlets with these numbers, in the order of the numbers
// given; what is deleted, or never was, is left out.
func (s *Store) OutletsNumbered(ctx context.Context, numbers []int64) ([]NumberedOutlet, error) {
	out := make([]NumberedOutlet, 0, len(numbers))
	err := s.snapshot(ctx, func(r *reader) error {
		for _, n := range numbers {
			l, items, found, err := r.listed(ctx, EntityOutlet, n, `SELECT count(*) FROM item i WHERE i.outlet = t.n AND i.deleted = 0`)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			o, err := r.outlet(ctx, n)
			if err != nil {
				return err
			}
			out = append(out, NumberedOutlet{n, storedAs(normalOutlet(o), l), items})
			r.trim()
		}
		return nil
	})
	return out, explain("reading the outlets of", s.path, err)
}

// listed reads what a list tells of a record beside its value; not found: it is deleted,
// or never was.
func (r *reader) listed(ctx context.Context, e Entity, n int64, count string) (l localScan, uses int, found bool, err error) {
	rows, err := r.q.QueryContext(ctx, `SELECT (`+count+`)`+local+` FROM `+tables[e].name+` t LEFT JOIN change c ON c.n = t.change WHERE t.n = ? AND t.deleted = 0`, n)
	if err != nil {
		return l, 0, false, err
	}
	err = scanAll(rows, func() error {
		found = true
		return rows.Scan(append([]any{&uses}, l.into()...)...)
	})
	return l, uses, found, err
}
