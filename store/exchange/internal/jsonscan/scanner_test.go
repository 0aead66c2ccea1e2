package jsonscan

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// values reads all values of a stream; a value over a limit is "-".
func values(s *Scanner) (all []string, err error) {
	for {
		if _, err := s.Peek(); err != nil {
			if errors.Is(err, io.EOF) {
				return all, nil
			}
			return all, err
		}
		v, err := s.Value(nil)
		switch {
		case errors.Is(err, ErrTooLarge), errors.Is(err, ErrTooDeep):
			v = []byte("-")
		case err != nil:
			return all, err
		}
		all = append(all, string(v))
	}
}

func TestValues(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
		err      string
	}{
		{"none", " \n ", nil, ""},
		{"one after the other", `{"a":1} [2] "x" 3 true`, []string{`{"a":1}`, `[2]`, `"x"`, `3`, `true`}, ""},
		{"text sequence", "\x1e{}\n\x1e[]\n", []string{`{}`, `[]`}, ""},
		{"byte order mark", "\ufeff{}", []string{`{}`}, ""},
		{"brackets in strings", `{"a]}":"\"}]"}`, []string{`{"a]}":"\"}]"}`}, ""},
		{"UTF-16", "\xff\xfe{\x00", nil, "UTF-16"},
		{"cut off", "{}\n\n{\"a\":[1,", []string{`{}`}, "line 3 (byte 4): the file ends inside"},
		{"cut off in a string", `{"a":"b`, nil, "the file ends inside"},
		{"crossed brackets", `{"a":[1}]`, nil, `'}' closes what '[' opened`},
		{"too large", `"` + strings.Repeat("x", 40) + `" {} "` + strings.Repeat("x", 30) + `"`, []string{"-", "{}", "-"}, ""},
		{"too deep", `[[[[[[]]]]]] {"a":[[[[{}]]]]} [[[[[]]]]]`, []string{"-", `-`, "[[[[[]]]]]"}, ""},
		{"as deep as may be", `[{"a":[[[1]]]}]`, []string{`[{"a":[[[1]]]}]`}, ""},
		{"a line end in a string", "\"a\n\"", nil, "a line ends within quotation marks"},
		{"no value", "#", nil, "not the start of a value"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, r := range map[string]io.Reader{
				"whole": strings.NewReader(tt.in), "byte by byte": iotest.OneByteReader(strings.NewReader(tt.in)),
			} {
				got, err := values(New(r, 24, 5))
				if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
					t.Errorf("%s: error %v, want %q", name, err, tt.err)
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestDeepInputIsOneError(t *testing.T) {
	in := strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000) + "1"
	got, err := values(New(strings.NewReader(in), 1<<20, 500))
	if err != nil || len(got) != 2 || got[0] != "-" || got[1] != "1" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestReaderErrorIsHandedOn(t *testing.T) {
	broken := errors.New("the stick was pulled out")
	_, err := values(New(io.MultiReader(strings.NewReader(`{} {"a"`), iotest.ErrReader(broken)), 100, 5))
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func FuzzMembers(f *testing.F) {
	f.Add([]byte(`{"a":1, "b\"":[{"c":"]"}], "d" : null}`))
	f.Add([]byte(`{"a":{"b":{}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var want map[string]json.RawMessage
		if !utf8.Valid(data) || json.Unmarshal(data, &want) != nil {
			for range Members(data) { // whatever it is, it must come to an end
			}
			return
		}
		got := map[string]json.RawMessage{}
		for name, value := range Members(data) {
			got[name] = value
			if !json.Valid(value) {
				t.Fatalf("%q is no value", value)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d members, want %d, in %q", len(got), len(want), data)
		}
		for name, value := range want {
			if string(got[name]) != string(value) {
				t.Fatalf("%q: %s, want %s", name, got[name], value)
			}
		}
	})
}

func FuzzScanner(f *testing.F) {
	f.Add([]byte(`{"a":[1,2,{"b":"c\\"}]} 3 "x"`))
	f.Add([]byte("\x1e[[[[[[[["))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := values(New(strings.NewReader(string(data)), 64, 4))
		if err != nil {
			return
		}
		for _, v := range all {
			if len(v) > 64 {
				t.Fatalf("a value of %d bytes came through", len(v))
			}
		}
	})
}
