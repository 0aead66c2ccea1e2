package inbox

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFilesBecomeItems(t *testing.T) {
	tests := []struct {
		name, file, raw string
		want            Draft
	}{
		{"text", "a.txt", "Strike on Kharkiv\r\n\r\n\r\n\r\nTwo\tkilled. \r\n", Draft{Title: "Strike on Kharkiv", Text: "Strike on Kharkiv\n\nTwo killed."}},
		{"markdown", "a.md", "# Talks held\n\nThey met.", Draft{Title: "Talks held", Text: "# Talks held\n\nThey met."}},
		{"windows-1252", "a.txt", "Caf\xe9 hit", Draft{Title: "Café hit", Text: "Café hit"}},
		{"utf-16", "a.txt", "\xff\xfeH\x00i\x00", Draft{Title: "Hi", Text: "Hi"}},
		{
			"page", "a.html", `<html lang="en-GB"><head><title>Site | Strike</title><meta property="og:title" content="Strike on Odesa &amp; port">
<meta property="og:site_name" content="Agency"><meta property="article:published_time" content="2025-07-04T03:20:00+03:00"><link rel="canonical" href="https://a.example/1">
<style>p{}</style></head><body><nav><a>Home</a></nav><script>var a="<p>no</p>"</script><h1>Strike</h1><p>Two <b>were</b> killed,<br>one &lt; hurt.</p><footer>(c)</footer></body>`,
			Draft{
				Title: "Strike on Odesa & port", Outlet: "Agency", URL: "https://a.example/1", Language: "en-GB", Published: "2025-07-04T03:20:00+03:00",
				Text: "Strike\n\nTwo were killed,\none < hurt.",
			},
		},
		{
			"letter", "a.eml", "From: =?utf-8?q?Olha_K?= <o@a.example>\r\nSubject: =?koi8-u?B?9cTB0g==?=\r\nDate: Fri, 4 Jul 2025 14:30:00 +0300\r\n" +
				"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThey agreed =E2=80=93 at last.\r\n--x--\r\n",
			Draft{Title: "Удар", Author: "Olha K", Published: "2025-07-04T14:30:00+03:00", Text: "They agreed – at last."},
		},
		{
			"letter of a page alone", "a.eml", "Subject: S\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YTwvcD48cD5iPC9wPg==\r\n",
			Draft{Title: "S", Text: "a\n\nb"},
		},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			got, err := FromFile(x.file, []byte(x.raw))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Raw, []byte(x.raw)) || got.Name != x.file || got.MediaType == "" {
				t.Errorf("the file is not kept as it was: %q, %q, %q", got.Raw, got.Name, got.MediaType)
			}
			got.Raw, got.Name, got.MediaType, got.How = nil, "", "", ""
			if d := cmp.Diff(x.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	deep := "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
	for i := range 20 {
		deep += fmt.Sprintf("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n", i, i+1)
	}
	for name, x := range map[string]struct{ file, raw, says string }{
		"empty":        {"a.txt", " \n", "no text"},
		"only scripts": {"a.html", "<script>x</script>", "no text"},
		"binary":       {"a.txt", strings.Repeat("\x00\x01", 50), "no text"},
		"no letter":    {"a.eml", "hello", "no letter"},
		"long":         {"a.txt", strings.Repeat("word ", MaxText/5+1) + "x", "1 MB of text"},
		"other":        {"a.docx", "x", "takes .txt"},
		"deep":         {"a.eml", deep, "parts within each other"},
	} {
		if _, err := FromFile(x.file, []byte(x.raw)); err == nil || !strings.Contains(err.Error(), x.says) || !strings.Contains(err.Error(), x.file) {
			t.Errorf("%s: %v", name, err)
		}
	}
	big := filepath.Join(t.TempDir(), "big.txt")
	if err := os.WriteFile(big, make([]byte, MaxFile+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile(big); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

func TestPaste(t *testing.T) {
	for _, x := range []struct {
		text string
		want Draft
	}{
		{" https://a.example/x ", Draft{URL: "https://a.example/x", How: "address typed in"}},
		{"Strike\n\nTwo killed.", Draft{Title: "Strike", Text: "Strike\n\nTwo killed.", How: "pasted"}},
		{"Strike\nhttps://a.example", Draft{Title: "Strike", Text: "Strike\nhttps://a.example", URL: "https://a.example", How: "pasted"}},
		{"word", Draft{Title: "word", Text: "word", How: "pasted"}},
	} {
		if d := cmp.Diff(x.want, FromPaste(x.text)); d != "" {
			t.Errorf("%q: %s", x.text, d)
		}
	}
}

func TestPublished(t *testing.T) {
	now := time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC)
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"": "", "4 July 2025": "2025-07-04", "4 Jul 2025 14:30": "2025-07-04T14:30+03:00", "2025-07": "2025-07", "2025": "2025", "yesterday": "2025-07-04",
	} {
		if got, err := Published(text, now, kyiv); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"rubbish", "night of 3-4 July 2025"} {
		if got, err := Published(text, now, kyiv); err == nil {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func FuzzFromFile(f *testing.F) {
	f.Add("a.html", []byte("<p>a<svg><title>x</svg>&amp;"))
	f.Add("a.eml", []byte("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\na\r\n--x--"))
	f.Add("a.txt", []byte("\xff\xfea"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		d, err := FromFile(name, raw)
		if err != nil {
			return
		}
		if d.Title == "" || d.Text == "" || len(d.Text) > MaxText || strings.ContainsAny(d.Text, "\r\x00") || strings.Contains(d.Title, "\n") {
			t.Errorf("%q", d.Title)
		}
	})
}
