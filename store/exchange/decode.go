package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sitmap/store"
	"sitmap/store/exchange/internal/jsonscan"
)

// DecodeEvent reads an event in its own JSON, as [store.DecodeEvent] does, and
// says of a time that cannot be read where it stands and what is wrong with it. A
// member that is there twice is refused: one of its values would be lost. The error
// is a sentence without the position in the file.
func DecodeEvent(raw []byte) (store.Event, error) {
	e, err := store.DecodeEvent(raw)
	if err == nil {
		return e, checkRepeated(raw, "")
	}
	if json.Valid(raw) {
		if told := explainTime(raw, "", 0); told != nil {
			return e, told
		}
	}
	return e, err
}

// CheckJSON reports the first place at which raw is not JSON, in a sentence.
func CheckJSON(raw []byte) error {
	if !utf8.Valid(raw) {
		return errors.New("it holds bytes that are not UTF-8; save the file as UTF-8")
	}
	if json.Valid(raw) {
		return nil
	}
	var v json.RawMessage
	err := json.Unmarshal(raw, &v)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("it is broken JSON near %s: %s", near(raw, syntax.Offset), syntax.Error())
	}
	return errors.New("it is broken JSON")
}

// near quotes what stands around a byte of broken JSON.
func near(raw []byte, offset int64) string {
	at := min(max(int(offset), 0), len(raw))
	from, to := max(at-20, 0), min(at+10, len(raw))
	return strconv.Quote(strings.ToValidUTF8(string(raw[from:to]), ""))
}

// times are the members of an event that hold an instant.
var times = map[string]bool{"earliest": true, "latest": true, "at": true, "embargo_until": true}

// explainTime finds the first instant that cannot be read; nil if there is none.
func explainTime(raw []byte, path string, depth int) error {
	if depth > DefaultMaxDepth {
		return nil
	}
	for name, value := range jsonscan.Members(raw) {
		inner := strings.TrimPrefix(path+"."+name, ".")
		s, isText := jsonscan.String(value)
		switch {
		case depth == 0 && (name == "fields" || name == "properties"):
			continue // not ours to read
		case isText && times[name]:
			if _, err := time.Parse(time.RFC3339, s); err == nil {
				continue
			}
			why := "write it as 2025-07-03T19:00:00Z, with its offset from UTC"
			if d := DateError(s); d != "" {
				why = d
			}
			return fmt.Errorf("its “%s” is “%s”, which is not a time: %s", inner, s, why)
		}
		if err := explainTime(value, inner, depth+1); err != nil {
			return err
		}
	}
	for element := range jsonscan.Elements(raw) {
		if err := explainTime(element, path, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// DateError says what is wrong with the calendar date that s begins with, such
// as "February 2025 has 28 days"; "" where the date exists or s has none.
func DateError(s string) string {
	if len(s) < len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return ""
	}
	year, e1 := strconv.Atoi(s[:4])
	month, e2 := strconv.Atoi(s[5:7])
	day, e3 := strconv.Atoi(s[8:10])
	if e1 != nil || e2 != nil || e3 != nil {
		return ""
	}
	if month < 1 || month > 12 {
		return fmt.Sprintf("there is no month %d", month)
	}
	if last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day(); day < 1 || day > last {
		return fmt.Sprintf("%s %d has %d days", time.Month(month), year, last)
	}
	return ""
}
