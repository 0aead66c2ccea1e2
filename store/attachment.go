package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// MaxAttachmentBytes bounds one attachment.
const MaxAttachmentBytes = 256 << 20

// AddAttachment keeps the content of a captured file and returns what an item
// names it by. The same content is kept once. Name and type are for people only.
func (s *Store) AddAttachment(ctx context.Context, name, mediaType string, r io.Reader) (FileRef, error) {
	body, err := io.ReadAll(io.LimitReader(r, MaxAttachmentBytes+1))
	if err != nil {
		return FileRef{}, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(body) > MaxAttachmentBytes {
		return FileRef{}, invalid("%s has more than %d MB, the limit for an attachment", name, MaxAttachmentBytes>>20)
	}
	sum := sha256.Sum256(body)
	ref := FileRef{SHA256: hex.EncodeToString(sum[:]), Name: name, MediaType: mediaType, Size: int64(len(body))}
	err = s.exclusive(ctx, "attaching a file in", func() error {
		if body == nil {
			body = []byte{}
		}
		_, err := s.write1.ExecContext(ctx, `INSERT OR IGNORE INTO attachment (sha256, added, size, body) VALUES (?, ?, ?, ?)`,
			ref.SHA256, s.clock().UnixMilli(), len(body), body)
		return err
	})
	return ref, err
}

// Attachment returns the content of an attachment; ErrNotFound when the store has
// only its name.
func (s *Store) Attachment(ctx context.Context, sha256 string) ([]byte, error) {
	var body []byte
	err := s.read.QueryRowContext(ctx, `SELECT body FROM attachment WHERE sha256 = ?`, sha256).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, say(ErrNotFound, "the file with the SHA-256 %s is not in %s", sha256, s.name())
	}
	return body, explain("reading an attachment of", s.path, err)
}
