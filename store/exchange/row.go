package exchange

import (
	"errors"
	"fmt"

	"sitmap/store"
	"sitmap/store/exchange/internal/jsonscan"
)

// The limits that a reader keeps where its caller sets none.
const (
	// DefaultMaxSize is the most bytes that one record may have: 64 MB.
	DefaultMaxSize = 64 << 20
	// DefaultMaxDepth is how deep arrays and objects may be nested in a record.
	DefaultMaxDepth = 512
)

// Limits bound what one record may cost. A zero value stands for the default.
type Limits struct {
	MaxSize  int64 // bytes
	MaxDepth int   // arrays and objects within each other
}

// Row is one record of a foreign file: an event, or the reason why it is none.
type Row struct {
	Number int   // counts the records from 1
	Line   int   // line of the file on which the record starts, from 1
	Offset int64 // byte at which it starts, from 0
	Event  store.Event
	// Foreign says that the record is not of Sitmap's own making.
	Foreign bool
	// Flattened says that the altitudes of the record's geometry were left out.
	Flattened bool
	// Err is a sentence that says why the record was refused; nil: Event holds.
	Err error
}

// Where names the record for a report: "feature 12 (line 340)".
func (r Row) Where(noun string) string {
	return fmt.Sprintf("%s %d (line %d)", noun, r.Number, r.Line)
}

// OrDefault fills in the limits that are not set.
func (l Limits) OrDefault() Limits {
	if l.MaxSize <= 0 {
		l.MaxSize = DefaultMaxSize
	}
	if l.MaxDepth <= 0 {
		l.MaxDepth = DefaultMaxDepth
	}
	return l
}

// Passed says in a sentence which limit a record went beyond; nil if err tells
// of something else.
func (l Limits) Passed(err error) error {
	switch {
	case errors.Is(err, jsonscan.ErrTooLarge):
		return fmt.Errorf("it is larger than the limit of %s; raise it with --max-feature if it is meant to be that large", bytesText(l.MaxSize))
	case errors.Is(err, jsonscan.ErrTooDeep):
		return fmt.Errorf("it is nested more than %d levels deep, which no map feature is; simplify it", l.MaxDepth)
	}
	return nil
}

func bytesText(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
