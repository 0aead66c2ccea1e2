package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"
)

// MaxAttachmentBytes bounds one attachment, whatever limit the user sets.
const MaxAttachmentBytes = 256 << 20

// UsualAttachmentBytes is the limit for one attachment until the user sets another.
const UsualAttachmentBytes = 64 << 20

// attachmentLimit is the setting that has the limit, in bytes.
const attachmentLimit = "attachment limit"

// Attachment is a captured file whose content the store keeps, or only knows by name.
type Attachment struct {
	FileRef
	Held   bool      // the content is in the store
	Added  time.Time // when it was kept; zero where it is not held
	By     string    // who kept it
	Origin string    // where it came from: an address, a file's name
	Items  []AttachedTo
}

// AttachedTo is an item that names a file.
type AttachedTo struct {
	ID, Title  string
	Protection Protection
}

// Protected reports whether the file, as any of the items that name it, is not for
// everyone.
func (a Attachment) Protected() bool {
	return slices.ContainsFunc(a.Items, func(i AttachedTo) bool { return !i.Protection.IsZero() && i.Protection != Protection{TLP: "CLEAR"} })
}

// NewAttachment says what is known of a file before its content is kept.
type NewAttachment struct {
	Name      string
	MediaType string // as it was told; the content has the last word
	Origin    string // where it comes from: an address, a file's name
}

// AttachmentLimit is how many bytes one attachment may have.
func (s *Store) AttachmentLimit(ctx context.Context) (int64, error) {
	text, err := s.Setting(ctx, attachmentLimit)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 || n > MaxAttachmentBytes {
		return UsualAttachmentBytes, nil
	}
	return n, nil
}

// SetAttachmentLimit sets it, from 1 to MaxAttachmentBytes, as a change of the history.
// What is kept already stays.
func (s *Store) SetAttachmentLimit(ctx context.Context, bytes int64) (Change, error) {
	if bytes < 1 || bytes > MaxAttachmentBytes {
		return Change{}, invalid("an attachment may have from 1 byte to %d MB: %d bytes are no limit for it", MaxAttachmentBytes>>20, bytes)
	}
	return s.SetSetting(ctx, attachmentLimit, strconv.FormatInt(bytes, 10))
}

// AddAttachment keeps the content of a captured file and returns what an item
// names it by. The same content is kept once. Name and type are for people only.
func (s *Store) AddAttachment(ctx context.Context, name, mediaType string, r io.Reader) (FileRef, error) {
	return s.Attach(ctx, NewAttachment{Name: name, MediaType: mediaType}, r)
}

// Attach keeps the content of a file, with where it came from, and returns what an item
// names it by. The same content is kept once, as it was kept first. Content above the
// limit is ErrInvalid, and nothing is kept.
func (s *Store) Attach(ctx context.Context, n NewAttachment, r io.Reader) (FileRef, error) {
	limit, err := s.AttachmentLimit(ctx)
	if err != nil {
		return FileRef{}, err
	}
	return s.attach(ctx, n, r, limit)
}

func (s *Store) attach(ctx context.Context, n NewAttachment, r io.Reader, limit int64) (FileRef, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return FileRef{}, fmt.Errorf("reading %s: %w", n.Name, err)
	}
	if int64(len(body)) > limit {
		return FileRef{}, invalid("%s has more than %s, the limit for an attachment: raise the limit, or keep a smaller version", n.Name, size(limit))
	}
	v := newValidator(&codes{})
	v.text("the attachment's name", n.Name)
	v.text("the attachment's origin", n.Origin)
	if err := v.take(); err != nil {
		return FileRef{}, err
	}
	sum := sha256.Sum256(body)
	ref := FileRef{SHA256: hex.EncodeToString(sum[:]), Name: n.Name, MediaType: mediaType(body, n), Size: int64(len(body))}
	err = s.exclusive(ctx, "attaching a file in", func() error {
		if body == nil {
			body = []byte{}
		}
		_, err := s.write1.ExecContext(ctx, `INSERT OR IGNORE INTO attachment (sha256, added, size, body, name, media_type, origin, who) VALUES (`+marks(8)+`)`,
			ref.SHA256, s.clock().UnixMilli(), len(body), body, n.Name, ref.MediaType, n.Origin, s.user)
		return err
	})
	return ref, err
}

// size is a number of bytes in words.
func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
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

