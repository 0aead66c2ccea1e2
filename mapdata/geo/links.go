package geo

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

func isLink(s string) bool {
	low := strings.ToLower(s[:min(len(s), 40)])
	for _, begin := range []string{"http://", "https://", "www.", "maps.google.", "google.com/maps", "goo.gl/", "maps.app.goo.gl", "openstreetmap.org", "osm.org"} {
		if strings.HasPrefix(low, begin) {
			return true
		}
	}
	return false
}

// mapService knows where the links of a service hold their place. Each list is
// tried in order; the first that holds a place is taken.
type mapService struct {
	notation Notation
	host     *regexp.Regexp
	queries  []string // parameters of the query that hold a place, the pin's first
	paths    []*regexp.Regexp
	view     *regexp.Regexp // what is only the middle of the map that was shown
	lonFirst bool
	short    *regexp.Regexp // links that name a place by a code known only online
}

const (
	dd   = `(-?\d{1,3}(?:\.\d+)?)`
	pair = dd + `(?:,|%2C)(?:\+|%20)*` + dd
)

var (
	ddPair     = regexp.MustCompile(`^(?i:loc:)? *` + dd + ` *[,~ _] *` + dd + `(?:[ (,_~].*)?$`)
	dirPattern = regexp.MustCompile(`/dir/(.*?)(?:/@|/data=|\?|#|$)`)

	services = []mapService{
		{
			notation: GoogleMaps,
			host:     regexp.MustCompile(`(?i)^(?:www\.|maps\.|earth\.)?google\.[a-z.]{2,6}$`),
			queries:  []string{"q", "query", "destination", "daddr", "viewpoint"},
			paths: []*regexp.Regexp{
				regexp.MustCompile(`!3d` + dd + `!4d` + dd),
				regexp.MustCompile(`(?i)/(?:maps/)?(?:place|search)/` + pair + `(?:[/,?]|$)`),
			},
			view:  regexp.MustCompile(`(?:/@|[?&](?:ll|center|cbll|sll)=)` + pair + `(?:[,&z/]|$)`),
			short: regexp.MustCompile(`(?i)^(?:maps\.app\.goo\.gl|goo\.gl|g\.co)/`),
		},
		{
			notation: OpenStreetMap,
			host:     regexp.MustCompile(`(?i)^(?:[a-z]+\.)?(?:openstreetmap\.(?:org|de|fr)|osm\.org|opentopomap\.org)$`),
			paths:    []*regexp.Regexp{regexp.MustCompile(`[?&]mlat=` + dd + `&mlon=` + dd), regexp.MustCompile(`[?&]lat=` + dd + `&lon=` + dd)},
			view:     regexp.MustCompile(`#(?:.*&)?map=\d{1,2}(?:\.\d+)?/` + dd + `/` + dd),
			short:    regexp.MustCompile(`(?i)^(?:www\.)?(?:osm\.org|openstreetmap\.org)/go/`),
		},
		{
			notation: AppleMaps,
			host:     regexp.MustCompile(`(?i)^(?:beta\.)?maps\.apple\.com$`),
			queries:  []string{"coordinate", "ll", "q", "daddr"},
			view:     regexp.MustCompile(`[?&](?:sll|center)=` + pair),
		},
		{
			notation: BingMaps,
			host:     regexp.MustCompile(`(?i)^(?:www\.)?bing\.com$`),
			paths:    []*regexp.Regexp{regexp.MustCompile(`[?&]sp=point\.` + dd + `_` + dd)},
			view:     regexp.MustCompile(`(?i)[?&]cp=` + dd + `(?:~|%7e)` + dd),
		},
		{
			notation: YandexMaps,
			host:     regexp.MustCompile(`(?i)^(?:www\.|maps\.)?yandex\.[a-z.]{2,6}$`),
			queries:  []string{"whatshere[point]", "pt", "poi[point]"},
			view:     regexp.MustCompile(`[?&]ll=` + pair),
			lonFirst: true,
		},
		{
			notation: MapLink,
			host:     regexp.MustCompile(`.`),
			queries:  []string{"ll", "q", "latlng"},
			paths: []*regexp.Regexp{
				regexp.MustCompile(`(?i)[?&#]lat(?:itude)?=` + dd + `&(?:lon|lng|long|longitude)=` + dd),
			},
		},
	}
)

