package draft

import (
	"encoding/json"
	"slices"
	"strings"
)

// Weapons is the key of the kind's own field that lists the weapons used.
const Weapons = "weapons"

// Listed is what a field of the kind lists, with commas between; ok is false where
// the field holds something else than a list of words.
func (d *Draft) Listed(key string) (text string, ok bool) {
	for _, p := range d.Fields {
		if p.Key != key {
			continue
		}
		var words []string
		raw := []byte(p.Value)
		if err := json.Unmarshal(raw, &words); err != nil {
			var one string
			if json.Unmarshal(raw, &one) == nil {
				return one, true
			}
			return p.Value, !json.Valid(raw)
		}
		return strings.Join(words, ", "), true
	}
	return "", true
}

// SetListed takes a list of words with commas between into a field of the kind.
func (d *Draft) SetListed(key, text string) {
	at := slices.IndexFunc(d.Fields, func(p *Pair) bool { return p.Key == key })
	words := Words{Text: text}.List()
	if len(words) == 0 {
		if at >= 0 {
			d.Fields = slices.Delete(d.Fields, at, at+1)
		}
		return
	}
	raw, err := json.Marshal(words)
	if err != nil { // words always marshal
		return
	}
	if at < 0 {
		d.Fields = append(d.Fields, &Pair{Key: key})
		at = len(d.Fields) - 1
	}
	d.Fields[at].Value = string(raw)
}
