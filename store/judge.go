package store

import "context"

// Judge returns a function that says what keeps an event out of this store: nil,
// or a *ValidationError as [Store.Add] would return it. Ids that Add would make may
// be absent. It knows the vocabularies as they are now, writes nothing, and is for
// one goroutine at a time. Whether an id is taken is not asked.
func (s *Store) Judge(ctx context.Context) (func(Event) error, error) {
	c, err := readCodes(ctx, s.read)
	if err != nil {
		return nil, explain("reading the vocabularies of", s.path, err)
	}
	v := newValidator(c)
	return func(e Event) error {
		e = normalise(e)
		fillIDs(&e, s.newID)
		v.event(&e)
		return v.take()
	}, nil
}
