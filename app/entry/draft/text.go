package draft

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"

	"sitmap/mapdata/geo"
	"sitmap/store"
)

// Words is a list typed into one field, parted by commas, or by semicolons where
// one of the words holds a comma.
type Words struct {
	Base []string
	Text string
}

func showWords(list []string) Words { return Words{list, JoinWords(list)} }

// JoinWords writes a list into one field.
func JoinWords(list []string) string {
	if !slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, ",") }) {
		return strings.Join(list, ", ")
	}
	if len(list) == 1 {
		return list[0] + ";"
	}
	return strings.Join(list, "; ")
}

// SplitWords reads a list; a word given twice counts once.
func SplitWords(text string) []string {
	sep := ","
	if strings.Contains(text, ";") {
		sep = ";"
	}
	var out []string
	for w := range strings.SplitSeq(text, sep) {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// List is what the field holds.
func (w Words) List() []string {
	if w.Text == JoinWords(w.Base) {
		return w.Base
	}
	return SplitWords(w.Text)
}

// Pair is a member of the event's fields or properties: a key and a JSON value.
// What is no JSON is taken as text.
type Pair struct {
	Base       json.RawMessage
	Key, Value string
}

func showValue(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil && !json.Valid([]byte(s)) && s == strings.TrimSpace(s) && s != "" {
		return s
	}
	return string(raw)
}

func (p *Pair) value() json.RawMessage {
	if p.Base != nil && p.Value == showValue(p.Base) {
		return p.Base
	}
	text := strings.TrimSpace(p.Value)
	if json.Valid([]byte(text)) && text != "null" {
		return json.RawMessage(text)
	}
	b, err := json.Marshal(text)
	if err != nil { // a string always marshals
		return json.RawMessage(`""`)
	}
	return b
}

// ShowGeometry writes a point as latitude and longitude, anything else as
// GeoJSON.
func ShowGeometry(g store.Geometry) string {
	switch p := g.Geometry.(type) {
	case nil:
		return ""
	case orb.Point:
		return ShowPoint(p)
	}
	b, err := json.Marshal(g)
	if err != nil {
		return wkt.MarshalString(g.Geometry)
	}
	return string(b)
}

// ShowPoint writes latitude, longitude in full.
func ShowPoint(p orb.Point) string {
	return strconv.FormatFloat(p.Lat(), 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon(), 'f', -1, 64)
}

// ReadGeometry reads a point in any notation, or a geometry in GeoJSON or WKT.
func ReadGeometry(text string) (store.Geometry, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return store.Geometry{}, nil
	case strings.HasPrefix(text, "{"):
		var g store.Geometry
		if err := json.Unmarshal([]byte(text), &g); err != nil || g.Geometry == nil {
			return store.Geometry{}, sentence("This is no GeoJSON geometry; it needs a type and coordinates.")
		}
		return g, nil
	case isWKT(text):
		g, err := wkt.Unmarshal(text)
		if err != nil {
			return store.Geometry{}, sentence("This is no well-known text of a geometry, as POINT (30.52 50.45).")
		}
		return store.Geometry{Geometry: g}, nil
	}
	p, err := geo.ParsePoint(text)
	if err != nil {
		return store.Geometry{}, err
	}
	return store.Geometry{Geometry: p}, nil
}

func isWKT(text string) bool {
	up := strings.ToUpper(text)
	for _, w := range []string{"POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION"} {
		if strings.HasPrefix(up, w) {
			return true
		}
	}
	return false
}

// ShowRadius writes metres: "800 m", "12 km", in six figures at most; 0 is "".
func ShowRadius(m float64) string {
	m = figures(m, 6)
	switch {
	case m == 0:
		return ""
	case m >= 1000 && math.Mod(m, 100) == 0:
		return strconv.FormatFloat(m/1000, 'f', -1, 64) + " km"
	}
	return strconv.FormatFloat(m, 'f', -1, 64) + " m"
}

// figures rounds to so many figures, at least to whole metres.
func figures(m float64, n int) float64 {
	if m == 0 || math.IsNaN(m) || math.IsInf(m, 0) {
		return m
	}
	places := n - 1 - int(math.Floor(math.Log10(math.Abs(m))))
	if places <= 0 {
		return math.Round(m)
	}
	unit := math.Pow(10, float64(places))
	return math.Round(m*unit) / unit
}

// ReadRadius reads metres, or kilometres with "km" behind them.
func ReadRadius(text string) (float64, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	if s == "" {
		return 0, nil
	}
	factor := 1.0
	if before, ok := strings.CutSuffix(s, "km"); ok {
		s, factor = before, 1000
	} else if before, ok := strings.CutSuffix(s, "m"); ok {
		s = before
	}
	n, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(s), ",", ".", 1), 64)
	if err != nil || math.IsNaN(n) || n < 0 || n*factor > 20_100_000 {
		return 0, sentence(fmt.Sprintf("“%s” is no radius; write it as 500 m or 12 km.", strings.TrimSpace(text)))
	}
	return math.Round(n*factor*1000) / 1000, nil // 6.6 km are 6600 m, whatever floats make of it
}

// number reads a whole number not below 0; "" is 0.
func number(text, what string) (int64, error) {
	s := strings.TrimSpace(text)
	if s == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, sentence(fmt.Sprintf("“%s” is no %s; write a whole number.", s, what))
	}
	return n, nil
}

func showNumber[N int | int64](n N) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(int64(n), 10)
}
