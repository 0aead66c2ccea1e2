package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// applicationID is "GPKG", which makes an SQLite file a GeoPackage.
const applicationID = 0x47504B47

// fileState is what the first bytes of a file say before SQLite opens it.
type fileState struct {
	geopackage bool
	wal        bool // the file is in WAL mode: it is open elsewhere or was not closed
	pending    bool // there is a -wal with content beside it
}

// probe looks at the file at path and refuses what is certainly no store.
func probe(path string) (fileState, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fileState{}, say(ErrMissing, "there is no file %s: check the name, or create a new store", path)
		}
		return fileState{}, explain("opening", path, err)
	}
	if info.IsDir() {
		return fileState{}, say(ErrNotStore, "%s is a folder, not a Sitmap store", path)
	}
	f, err := os.Open(path)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return fileState{}, say(fs.ErrPermission, "%s may not be read: ask its owner for the right to", name)
		}
		return fileState{}, explain("opening", path, err)
	}
	defer func() { _ = f.Close() }()
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	if n >= 16 && string(header[:16]) == "SQLite format 3\x00" {
		if err != nil {
			return fileState{}, say(ErrCorrupt, "%s is cut off after %d bytes: restore a backup", name, info.Size())
		}
	} else {
		if n == 0 {
			return fileState{}, say(ErrNotStore, "%s is empty, not a Sitmap store", name)
		}
		return fileState{}, say(ErrNotStore, "%s is not a Sitmap store: it is no SQLite database", name)
	}

	var st fileState
	st.geopackage = binary.BigEndian.Uint32(header[68:]) == applicationID
	st.wal = header[18] == 2
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		st.pending = true
	}
	// Offsets 24 and 92 agree where the page count at 28 can be relied on.
	pageSize := int64(binary.BigEndian.Uint16(header[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	pages := int64(binary.BigEndian.Uint32(header[28:]))
	counted := binary.BigEndian.Uint32(header[24:]) == binary.BigEndian.Uint32(header[92:])
	if counted && !st.pending && pages*pageSize > info.Size() {
		return st, say(ErrCorrupt, "%s is cut off: %d of %d bytes are there; restore a backup", name, info.Size(), pages*pageSize)
	}
	return st, nil
}

// writable reports whether the file and its folder can be written, as they must be
// for the write-ahead log; else the reason in words.
func writable(path string) (bool, string) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false, filepath.Base(path) + " may not be written"
	}
	_ = f.Close()
	dir := filepath.Dir(path)
	t, err := os.CreateTemp(dir, ".sitmap-probe-*")
	if err != nil {
		if _, err := os.Stat(path + "-wal"); err == nil {
			// Full, but the log is there already.
			return true, ""
		}
		if errors.Is(err, fs.ErrPermission) || isReadOnlyFS(err) {
			return false, "the folder of " + filepath.Base(path) + " may not be written"
		}
		return true, ""
	}
	_ = t.Close()
	_ = os.Remove(t.Name())
	return true, ""
}
