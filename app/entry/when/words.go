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
	"night": night, "ніч": night, "ночь": night, "вночі": night, "ночью": night,
	"вранці": {"morning", 6 * hour, 12 * hour}, "утром": {"morning", 6 * hour, 12 * hour},
	"ввечері": {"evening", 18 * hour, 22 * hour}, "вечером": {"evening", 18 * hour, 22 * hour},
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

// early and late are those of a day.
var (
	early = part{"early hours", 0, 8 * hour}
	late  = part{"late evening", 20 * hour, 24 * hour}
)

// monthSpan is a stretch of whole months of a year.
type monthSpan struct {
	name        string
	from, count int // the first month, 1 to 12, and how many
}

var seasons = map[string]monthSpan{
	"spring": {"spring", 3, 3}, "summer": {"summer", 6, 3}, "autumn": {"autumn", 9, 3}, "fall": {"autumn", 9, 3},
	"winter": {"winter", 12, 3}, "first half": {"first half", 1, 6}, "second half": {"second half", 7, 6},
	"first quarter": {"first quarter", 1, 3}, "second quarter": {"second quarter", 4, 3},
	"third quarter": {"third quarter", 7, 3}, "fourth quarter": {"fourth quarter", 10, 3},
	"q1": {"first quarter", 1, 3}, "q2": {"second quarter", 4, 3}, "q3": {"third quarter", 7, 3}, "q4": {"fourth quarter", 10, 3},
	"h1": {"first half", 1, 6}, "h2": {"second half", 7, 6},
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
	"month": true, "year": true, "over": true, "within": true, "some time": true, "sometime in": true,
	"sometime on": true, "в": true, "у": true, "о": true, "на": true, "року": true, "года": true, "for": true, "an": true,
}

var until = map[string]bool{"to": true, "until": true, "till": true, "through": true, "and": true, "through to": true}

var approximately = map[string]bool{
	"about": true, "around": true, "approximately": true, "approx": true, "approx.": true, "circa": true, "ca": true,
	"ca.": true, "roughly": true, "c.": true,
}

func init() {
	for m, names := range [][]string{
		1: {"january", "jan", "januar", "ocak", "січня", "січень", "января", "январь"},
		{"february", "februar", "şubat", "feb", "лютого", "лютий", "февраля", "февраль"},
		{"march", "märz", "mart", "mar", "березня", "березень", "марта", "март"},
		{"april", "nisan", "apr", "квітня", "квітень", "апреля", "апрель"},
		{"may", "mai", "mayıs", "травня", "травень", "мая", "май"},
		{"june", "juni", "haziran", "jun", "червня", "червень", "июня", "июнь"},
		{"july", "juli", "temmuz", "jul", "липня", "липень", "июля", "июль"},
		{"august", "ağustos", "aug", "серпня", "серпень", "августа", "август"},
		{"september", "eylül", "sep", "sept", "вересня", "вересень", "сентября", "сентябрь"},
		{"october", "oktober", "ekim", "oct", "жовтня", "жовтень", "октября", "октябрь"},
		{"november", "kasım", "nov", "листопада", "листопад", "ноября", "ноябрь"},
		{"december", "dezember", "aralık", "dec", "грудня", "грудень", "декабря", "декабрь"},
	} {
		for _, n := range names {
			months[n] = time.Month(m)
		}
	}
	for d, names := range [][]string{
		{"sunday", "неділя", "неділю", "воскресенье", "sun"},
		{"monday", "понеділок", "понедельник", "mon"},
		{"tuesday", "вівторок", "вторник", "tue", "tues"},
		{"wednesday", "середа", "середу", "среда", "среду", "wed"},
		{"thursday", "четвер", "четверг", "thu", "thur", "thurs"},
		{"friday", "п'ятниця", "п'ятницю", "пятница", "пятницу", "fri"},
		{"saturday", "субота", "суботу", "суббота", "субботу", "sat"},
	} {
		for _, n := range names {
			weekdays[n] = time.Weekday(d)
		}
	}
}
