package publication_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"sitmap/app/publication"
	"sitmap/store"
)

// out is a log and a file that note what is done to them, and fail as they are told.
type out struct {
	done []string
	fail string
}

func (o *out) do(what string) error {
	o.done = append(o.done, what)
	if what == o.fail {
		return errors.New("no " + what)
	}
	return nil
}
func (o *out) Sync() error   { return o.do("sync") }
func (o *out) Commit() error { return o.do("name") }
func (o *out) Withdraw(ctx context.Context, _ string) error {
	return errors.Join(ctx.Err(), o.do("withdraw"))
}

func (o *out) Publish(_ context.Context, p store.Publication) (store.Publication, error) {
	return p, o.do("log")
}

// TestRelease: in no order of failures does one of the two stay without the other.
func TestRelease(t *testing.T) {
	for _, c := range []struct {
		id, fail string
		want     []string
		released bool
	}{
		{"x", "", []string{"sync", "log", "name"}, true},
		{"x", "sync", []string{"sync"}, false},
		{"x", "log", []string{"sync", "log"}, false},
		{"x", "name", []string{"sync", "log", "name", "withdraw"}, false},
		{"", "", []string{"sync", "name"}, false},
		{"", "name", []string{"sync", "name"}, false},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		o := &out{fail: c.fail}
		p, err := publication.Release(ctx, o, store.Publication{ID: c.id}, o)
		cancel()
		if !slices.Equal(o.done, c.want) || (err != nil) != (c.fail != "") || (p.ID != "") != c.released {
			t.Errorf("%+v: did %v, %v, released %q", c, o.done, err, p.ID)
		}
	}
}
