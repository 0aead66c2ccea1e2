package store

import (
	"strings"
)

// The recorded tables, by what the history calls them. They are filled in once, at
// start: their functions call each other.
var tables map[Entity]*table

func init() {
	tables = map[Entity]*table{}
	for _, e := range definitions {
		tables[e] = definitionTable(e)
	}
	for _, t := range []*table{
		{
			entity: EntityEvent, name: "event", title: "title", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
			payload: eventPayload, restore: restoreEvent,
		},
		{
			entity: EntityActor, name: "actor", title: "name", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
			payload: actorPayload, restore: restoreActor,
			users: `SELECT title FROM event e JOIN party p ON p.event = e.n WHERE p.actor = ?1 AND e.deleted = 0
				UNION ALL SELECT title FROM event e JOIN claim c ON c.event = e.n WHERE c.according_to = ?1 AND e.deleted = 0
				UNION ALL SELECT name FROM actor WHERE acts_for = ?1 AND deleted = 0`,
		},
		{
			entity: EntityOutlet, name: "outlet", title: "name", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
			payload: outletPayload, restore: restoreOutlet,
			users: `SELECT title FROM item WHERE outlet = ?1 AND deleted = 0`,
		},
		{
			entity: EntityItem, name: "item", title: "title", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
			payload: itemPayload, restore: restoreItem,
			users: `SELECT e.title FROM event e JOIN citation c ON c.event = e.n WHERE c.item = ?1 AND e.deleted = 0`,
		},
		{
			entity: EntitySeries, name: "series", title: "name", id: "t.id", record: "t.id = i.record", key: byColumn("id"),
			payload: seriesPayload, restore: restoreSeries,
			users: `SELECT title FROM event WHERE series = ?1 AND deleted = 0`,
		},
		{
			entity: EntityKind, name: "kind", title: "name", id: "t.code", record: "t.code = i.record", key: byColumn("code"),
			payload: kindPayload, restore: restoreKind,
			users: `SELECT e.title FROM event e JOIN kind k ON k.code = e.kind WHERE k.n = ?1 AND e.deleted = 0`,
		},
		{
			entity: EntityTerm, name: "term", title: "name", id: "t.vocabulary || '/' || t.code", record: "t.vocabulary || '/' || t.code = i.record",
			key: func(id string) (string, []any) {
				vocabulary, code, _ := strings.Cut(id, "/")
				return "vocabulary = ? AND t.code = ?", []any{vocabulary, code}
			},
			payload: termPayload, restore: restoreTerm,
			users: `SELECT e.title FROM term t JOIN event e ON e.deleted = 0 WHERE t.n = ?1 AND CASE t.vocabulary
				WHEN 'measure' THEN EXISTS (SELECT 1 FROM claim c WHERE c.event = e.n AND c.measure = t.code)
				WHEN 'qualifier' THEN EXISTS (SELECT 1 FROM claim c WHERE c.event = e.n AND c.qualifier = t.code)
				WHEN 'outcome' THEN EXISTS (SELECT 1 FROM claim c WHERE c.event = e.n AND c.about = 'outcome' AND c.value = t.code)
				WHEN 'phase' THEN EXISTS (SELECT 1 FROM phase p WHERE p.event = e.n AND p.phase = t.code)
					OR EXISTS (SELECT 1 FROM claim c WHERE c.event = e.n AND c.about = 'phase' AND c.value = t.code)
				WHEN 'weapon' THEN EXISTS (SELECT 1 FROM claim c WHERE c.event = e.n AND c.what = t.code)
					OR EXISTS (SELECT 1 FROM event_field f, json_each(f.value) j WHERE f.event = e.n AND f.name = 'weapons' AND j.value = t.code)
				ELSE 0 END`,
		},
		{
			entity: EntitySetting, name: "setting", title: "name", id: "t.name", record: "t.name = i.record", key: byColumn("name"),
			payload: settingPayload, restore: restoreSetting,
		},
	} {
		tables[t.entity] = t
	}
}

// termID is the id of a term in the history.
func termID(t *Term) string { return t.Vocabulary + "/" + t.Code }