// readLink reads the link of a map. The place that was pinned comes before the
// middle of the map that was shown.
func readLink(s string) (Coordinate, error) {
	bare := s
	if _, after, ok := strings.Cut(s, "://"); ok {
		bare = after
	}
	u, err := url.Parse("https://" + bare)
	if err != nil {
		return Coordinate{}, fmt.Errorf("“%s” is a broken link: %w", clipped(s), ErrNotACoordinate)
	}
	for i := range services {
		if m := &services[i]; m.short != nil && m.short.MatchString(bare) {
			return Coordinate{}, fmt.Errorf("“%s” is a short link, whose place only its server knows: open it and copy the long one, or the coordinates", clipped(s))
		}
	}
	for i := range services {
		m := &services[i]
		if !m.host.MatchString(u.Hostname()) {
			continue
		}
		c, ok, err := m.read(s, u)
		if ok || err != nil {
			return c, err
		}
		break
	}
	return Coordinate{}, fmt.Errorf("the link “%s” holds no coordinates: open it and copy them from the map: %w", clipped(s), ErrNotACoordinate)
}

func clipped(s string) string {
	if len(s) <= 60 {
		return s
	}
	return strings.ToValidUTF8(s[:57], "") + "…"
}

func (m *mapService) read(s string, u *url.URL) (Coordinate, bool, error) {
	if d := dirPattern.FindStringSubmatch(s); d != nil && m.notation == GoogleMaps {
		if c, ok, err := m.route(s, d[1]); ok {
			return c, ok, err
		}
	}
	values := u.Query()
	for _, name := range m.queries {
		if c, ok, err := m.query(values.Get(name)); ok {
			return c, ok, err
		}
	}
	for _, p := range m.paths {
		if f := p.FindStringSubmatch(s); f != nil {
			c, err := m.pair(f[1], f[2])
			return c, true, err
		}
	}
	if m.notation == GoogleMaps {
		if _, after, ok := strings.Cut(u.Path, "/place/"); ok {
			words, _, _ := strings.Cut(after, "/")
			if c, err := readDegrees(strings.ReplaceAll(words, "+", " ")); err == nil {
				c.Notation = m.notation
				return c, true, nil
			}
		}
	}
	if m.view != nil {
		if f := m.view.FindStringSubmatch(s); f != nil {
			c, err := m.pair(f[1], f[2])
			c.Note = "The link has no pin: this is the middle of the map that it shows."
			return c, true, err
		}
	}
	return Coordinate{}, false, nil
}

// query reads the value of a parameter: two numbers, or degrees in any notation.
func (m *mapService) query(value string) (Coordinate, bool, error) {
	value = strings.TrimSpace(value)
	if value == "" || len(value) > longestCoordinate {
		return Coordinate{}, false, nil
	}
	if f := ddPair.FindStringSubmatch(value); f != nil {
		c, err := m.pair(f[1], f[2])
		return c, true, err
	}
	if c, err := readDegrees(value); err == nil && !m.lonFirst {
		c.Notation = m.notation
		return c, true, nil
	}
	return Coordinate{}, false, nil
}

// pair reads two numbers in the service's order.
func (m *mapService) pair(a, b string) (Coordinate, error) {
	if m.lonFirst {
		a, b = b, a
	}
	return decimalPair(a, b, m.notation)
}

// route asks which stop of a route is meant, if there are several with
// coordinates.
func (m *mapService) route(s, stops string) (Coordinate, bool, error) {
	var found []Possible
	for i, stop := range strings.Split(stops, "/") {
		text, err := url.QueryUnescape(stop)
		if f := ddPair.FindStringSubmatch(text); err == nil && f != nil {
			if c, err := m.pair(f[1], f[2]); err == nil {
				found = append(found, Possible{c, fmt.Sprintf("stop %d", i+1)})
			}
		}
	}
	switch len(found) {
	case 0:
		return Coordinate{}, false, nil
	case 1:
		return found[0].Coordinate, true, nil
	}
	return Coordinate{}, true, &AmbiguousError{clipped(s), "is a route with several places", found[:min(len(found), 4)]}
}
