package geo

import "strings"

// The words for the four directions, longest first where one begins another.
// Single letters of Turkish (K, G, D, B) are read only when the whole coordinate
// uses them; see turkish.
var directionWords = []struct {
	word string
	kind byte
}{
	{"latitude", 'l'},
	{"longitude", 'o'},
	{"long", 'o'},
	{"lat", 'l'},
	{"lon", 'o'},
	{"lng", 'o'},
	{"norden", 'N'},
	{"norte", 'N'},
	{"north", 'N'},
	{"nord", 'N'},
	{"süden", 'S'},
	{"south", 'S'},
	{"süd", 'S'},
	{"sud", 'S'},
	{"sur", 'S'},
	{"osten", 'E'},
	{"east", 'E'},
	{"este", 'E'},
	{"ost", 'E'},
	{"est", 'E'},
	{"westen", 'W'},
	{"ouest", 'W'},
	{"oeste", 'W'},
	{"west", 'W'},
	{"північної", 'N'},
	{"південної", 'S'},
	{"східної", 'E'},
	{"західної", 'W'},
	{"широти", 'l'},
	{"довготи", 'o'},
	{"северной", 'N'},
	{"южной", 'S'},
	{"восточной", 'E'},
	{"западной", 'W'},
	{"широта", 'l'},
	{"широты", 'l'},
	{"долгота", 'o'},
	{"долготы", 'o'},
	{"довгота", 'o'},
	{"сш", 'N'},
	{"юш", 'S'},
	{"вд", 'E'},
	{"зд", 'W'},
	{"пн", 'N'},
	{"пд", 'S'},
	{"сх", 'E'},
	{"зх", 'W'}, // Ukrainian
	{"с", 'N'},
	{"ю", 'S'},
	{"в", 'E'},
	{"з", 'W'}, // Russian
	{"kuzey", 'N'},
	{"güney", 'S'},
	{"doğu", 'E'},
	{"batı", 'W'}, // Turkish
	{"degrees", 'd'},
	{"degree", 'd'},
	{"deg", 'd'},
	{"minutes", 'm'},
	{"minute", 'm'},
	{"min", 'm'},
	{"seconds", 's'},
	{"second", 's'},
	{"sec", 's'},
	{"n", 'N'},
	{"s", 'S'},
	{"e", 'E'},
	{"w", 'W'},
	{"o", 'O'},
	{"k", 'N'},
	{"g", 'S'},
	{"b", 'W'},
}

// directionAt is the word for a direction that s begins with.
func directionAt(s string) string {
	for _, w := range directionWords {
		if strings.HasPrefix(s, w.word) {
			return w.word
		}
	}
	return ""
}
