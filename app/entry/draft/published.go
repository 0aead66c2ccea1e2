package draft

import (
	"net/url"
	"strings"
	"time"

	"sitmap/app/entry/when"
	"sitmap/store"
)

// The layouts of a publication's time, as it is stored.
var instantLayouts = []string{"2006-01-02T15:04Z07:00", time.RFC3339}

// everywhere are the endings of addresses that look like those of a country and are used
// from anywhere.
var everywhere = map[string]bool{
	"ac": true, "ai": true, "cc": true, "cf": true, "co": true, "eu": true, "fm": true, "ga": true, "gg": true, "gq": true,
	"im": true, "io": true, "la": true, "ly": true, "me": true, "ml": true, "nu": true, "pw": true, "sh": true, "st": true,
	"su": true, "tk": true, "to": true, "tv": true, "vc": true, "ws": true,
}

// PublishedZone is the zone that the hour of an item's publication is read in where it
// names none, and why: that of the country in which its address, or its outlet's, is
// registered, where that keeps one time, else the desk's.
func (d *Draft) PublishedZone(i *Item) (zone *time.Location, why string) {
	site := ""
	if o := d.Outlet(i.Outlet); o != nil {
		site = o.URL
	}
	return publishedZone(i.URL, site, d.Desk)
}

func publishedZone(link, site, desk string) (*time.Location, string) {
	for _, address := range []string{link, site} {
		if ending := endingOf(address); ending != "" {
			country := strings.ToUpper(ending)
			if country == "UK" {
				country = "GB"
			}
			if name, ok := when.CountryZone(country, ""); ok {
				return whenZone(name, time.UTC), "as its address ends in ." + ending
			}
		}
	}
	if desk == "Local" { // its name could not be found out
		return time.Local, "the computer’s zone"
	}
	return whenZone(desk, time.UTC), "the computer’s zone"
}

// endingOf is the country's ending of an address; "": it has none.
func endingOf(address string) string {
	address = strings.TrimSpace(address)
	if address == "" {
		return ""
	}
	if !strings.Contains(address, "//") {
		address = "//" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	ending := host[strings.LastIndexByte(host, '.')+1:]
	if len(ending) != 2 || len(ending) == len(host) || everywhere[ending] {
		return ""
	}
	return ending
}

// ReadPublished reads when an item was published into ISO 8601, its hour in the item's
// zone. c tells what day it is.
func (d *Draft) ReadPublished(i *Item, c when.Context) (string, error) {
	c.Zone, _ = d.PublishedZone(i)
	return ReadPublished(i.Published, c)
}

// showPublished writes a publication as people do: as it would be typed, without the zone
// that it is read in.
func showPublished(iso string, zone *time.Location) string {
	for layout, shown := range map[string]string{time.DateOnly: "2 January 2006", "2006-01": "January 2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.Format(shown)
		}
	}
	for _, layout := range instantLayouts {
		t, err := time.Parse(layout, iso)
		if err != nil {
			continue
		}
		shown := "2 January 2006 15:04"
		if layout == time.RFC3339 {
			shown += ":05"
		}
		_, told := t.Zone()
		switch _, here := t.In(zone).Zone(); {
		case t.Nanosecond() != 0:
			return iso
		case here == told:
			return t.Format(shown)
		case told == 0:
			return t.Format(shown) + " UTC"
		}
		return t.Format(shown + " UTC-07:00")
	}
	return iso
}

// shownItem is an item of the store as the form shows it.
func (d *Draft) shownItem(i store.Item) *Item {
	out := showItem(i)
	out.Published = d.shownPublished(i)
	return out
}

func (d *Draft) shownPublished(i store.Item) string {
	site := ""
	if i.Outlet != nil {
		site = i.Outlet.URL
	}
	zone, _ := publishedZone(i.URL, site, d.Desk)
	return showPublished(i.Published, zone)
}
