package assets

import (
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"io/fs"
)

//go:embed layers gazetteer icons fonts
var files embed.FS

// Files returns all embedded files as a read-only file system.
func Files() fs.FS { return files }

// Read returns the content of a file, as "layers/land-coarse.geojson.gz".
func Read(name string) ([]byte, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the built-in file %s: %w", name, err)
	}
	return data, nil
}

// OpenGzip opens a gzipped file for reading what was packed into it. It reads
// from the program's own memory: nothing is copied, nothing need be waited for.
func OpenGzip(name string) (io.ReadCloser, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("opening the built-in file %s: %w", name, err)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("unpacking the built-in file %s: %w", name, err)
	}
	return z, nil
}

// must is for files whose presence the package's own tests assert.
func must(name string) []byte {
	data, err := Read(name)
	if err != nil {
		panic(err)
	}
	return data
}
