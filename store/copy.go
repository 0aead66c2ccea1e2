package store

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"reflect"

	"github.com/google/uuid"
)

// CopyOptions say how a copy is made.
type CopyOptions struct {
	History bool // false: the copy starts a history of its own
}

// SaveCopy writes the store to a new file, which is complete from the moment it
// has its name; a file in its way is ErrExists. Without history the copy is a store
// of its own: it has the live records as one new history, and neither earlier
// states nor deleted records nor the log of publications.
func (s *Store) SaveCopy(ctx context.Context, path string, o CopyOptions, p Progress) error {
	var err error
	if o.History {
		if p != nil {
			p(0, 1)
		}
		if err = vacuumInto(ctx, s.path, path, s.opts); err == nil && p != nil {
			p(1, 1)
		}
	} else {
		err = s.copyAfresh(ctx, path, p)
	}
	return explain("copying to", path, err)
}

// vacuumInto writes a compact copy of the file at from, as it is at this moment,
// to a new file. Others may go on reading and writing meanwhile.
func vacuumInto(ctx context.Context, from, to string, o Options) error {
	if _, err := os.Lstat(to); err == nil {
		return say(ErrExists, "%s already exists: choose another name", to)
	}
	temp := to + ".new-" + uuid.NewString()
	defer func() { _ = os.Remove(temp) }()
	a := accessCopy
	if can, _ := writable(from); !can {
		a = accessImmutable
	}
	db, err := connect(from, a, o.busy, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, filepath.ToSlash(temp))
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	// SQLite leaves it to the system when the copy reaches the disk.
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return place(temp, to)
}

// copyAfresh fills a new store with the live records of this one.
func (s *Store) copyAfresh(ctx context.Context, path string, p Progress) error {
	if _, err := os.Lstat(path); err == nil {
		return say(ErrExists, "%s already exists: choose another name", path)
	}
	temp := path + ".new-" + uuid.NewString()
	defer func() {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(temp + suffix)
		}
	}()
	o := s.opts
	o.ReadOnly = false
	to, err := Create(ctx, temp, o)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close() }()
	for _, fill := range []func(context.Context, *Store) error{s.copyVocabulary, s.copyDefinitions, s.copyRecords, s.copyAttachments} {
		if err := fill(ctx, to); err != nil {
			return err
		}
	}
	var total int64
	if err := s.read.QueryRowContext(ctx, `SELECT count(*) FROM event WHERE deleted = 0`).Scan(&total); err != nil {
		return err
	}
	progress := p
	if p != nil {
		progress = func(done, _ int64) { p(done, max(total, done)) }
	}
	note := "copied from " + s.name() + " without its history"
	if _, err := to.Add(ctx, values(s.Events(ctx, Filter{})), ReasonNew, note, progress); err != nil {
		return err
	}
	if err := to.Close(); err != nil {
		return err
	}
	return place(temp, path)
}

// values are the records of a sequence without what is local to their store.
func values[T any](in iter.Seq2[Stored[T], error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for x, err := range in {
			if !yield(x.Value, err) {
				return
			}
		}
	}
}

// copyVocabulary brings kinds, terms and settings of a new store to those of s.
func (s *Store) copyVocabulary(ctx context.Context, to *Store) error {
	var a Action
	mine, err := s.Kinds(ctx)
	if err != nil {
		return err
	}
	theirs, err := to.Kinds(ctx)
	if err != nil {
		return err
	}
	puts, deletes := differences(mine, theirs, EntityKind, func(k Kind) string { return k.Code }, func(k *Kind) Put { return Put{Kind: k} })
	a.Put, a.Delete = append(a.Put, puts...), append(a.Delete, deletes...)
	myTerms, err := readTerms(ctx, s.read, `deleted = 0`)
	if err != nil {
		return err
	}
	theirTerms, err := readTerms(ctx, to.read, `deleted = 0`)
	if err != nil {
		return err
	}
	puts, deletes = differences(myTerms, theirTerms, EntityTerm, func(t Term) string { return termID(&t) }, func(t *Term) Put { return Put{Term: t} })
	a.Put, a.Delete = append(a.Put, puts...), append(a.Delete, deletes...)
	if _, err := to.Save(ctx, a); err != nil {
		return err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT name, value FROM setting WHERE deleted = 0 ORDER BY n`)
	if err != nil {
		return err
	}
	var settings []settingRecord
	err = scanAll(rows, func() error {
		var r settingRecord
		err := rows.Scan(&r.Name, &r.Value)
		settings = append(settings, r)
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range settings {
		if _, err := to.SetSetting(ctx, r.Name, r.Value); err != nil {
			return err
		}
	}
	return nil
}

// differences are what turns the vocabulary of a new store, theirs, into mine.
func differences[T any](mine, theirs []T, e Entity, key func(T) string, put func(*T) Put) (puts []Put, deletes []Delete) {
	have := make(map[string]T, len(theirs))
	for _, t := range theirs {
		have[key(t)] = t
	}
	for i := range mine {
		t, ok := have[key(mine[i])]
		delete(have, key(mine[i]))
		if ok && reflect.DeepEqual(t, mine[i]) {
			continue
		}
		p := put(&mine[i])
		if ok {
			p.Base = 1 // as a migration seeded it
		}
		puts = append(puts, p)
	}
	for id := range have {
		deletes = append(deletes, Delete{Entity: e, ID: id})
	}
	return puts, deletes
}

// copyDefinitions copies layers, views and layouts.
func (s *Store) copyDefinitions(ctx context.Context, to *Store) error {
	var a Action
	for _, e := range definitions {
		list, err := s.Definitions(ctx, e)
		if err != nil {
			return err
		}
		for i := range list {
			a.Put = append(a.Put, Put{Definition: &list[i].Value})
		}
	}
	_, err := to.Save(ctx, a)
	return err
}

// copyRecords copies actors, outlets and items, also those that no event names.
func (s *Store) copyRecords(ctx context.Context, to *Store) error {
	var a Action
	actors, err := s.Actors(ctx)
	if err != nil {
		return err
	}
	for i := range actors {
		a.Put = append(a.Put, Put{Actor: &actors[i].Value})
	}
	outlets, err := s.Outlets(ctx)
	if err != nil {
		return err
	}
	for i := range outlets {
		a.Put = append(a.Put, Put{Outlet: &outlets[i].Value})
	}
	items, err := s.Items(ctx)
	if err != nil {
		return err
	}
	for i := range items {
		a.Put = append(a.Put, Put{Item: &items[i].Value})
	}
	_, err = to.Save(ctx, a)
	return err
}

// copyAttachments copies the files that live items name.
func (s *Store) copyAttachments(ctx context.Context, to *Store) error {
	rows, err := s.read.QueryContext(ctx, `SELECT sha256, name, media_type, origin FROM attachment
		WHERE sha256 IN (SELECT file_sha256 FROM item WHERE deleted = 0) ORDER BY n`)
	if err != nil {
		return err
	}
	var kept []NewAttachment
	var sums []string
	err = scanAll(rows, func() error {
		var sum string
		var n NewAttachment
		err := rows.Scan(&sum, &n.Name, &n.MediaType, &n.Origin)
		sums, kept = append(sums, sum), append(kept, n)
		return err
	})
	if err != nil {
		return err
	}
	for i, sum := range sums {
		body, err := s.Attachment(ctx, sum)
		if err != nil {
			return err
		}
		if _, err := to.attach(ctx, kept[i], bytes.NewReader(body), MaxAttachmentBytes); err != nil {
			return err
		}
	}
	return nil
}
