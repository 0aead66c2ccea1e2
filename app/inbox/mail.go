package inbox

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// Bounds of a letter that comes from anywhere.
const (
	maxParts = 100
	maxDepth = 8
)

// fromMail reads a letter: who wrote it, when, about what, and its text, the plain
// one where it has two.
func fromMail(raw []byte) (Draft, error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return Draft{}, fmt.Errorf("that is no letter: %w", err)
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	head := func(name string) string {
		s, err := words.DecodeHeader(m.Header.Get(name))
		if err != nil {
			return m.Header.Get(name)
		}
		return s
	}
	d := Draft{Title: head("Subject"), Author: oneLine(head("From"))}
	if a, err := (&mail.AddressParser{WordDecoder: &words}).Parse(m.Header.Get("From")); err == nil {
		d.Author = a.Name
		if d.Author == "" {
			d.Author = a.Address
		}
	}
	if at, err := m.Header.Date(); err == nil && at.Year() > 0 && at.Year() < 10000 {
		d.Published = at.Format(time.RFC3339)
	}
	var l letter
	if err := l.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0); err != nil {
		return Draft{}, err
	}
	d.Text = l.plain.String()
	if strings.TrimSpace(d.Text) == "" {
		d.Text = l.page.String()
	}
	return d, nil
}

// letter collects the texts of a letter's parts.
type letter struct {
	plain, page strings.Builder
	parts       int
}

func (l *letter) part(contentType, encoding string, body io.Reader, depth int) error {
	if l.parts++; l.parts > maxParts || depth > maxDepth {
		return errors.New("the letter has more parts within each other than any sender makes")
	}
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, contentType = "text/plain", "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				if l.plain.Len()+l.page.Len() > 0 { // the end was cut off; what there is counts
					return nil
				}
				return fmt.Errorf("the letter cannot be read: %w", err)
			}
			if strings.HasPrefix(strings.ToLower(p.Header.Get("Content-Disposition")), "attachment") {
				continue
			}
			if err := l.part(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, depth+1); err != nil {
				return err
			}
		}
	}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	if kind != "text/plain" && kind != "text/html" {
		return nil
	}
	raw, err := io.ReadAll(io.LimitReader(body, MaxFile))
	if err != nil && len(raw) == 0 {
		return fmt.Errorf("the letter's text cannot be read: %w", err)
	}
	if kind == "text/html" {
		d, err := fromPage(raw, contentType)
		l.page.WriteString(d.Text + "\n\n")
		return err
	}
	text, err := decoded(raw, contentType)
	l.plain.WriteString(text + "\n\n")
	return err
}
