package command

import "sitmap/app/situation"

// lookback is a moment that is looked back to.
type lookback struct{ situation.Moment }

// UnmarshalText reads a date, an instant, or a change's number.
func (l *lookback) UnmarshalText(text []byte) (err error) {
	l.Moment, err = situation.ParseMoment(string(text))
	return err
}
