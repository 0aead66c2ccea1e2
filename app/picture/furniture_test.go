package picture

import (
	"strings"
	"testing"
)

func TestSourcesAreDatedInWords(t *testing.T) {
	for in, want := range map[string]string{
		"2025-07-11T09:20Z":         "11 July 2025",
		"2025-07-11T23:20:05+03:00": "11 July 2025",
		"2025-07-11":                "11 July 2025",
		"2025-07":                   "July 2025",
		"2025":                      "2025",
		"":                          "",
		"2025-13-11":                "2025-13-11",
		"in summer":                 "in summer",
	} {
		if got := dateWords(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestLabelsWithoutRoomAreTold(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "1 label is left out for want of room,", 7: "7 labels are left out for want of room,"} {
		if got := wantOfRoom(n); !strings.HasPrefix(got, want) || (got == "") != (n == 0) {
			t.Errorf("of %d it says %q", n, got)
		}
	}
}
