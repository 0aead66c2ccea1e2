package picture

import (
	"net/url"
	"strings"
	"time"

	"sitmap/assets"
	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/exchange"
)

// furniture is what stands around the map.
func (m *material) furniture(spec Spec, publication string) *scene.Furniture {
	f := &scene.Furniture{
		Title: m.expand(spec.Title, spec), Subtitle: m.expand(spec.Subtitle, spec), Note: m.expand(spec.Note, spec),
		DataAsOf: m.asOf(spec), DataZone: spec.Zone, AsKnown: spec.AsKnownAt != nil,
		Legend: !spec.NoLegend, LegendAt: spec.LegendAt, ScaleBar: !spec.NoScaleBar,
		Inset: spec.Inset, InsetAt: spec.InsetAt, Graticule: spec.Graticule, North: spec.North,
		Handling:    spec.Handling,
		POV:         "Borders: " + m.pov.Title + ". " + m.pov.Statement,
		Publication: publicationText(publication),
		Attribution: attribution(),
	}
	if spec.Meanings {
		f.Meanings = m.meanings()
	}
	if !spec.NoSources {
		f.Sources, f.SourceLinks = m.sourceLines()
	}
	m.creditLayers(f, spec)
	return f
}

func publicationText(id string) string {
	if id == "" {
		return "not recorded"
	}
	return id
}

// sourceLines names what the drawn events are cited from, each item once, in the
// order of the events, and where each is to be found.
func (m *material) sourceLines() (lines, links []string) {
	seen := map[string]bool{}
	add := func(it store.Item) {
		it.Published = dateWords(it.Published)
		if line := exchange.SourceLine(it); line != "" && !seen[line] {
			seen[line] = true
			lines = append(lines, line)
			links = append(links, webAddress(it.URL))
		}
	}
	for _, e := range m.events {
		if !m.drawn[e.ID] {
			continue
		}
		for _, c := range e.Citations {
			add(c.Item)
		}
	}
	for _, it := range m.cited {
		add(it)
	}
	if m.uncited {
		lines, links = append(lines, "further sources, listed in the store"), append(links, "")
	}
	return lines, links
}

// dateWords writes the day, the month or the year in which something was published, given
// as the store keeps it, as a reader does: 11 July 2025. The hour tells nothing here. What
// it cannot read it leaves as it is.
func dateWords(s string) string {
	for _, f := range []struct{ as, words string }{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}} {
		n := len(f.as)
		if len(s) != n && !(len(s) > n && s[n] == 'T') {
			continue
		}
		if t, err := time.Parse(f.as, s[:n]); err == nil {
			return t.Format(f.words)
		}
	}
	return s
}

// webAddress is a URL that a reader may follow: of the web, and nothing else that
// somebody wrote into a source.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// attribution names the makers of the base map.
func attribution() string {
	var names []string
	for _, a := range assets.Attributions()[:2] {
		names = append(names, a.Name+" ("+a.Licence+")")
	}
	return "Base map: " + strings.Join(names, ", ")
}
