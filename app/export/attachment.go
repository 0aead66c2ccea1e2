package export

import (
	"context"
	"fmt"
	"time"

	"sitmap/app/outfile"
	"sitmap/app/release"
	"sitmap/store"
)

// ProtectedError says that a file is named by an item that is not for everyone.
type ProtectedError struct{ File, Item string }

// Error is a sentence.
func (e *ProtectedError) Error() string {
	return fmt.Sprintf("%s belongs to “%s”, which is protected: it is written only when you ask for it in spite of that", e.File, e.Item)
}

// Attachment writes a file that the store keeps to path, byte for byte, whole or not at
// all. One that a protected item names is a *ProtectedError, unless anyway is set.
func Attachment(ctx context.Context, st *store.Store, a store.Attachment, path string, anyway bool) error {
	if err := notTheStore(st, path); err != nil {
		return err
	}
	for _, i := range a.Items {
		if !anyway && !release.Publishable(i.Protection, time.Now()) {
			name := a.Name
			if name == "" {
				name = "the file " + a.SHA256
			}
			return &ProtectedError{name, i.Title}
		}
	}
	out, err := outfile.Create(path)
	if err != nil {
		return err
	}
	defer out.Abort()
	if err := st.WriteAttachment(ctx, a.SHA256, out); err != nil {
		return err
	}
	if err := out.Sync(); err != nil {
		return err
	}
	return out.Commit()
}
