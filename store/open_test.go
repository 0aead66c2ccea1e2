package store_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

func TestCreate(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a name with ?, # and %20.gpkg")
	s := create(t, path, "")
	if s.Path() != path || len(s.ID()) != 36 {
		t.Errorf("path %s, id %s", s.Path(), s.ID())
	}
	if head, err := s.Head(ctx); err != nil || head.Seq != 0 || head.Hash != "" {
		t.Errorf("head of an empty store: %+v, %v", head, err)
	}
	if pov, err := s.Setting(ctx, "pov"); err != nil || pov != "un" {
		t.Errorf("point of view %q, %v", pov, err)
	}
	if no, err := s.Setting(ctx, "not set"); err != nil || no != "" {
		t.Errorf("a setting that is not set: %q, %v", no, err)
	}
	if _, err := store.Create(ctx, path, store.Options{}); !errors.Is(err, store.ErrExists) {
		t.Errorf("created over a file: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
	if _, err := s.Event(ctx, "x"); err == nil {
		t.Error("a closed store was read")
	}
	if _, err := store.Create(ctx, filepath.Join(t.TempDir(), "no", "folder.gpkg"), store.Options{}); !errors.Is(err, store.ErrMissing) {
		t.Errorf("in a missing folder: %v", err)
	}
}

// TestPragmas asserts what every connection must have.
func TestPragmas(t *testing.T) {
	s := scratch(t)
	for name, want := range map[string]struct{ writer, reader string }{
		"journal_mode":   {"wal", "wal"},
		"synchronous":    {"2", ""},
		"foreign_keys":   {"1", "1"},
		"busy_timeout":   {"5000", "5000"},
		"query_only":     {"0", "1"},
		"trusted_schema": {"0", "0"},
	} {
		writer, readers, err := s.Pragmas(context.Background(), name, store.Readers)
		if err != nil {
			t.Fatal(err)
		}
		if writer != want.writer {
			t.Errorf("%s of the writer is %s, want %s", name, writer, want.writer)
		}
		for i, r := range readers {
			if want.reader != "" && r != want.reader {
				t.Errorf("%s of reader %d is %s, want %s", name, i, r, want.reader)
			}
		}
	}
}

// files are the names in a folder.
func files(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestClosedItIsOneFile(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	s := create(t, path, "")
	if _, err := s.Add(ctx, storetest.Stream(1, 20), "", "", nil); err != nil {
		t.Fatal(err)
	}
	reader := reopen(t, path, store.Options{ReadOnly: true})
	if got := titles(t, reader, store.Filter{}); len(got) != 20 {
		t.Errorf("read while it is open: %d", len(got))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// The writer could not clean up: the reader does.
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); !slices.Equal(got, []string{"s.gpkg"}) {
		t.Errorf("left behind: %v", got)
	}
	// A reader of a store that a crash left in pieces cleans up alike.
	s = reopen(t, path, store.Options{})
	save(t, s, simple(50, "Unfinished"), 0)
	crashed := filepath.Join(t.TempDir(), "crashed.gpkg")
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(crashed+suffix, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	reader = reopen(t, crashed, store.Options{ReadOnly: true})
	if got := titles(t, reader, store.Filter{}); !slices.Contains(got, "Unfinished") {
		t.Error("what the log holds is lost")
	}
	if _, err := reader.Save(ctx, store.Action{}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("written to a reader: %v", err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(crashed)); !slices.Equal(got, []string{"crashed.gpkg"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good := filepath.Join(dir, "good.gpkg")
	s := create(t, good, "")
	if _, err := s.Add(context.Background(), storetest.Stream(1, 200), "", "", nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	bytesOf := func(change func(b []byte) []byte) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			b, err := os.ReadFile(good)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, change(b), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write := func(content string) func(t *testing.T, path string) {
		return bytesOf(func([]byte) []byte { return []byte(content) })
	}
	sqlFile := func(queries ...string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			for _, q := range queries {
				shell(t, path, q)
			}
		}
	}
	for name, tt := range map[string]struct {
		make func(t *testing.T, path string)
		want error
		says string
	}{
		"missing":        {func(*testing.T, string) {}, store.ErrMissing, "there is no file"},
		"folder":         {func(t *testing.T, path string) { _ = os.Mkdir(path, 0o755) }, store.ErrNotStore, "is a folder"},
		"empty":          {write(""), store.ErrNotStore, "is empty"},
		"text":           {write("hello, this is no database at all, not at all, and longer than a hundred bytes, which a header would have"), store.ErrNotStore, "no SQLite database"},
		"short":          {write("hi"), store.ErrNotStore, "no SQLite database"},
		"header alone":   {write("SQLite format 3\x00 and nothing"), store.ErrCorrupt, "cut off"},
		"SQLite":         {sqlFile(`CREATE TABLE t (x)`), store.ErrNotStore, "SQLite database of another program"},
		"GeoPackage":     {sqlFile(`PRAGMA application_id = 0x47504B47`, `CREATE TABLE gpkg_contents (x)`), store.ErrNotStore, "GeoPackage of another program"},
		"truncated":      {bytesOf(func(b []byte) []byte { return b[:len(b)/2] }), store.ErrCorrupt, "cut off"},
		"a page missing": {bytesOf(func(b []byte) []byte { return b[:len(b)-100] }), store.ErrCorrupt, "cut off"},
		"overwritten":    {bytesOf(func(b []byte) []byte { copy(b[100:4096], make([]byte, 3996)); return b }), store.ErrCorrupt, "damaged"},
		"odd page size":  {bytesOf(func(b []byte) []byte { binary.BigEndian.PutUint16(b[16:], 777); return b }), store.ErrNotStore, "no SQLite database"},
		"newer": {func(t *testing.T, path string) {
			bytesOf(func(b []byte) []byte { return b })(t, path)
			shell(t, path, `INSERT INTO migration (number, name, time) VALUES (999, 'future', 0)`)
		}, store.ErrNewer, "newer version of Sitmap"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.gpkg")
			tt.make(t, path)
			before, _ := os.ReadFile(path)
			for _, o := range []store.Options{{}, {ReadOnly: true}} {
				s, err := store.Open(context.Background(), path, o)
				if err == nil {
					_ = s.Close()
				}
				if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
					t.Errorf("got %v, want %v: … %s …", err, tt.want, tt.says)
				}
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
			if got := files(t, filepath.Dir(path)); len(got) > 1 {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

func TestLocked(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	other := create(t, path, "")
	defer other.Close()
	s := reopen(t, path, store.Impatient(store.Options{}))
	if err := other.WriterExec(ctx, `BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	e := simple(0, "Waits")
	_, err := s.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}})
	if !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), "locked by another program") {
		t.Errorf("saving: %v", err)
	}
	if err := other.WriterExec(ctx, `ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	save(t, s, e, 0)

	// A program that keeps all others out.
	alone := filepath.Join(t.TempDir(), "alone.gpkg")
	if err := create(t, alone, "").Close(); err != nil {
		t.Fatal(err)
	}
	keeper, err := sql.Open("sqlite", alone)
	if err != nil {
		t.Fatal(err)
	}
	defer keeper.Close()
	keeper.SetMaxOpenConns(1)
	if _, err := keeper.Exec(`BEGIN EXCLUSIVE`); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(ctx, alone, store.Impatient(store.Options{})); !errors.Is(err, store.ErrLocked) {
		t.Errorf("opening: %v", err)
	}
}

// TestDiskFull limits the file's size, which SQLite answers as a full disk.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	fits := simple(0, "Fits")
	fits.ID = storetest.ID(8, 1)
	save(t, s, fits, 0)
	before := encodeAll(t, s)
	if err := s.WriterExec(ctx, `PRAGMA max_page_count = 1`); err != nil { // no more than there are
		t.Fatal(err)
	}
	_, err := s.Add(ctx, storetest.Stream(1, some(2000)), "", "", nil)
	if !errors.Is(err, store.ErrFull) || !strings.Contains(err.Error(), "nothing was written") {
		t.Errorf("got %v", err)
	}
	if string(encodeAll(t, s)) != string(before) {
		t.Error("something was written")
	}
	mustCheck(t, s)
	if err := s.WriterExec(ctx, `PRAGMA max_page_count = 4294967294`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(ctx, storetest.Stream(1, some(2000)), "", "", nil); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestMigrateKeepsACopy(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	if err := store.BuildOld(ctx, path, 2); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(ctx, path, store.Options{ReadOnly: true}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("to be read only: %v", err)
	}
	s := reopen(t, path, store.Options{Log: slog.New(slog.DiscardHandler)})
	if kinds, err := s.Kinds(ctx); err != nil || len(kinds) != 14 {
		t.Errorf("%d kinds after the migration, %v", len(kinds), err)
	}
	mustCheck(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); !slices.Equal(got, []string{"s.before-schema-3.gpkg", "s.gpkg"}) {
		t.Errorf("files: %v", got)
	}
}
