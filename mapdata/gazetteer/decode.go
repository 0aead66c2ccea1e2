package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"sitmap/assets"
)

// builtIn is the embedded file.
const builtIn = "gazetteer/places.txt.gz"

// header is the first line of the file: what it is, and its version.
const header = "sitmap gazetteer 1"

// shardCount is into how many shards the places are divided, for decoding and
// searching side by side.
const shardCount = 8

func decodeBuiltIn() (*list, error) {
	z, err := assets.OpenGzip(builtIn)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	var text strings.Builder
	text.Grow(10 << 20)
	if _, err := io.Copy(&text, z); err != nil {
		return nil, fmt.Errorf("unpacking the gazetteer: %w", err)
	}
	l, err := decode(text.String())
	if err != nil {
		return nil, fmt.Errorf("reading the gazetteer: %w", err)
	}
	return l, nil
}

// The columns of the file. Each has a line for each place; blank is 0. Ids and
// coordinates (in ten-thousandths of a degree) are written as the difference
// from the line before.
const (
	columnName = iota
	columnAlternates
	columnCode
	columnID
	columnLon
	columnLat
	columnPopulation
	columnRadius
	columnCount
)

// decode reads the file: the header, a line "class count" for each class, then
// the columns.
func decode(text string) (*list, error) {
	line, text, _ := strings.Cut(text, "\n")
	if line != header {
		return nil, fmt.Errorf("it begins with %q, not with %q", line, header)
	}
	var kinds []class
	for c, name := range classes {
		line, text, _ = strings.Cut(text, "\n")
		count, ok := strings.CutPrefix(line, name+" ")
		n, err := strconv.Atoi(count)
		if !ok || err != nil || n < 0 || n > len(text) {
			return nil, fmt.Errorf("expected the number of places of class %s, found %q", name, line)
		}
		for range n {
			kinds = append(kinds, class(c))
		}
	}
	columns, err := cutColumns(text, len(kinds))
	if err != nil {
		return nil, err
	}
	l := &list{places: make([]row, len(kinds)), byID: make(map[int64]int32, len(kinds)), byCode: map[string]int32{}}
	if err := l.decodeRows(columns, kinds); err != nil {
		return nil, err
	}
	l.decodeNames(columns[columnName], columns[columnAlternates])
	return l, nil
}

// cutColumns divides a text into its columns of n lines.
func cutColumns(text string, n int) ([columnCount]string, error) {
	var columns [columnCount]string
	for c := range columns {
		end := 0
		for range n {
			i := strings.IndexByte(text[end:], '\n')
			if i < 0 {
				return columns, fmt.Errorf("column %d is cut short", c)
			}
			end += i + 1
		}
		columns[c], text = text[:end], text[end:]
	}
	if text != "" {
		return columns, errors.New("there is something after the last column")
	}
	return columns, nil
}

func (l *list) decodeRows(columns [columnCount]string, kinds []class) error {
	var id, lon, lat int64
	var code string
	for i := range l.places {
		r := &l.places[i]
		var population, radius int64
		for _, field := range []struct {
			column int
			value  *int64
			step   bool
		}{
			{columnID, &id, true},
			{columnLon, &lon, true},
			{columnLat, &lat, true},
			{columnPopulation, &population, false},
			{columnRadius, &radius, false},
		} {
			var text string
			text, columns[field.column], _ = strings.Cut(columns[field.column], "\n")
			if text == "" {
				continue
			}
			v, err := strconv.ParseInt(text, 10, 64)
			if err != nil {
				return fmt.Errorf("place %d: %w", i+1, err)
			}
			if field.step {
				v += *field.value
			}
			*field.value = v
		}
		code, columns[columnCode], _ = strings.Cut(columns[columnCode], "\n")
		if len(code) < 2 || lon < -180e4 || lon > 180e4 || lat < -90e4 || lat > 90e4 {
			return fmt.Errorf("place %d has the code %q and lies at %d, %d", i+1, code, lon, lat)
		}
		*r = row{
			id: id, code: code, lon: int32(lon), lat: int32(lat),
			population: int32(population), radius: int32(radius), class: kinds[i],
		}
		l.byID[id] = int32(i)
		if r.class == country || r.class == admin1 {
			l.byCode[code] = int32(i)
		}
	}
	return nil
}

// decodeNames folds the names, which is most of the work, side by side.
func (l *list) decodeNames(names, alternates string) {
	l.shards = make([]shard, 0, shardCount)
	var work sync.WaitGroup
	for k := range shardCount {
		first, end := len(l.places)*k/shardCount, len(l.places)*(k+1)/shardCount
		if first == end {
			continue
		}
		own, ownAlternates := cutLines(&names, end-first), cutLines(&alternates, end-first)
		l.shards = append(l.shards, shard{first: int32(first)})
		s := &l.shards[len(l.shards)-1]
		work.Go(func() { s.decode(own, ownAlternates) })
	}
	work.Wait()
}

// cutLines takes n lines off the front of a text that has them.
func cutLines(text *string, n int) string {
	end := 0
	for range n {
		end += strings.IndexByte((*text)[end:], '\n') + 1
	}
	lines := (*text)[:end]
	*text = (*text)[end:]
	return lines
}

func (s *shard) decode(names, alternates string) {
	total := strings.Count(names, "\n") + strings.Count(alternates, "|") + strings.Count(alternates, "\n")
	s.folded = make([]byte, 0, len(names)+len(alternates))
	s.start = make([]uint32, 0, total)
	s.mask = make([]uint64, 0, total)
	s.of = make([]int32, 0, total)
	s.names = make([]string, 0, total)
	for place := int32(0); names != ""; place++ {
		var name, others string
		name, names, _ = strings.Cut(names, "\n")
		others, alternates, _ = strings.Cut(alternates, "\n")
		s.add(name, place)
		for others != "" {
			name, others, _ = strings.Cut(others, "|")
			s.add(name, place)
		}
	}
	s.words = indexWords(s.folded)
}
