package files

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"sitmap/app/outfile"
	"sitmap/app/situation"
	"sitmap/store"
)

// ErrNotOpened says that a file is none that is only looked at: the system might run it.
var ErrNotOpened = errors.New("it is not opened here")

// endings are the endings of copies that the system's programs are given, by media type:
// those of files that are looked at or listened to, never run.
var endings = map[string][]string{
	"image/png": {".png"}, "image/jpeg": {".jpg", ".jpeg"}, "image/gif": {".gif"}, "image/webp": {".webp"},
	"image/bmp": {".bmp"}, "image/tiff": {".tiff", ".tif"},
	"application/pdf": {".pdf"}, "text/plain": {".txt", ".md", ".log"}, "text/csv": {".csv"}, "text/markdown": {".md"},
	"application/json": {".json", ".geojson"},
	"video/mp4":        {".mp4", ".m4v"}, "video/webm": {".webm"}, "video/avi": {".avi"}, "video/quicktime": {".mov"}, "video/x-matroska": {".mkv"},
	"audio/mpeg": {".mp3"}, "audio/wave": {".wav"}, "audio/ogg": {".ogg", ".oga"}, "application/ogg": {".ogg", ".ogv"}, "audio/mp4": {".m4a"}, "audio/aac": {".aac"},
	"application/vnd.oasis.opendocument.text":                                 {".odt"},
	"application/vnd.oasis.opendocument.spreadsheet":                          {".ods"},
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": {".docx"},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":       {".xlsx"},
}

// CopyName is the name under which a copy of a file is opened: its own, without what a
// file system would stumble over, with an ending that is its media type's. A type that
// the system might run is ErrNotOpened.
func CopyName(ref store.FileRef) (string, error) {
	kind, _, err := mime.ParseMediaType(ref.MediaType)
	if err != nil {
		kind = ref.MediaType
	}
	ends := endings[kind]
	if len(ends) == 0 {
		return "", fmt.Errorf("%s is of a sort (%s) that might run as a program: %w; export it to look at it with a program you trust", Name(ref), Kind(kind), ErrNotOpened)
	}
	name := SafeName(ref)
	for _, e := range ends {
		if strings.EqualFold(filepath.Ext(name), e) {
			return name, nil
		}
	}
	return name + ends[0], nil
}

// Name is what a file is called; one without a name is called by its content.
func Name(ref store.FileRef) string {
	if ref.Name != "" {
		return ref.Name
	}
	return "file " + ref.SHA256[:min(12, len(ref.SHA256))]
}

// SafeName is a file's name as any file system takes it, without folders, of at most 100
// letters.
func SafeName(ref store.FileRef) string {
	name := Name(ref)
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		// U+202E and its like turn a name around to hide its ending.
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>:"|?*`, r) || r == unicode.ReplacementChar {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.TrimRight(name, ". "), ".- ")
	if r := []rune(name); len(r) > 100 {
		ext := []rune(filepath.Ext(name))
		name = string(r[:max(1, 100-len(ext))]) + string(ext)
		if len(ext) > 20 {
			name = string(r[:100])
		}
	}
	if name == "" {
		name = "file"
	}
	return name
}

// Aside writes a copy of a file into a folder of the program's own, for the system's
// program to open, and returns its path. What is changed there changes nothing in the
// store, so it cannot be written to.
func Aside(ctx context.Context, st *store.Store, ref store.FileRef, folder string) (string, error) {
	name, err := CopyName(ref)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(folder, ref.SHA256[:min(16, len(ref.SHA256))])
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("making a folder for the copy: %w", err)
	}
	path := filepath.Join(dir, name)
	_ = os.Remove(path) // an earlier copy, which cannot be written to
	out, err := outfile.Create(path)
	if err != nil {
		return "", err
	}
	defer out.Abort()
	if err := st.WriteAttachment(ctx, ref.SHA256, out); err != nil {
		return "", err
	}
	if err := out.Commit(); err != nil {
		return "", err
	}
	return path, os.Chmod(path, 0o400)
}

// Attach keeps a file of the disk in the store. Of where it lay only its name and when it
// was last changed are kept: folders tell of who took it. What is too large, or no file,
// is refused with a sentence.
func Attach(ctx context.Context, st *store.Store, path string, zone *time.Location) (store.FileRef, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return store.FileRef{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		return store.FileRef{}, fmt.Errorf("%s is a folder or no ordinary file; attach its files one by one", name)
	}
	limit, err := st.AttachmentLimit(ctx)
	if err != nil {
		return store.FileRef{}, err
	}
	if info.Size() > limit {
		return store.FileRef{}, fmt.Errorf("%s has %s, and an attachment may have %s: raise the limit in the File menu, or keep a smaller version", name, store.Size(info.Size()), store.Size(limit))
	}
	f, err := os.Open(path)
	if err != nil {
		return store.FileRef{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	defer func() { _ = f.Close() }()
	origin := name + ", last changed " + situation.FormatInstant(info.ModTime(), zone)
	return st.Attach(ctx, store.NewAttachment{Name: name, Origin: origin}, f)
}
