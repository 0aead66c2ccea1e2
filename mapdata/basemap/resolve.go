package basemap

import (
	"strings"

	"sitmap/mapdata/geo"
)

// unitInfo is what is known of a unit before any point of view.
type unitInfo struct {
	name, country string
	names         *Translations
	rank          int
	at            geo.World // where its name belongs
	width         float64   // there, in world units
}

// loadUnits reads the names and countries of all units.
func loadUnits() (map[string]unitInfo, error) {
	units := map[string]unitInfo{}
	err := readLayer("units", func(f *feature) error {
		units[f.text("key")] = unitInfo{
			name: f.text("name"), names: f.translations(), country: f.text("country"), rank: f.integer("rank"),
			at: f.lines[0][0], width: f.number("width") / 360,
		}
		return nil
	})
	return units, err
}

// regionCode is the ISO 3166-2 code of a unit, empty where it has none.
func regionCode(key string) string {
	code, _, _ := strings.Cut(key, "~")
	if !strings.Contains(code, "-") {
		return ""
	}
	return code
}

// view is a point of view applied to the units.
type view struct {
	units       map[string]unitInfo
	rules       map[string]*UnitRule // by unit or country
	territories map[string]string    // territory → the state responsible for it
	borders     map[[2]string]stroke
}

func newView(p POV, units map[string]unitInfo) *view {
	v := &view{units: units, rules: map[string]*UnitRule{}, territories: map[string]string{}, borders: map[[2]string]stroke{}}
	for i := range p.Units {
		for _, key := range p.Units[i].Units {
			v.rules[key] = &p.Units[i]
		}
	}
	for _, r := range p.Territories {
		for _, t := range r.Territories {
			v.territories[t] = r.Owner
		}
	}
	for _, r := range p.Lines {
		s := stroke{kind: borderLine, class: classOf(r.Class)}
		if r.Class == "none" {
			s = stroke{kind: regionLine}
		}
		v.borders[r.Between] = s
		v.borders[[2]string{r.Between[1], r.Between[0]}] = s
	}
	return v
}

func classOf(name string) BorderClass {
	switch name {
	case "disputed":
		return Disputed
	case "claimed":
		return Claimed
	default:
		return Recognised
	}
}

// info gives what is known of a unit. A level that keeps no regions apart has
// the code of the country for its key.
func (v *view) info(key string) unitInfo {
	if u, ok := v.units[key]; ok {
		return u
	}
	return unitInfo{country: key}
}

// rule gives the rule for a unit, or for its country, or nil.
func (v *view) rule(key string) *UnitRule {
	if r, ok := v.rules[key]; ok {
		return r
	}
	return v.rules[v.info(key).country]
}

// country gives the ISO 3166-1 code of the country or territory that has the
// unit, empty where none is determined.
func (v *view) country(key string) string {
	if r := v.rule(key); r != nil {
		return r.Owner
	}
	return v.info(key).country
}

// owner gives the state responsible for a country or territory.
func (v *view) owner(country string) string {
	if o, ok := v.territories[country]; ok {
		return o
	}
	return country
}

// stroke says how the boundary between two units is drawn.
func (v *view) stroke(left, right string) stroke {
	if left == "" || right == "" {
		return stroke{kind: coastLine}
	}
	l, r := v.country(left), v.country(right)
	for _, pair := range [][2]string{{left, right}, {left, r}, {l, right}, {l, r}} {
		if s, ok := v.borders[pair]; ok && (pair != [2]string{l, r} || l != r) {
			return s
		}
	}
	if l != r {
		return stroke{kind: borderLine, class: Recognised}
	}
	rl, rr := v.rule(left), v.rule(right)
	if rl != rr {
		for _, rule := range []*UnitRule{rl, rr} {
			if rule != nil && rule.Inner != "" {
				return stroke{kind: borderLine, class: classOf(rule.Inner)}
			}
		}
	}
	return stroke{kind: regionLine, rank: max(v.info(left).rank, v.info(right).rank)}
}
