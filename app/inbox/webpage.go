package inbox

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are the elements whose text is no part of what a page says.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true, atom.Select: true,
	atom.Iframe: true, atom.Object: true,
}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true,
	atom.Li: true, atom.Table: true, atom.Tr: true, atom.Blockquote: true, atom.Pre: true, atom.Figure: true,
	atom.Figcaption: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Hr: true, atom.Br: true, atom.Address: true,
}

var (
	isoTime  = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2}))?`)
	language = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z]{2})?$`)
)

// fromPage reads the text of a web page and what its head says of it. It goes
// through the tokens once, so depth costs nothing.
func fromPage(raw []byte, contentType string) (Draft, error) {
	text, err := decoded(raw, contentType)
	if err != nil {
		return Draft{}, err
	}
	// What a page says of its own encoding stands within it.
	if m := regexp.MustCompile(`(?i)<meta[^>]+charset=["']?([\w-]+)`).FindSubmatch(raw[:min(len(raw), 4096)]); m != nil && !strings.Contains(contentType, "charset") {
		if t, err := decoded(raw, "text/html; charset="+string(m[1])); err == nil {
			text = t
		}
	}
	p := pageReader{z: html.NewTokenizer(bytes.NewReader([]byte(text)))}
	p.z.SetMaxBuf(MaxFile)
	if err := p.read(); err != nil {
		return Draft{}, fmt.Errorf("the page cannot be read: %w", err)
	}
	p.d.Text = p.out.String()
	if p.d.Title == "" {
		p.d.Title = p.title.String()
	}
	return p.d, nil
}

type pageReader struct {
	z       *html.Tokenizer
	d       Draft
	out     strings.Builder
	title   strings.Builder
	inTitle bool
	skip    atom.Atom // the element that is passed over
	depth   int       // how many of it stand within each other
}

func (p *pageReader) read() error {
	for {
		switch p.z.Next() {
		case html.ErrorToken:
			if err := p.z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		case html.TextToken:
			p.text(string(p.z.Text()))
		case html.StartTagToken:
			p.start(p.z.Token(), false)
		case html.SelfClosingTagToken:
			p.start(p.z.Token(), true)
		case html.EndTagToken:
			p.end(p.z.Token())
		}
	}
}

func (p *pageReader) text(s string) {
	switch {
	case p.skip != 0:
	case p.inTitle:
		p.title.WriteString(s)
	default:
		words := strings.Join(strings.Fields(s), " ")
		if words == "" {
			if s != "" {
				p.space()
			}
			return
		}
		if strings.TrimLeft(s, " \n\t\r") != s {
			p.space()
		}
		p.out.WriteString(words)
		if strings.TrimRight(s, " \n\t\r") != s {
			p.space()
		}
	}
}

// space ends a word, unless a line has just begun.
func (p *pageReader) space() {
	if t := p.out.String(); t != "" && t[len(t)-1] != '\n' && t[len(t)-1] != ' ' {
		p.out.WriteByte(' ')
	}
}

func (p *pageReader) start(t html.Token, closed bool) {
	switch {
	case p.skip != 0:
		if t.DataAtom == p.skip && !closed {
			p.depth++
		}
	case unread[t.DataAtom]:
		if !closed {
			p.skip, p.depth = t.DataAtom, 1
		}
	case t.DataAtom == atom.Title:
		p.inTitle = !closed && p.title.Len() == 0
	case t.DataAtom == atom.Html:
		if l := attr(t, "lang"); language.MatchString(l) {
			p.d.Language = l
		}
	case t.DataAtom == atom.Meta:
		p.meta(strings.ToLower(attr(t, "property")+attr(t, "name")), strings.TrimSpace(attr(t, "content")))
	case t.DataAtom == atom.Link:
		if strings.EqualFold(attr(t, "rel"), "canonical") && IsAddress(attr(t, "href")) {
			p.d.URL = attr(t, "href")
		}
	case blocks[t.DataAtom]:
		p.line(t.DataAtom)
	}
}

func (p *pageReader) end(t html.Token) {
	switch {
	case p.skip != 0:
		if t.DataAtom == p.skip {
			if p.depth--; p.depth == 0 {
				p.skip = 0
			}
		}
	case t.DataAtom == atom.Title:
		p.inTitle = false
	case blocks[t.DataAtom]:
		p.line(t.DataAtom)
	}
}

// line begins a new line, after a paragraph behind an empty one; tidy takes away
// what is too much.
func (p *pageReader) line(a atom.Atom) {
	p.out.WriteByte('\n')
	switch a {
	case atom.Br, atom.Li, atom.Tr, atom.Dt, atom.Dd:
	default:
		p.out.WriteByte('\n')
	}
}

func (p *pageReader) meta(name, content string) {
	switch name {
	case "og:title":
		p.d.Title = content
	case "og:site_name":
		p.d.Outlet = content
	case "og:url":
		if p.d.URL == "" && IsAddress(content) {
			p.d.URL = content
		}
	case "author", "article:author":
		if p.d.Author == "" && !IsAddress(content) {
			p.d.Author = oneLine(content)
		}
	case "article:published_time", "date", "dc.date", "datepublished":
		if m := isoTime.FindString(content); m != "" && p.d.Published == "" {
			p.d.Published = m
		}
	}
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if strings.EqualFold(a.Key, key) {
			return a.Val
		}
	}
	return ""
}
