package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// backupsKept is how many daily copies stay beside the store.
const backupsKept = 7

// BackupDaily keeps a copy of the file beside it on the first call of a day, as
// NAME.backup-2025-07-04.gpkg, and the last seven of them. It returns the copy's
// path, or "" when there was one, or when nothing can be written.
func (s *Store) BackupDaily(ctx context.Context) (string, error) {
	if s.readOnly != "" {
		return "", nil
	}
	ext := filepath.Ext(s.path)
	prefix := trimExt(s.path) + ".backup-"
	path := prefix + s.clock().Local().Format(time.DateOnly) + ext
	if _, err := os.Lstat(path); err == nil {
		return "", nil
	}
	err := vacuumInto(ctx, s.path, path, s.opts)
	if errors.Is(err, ErrExists) { // another window was first
		return "", nil
	}
	if err != nil {
		return "", explain("backing up", s.path, err)
	}
	return path, explain("backing up", s.path, prune(prefix, ext))
}

// prune removes all but the newest backups.
func prune(prefix, ext string) error {
	entries, err := os.ReadDir(filepath.Dir(prefix))
	if err != nil {
		return err
	}
	var dates []string
	for _, e := range entries {
		date, ok := strings.CutPrefix(e.Name(), filepath.Base(prefix))
		if !ok {
			continue
		}
		date, ok = strings.CutSuffix(date, ext)
		if _, err := time.Parse(time.DateOnly, date); ok && err == nil {
			dates = append(dates, date)
		}
	}
	slices.Sort(dates)
	for len(dates) > backupsKept {
		if err := os.Remove(prefix + dates[0] + ext); err != nil {
			return err
		}
		dates = dates[1:]
	}
	return nil
}
