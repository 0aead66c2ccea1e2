package exchange

import (
	"fmt"
	"strings"

	"sitmap/store/exchange/internal/jsonscan"
)

// checkRepeated refuses an event of which an object names a member twice: one of
// the values would be lost in silence. raw is what [store.DecodeEvent] accepted,
// which bounds its depth.
func checkRepeated(raw []byte, path string) error {
	// These are kept as they are, with what is in them, under names that are not
	// ours.
	foreign := path == "fields" || path == "properties"
	seen := map[string]bool{}
	for name, value := range jsonscan.Members(raw) {
		key := name
		if !foreign {
			// The decoder takes a name in any case.
			key = strings.ToLower(strings.ToUpper(name))
		}
		inner := strings.TrimPrefix(path+"."+name, ".")
		if seen[key] {
			return fmt.Errorf("its “%s” stands there twice; leave one of them out", inner)
		}
		seen[key] = true
		if foreign {
			continue
		}
		if err := checkRepeated(value, inner); err != nil {
			return err
		}
	}
	n := 0
	for element := range jsonscan.Elements(raw) {
		if err := checkRepeated(element, fmt.Sprintf("%s[%d]", path, n)); err != nil {
			return err
		}
		n++
	}
	return nil
}
