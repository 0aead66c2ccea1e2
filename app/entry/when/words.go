package when

import "time"

// part is a part of a day, in minutes after its local midnight; to may lie in the
// next day.
type part struct {
	name     string
	from, to int
}

const hour = 60

var night = part{"night", 22 * hour, 30 * hour}

var parts = map[string]part{
	"night": night, "overnight": night, "ніч": night, "ночь": night,
	"early hours": {"early hours", 0, 4 * hour}, "small hours": {"small hours", 0, 4 * hour},
	"predawn": {"before dawn", 3 * hour, 6 * hour}, "before dawn": {"before dawn", 3 * hour, 6 * hour},
	"dawn": {"dawn", 4 * hour, 7 * hour}, "daybreak": {"dawn", 4 * hour, 7 * hour},
	"early morning": {"early morning", 4 * hour, 8 * hour}, "morning": {"morning", 6 * hour, 12 * hour},
	"mid-morning": {"mid-morning", 9 * hour, 11 * hour}, "late morning": {"late morning", 10 * hour, 12 * hour},
	"midday": {"midday", 11 * hour, 14 * hour}, "noon": {"noon", 11*hour + 30, 12*hour + 30},
	"early afternoon": {"early afternoon", 12 * hour, 15 * hour}, "afternoon": {"afternoon", 12 * hour, 18 * hour},
	"late afternoon": {"late afternoon", 15 * hour, 18 * hour},
	"early evening":  {"early evening", 18 * hour, 20 * hour}, "evening": {"evening", 18 * hour, 22 * hour},
	"late evening": {"late evening", 20 * hour, 24 * hour},
}

// Thirds of a month or a year.
var thirds = map[string]int{
	"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3,
}

var months = map[string]time.Month{}

var weekdays = map[string]time.Weekday{}

// filler are words that say nothing the interval would need.
var filler = map[string]bool{
	"on": true, "in": true, "the": true, "of": true, "during": true, "at": true, "local": true, "time": true,
	"hours": true, "hrs": true, "o'clock": true, "date": true, "day": true, "day's": true, "a": true, "throughout": true,
	"month": true, "year": true,
}

var until = map[string]bool{"to": true, "until": true, "till": true, "through": true, "and": true, "through to": true}

var approximately = map[string]bool{
	"about": true, "around": true, "approximately": true, "approx": true, "approx.": true, "circa": true, "ca": true,
	"ca.": true, "roughly": true, "c.": true,
}

func init() {
	for m, names := range [][]string{
		1: {"january", "jan", "січня", "січень", "января", "январь"},
		{"february", "feb", "лютого", "лютий", "февраля", "февраль"},
		{"march", "mar", "березня", "березень", "марта", "март"},
		{"april", "apr", "квітня", "квітень", "апреля", "апрель"},
		{"may", "травня", "травень", "мая", "май"},
		{"june", "jun", "червня", "червень", "июня", "июнь"},
		{"july", "jul", "липня", "липень", "июля", "июль"},
		{"august", "aug", "серпня", "серпень", "августа", "август"},
		{"september", "sep", "sept", "вересня", "вересень", "сентября", "сентябрь"},
		{"october", "oct", "жовтня", "жовтень", "октября", "октябрь"},
		{"november", "nov", "листопада", "листопад", "ноября", "ноябрь"},
		{"december", "dec", "грудня", "грудень", "декабря", "декабрь"},
	} {
		for _, n := range names {
			months[n] = time.Month(m)
		}
	}
	for d, names := range [][]string{
		{"sunday", "sun"},
		{"monday", "mon"},
		{"tuesday", "tue", "tues"},
		{"wednesday", "wed"},
		{"thursday", "thu", "thur", "thurs"},
		{"friday", "fri"},
		{"saturday", "sat"},
	} {
		for _, n := range names {
			weekdays[n] = time.Weekday(d)
		}
	}
}
