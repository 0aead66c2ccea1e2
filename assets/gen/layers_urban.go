package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"sitmap/assets/gen/internal/topo"
)

// urbanArea is a built-up area: an outline and its holes.
type urbanArea struct {
	rings []topo.Ring
	area  float64 // world units
}

// writeUrban writes the urban areas, the largest first. The source has one level of
// detail.
func writeUrban(b *build) error {
	root, err := b.debianFiles(marble)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(root, urbanFile))
	if err != nil {
		return err
	}
	areas, err := readPN2(data)
	if err != nil {
		return fmt.Errorf("reading the urban areas: %w", err)
	}
	slices.SortStableFunc(areas, func(a, b urbanArea) int { return cmp.Compare(b.area, a.area) })
	out := newCollection(3)
	for _, a := range areas {
		if err := out.polygon(a.rings); err != nil {
			return err
		}
	}
	b.log.Info("urban areas", "all", len(areas))
	return b.writeGzip("layers/urban.geojson.gz", out.bytes())
}

// What a record of a PN2 file is; all others are lines.
const (
	pn2Outer = 2
	pn2Inner = 3
	pn2Multi = 4
)

// readPN2 reads polygons in version 2 of Marble's PN2 format, big-endian throughout:
// a byte for the version, the number of polygons (uint32), a byte that says whether
// colours follow; then rings: a byte for what each is, its number and the number of
// its absolute nodes (uint32 each), and the nodes: latitude, longitude and number of
// followers (int16 each), the positions in units of 1/120 of a degree, and the
// followers as two signed bytes, latitude and longitude from the node. Before the rings
// of a polygon of several pieces a record has their number in a byte in place of nodes.
func readPN2(data []byte) ([]urbanArea, error) {
	errShort := errors.New("the file ends too early")
	if len(data) < 6 || data[0] != 2 || data[5] != 0 {
		return nil, errors.New("it is not PN2, version 2, without colours")
	}
	data = data[6:]
	var areas []urbanArea
	for len(data) > 0 {
		if data[0] == pn2Multi && len(data) > 6 {
			data = data[6:]
			continue
		}
		if len(data) < 9 {
			return nil, errShort
		}
		if data[0] != pn2Outer && data[0] != pn2Inner {
			return nil, fmt.Errorf("record of kind %d, which is no ring", data[0])
		}
		flag, nodes := data[0], binary.BigEndian.Uint32(data[5:])
		data = data[9:]
		var ring topo.Ring
		add := func(lat, lon int16) {
			p := pointOf([]float64{float64(lon) / 120, float64(lat) / 120})
			if len(ring) == 0 || ring[len(ring)-1] != p {
				ring = append(ring, p)
			}
		}
		for range nodes {
			if len(data) < 6 {
				return nil, errShort
			}
			lat, lon := int16(binary.BigEndian.Uint16(data)), int16(binary.BigEndian.Uint16(data[2:]))
			followers := int(binary.BigEndian.Uint16(data[4:]))
			if data = data[6:]; len(data) < 2*followers {
				return nil, errShort
			}
			add(lat, lon)
			for i := range followers {
				add(lat+int16(int8(data[2*i])), lon+int16(int8(data[2*i+1])))
			}
			data = data[2*followers:]
		}
		if len(ring) > 1 && ring[0] == ring[len(ring)-1] {
			ring = ring[:len(ring)-1]
		}
		if len(ring) < 3 || ring.Area() == 0 {
			continue
		}
		if outer := flag != pn2Inner; outer != (ring.Area() > 0) {
			slices.Reverse(ring)
		}
		if flag != pn2Inner || len(areas) == 0 {
			areas = append(areas, urbanArea{rings: []topo.Ring{ring}, area: topo.WorldArea(ring)})
		} else {
			last := &areas[len(areas)-1]
			last.rings = append(last.rings, ring)
		}
	}
	return areas, nil
}
