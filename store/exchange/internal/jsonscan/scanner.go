package jsonscan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// The reasons for passing over a value. The scanner stands behind the value then
// and may be used further.
var (
	ErrTooLarge = errors.New("larger than the limit")
	ErrTooDeep  = errors.New("nested deeper than the limit")
)

// SyntaxError says where a stream stops being JSON. Nothing can be read after it.
type SyntaxError struct {
	What   string
	Line   int   // from 1
	Offset int64 // bytes, from 0
}

// Error is the sentence with line and byte.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d (byte %d): %s", e.Line, e.Offset, e.What)
}

// recordSeparator stands before each value of a JSON text sequence (RFC 7464).
const recordSeparator = 0x1e

// Scanner reads JSON from a stream. Its position is always between two tokens.
type Scanner struct {
	r       io.Reader
	buf     []byte
	pos     int   // next byte in buf
	base    int64 // offset of buf[0] in the stream
	line    int
	err     error // of the reader, once the buffer is used up
	maxSize int64
	stack   []byte // closing brackets that are awaited, at most the limit
	started bool
}

// New reads from r; a value may have at most maxSize bytes and maxDepth levels.
func New(r io.Reader, maxSize int64, maxDepth int) *Scanner {
	return &Scanner{r: r, buf: make([]byte, 0, 64<<10), line: 1, maxSize: maxSize, stack: make([]byte, 0, maxDepth)}
}

// Line is the line of the next byte, from 1.
func (s *Scanner) Line() int { return s.line }

// Offset is the position of the next byte in the stream, from 0.
func (s *Scanner) Offset() int64 { return s.base + int64(s.pos) }

