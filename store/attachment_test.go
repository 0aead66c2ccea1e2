package store_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

func TestMediaTypeIsThatOfTheContent(t *testing.T) {
	t.Parallel()
	s := scratch(t)
	for i, x := range []struct{ name, told, body, want string }{
		{"a.png", "image/png", png, "image/png"},
		{"a.txt", "text/plain", png, "image/png"},
		{"a.png", "image/png", "just words", "text/plain"},
		{"a.png", "", "<html><body>x", "text/html"},
		{"notes", "", "words", "text/plain"},
		{"a.csv", "text/csv; charset=utf-8", "a,b\n1,2", "text/csv"},
		{"a.svg", "image/svg+xml", `<?xml version="1.0"?><svg/>`, "image/svg+xml"},
		{"a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\x03\x04more", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"a.tiff", "image/tiff", "II*\x00\x01\x02\x03", "image/tiff"},
		{"x", "application/octet-stream", "%PDF-1.7", "application/pdf"},
	} {
		ref, err := s.AddAttachment(context.Background(), x.name, x.told, strings.NewReader(x.body+strings.Repeat(" ", i)))
		if err != nil || ref.MediaType != x.want {
			t.Errorf("%s, told to be %q: %s, %v; want %s", x.name, x.told, ref.MediaType, err, x.want)
		}
	}
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := scratch(t)
	if n, err := s.AttachmentLimit(ctx); err != nil || n != store.UsualAttachmentBytes {
		t.Errorf("the limit is %d, %v", n, err)
	}
	if _, err := s.SetAttachmentLimit(ctx, 32); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int64{0, -1, store.MaxAttachmentBytes + 1} {
		if _, err := s.SetAttachmentLimit(ctx, n); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("a limit of %d: %v", n, err)
		}
	}
	_, err := s.AddAttachment(ctx, "long.txt", "", strings.NewReader(strings.Repeat("x", 33)))
	if !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), "long.txt has more than 32 bytes, the limit") {
		t.Errorf("above the limit: %v", err)
	}
	ref, err := s.Attach(ctx, store.NewAttachment{Name: "photo.png", Origin: "https://example.org/photo.png"}, strings.NewReader(png))
	if err != nil {
		t.Fatal(err)
	}
	e := simple(0, "Strike")
	e.Citations[0].Item.File = &ref
	e.Citations = append(e.Citations, store.Citation{ID: storetest.ID(0xd04, 1), About: "event", Item: store.Item{
		ID: storetest.ID(0xd04, 2), Title: "Elsewhere", Protection: store.Protection{DoNotPublish: true},
		File: &store.FileRef{SHA256: strings.Repeat("ab", 32), Name: "leak.pdf", MediaType: "application/pdf", Size: 9},
	}})
	save(t, s, e, 0)
	list, err := s.AttachmentsOf(ctx, store.EntityEvent, e.ID)
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	a, b := list[0], list[1]
	if !a.Held || a.Name != "photo.png" || a.MediaType != "image/png" || a.Origin != "https://example.org/photo.png" || a.By != "Olha" ||
		a.Added.IsZero() || a.Size != int64(len(png)) || len(a.Items) != 1 || a.Protected() {
		t.Errorf("the photo: %+v", a)
	}
	if b.Held || b.Name != "leak.pdf" || b.Size != 9 || b.Items[0].Title != "Elsewhere" || !b.Protected() {
		t.Errorf("the file that is not here: %+v", b)
	}
	if of, err := s.AttachmentsOf(ctx, store.EntityItem, e.Citations[0].Item.ID); err != nil || len(of) != 1 || of[0].SHA256 != ref.SHA256 {
		t.Errorf("of the item: %+v, %v", of, err)
	}
	if all, err := s.Attachments(ctx); err != nil || len(all) != 2 {
		t.Errorf("all: %+v, %v", all, err)
	}
	if _, err := s.AttachmentsOf(ctx, store.EntityActor, "x"); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("of an actor: %v", err)
	}
	var out bytes.Buffer
	if err := s.WriteAttachment(ctx, ref.SHA256, &out); err != nil || out.String() != png {
		t.Errorf("written: %q, %v", out.String(), err)
	}
	if c, err := s.GuardedCount(ctx); err != nil || c != (store.GuardedCount{Items: 1}) {
		t.Errorf("guarded: %+v, %v", c, err)
	}
	// A copy has them, whatever the limit is there.
	to := filepath.Join(t.TempDir(), "copy.gpkg")
	if err := s.SaveCopy(ctx, to, store.CopyOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	copied := reopen(t, to, store.Options{})
	list, err = copied.AttachmentsOf(ctx, store.EntityEvent, e.ID)
	if err != nil || len(list) != 2 || list[0].Origin != a.Origin || list[0].Name != "photo.png" {
		t.Errorf("in the copy: %+v, %v", list, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	shell(t, s.Path(), `UPDATE attachment SET body = zeroblob(size)`)
	s = reopen(t, s.Path(), store.Options{})
	out.Reset()
	if err := s.WriteAttachment(ctx, ref.SHA256, &out); !errors.Is(err, store.ErrCorrupt) || out.Len() != 0 {
		t.Errorf("of altered content %d bytes are written, %v", out.Len(), err)
	}
}
