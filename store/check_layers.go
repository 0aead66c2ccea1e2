package store

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// points are the points that other programs see, by number of the event.
func (c *checker) points(from, to int64) (map[int64][]byte, error) {
	points := map[int64][]byte{}
	err := c.each(`SELECT n, point FROM event WHERE n BETWEEN ? AND ? AND point IS NOT NULL`, []any{from, to}, func(scan func(...any) error) error {
		var n int64
		var p []byte
		err := scan(&n, &p)
		points[n] = p
		return err
	})
	return points, err
}

func (c *checker) onePoint(x *row, have []byte) {
	var want []byte
	if p, _ := standsFor(&x.Value); p != nil {
		want, _ = blob(*p)
	}
	if !bytes.Equal(want, have) {
		c.bad("event "+x.Value.ID, "‘%s’: the point that other programs see is not where the event is", x.Value.Title)
	}
}

// forms are the forms of all kinds, by code.
func (c *checker) forms() (map[string]Form, error) {
	forms := map[string]Form{}
	err := c.each(`SELECT code, form FROM kind`, nil, func(scan func(...any) error) error {
		var code string
		var form Form
		err := scan(&code, &form)
		forms[code] = form
		return err
	})
	return forms, err
}

// links are the lines that other programs see, by number of the event; one that
// cannot be read has no line.
func (c *checker) links(from, to int64) (map[int64][]linkRow, error) {
	links := map[int64][]linkRow{}
	err := c.each(`SELECT event, type, ends, line FROM link WHERE event BETWEEN ? AND ? ORDER BY event, n`, []any{from, to}, func(scan func(...any) error) error {
		var n int64
		var l linkRow
		var line []byte
		if err := scan(&n, &l.sort, &l.ends, &line); err != nil {
			return err
		}
		if g, err := unblob(line); err == nil {
			l.line, _ = g.(orb.LineString)
		}
		links[n] = append(links[n], l)
		return nil
	})
	return links, err
}

// oneLinks compares an event's lines with those its parties and places make.
func (c *checker) oneLinks(x *row, form Form, have []linkRow) {
	var want []linkRow
	if form == FormCall || form == FormMeeting || form == FormTransfer {
		e := x.Value
		e.Parties = slices.Clone(e.Parties)
		c.r.trim()
		for i, n := range x.parties {
			a, err := c.r.actor(c.ctx, n, true)
			if err != nil {
				return // an actor that cannot be read is told already
			}
			e.Parties[i].Actor = a
		}
		want = linksOf(form, &e)
	}
	if !slices.EqualFunc(want, have, sameLink) {
		c.bad("event "+x.Value.ID, "‘%s’: the lines that other programs see are not those between its parties (%d where %d should be)",
			x.Value.Title, len(have), len(want))
	}
}

// sameLink compares lines to a centimetre: processors differ in the last digits of
// a great circle.
func sameLink(a, b linkRow) bool {
	return a.sort == b.sort && a.ends == b.ends && slices.EqualFunc(a.line, b.line, func(p, q orb.Point) bool {
		return math.Abs(p[0]-q[0]) < 1e-7 && math.Abs(p[1]-q[1]) < 1e-7
	})
}

// geopackage looks at what other programs read the file by.
func (c *checker) geopackage() error {
	for _, pragma := range []struct {
		name string
		want int64
	}{{"application_id", applicationID}, {"user_version", 10300}} {
		var have int64
		if err := c.conn.QueryRowContext(c.ctx, `PRAGMA `+pragma.name).Scan(&have); err != nil {
			return err
		}
		if have != pragma.want {
			c.bad("file", "its %s is %d instead of %d: other programs may not read it as a GeoPackage", pragma.name, have, pragma.want)
		}
	}
	for _, layer := range []struct{ name, geometry string }{{"events", "POINT"}, {"links", "LINESTRING"}, {"unplaced_events", ""}} {
		var registered bool
		err := c.conn.QueryRowContext(c.ctx, `SELECT EXISTS (SELECT 1 FROM gpkg_contents t LEFT JOIN gpkg_geometry_columns g ON g.table_name = t.table_name
			WHERE t.table_name = ? AND coalesce(g.geometry_type_name, '') = ? AND coalesce(g.srs_id, 4326) = 4326)`,
			layer.name, layer.geometry).Scan(&registered)
		if err != nil {
			return err
		}
		if !registered {
			c.bad("file", "the layer %s is not in the GeoPackage's tables: other programs do not see it", layer.name)
		}
		if err := c.each(`SELECT * FROM `+layer.name+` LIMIT 0`, nil, func(func(...any) error) error { return nil }); err != nil {
			return err
		}
	}
	return c.each(`SELECT n, line FROM link`, nil, func(scan func(...any) error) error {
		var n int64
		var line []byte
		if err := scan(&n, &line); err != nil {
			return err
		}
		if g, err := unblob(line); err != nil || !isLine(g) {
			c.bad(fmt.Sprintf("link %d", n), "is not a line that other programs can read")
		}
		return c.ctx.Err()
	})
}

func isLine(g orb.Geometry) bool {
	l, ok := g.(orb.LineString)
	return ok && len(l) > 1 && finite(l)
}
