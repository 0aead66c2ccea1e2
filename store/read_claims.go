package store

import (
	"database/sql"
	"encoding/json"
)

func (p *partReader) claims() error {
	type super struct {
		x       *row
		from, n int64
	}
	var supers []super
	err := p.each(`x.id, x.about, x.part, x.measure, x.what, x.qualifier, x.low, x.high, x.value, x.according_to, a.id,
		x.scope_text, x.scope_country, x.scope_admin1, x.state, x.superseded_by, x.why, x.note`,
		`claim x LEFT JOIN actor a ON a.n = x.according_to`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var c Claim
			var actor, by sql.NullInt64
			var id sql.NullString
			err := rows.Scan(n, &c.ID, &c.About, &c.Part, &c.Measure, &c.Of, &c.Qualifier, &c.Low, &c.High, &c.Value, &actor, &id,
				&c.Scope.Text, &c.Scope.Country, &c.Scope.Admin1, &c.State, &by, &c.Why, &c.Note)
			if actor.Valid {
				c.AccordingTo = &Actor{ID: id.String}
			}
			return func(x *row) error {
				if by.Valid {
					supers = append(supers, super{x, int64(len(x.Value.Claims)), by.Int64})
				}
				x.Value.Claims = append(x.Value.Claims, c)
				x.claims = append(x.claims, actor.Int64)
				return nil
			}, err
		})
	if err != nil {
		return err
	}
	for _, s := range supers {
		by, err := part(s.x.Value.Claims, s.n)
		if err != nil {
			return err
		}
		s.x.Value.Claims[s.from].SupersededBy = by.ID
	}
	return nil
}

func (p *partReader) claimTimes() error {
	return p.each(`x.claim, x.sense, x.earliest, x.latest, x.precision, x.zone, x.told, x.counts_on`, `claim_time x`, `x.claim`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var claim int64
			var sense string
			var t timeScan
			err := rows.Scan(append([]any{n, &claim, &sense}, t.into()...)...)
			return func(x *row) error {
				c, err := part(x.Value.Claims, claim)
				if err != nil {
					return err
				}
				switch sense {
				case "when":
					c.When = t.when()
				case "scope":
					c.Scope.When = t.when()
				case "as_of":
					c.AsOf = t.when()
				}
				return nil
			}, err
		})
}

// cited reads which citations phases and claims rest on.
func (p *partReader) cited() error {
	read := func(from, column string, put func(x *row, i, citation int64) error) error {
		return p.each(`x.`+column+`, x.citation`, from+` x`, `x.`+column+`, x.pos`,
			func(rows *sql.Rows, n *int64) (func(*row) error, error) {
				var i, citation int64
				err := rows.Scan(n, &i, &citation)
				return func(x *row) error { return put(x, i, citation) }, err
			})
	}
	err := read(`phase_citation`, `phase`, func(x *row, i, citation int64) error {
		ph, err := part(x.Value.Phases, i)
		if err != nil {
			return err
		}
		c, err := part(x.Value.Citations, citation)
		if err != nil {
			return err
		}
		ph.Citations = append(ph.Citations, c.ID)
		return nil
	})
	if err != nil {
		return err
	}
	return read(`claim_citation`, `claim`, func(x *row, i, citation int64) error {
		cl, err := part(x.Value.Claims, i)
		if err != nil {
			return err
		}
		c, err := part(x.Value.Citations, citation)
		if err != nil {
			return err
		}
		cl.Citations = append(cl.Citations, c.ID)
		return nil
	})
}

func (p *partReader) headlines() error {
	return p.each(`x.measure, x.what, x.rule, x.claim, x.reason`, `headline x`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var h Headline
			var claim sql.NullInt64
			err := rows.Scan(n, &h.Measure, &h.Of, &h.Rule, &claim, &h.Reason)
			return func(x *row) error {
				if claim.Valid {
					c, err := part(x.Value.Claims, claim.Int64)
					if err != nil {
						return err
					}
					h.Claim = c.ID
				}
				x.Value.Headlines = append(x.Value.Headlines, h)
				return nil
			}, err
		})
}

func (p *partReader) relations() error {
	return p.each(`x.type, x.target, x.note`, `relation x`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var r Relation
			err := rows.Scan(n, &r.Type, &r.Event, &r.Note)
			return func(x *row) error { x.Value.Relations = append(x.Value.Relations, r); return nil }, err
		})
}

// names reads topics and tags.
func (p *partReader) names() error {
	read := func(from string, put func(*Event, string)) error {
		return p.each(`t.name`, from, `x.pos`, func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var name string
			err := rows.Scan(n, &name)
			return func(x *row) error { put(&x.Value, name); return nil }, err
		})
	}
	if err := read(`event_topic x JOIN topic t ON t.n = x.topic`, func(e *Event, s string) { e.Topics = append(e.Topics, s) }); err != nil {
		return err
	}
	return read(`event_tag x JOIN tag t ON t.n = x.tag`, func(e *Event, s string) { e.Tags = append(e.Tags, s) })
}

// raws reads fields and properties.
func (p *partReader) raws() error {
	read := func(from string, of func(*Event) *map[string]json.RawMessage) error {
		return p.each(`x.name, x.value`, from+` x`, `x.name`, func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var name, value string
			err := rows.Scan(n, &name, &value)
			return func(x *row) error {
				m := of(&x.Value)
				if *m == nil {
					*m = map[string]json.RawMessage{}
				}
				(*m)[name] = json.RawMessage(value)
				return nil
			}, err
		})
	}
	if err := read(`event_field`, func(e *Event) *map[string]json.RawMessage { return &e.Fields }); err != nil {
		return err
	}
	return read(`event_property`, func(e *Event) *map[string]json.RawMessage { return &e.Properties })
}

func (p *partReader) externals() error {
	return p.each(`x.dataset, x.id`, `external_id x`, `x.pos`,
		func(rows *sql.Rows, n *int64) (func(*row) error, error) {
			var id ExternalID
			err := rows.Scan(n, &id.Dataset, &id.ID)
			return func(x *row) error { x.Value.ExternalIDs = append(x.Value.ExternalIDs, id); return nil }, err
		})
}