// fill reads more into the buffer once it is used up. At the end of the stream
// it returns io.EOF.
func (s *Scanner) fill() error {
	if s.pos < len(s.buf) {
		return nil
	}
	if s.err != nil {
		return s.err
	}
	s.base += int64(len(s.buf))
	s.pos = 0
	for {
		n, err := s.r.Read(s.buf[:cap(s.buf)])
		s.buf = s.buf[:n]
		s.err = err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Peek passes over white space and returns the next byte without taking it. At
// the end of the stream it returns io.EOF.
func (s *Scanner) Peek() (byte, error) {
	if !s.started {
		s.started = true
		if err := s.skipMark(); err != nil {
			return 0, err
		}
	}
	for {
		if err := s.fill(); err != nil {
			return 0, err
		}
		switch c := s.buf[s.pos]; c {
		case '\n':
			s.line++
			s.pos++
		case ' ', '\t', '\r', recordSeparator:
			s.pos++
		default:
			return c, nil
		}
	}
}

// skipMark passes over a byte order mark of UTF-8 and refuses those of UTF-16.
func (s *Scanner) skipMark() error {
	if err := s.fill(); err != nil {
		return err
	}
	for len(s.buf) < 3 && s.err == nil { // a reader may hand over single bytes
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.err = err
	}
	switch {
	case bytes.HasPrefix(s.buf, []byte("\xef\xbb\xbf")):
		s.pos = 3
	case bytes.HasPrefix(s.buf, []byte("\xff\xfe")), bytes.HasPrefix(s.buf, []byte("\xfe\xff")):
		return s.Syntax("the file is in UTF-16; save it as UTF-8")
	}
	return nil
}

// Syntax makes a SyntaxError for the present position.
func (s *Scanner) Syntax(format string, args ...any) error {
	return &SyntaxError{What: fmt.Sprintf(format, args...), Line: s.line, Offset: s.Offset()}
}

// Take takes one expected punctuation mark.
func (s *Scanner) Take(want byte) error {
	c, err := s.Peek()
	if errors.Is(err, io.EOF) {
		return s.Syntax("the file ends where %q should stand", want)
	}
	if err != nil {
		return err
	}
	if c != want {
		return s.Syntax("%q stands where %q should", c, want)
	}
	s.pos++
	return nil
}

// More takes the comma before a further element, or the closing bracket, and
// reports whether an element follows. first says that none was read yet.
func (s *Scanner) More(closing byte, first bool) (bool, error) {
	c, err := s.Peek()
	if errors.Is(err, io.EOF) {
		return false, s.Syntax("the file ends before its closing %q", closing)
	}
	if err != nil {
		return false, err
	}
	switch {
	case c == closing:
		s.pos++
		return false, nil
	case first:
		return true, nil
	case c != ',':
		return false, s.Syntax("%q stands where a comma or %q should", c, closing)
	}
	s.pos++
	if c, err = s.Peek(); err == nil && c == closing {
		return false, s.Syntax("a comma stands before %q", closing)
	}
	return true, nil
}

// Value appends the next value, whole, to dst. Only brackets and strings are
// looked at; whether the rest is valid is for the caller to see. A value beyond a
// limit is passed over with ErrTooLarge or ErrTooDeep.
func (s *Scanner) Value(dst []byte) ([]byte, error) {
	c, err := s.Peek()
	if errors.Is(err, io.EOF) {
		return dst, s.Syntax("the file ends where a value should stand")
	}
	if err != nil {
		return dst, err
	}
	v := value{Scanner: s, dst: dst, start: len(dst), line: s.line, offset: s.Offset()}
	switch c {
	case '{', '[':
		err = v.composite()
	case '"':
		err = v.string()
	default:
		err = v.literal()
	}
	if err == nil {
		err = v.over
	}
	return v.dst, err
}

// value is the work of [Scanner.Value].
type value struct {
	*Scanner
	dst    []byte
	start  int
	line   int
	offset int64
	over   error // the limit that was passed; from then on nothing is kept
}

// keep moves n bytes of the buffer into the value.
func (v *value) keep(n int) {
	if v.over == nil {
		if int64(len(v.dst)-v.start+n) > v.maxSize {
			v.over = ErrTooLarge
			v.dst = v.dst[:v.start]
		} else {
			v.dst = append(v.dst, v.buf[v.pos:v.pos+n]...)
		}
	}
	v.pos += n
}

// more fills the buffer; the end of the stream is an error within a value.
func (v *value) more() error {
	err := v.fill()
	if errors.Is(err, io.EOF) {
		return &SyntaxError{
			What: "the file ends inside the value that starts here: it was cut off, or a bracket or quotation mark is missing",
			Line: v.line, Offset: v.offset,
		}
	}
	return err
}

// composite takes an object or array.
func (v *value) composite() error {
	v.stack = v.stack[:0]
	depth := 0
	for {
		if err := v.more(); err != nil {
			return err
		}
		// Runs without brackets, quotation marks and line ends are taken whole.
		chunk := v.buf[v.pos:]
		n := 0
		for n < len(chunk) && !structural[chunk[n]] {
			n++
		}
		if n > 0 {
			v.keep(n)
			continue
		}
		switch c := chunk[0]; c {
		case '\n':
			v.Scanner.line++
			v.keep(1)
		case '"':
			if err := v.string(); err != nil {
				return err
			}
		case '{', '[':
			depth++
			if len(v.stack) < cap(v.stack) {
				v.stack = append(v.stack, c+2) // in ASCII both brackets close two further on
			} else if v.over == nil {
				v.over = ErrTooDeep
				v.dst = v.dst[:v.start]
			}
			v.keep(1)
		case '}', ']':
			if depth == len(v.stack) {
				if want := v.stack[depth-1]; c != want {
					return v.Syntax("%q closes what %q opened", c, want-2)
				}
				v.stack = v.stack[:depth-1]
			}
			depth--
			v.keep(1)
			if depth == 0 {
				return nil
			}
		}
	}
}

// structural are the bytes that composite has to look at.
var structural = [256]bool{'{': true, '}': true, '[': true, ']': true, '"': true, '\n': true}

// string takes a string with its quotation marks.
func (v *value) string() error {
	v.keep(1)
	for {
		if err := v.more(); err != nil {
			return err
		}
		chunk := v.buf[v.pos:]
		n := 0
		for n < len(chunk) && chunk[n] != '"' && chunk[n] != '\\' && chunk[n] != '\n' {
			n++
		}
		if n > 0 {
			v.keep(n)
			continue
		}
		switch chunk[0] {
		case '"':
			v.keep(1)
			return nil
		case '\n':
			return v.Syntax("a line ends within quotation marks")
		}
		v.keep(1) // the backslash, and what it escapes
		if err := v.more(); err != nil {
			return err
		}
		if v.buf[v.pos] != '\n' {
			v.keep(1)
		}
	}
}

// literal takes a number or true, false, null.
func (v *value) literal() error {
	n := 0
	for {
		if err := v.fill(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		c := v.buf[v.pos]
		word := c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '+' || c == '.'
		switch {
		case word:
			v.keep(1)
			n++
		case n == 0:
			return v.Syntax("%q is not the start of a value", c)
		default:
			return nil
		}
	}
}