// WriteAttachment writes the content of an attachment byte for byte. Content that was
// altered in the file is ErrCorrupt, and nothing is written.
func (s *Store) WriteAttachment(ctx context.Context, sum string, w io.Writer) error {
	body, err := s.Attachment(ctx, sum)
	if err != nil {
		return err
	}
	if is := sha256.Sum256(body); hex.EncodeToString(is[:]) != sum {
		return say(ErrCorrupt, "the file with the SHA-256 %s was altered in %s: restore a backup", sum, s.name())
	}
	_, err = w.Write(body)
	return err
}

// Attachments lists all files that live items name, and all whose content is kept, by
// when they were kept, those not held last.
func (s *Store) Attachments(ctx context.Context) ([]Attachment, error) {
	return s.attachments(ctx, `SELECT sha256 FROM attachment UNION SELECT file_sha256 FROM item WHERE file_sha256 <> '' AND deleted = 0`)
}

// AttachmentsOf lists the files of an item, or those of all items that an event cites.
func (s *Store) AttachmentsOf(ctx context.Context, e Entity, id string) ([]Attachment, error) {
	switch e {
	case EntityItem:
		return s.attachments(ctx, `SELECT file_sha256 FROM item WHERE id = ?`, id)
	case EntityEvent:
		return s.attachments(ctx, `SELECT i.file_sha256 FROM event e JOIN citation c ON c.event = e.n JOIN item i ON i.n = c.item WHERE e.id = ?`, id)
	}
	return nil, invalid("records of sort %s have no files", quoted(string(e)))
}

func (s *Store) attachments(ctx context.Context, sums string, args ...any) ([]Attachment, error) {
	var list []Attachment
	err := s.snapshot(ctx, func(r *reader) error {
		rows, err := r.q.QueryContext(ctx, `WITH wanted (sum) AS (`+sums+`)
			SELECT w.sum, a.n IS NOT NULL, coalesce(a.name, ''), coalesce(a.media_type, ''), coalesce(a.size, 0), a.added,
				coalesce(a.who, ''), coalesce(a.origin, '')
			FROM (SELECT DISTINCT sum FROM wanted WHERE sum <> '') w LEFT JOIN attachment a ON a.sha256 = w.sum
			ORDER BY a.n IS NULL, a.n, w.sum`, args...)
		if err != nil {
			return err
		}
		err = scanAll(rows, func() error {
			var a Attachment
			var added sql.NullInt64
			err := rows.Scan(&a.SHA256, &a.Held, &a.Name, &a.MediaType, &a.Size, &added, &a.By, &a.Origin)
			a.Added = fromMillis(added)
			list = append(list, a)
			return err
		})
		if err != nil {
			return err
		}
		for i := range list {
			if err := r.attachedTo(ctx, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return list, explain("reading the attachments of", s.path, err)
}

// attachedTo finds the items that name a file, and what they call it.
func (r *reader) attachedTo(ctx context.Context, a *Attachment) error {
	rows, err := r.q.QueryContext(ctx, `SELECT id, title, file_name, file_type, coalesce(file_size, 0), `+protectionColumns+`
		FROM item WHERE file_sha256 = ? AND file_sha256 <> '' AND deleted = 0 ORDER BY n`, a.SHA256)
	if err != nil {
		return err
	}
	return scanAll(rows, func() error {
		var to AttachedTo
		var f FileRef
		var err error
		to.Protection, err = scanProtection(func(more ...any) error {
			return rows.Scan(append([]any{&to.ID, &to.Title, &f.Name, &f.MediaType, &f.Size}, more...)...)
		})
		if a.Name == "" {
			a.Name = f.Name
		}
		if a.MediaType == "" {
			a.MediaType = f.MediaType
		}
		if a.Size == 0 {
			a.Size = f.Size
		}
		a.Items = append(a.Items, to)
		return err
	})
}

// AttachmentInfo is what is known of one file; ErrNotFound where its content is not in
// the store and no item names it.
func (s *Store) AttachmentInfo(ctx context.Context, sum string) (Attachment, error) {
	list, err := s.attachments(ctx, `SELECT ?1`, sum)
	if err != nil {
		return Attachment{}, err
	}
	if len(list) == 0 || !list[0].Held && len(list[0].Items) == 0 {
		return Attachment{}, say(ErrNotFound, "the file with the SHA-256 %s is not in %s", sum, s.name())
	}
	return list[0], nil
}

// Size is a number of bytes in words: "1.4 MB".
func Size(n int64) string { return size(n) }
