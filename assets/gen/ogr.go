package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// readShapes reads one of the pinned shapefiles, converted to GeoJSON by
// ogr2ogr (Debian package gdal-bin).
func readShapes(b *build, name string) ([]feature, error) {
	root, err := b.debianFiles(magics)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "sitmap-gen-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "layer.json")
	cmd := exec.CommandContext(b.ctx, "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=5",
		out, filepath.Join(root, "usr/share/magics/10m", name+".shp"))
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("converting %s with ogr2ogr (package gdal-bin): %w: %s", name, err, bytes.TrimSpace(msg))
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	var file struct{ Features []feature }
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return file.Features, nil
}
