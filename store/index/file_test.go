package index_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitmap/store/index"
	"sitmap/store/index/indextest"
)

var key = index.Key{Store: "store", Path: "/a/s.gpkg", Head: index.Head{Seq: 4, Hash: "ab"}, Stamp: index.Stamp{Size: 9, Modified: 1}}

// events are all that columns hold, in order.
func events(c *index.Columns) []index.Event { return slices.Collect(c.All().Events()) }

func saved(t testing.TB, n int) (c *index.Columns, dir, path string) {
	t.Helper()
	c = index.New(indextest.Rows(5, n), key.Head)
	dir = filepath.Join(t.TempDir(), "cache", "sitmap")
	if err := c.Save(dir, key); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("the folder holds %v: %v", files, err)
	}
	return c, dir, filepath.Join(dir, files[0].Name())
}

func TestColumnsComeBackFromTheirFile(t *testing.T) {
	for _, n := range []int{0, 1, 700, 3000} {
		c, dir, path := saved(t, n)
		got, err := index.Load(dir, key)
		if err != nil {
			t.Fatalf("%d events: %v", n, err)
		}
		if diff := cmp.Diff(events(c), events(got), cmpopts.EquateNaNs()); diff != "" {
			t.Fatalf("%d events (-want +got):\n%s", n, diff)
		}
		if diff := cmp.Diff(c.All().Counts(), got.All().Counts()); diff != "" || got.Head() != key.Head {
			t.Fatalf("%d events, counts (-want +got):\n%s", n, diff)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Fatalf("others may read it: %v %v", info.Mode(), err)
		}
	}
}

func TestColumnsEditedSinceComeBackToo(t *testing.T) {
	c := index.New(indextest.Rows(5, 900), index.Head{Seq: 3})
	changed := indextest.Rows(6, 40)
	c = c.Apply(changed, []int64{100, 200}, key.Head)
	dir := t.TempDir()
	if err := c.Save(dir, key); err != nil {
		t.Fatal(err)
	}
	got, err := index.Load(dir, key)
	if err != nil {
		t.Fatal(err)
	}
	ignore := cmpopts.IgnoreFields(index.Event{}, "Rank")
	if diff := cmp.Diff(events(c), events(got), cmpopts.EquateNaNs(), ignore); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
}

func TestColumnsOfAnotherStateAreNotOpened(t *testing.T) {
	_, dir, _ := saved(t, 50)
	for name, change := range map[string]func(*index.Key){
		"store":    func(k *index.Key) { k.Store = "other" },
		"path":     func(k *index.Key) { k.Path = "/b/s.gpkg" },
		"head":     func(k *index.Key) { k.Head.Seq++ },
		"hash":     func(k *index.Key) { k.Head.Hash = "cd" },
		"size":     func(k *index.Key) { k.Stamp.Size++ },
		"modified": func(k *index.Key) { k.Stamp.Modified++ },
		"log":      func(k *index.Key) { k.Stamp.LogSize++ },
	} {
		k := key
		change(&k)
		if _, err := index.Load(dir, k); err == nil {
			t.Errorf("another %s, and the columns are opened", name)
		}
	}
	if _, err := index.Load(dir, key); err != nil {
		t.Fatal(err)
	}
}

func TestANewStampIsWrittenIntoTheFile(t *testing.T) {
	c, dir, path := saved(t, 900)
	before, _ := os.Stat(path)
	k := key
	k.Stamp = index.Stamp{Size: 1 << 60, Modified: 1 << 62, LogSize: 1 << 60, LogModified: 1 << 62}
	if err := c.Save(dir, k); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if err != nil || !os.SameFile(before, after) {
		t.Fatalf("the file was written anew: %v", err)
	}
	if _, err := index.Load(dir, k); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Load(dir, key); err == nil {
		t.Fatal("the old stamp still opens it")
	}
	if err := c.Save(dir, index.Key{Store: "store", Head: index.Head{Seq: 5}}); err == nil {
		t.Fatal("columns were kept as another state's")
	}
}

func TestDamageIsFoundWhereverItIs(t *testing.T) {
	_, dir, path := saved(t, 300)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	try := func(name string, b []byte) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := index.Load(dir, key); err == nil {
			t.Errorf("%s, and the columns are opened", name)
		}
	}
	room := int(binary.NativeEndian.Uint32(whole[12:]))
	length := int(binary.NativeEndian.Uint32(whole[16:]))
	for i := range whole {
		if i >= 24+length && i < room {
			continue // room for a longer header, which nothing reads
		}
		if i > room && i%13 != 0 {
			continue
		}
		b := bytes.Clone(whole)
		b[i] ^= 0x10
		try("a bit differs", b)
	}
	for _, n := range []int{0, 7, 23, 24, 4095, 4096, len(whole) / 2, len(whole) - 1} {
		try("it was cut off", whole[:n])
	}
	try("something follows", append(bytes.Clone(whole), 0))
	try("it is of another program", []byte("SQLite format 3\x00"))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Load(dir, key); err == nil {
		t.Error("it is a folder, and the columns are opened")
	}
}
