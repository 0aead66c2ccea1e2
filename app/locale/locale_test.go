package locale

import "testing"

func TestLanguagesAreThoseThatFyneCanRead(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string // "" : nothing to change
	}{
		{map[string]string{}, ""},
		{map[string]string{"LANG": "C"}, ""},
		{map[string]string{"LANG": "C.UTF-8"}, "en"},
		{map[string]string{"LANG": "POSIX.UTF-8"}, "en"},
		{map[string]string{"LC_ALL": "C.utf8", "LANG": "de_DE.UTF-8"}, "en"},
		{map[string]string{"LC_ALL": "C", "LANGUAGE": "C.UTF-8"}, ""},
		{map[string]string{"LANG": "de_AT.UTF-8@euro"}, ""},
		{map[string]string{"LANG": "es_419"}, ""},
		{map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "uk_UA:en"}, ""},
		{map[string]string{"LANG": "uk_UA.UTF-8", "LANGUAGE": "uk:C:en"}, "uk:en"},
		{map[string]string{"LANG": "en_"}, "en"},
	} {
		got, change := languages(func(name string) string { return c.env[name] })
		if got != c.want || change != (c.want != "") {
			t.Errorf("%v: %q, %v, want %q", c.env, got, change, c.want)
		}
	}
}
