package render

import (
	"fmt"
	"strings"
	"time"
)

// stamp writes an instant with its zone: “4 July 2025, 18:00 UTC”.
func stamp(t time.Time, zone *time.Location) string {
	if zone == nil {
		zone = time.UTC
	}
	t = t.In(zone)
	name, offset := t.Zone()
	if !strings.ContainsAny(name, "+-0123456789") && name != "UTC" && name != "GMT" {
		name = fmt.Sprintf("%s (UTC%s)", name, offsetText(offset))
	} else if name != "UTC" && name != "GMT" {
		name = "UTC" + offsetText(offset)
	}
	return t.Format("2 January 2006, 15:04 ") + name
}

func offsetText(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if m := seconds / 60 % 60; m != 0 {
		return fmt.Sprintf("%s%d:%02d", sign, seconds/3600, m)
	}
	return fmt.Sprintf("%s%d", sign, seconds/3600)
}
