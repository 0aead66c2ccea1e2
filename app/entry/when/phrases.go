package when

import (
	"time"
)

// partOfDay reads “night”, “late evening” and the like, and the thirds of a month.
func (p *parser) partOfDay(s string) (bool, error) {
	if s == "midnight" {
		p.cur.midnight = true
		return true, nil
	}
	if q, ok := parts[s]; ok {
		if p.cur.part != nil {
			return true, refuse("Two parts of a day stand here; write a dash between them if it is a range.")
		}
		p.cur.part = &q
		return true, nil
	}
	if q, ok := seasons[s]; ok {
		if p.cur.months != nil || p.cur.mo != 0 {
			return true, refuse("Two parts of a year stand here; keep one, or write a dash between them if it is a range.")
		}
		p.cur.months = &q
		return true, nil
	}
	if n, ok := thirds[s]; ok {
		if p.cur.third != 0 {
			return true, refuse("“Early”, “mid” and “late” exclude each other; keep one.")
		}
		p.cur.third = n
		return true, nil
	}
	return false, nil
}

// zoneWord reads the name of a zone.
func (p *parser) zoneWord(s string) (bool, error) {
	if a, ok := abbreviations[s]; ok {
		off := a.offset
		if off != 0 || p.cur.offset == nil {
			if err := p.offset(off); err != nil {
				return true, err
			}
		}
		// Behind “UTC” an offset may follow: UTC+3.
		if len(p.tokens) > 1 && p.tokens[1].kind == tokOffset {
			p.cur.offset = nil
			return true, nil
		}
		if off == 0 {
			return true, nil
		}
		// The word's own zone, unless the one at hand keeps that time as well.
		if !keeps(p.loc, off) && p.zoned == "" {
			if loc, ok := load(a.zone); ok {
				p.loc = loc
			}
		}
		return true, nil
	}
	loc, ok := Zone(s, p.Cities)
	if !ok {
		return false, nil
	}
	if p.zoned != "" && loc.String() != p.loc.String() {
		return true, refuse("Two zones are named, %s and %s; keep one.", p.loc, loc)
	}
	p.loc, p.zoned = loc, s
	return true, nil
}

// keeps reports whether loc is at that offset in winter or summer.
func keeps(loc *time.Location, off int) bool {
	for _, m := range []time.Month{time.January, time.July} {
		if _, o := time.Date(2025, m, 1, 0, 0, 0, 0, loc).Zone(); o == off {
			return true
		}
	}
	return false
}

// checkDate refuses dates that are in no calendar; 0 is left out.
func checkDate(y, mo, d int) error {
	if mo > 12 || mo < 0 {
		return refuse("There is no month %02d; months run from 01 to 12.", mo)
	}
	if y != 0 && (y < 1000 || y > 9999) {
		return refuse("The year %d is out of range; write it with four digits.", y)
	}
	if mo == 0 || d == 0 {
		return nil
	}
	year := y
	if year == 0 {
		year = 2024 // a leap year: without a year 29 February may be
	}
	if n := time.Date(year, time.Month(mo)+1, 0, 0, 0, 0, 0, time.UTC).Day(); d > n {
		if y != 0 {
			return refuse("There is no %d %s %d; that month has %d days.", d, time.Month(mo), y, n)
		}
		return refuse("There is no %d %s; that month has %d days at most.", d, time.Month(mo), n)
	}
	return nil
}
