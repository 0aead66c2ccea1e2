package dossier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/mapdata/geo"
	"sitmap/store"
)

// places shows where: how exact, and whether anybody said so.
func (d *Dossier) places(p Page) {
	if len(p.Event.Value.Places) == 0 {
		return
	}
	d.section("Places", "")
	for _, place := range p.Event.Value.Places {
		role := p.Names.term("place role", place.Role)
		rows := []fyne.CanvasObject{look.Strong(situation.FormatPlace(place))}
		rows = append(rows, look.Caption(look.Join(" · ", p.Names.region(place.Country, place.Admin1), position(place.Geometry))))
		if place.Note != "" {
			rows = append(rows, look.Caption(situation.Sentence(place.Note)))
		}
		d.fact(role, rows...)
	}
}

// position is a point's coordinates, or what sort of geometry there is.
func position(g store.Geometry) string {
	switch v := g.Geometry.(type) {
	case nil:
		return ""
	case orb.Point:
		return geo.FormatDD(v)
	default:
		return strings.ToLower(v.GeoJSONType()) + " around " + geo.FormatDD(v.Bound().Center())
	}
}

// parties shows who took which part.
func (d *Dossier) parties(p Page) {
	e := p.Event.Value
	if len(e.Parties) == 0 {
		return
	}
	d.section("Parties", "")
	for _, party := range e.Parties {
		a := party.Actor
		at := ""
		for _, place := range e.Places {
			if place.ID == party.Place && place.Name != "" {
				at = "in " + place.Name
				if place.Assumed {
					at += " (assumed)"
				}
			}
		}
		rows := []fyne.CanvasObject{look.Strong(actorName(a))}
		if detail := look.Join(" · ", p.Names.term("actor kind", a.Kind), at, strings.Join(a.Aliases, ", ")); detail != "" {
			rows = append(rows, look.Caption(detail))
		}
		d.fact(p.Names.term("party role", party.Role), rows...)
	}
}

// rest shows topics, tags, the kind's own fields, foreign members and ids.
func (d *Dossier) rest(p Page) {
	e := p.Event.Value
	if len(e.Topics)+len(e.Tags)+len(e.Fields)+len(e.Properties)+len(e.ExternalIDs) == 0 {
		return
	}
	d.section("Further", "")
	for _, g := range []struct {
		name  string
		words []string
		tone  look.Tone
	}{{"topics", e.Topics, look.Neutral}, {"tags", e.Tags, look.Accented}} {
		if len(g.words) == 0 {
			continue
		}
		var badges []fyne.CanvasObject
		for _, w := range g.words {
			badges = append(badges, look.NewChip(w, g.tone))
		}
		d.fact(g.name, chips(badges...))
	}
	for _, members := range []map[string]json.RawMessage{e.Fields, e.Properties} {
		for _, k := range slices.Sorted(maps.Keys(members)) {
			d.fact(situation.Words(k), look.Body(plain(members[k])))
		}
	}
	for _, x := range e.ExternalIDs {
		d.fact(x.Dataset, look.Body(x.ID))
	}
}

// plain shows a JSON value as people write it: a list by commas, a text without
// quotation marks.
func plain(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		parts := make([]string, len(list))
		for i := range list {
			parts[i] = plain(list[i])
		}
		return strings.Join(parts, ", ")
	}
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil {
		return string(raw)
	}
	return b.String()
}

// protection says who may see the event.
func protection(p store.Protection) (badges []fyne.CanvasObject) {
	if p.TLP != "" {
		tone := look.Neutral
		if strings.HasPrefix(p.TLP, "AMBER") {
			tone = look.Caution
		} else if p.TLP == "RED" {
			tone = look.Bad
		}
		badges = append(badges, look.NewChip("TLP:"+p.TLP, tone))
	}
	if p.DoNotPublish {
		badges = append(badges, look.NewChip("do not publish", look.Bad))
	}
	if !p.Embargo.IsZero() {
		badges = append(badges, look.NewChip(fmt.Sprintf("embargo until %s", situation.FormatInstant(p.Embargo, nil)), look.Caution))
	}
	return badges
}
