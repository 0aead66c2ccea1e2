// Package when reads times as people write them (“4 Jul 2025 01:30 Kyiv”, “night
// of 3-4 July 2025”, “early July 2025”, “2025-07”) into the interval that the
// words allow, and shows an interval back in local time and UTC.
//
// It never makes up a minute: a day is a day wide, “about 01:30” an hour, “before
// 4 July” has no beginning. What could mean two things (“03/04/2025”, “night of 3
// July”) is refused with a question, what does not exist (31 February, 02:30 in
// the night when clocks go forward) with the reason. What had to be filled in,
// such as the year, is said in a note. Words such as “yesterday” and “two hours
// ago” count from [Context.Now], which for a report is its publication; see
// [Context.Published].
//
// The windows behind the words are a convention: night 22–06, early hours 0–4,
// dawn 4–7, morning 6–12, midday 11–14, afternoon 12–18, evening 18–22; early
// on a day 0–8, late on a day 20–24; early, mid and late are thirds of a month or
// year. “Shortly after” is the hour after. “A week ago” is seven days wide, “a
// month ago” thirty-one. Weeks begin on Monday; seasons are those of the north.
package when
