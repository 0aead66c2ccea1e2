package inbox

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sitmap/app/reading"
	"sitmap/store"
)

// Bounds of what comes in.
const (
	MaxFile  = 8 << 20         // bytes of a file
	MaxText  = reading.Longest // bytes of a text
	maxTitle = 160             // runes of a title that was guessed
)

// ErrTooLarge says that a file or text has more than the inbox takes.
var ErrTooLarge = errors.New("too large for the inbox")

// Draft is an item as it comes in, before it is in the store.
type Draft struct {
	Title, Outlet, URL, Author, Language string
	Published                            string // ISO 8601, "" where it is not told
	Text                                 string
	How                                  string // how it was captured: "pasted", "file attack.html"
	// Raw is the file as it was, MediaType and Name what it is; nil: there was none.
	Raw             []byte
	Name, MediaType string
}

// Extensions of the files that the inbox takes.
func Extensions() []string { return []string{".txt", ".md", ".html", ".htm", ".eml"} }

// ReadFile reads a report from a file, whose kind its extension tells.
func ReadFile(path string) (Draft, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return Draft{}, fmt.Errorf("the file cannot be read: %w", err)
	}
	defer func() { _ = f.Close() }()
	raw, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return Draft{}, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(raw) > MaxFile {
		return Draft{}, fmt.Errorf("%s has more than %d MB, %w; copy the text that matters and paste it", name, MaxFile>>20, ErrTooLarge)
	}
	return FromFile(name, raw)
}

// FromFile makes an item of a file's content.
func FromFile(name string, raw []byte) (d Draft, err error) {
	ext := strings.ToLower(filepath.Ext(name))
	switch ext {
	case ".html", ".htm":
		d, err = fromPage(raw, "text/html")
	case ".eml":
		d, err = fromMail(raw)
	case ".txt", ".md":
		var text string
		if text, err = decoded(raw, "text/plain"); err == nil {
			d = Draft{Text: text, Title: firstLine(text)}
		}
	default:
		return d, fmt.Errorf("%s: the inbox takes %s files", name, strings.Join(Extensions(), ", "))
	}
	if err != nil {
		return Draft{}, fmt.Errorf("%s: %w", name, err)
	}
	if d.Text = tidy(d.Text); len(d.Text) > MaxText {
		return Draft{}, fmt.Errorf("%s has more than %d MB of text, %w; copy the part that matters and paste it", name, MaxText>>20, ErrTooLarge)
	}
	if d.Text == "" {
		return Draft{}, fmt.Errorf("%s: there is no text in it", name)
	}
	if d.Title = oneLine(d.Title); d.Title == "" {
		d.Title = strings.TrimSuffix(name, filepath.Ext(name))
	}
	d.How, d.Raw, d.Name = "file "+name, raw, name
	if d.MediaType, _, _ = strings.Cut(mime.TypeByExtension(ext), ";"); ext == ".eml" {
		d.MediaType = "message/rfc822"
	}
	return d, nil
}

// FromPaste makes an item of what was copied: an address alone is the item's, of a
// text the first line is its title.
func FromPaste(text string) Draft {
	text = tidy(text)
	if !strings.ContainsAny(text, " \n") {
		if IsAddress(text) {
			return Draft{URL: text, How: "address typed in"}
		}
	}
	d := Draft{Text: text, Title: firstLine(text), How: "pasted"}
	// Readers' mail and messengers put the address last, on a line of its own.
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && IsAddress(strings.TrimSpace(text[i:])) {
		d.URL = strings.TrimSpace(text[i:])
	}
	return d
}

// IsAddress reports whether text is the address of a page.
func IsAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Item is the draft as an item of the store that waits in the inbox. file may be
// nil.
func (d Draft) Item(now time.Time, by string, file *store.FileRef) store.Item {
	it := store.Item{
		Title: oneLine(d.Title), Author: d.Author, URL: strings.TrimSpace(d.URL), Language: d.Language, Published: d.Published,
		Captured: store.Capture{At: now, By: by, How: d.How}, Text: d.Text, File: file, Inbox: New,
	}
	if name := oneLine(d.Outlet); name != "" {
		it.Outlet = &store.Outlet{Name: name}
	}
	return it
}

// decoded is text in UTF-8, whatever it was in: what says nothing of its own is taken
// as UTF-8 where it is valid, and as Windows-1252 otherwise.
func decoded(raw []byte, contentType string) (string, error) {
	if _, params, err := mime.ParseMediaType(contentType); (err != nil || params["charset"] == "") && utf8.Valid(raw) && !bytes.Contains(raw, []byte{0}) {
		return strings.TrimPrefix(string(raw), "\ufeff"), nil
	}
	e, _, _ := charset.DetermineEncoding(raw, contentType)
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("the text cannot be read: %w", err)
	}
	text := strings.ToValidUTF8(strings.TrimPrefix(string(out), "\ufeff"), "\ufffd")
	if strings.Count(text, "\x00")*10 > len(text) {
		return "", errors.New("that is no text")
	}
	return text, nil
}

// tidy takes away what no reader sees: carriage returns, control characters, spaces
// at the ends of lines, and all but one of several empty lines.
func tidy(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\t' || r == '\u00a0':
			return ' '
		case r < ' ' && r != '\n' || r == 0x7f || r == '\u200b' || r == '\ufeff':
			return -1
		}
		return r
	}, text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	lines = slices.CompactFunc(lines, func(a, b string) bool { return a == "" && b == "" })
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// firstLine is the first line that says something, without a heading's marks.
func firstLine(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(strings.TrimLeft(strings.TrimSpace(line), "#*> ")); line != "" {
			return line
		}
	}
	return ""
}

// oneLine is text in one line, no longer than a title.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxTitle {
		return strings.TrimSpace(string(r[:maxTitle-1])) + "…"
	}
	return s
}

// Origin is where the item's file came from: its address, else the file's name.
func (d Draft) Origin() string {
	if d.URL != "" {
		return d.URL
	}
	return d.Name
}
